"""`copytrail manual`: the manual page `copytrail(1)`, made from the command itself.

It is written without argparse's own layout, which differs from Python to Python: the same command gives the same page.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from copytrail.cli.streams import write
from copytrail.cli.tree import Argument, Branch, Option, walk
from copytrail.version import VERSION

_EXAMPLES = "examples:\n"
_ENVIRONMENT = (
    ("NO_COLOR", "Where it is set, no text has colours, unless --color asks for them."),
    ("FORCE_COLOR", "Where it is set, text has colours in a file or a pipe, too."),
)
_SIGNS = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}
"""What means something else to troff, or is shown as another sign."""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `manual`."""
    parser.description = "Print the manual page of the command, for man to show."
    parser.epilog = """examples:
  copytrail manual > copytrail.1
  copytrail manual | man -l -"""
    parser.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    from copytrail.cli.command import build_parser  # noqa: PLC0415 - it knows the verbs, and this is one of them

    write(write_manual(walk(build_parser(options.verbs))).encode())
    return 0


def write_manual(branches: Iterable[Branch]) -> str:
    """The page as troff with the macros of man."""
    root, *verbs = branches
    lines = [
        f'.TH COPYTRAIL 1 "" "Copytrail {_escape(VERSION)}"',
        ".SH NAME",
        "copytrail \\- hold a release against the articles written from it",
        ".SH SYNOPSIS",
        "\\fBcopytrail\\fR \\fICOMMAND\\fR ...",
        ".SH DESCRIPTION",
        _say(root.parser.description or ""),
        *_list_options(root.options),
        ".SH COMMANDS",
        *(line for branch in verbs for line in _describe(branch)),
        ".SH EXIT STATUS",
        _say((root.parser.epilog or "").partition("\n")[0]),
        ".SH ENVIRONMENT",
        *(line for name, about in _ENVIRONMENT for line in (".TP", _bold(name), _say(about))),
    ]
    return "\n".join(lines) + "\n"


def _describe(branch: Branch) -> Iterator[str]:
    """One verb: how it is called, what it does, what it takes, and examples."""
    yield f".SS {_escape(' '.join(('copytrail', *branch.words)))}"
    yield _write_call(branch)
    if branch.parser.description:
        yield ".PP"
        yield _say(branch.parser.description)
    yield from _list_arguments(branch)
    yield from _list_options(each for each in branch.options if "--help" not in each.names)
    yield from _list_examples(branch)


def _write_call(branch: Branch) -> str:
    needed = [f"{_bold(each.names[-1])} {_write_value(each)}" for each in branch.options if each.is_required]
    verbs = [_italic("DEED"), "..."] if branch.verbs else []
    words = [_bold(" ".join(("copytrail", *branch.words))), "[options]", *needed, *verbs]
    return " ".join([*words, *(_write_argument(each) for each in branch.arguments)])


def _write_argument(argument: Argument) -> str:
    name = _italic(argument.name) + (" ..." if argument.may_repeat else "")
    return f"[{name}]" if argument.may_lack else name


def _list_arguments(branch: Branch) -> Iterator[str]:
    for argument in branch.arguments:
        yield from (".TP", _italic(argument.name), _say(argument.help))
    for name, about in branch.verbs:
        yield from (".TP", _bold(name), _say(about))


def _list_options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        value = _write_value(option)
        names = ", ".join(_bold(name) for name in option.names)
        yield from (".TP", f"{names} {value}".rstrip(), _say(option.help))


def _write_value(option: Option) -> str:
    if not option.takes_value:
        return ""
    value = _italic(option.value) if option.value else "|".join(_bold(each) for each in option.choices)
    return value if option.needs_value else f"[{value}]"


def _list_examples(branch: Branch) -> Iterator[str]:
    _, found, examples = (branch.parser.epilog or "").partition(_EXAMPLES)
    if found:
        yield from (".PP", "Examples:", ".RS", ".nf")
        yield from (_say(line) for line in examples.splitlines())
        yield from (".fi", ".RE")


def _bold(words: str) -> str:
    return f"\\fB{_escape(words)}\\fR"


def _italic(words: str) -> str:
    return f"\\fI{_escape(words)}\\fR"


def _say(words: str) -> str:
    r"""A line of words, which troff never takes for a request.

    >>> print(_say(".txt or 'original'"))
    \&.txt or \(aqoriginal\(aq
    """
    escaped = _escape(" ".join(words.split()))
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def _escape(words: str) -> str:
    r"""Words with nothing in them that means something to troff.

    >>> print(_escape("--no-names C:\\texts"))
    \-\-no\-names C:\etexts
    """
    return "".join(_SIGNS.get(sign, sign) for sign in words)
