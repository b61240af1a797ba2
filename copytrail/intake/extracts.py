"""What a file yields before it is a document: its blocks in order, what it says of itself, and what to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytrail.model import ParagraphKind


class Changes(StrEnum):
    """How tracked changes are read: all accepted, or the text as it was before them."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """How a person wants a file to be read, where it leaves a choice."""

    encoding: str = ""
    """The encoding of its characters; empty lets the file tell, or its bytes."""
    changes: Changes = Changes.ACCEPTED


AS_IT_COMES = FileOptions()
"""Nobody chose anything."""


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block of a file: a paragraph, a heading, a list item, a cell, a caption."""

    text: str
    """Canonical, without white space around it; a line end inside ends a paragraph."""
    kind: ParagraphKind | None = None
    """None leaves it to the look of its lines; furniture is said by `furniture`, never here."""
    furniture: str = ""
    """Why it is no part of the text, in a few plain words ("menu"), where the format tells; it is kept all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """All a reader could see of a file, kept and removed blocks in the order of the file."""

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    """The date of publication, best as `YYYY-MM-DD`."""
    url: str = ""
    """The address the file itself gives for its text."""
    language: str = ""
    """The primary language subtag (`en`), or empty where the file does not say."""
    notes: tuple[str, ...] = ()
    """What whoever compares the text has to know, each a sentence: limits that cut it, what was left aside."""
    encoding: str = ""
    """The encoding in which its characters were read, where another one could be chosen."""
    has_changes: bool = False
    """Whether it holds tracked changes, so that `FileOptions.changes` matters."""
