"""Where a verb's texts come from and its result goes to: files, or standard input and output for `-`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.errors import CopytrailError, WouldOverwrite
from copytrail.files import read_file
from copytrail.intake.from_plain import read_plain

if TYPE_CHECKING:
    from copytrail.model import Document


def open_document(name: str, identity: str) -> Document:
    """The document in a file of this name, or in standard input; an error says which text it is about."""
    try:
        if name == "-":
            return read_plain(sys.stdin.buffer.read(), id=identity)
        return read_file(name, id=identity)
    except CopytrailError as error:
        raise type(error)(f"{'standard input' if name == '-' else name}: {error}") from error


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


def shows_colour() -> bool:
    """Whether standard output is a terminal that shows colours and whose user wants them."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
