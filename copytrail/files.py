"""The user's files to documents: which kinds of file Copytrail reads, by their endings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.errors import UnreadableInput
from copytrail.intake.from_markdown import read_markdown
from copytrail.intake.from_plain import read_plain

if TYPE_CHECKING:
    from copytrail.model import Document

READERS: dict[str, Callable[..., Document]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
"""What reads a file with this ending; a file without an ending is taken for plain text."""


def read_file(name: str | Path, **known: str) -> Document:
    """The document in a file; `known` is what is known about it (`id`, `title`, `publisher`, `url`, `published`)."""
    reader = find_reader(str(name))
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or error
        raise UnreadableInput(f"The file cannot be opened ({reason}).") from error
    known.setdefault("title", Path(name).name)
    return reader(data, **known)


def find_reader(name: str) -> Callable[..., Document]:
    """The reader for a file of this name; says which kinds are read when there is none."""
    if "://" in name:
        raise UnreadableInput("Copytrail does not fetch addresses yet: save the text of the page as a .txt file.")
    suffix = Path(name).suffix.lower()
    if suffix and suffix not in READERS:
        kinds = ", ".join(READERS)
        raise UnreadableInput(f"Copytrail reads {kinds} files so far, not {suffix}: save its text as .txt.")
    return READERS.get(suffix, read_plain)
