"""A verb of the command: its name, one line of help, and where its arguments are described.

Only the verb that was asked for is imported; the list of all of them is shown without any.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
"""The type that `add_subparsers` returns, for annotations."""


class Formatter(argparse.HelpFormatter):
    """Wraps sentences, and leaves examples in the lines that they have."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" not in text:
            return super()._fill_text(text, width, indent)
        return "".join(indent + line for line in text.splitlines(keepends=True))


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of the command."""

    name: str
    help: str
    place: str
    """The module and the function that gives a parser its arguments: `copytrail.cli.read:add_arguments`."""

    def add(self, verbs: Verbs, *, asked: Collection[str] | None = None) -> None:
        """Add the verb; with its arguments, unless others were asked for."""
        parser = verbs.add_parser(self.name, help=self.help, formatter_class=Formatter)
        if asked is None or self.name in asked:
            module, _, function = self.place.partition(":")
            getattr(import_module(module), function)(parser)


_TEXT_VERBS = (
    Verb("compare", "compare one original with one or more derivatives", "copytrail.cli.compare:add_arguments"),
    Verb("batch", "compare many pairs from a file", "copytrail.cli.batch:add_arguments"),
    Verb("read", "show one document as Copytrail sees it", "copytrail.cli.read:add_arguments"),
    Verb("lesson", "make lessons and print worksheets", "copytrail.cli.lesson:add_arguments"),
)
_OWN_VERBS = (
    Verb("manual", "print the manual page", "copytrail.cli.manual:add_arguments"),
    Verb("completion", "print what lets a shell complete the command", "copytrail.cli.completion:add_arguments"),
)


def join_verbs(*more: Verb) -> tuple[Verb, ...]:
    """The engine's verbs with more of them; those that are about the command itself stay last."""
    return (*_TEXT_VERBS, *more, *_OWN_VERBS)


ENGINE_VERBS = join_verbs()
