"""Where a verb's texts come from and its result goes to: files, addresses, or standard input and output for `-`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.errors import CopytrailError, UnreadableInput, WouldOverwrite
from copytrail.files import Fetch, is_address, read_bytes, read_fetched, read_file
from copytrail.intake.characters.charsets import knows_charset
from copytrail.intake.extracts import Changes, FileOptions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from copytrail.model import Document


def add_file_options(parser: ArgumentParser) -> None:
    """Add the arguments that say how files are read, where they leave a choice."""
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        type=_encoding,
        default="",
        help="the encoding of the characters, where Copytrail guesses wrong: cp1252, utf-16, shift_jis",
    )
    parser.add_argument(
        "--changes",
        choices=tuple(each.value for each in Changes),
        default=Changes.ACCEPTED.value,
        help="read tracked changes as accepted, or the text as it was before them (accepted)",
    )


def open_document(name: str, identity: str, options: Namespace) -> Document:
    """The document in a file or at an address of this name, or in standard input.

    An error says which text it is about; what there is to know of the file is said on standard error.
    """
    called = "standard input" if name == "-" else name
    try:
        document = _read(name, identity, options)
    except CopytrailError as error:
        raise type(error)(f"{called}: {error}") from error
    for note in document.notes:
        warn(f"{called}: {note}")
    return document


def _read(name: str, identity: str, options: Namespace) -> Document:
    how = FileOptions(encoding=options.encoding, changes=Changes(options.changes))
    if name == "-":
        return read_bytes(sys.stdin.buffer.read(), "", how, id=identity)
    if is_address(name):
        return read_fetched(_find_fetch(options)(name), how, id=identity)
    return read_file(name, how, id=identity)


def _find_fetch(options: Namespace) -> Fetch:
    fetch: Fetch | None = getattr(options, "fetch", None)
    if fetch is None:
        raise UnreadableInput("The engine alone opens no addresses: save the page as an .html file.")
    return fetch


def _encoding(name: str) -> str:
    if name and not knows_charset(name):
        raise ArgumentTypeError(f"Python knows no encoding of the name {name!r}; try utf-8, cp1252 or utf-16")
    return name


def check_output(output: Path | None, inputs: list[str]) -> None:
    """Refuse to write the result over one of the texts."""
    if output and any(name != "-" and Path(name).resolve() == output.resolve() for name in inputs):
        raise WouldOverwrite(f"{output}: this is one of the inputs, the result would overwrite it.")


def write(data: bytes, output: Path | None = None) -> None:
    """Write to a file, or to standard output."""
    if output:
        output.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def say(line: str) -> None:
    """One line of what was asked for."""
    write(f"{line}\n".encode("utf-8", "backslashreplace"))


def warn(message: str) -> None:
    """One line of what there is to know beside it."""
    print(f"copytrail: {message}", file=sys.stderr)


def add_colour_option(parser: ArgumentParser) -> None:
    """Add the argument that says whether there are colours."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        dest="colour",
        help="whether text has colours; auto means on a terminal, unless NO_COLOR is set, or where FORCE_COLOR is",
    )


def shows_colour(asked: str = "auto") -> bool:
    """Whether standard output gets colours: as was asked, as the environment says, or where it is a terminal."""
    if asked != "auto" or os.environ.get("NO_COLOR"):
        return asked == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
