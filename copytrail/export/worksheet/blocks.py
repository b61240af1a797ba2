"""What a worksheet is made of, the same on pages and as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title of the sheet has level 1."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with words before it that say what it is."""

    kind: ClassVar[str] = "line"
    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text that a task is about."""

    kind: ClassVar[str] = "quote"
    words: str
    wide: bool = False
    """Whether there is room between the lines to mark words."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What can be chosen, each with its letter."""

    kind: ClassVar[str] = "letters"
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of things to say, without an order."""

    kind: ClassVar[str] = "points"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines to write on, with what is to be written."""

    kind: ClassVar[str] = "blanks"
    label: str
    lines: int = 1
    """None: a short line beside the label."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text, its sentences with their numbers."""

    is_heading: bool
    sentences: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text to read."""

    kind: ClassVar[str] = "text"
    language: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under names of columns."""

    kind: ClassVar[str] = "table"
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a page of its own."""

    kind: ClassVar[str] = "new_page"


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page."""

    kind: ClassVar[str] = "together"
    blocks: tuple[Block, ...]


Block: TypeAlias = "Heading | Line | Quote | Letters | Points | Blanks | Text | Table | NewPage | Together"
