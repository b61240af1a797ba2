"""The command as a tree of verbs with their arguments, for whatever is made from all of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One verb, or the command itself, which has no words."""

    words: tuple[str, ...]
    """The verbs that lead here: `case`, `list`."""
    verbs: tuple[tuple[str, str], ...]
    """The verbs that follow, each with its line of help."""
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]
    """What stands here without an option before it, verbs left out."""
    choices: tuple[str, ...]
    """What may stand here without an option before it, where that is one of a few words."""
    parser: argparse.ArgumentParser


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option by all its names, with the words it takes where they are few."""

    names: tuple[str, ...]
    choices: tuple[str, ...]
    takes_value: bool
    needs_value: bool
    is_required: bool
    value: str
    """What its value is called; empty where it has none, or where that is one of a few words."""
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One place for words without an option."""

    name: str
    may_lack: bool
    may_repeat: bool
    help: str


def walk(parser: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[Branch]:
    """The command and all its verbs, each before those below it."""
    actions = parser._actions  # noqa: SLF001 - the only list of them there is
    below = [each for each in actions if isinstance(each, argparse._SubParsersAction)]  # noqa: SLF001 - it has no public name
    named = [each for each in actions if each.option_strings]
    yield Branch(
        words=words,
        verbs=tuple((each.dest, each.help or "") for one in below for each in one._choices_actions),  # noqa: SLF001 - as above
        options=tuple(_make_option(each) for each in named),
        arguments=tuple(_make_argument(each) for each in actions if each not in below + named),
        choices=tuple(str(one) for each in actions if each not in below + named for one in each.choices or ()),
        parser=parser,
    )
    for one in below:
        for name, child in one.choices.items():
            yield from walk(child, (*words, name))


def _make_option(action: argparse.Action) -> Option:
    takes_value = action.nargs != 0
    value = "" if action.choices or not takes_value else str(action.metavar or action.dest.upper())
    return Option(
        names=tuple(action.option_strings),
        choices=tuple(str(choice) for choice in action.choices or ()),
        takes_value=takes_value,
        needs_value=takes_value and action.nargs != "?",
        is_required=action.required,
        value=value,
        help=_explain(action),
    )


def _make_argument(action: argparse.Action) -> Argument:
    return Argument(
        name=str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper()),
        may_lack=action.nargs in {"?", "*"},
        may_repeat=action.nargs in {"+", "*"},
        help=_explain(action),
    )


def _explain(action: argparse.Action) -> str:
    return (action.help or "") % {**vars(action), "prog": "copytrail"}
