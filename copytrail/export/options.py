"""What a reader chooses of an export, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from copytrail.errors import BadExportOption

SHORTEST_QUOTE, USUAL_QUOTE, LONGEST_QUOTE = 5, 25, 100
"""In words: how much of a text may stand in one piece where only short quotes are wanted."""

MOST_IN_PDF = 40
"""So many articles stand in one PDF at most: typst holds all pages at once, some 16 MB for an article of two pages."""


class Colours(StrEnum):
    """What the file is for: a screen, or a printer that may know grey alone."""

    LIGHT = "light"
    PRINT = "print"


class Paper(StrEnum):
    """The sheets that a file with pages is laid out for."""

    A4 = "a4"
    LETTER = "letter"


class Layout(StrEnum):
    """How a Word document shows the two texts."""

    CHANGES = "changes"
    """The derivative, with tracked changes against the original."""
    TABLE = "table"
    """Both texts side by side."""


class Picture(StrEnum):
    """What a picture shows."""

    BARS = "bars"
    """What each article took from the release."""
    TRAIL = "trail"
    """Which articles share what the release lacks, in the order of their dates."""


class Rows(StrEnum):
    """What a table has a row for."""

    ALL = "all"
    """Everything, with a column that says what a row is."""
    FINDINGS = "findings"
    SENTENCES = "sentences"
    QUOTATIONS = "quotations"
    FIGURES = "figures"
    """Numbers, amounts and dates."""
    NAMES = "names"
    """Persons, places and bodies, and the titles of persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """The choices; without any, all of the comparison as it is seen on screen."""

    notes: bool = True
    """Whether what people wrote stands in it: their reasons and their notes."""
    names: bool = True
    """Whether it says who corrected, dismissed and noted."""
    findings_only: bool = False
    """Verdict, counts and what is worth checking, without the texts and the ledgers."""
    short_quotes: int = 0
    """The same, and of either text no more than so many words on end anywhere; 0 for no limit."""
    colours: Colours = Colours.LIGHT
    paper: Paper = Paper.A4
    layout: Layout = Layout.CHANGES
    rows: Rows = Rows.ALL
    picture: Picture = Picture.BARS
    bom: bool = False
    """Whether a table begins with the mark (U+FEFF) by which some spreadsheets tell that it is UTF-8."""
    formats: tuple[str, ...] = ()
    """Of a zip file, the formats in it by their names; none for all of them."""
    made: date | None = None
    """The date of the export; told by the caller, because the same input and options give the same bytes."""

    def __post_init__(self) -> None:
        """Refuses a limit that protects nothing or leaves nothing to read, and rows that are left out."""
        if self.short_quotes and not SHORTEST_QUOTE <= self.short_quotes <= LONGEST_QUOTE:
            raise BadExportOption(f"A short quote has {SHORTEST_QUOTE} to {LONGEST_QUOTE} words.")
        if self.is_digest and self.rows not in {Rows.ALL, Rows.FINDINGS}:
            raise BadExportOption(f"With findings only, or short quotes, a table has no rows of {self.rows}.")

    @property
    def is_digest(self) -> bool:
        """Whether the texts themselves are left out."""
        return self.findings_only or self.short_quotes > 0

    def list_chosen(self) -> tuple[str, ...]:
        """The names of the options that are not as they usually are.

        >>> ExportOptions(names=False, short_quotes=25).list_chosen()
        ('names', 'short_quotes')
        """
        return tuple(each.name for each in fields(self) if getattr(self, each.name) != each.default)


def split_names(names: str) -> tuple[str, ...]:
    """The names of formats, each once, from one text.

    >>> split_names("pdf, docx,pdf")
    ('pdf', 'docx')
    """
    return tuple(dict.fromkeys(name for each in names.split(",") if (name := each.strip())))


AS_ON_SCREEN = ExportOptions()
"""Everything, as it is seen on screen."""
