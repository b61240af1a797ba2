"""What a report is made of, whatever it is written as: headings, lines, tables, bars, and texts with their marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from copytrail.display.summary import Bar
from copytrail.model import Label, ParagraphKind


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the first of an article is of level 1."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph in our own words, with what is strong at its beginning."""

    kind: ClassVar[str] = "line"
    lead: str = ""
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding: its number, its kind, why, and the words of either text with their places."""

    kind: ClassVar[str] = "entry"
    number: int
    name: str
    why: str
    quotes: tuple[Line, ...]
    said: str = ""
    """Who dismissed it, when and why; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of strings; `widths` says how the width is shared."""

    kind: ClassVar[str] = "table"
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """The counts of both sides."""

    kind: ClassVar[str] = "bars"
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of a text under one label; words that changed inside a passage are marked."""

    words: str
    label: Label | None = None
    opens: bool = False
    """Whether a passage begins with it, so that its letter stands before it."""
    changed: bool = False
    by_hand: bool = False
    findings: tuple[int, ...] = ()
    """The numbers of the findings that end with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One paragraph of a text."""

    name: str
    kind: ParagraphKind
    language: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Paragraphs of the article and what of the release stands beside them."""

    headline: str
    label: Label
    article: tuple[Told, ...]
    release: tuple[Told, ...]
    missing: str
    """What stands in place of the side that has nothing here."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Both texts side by side."""

    kind: ClassVar[str] = "columns"
    rows: tuple[Beside, ...]


Block: TypeAlias = Heading | Line | Entry | Table | Bars | Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The report of one article."""

    title: str
    release: str
    """What the release is called."""
    opening: tuple[Block, ...]
    """The verdict, the counts, and what is worth checking."""
    texts: tuple[Block, ...] = ()
    """The texts; nothing where they are left out."""
    ledgers: tuple[Block, ...] = ()
    sources: tuple[Block, ...] = ()
    """Where everything comes from."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it, in order."""
        return (*self.opening, *self.texts, *self.ledgers, *self.sources)
