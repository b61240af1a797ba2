"""What the page says on which the contents of an export are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from copytrail.display.visible import show_line
from copytrail.export import FORMATS, Rows
from copytrail.export.options import LONGEST_QUOTE, MOST_IN_PDF, SHORTEST_QUOTE, split_names
from webapp.export_form import say_pdf_limit
from webapp.records import CaseRecord

NAMES = {
    "pdf": ("PDF", "pages to print, to send and to have read aloud"),
    "zip": ("Everything (zip)", "every format for every article, grid and ledgers, with a page that links them"),
    "docx": ("Word", "the article with tracked changes against the release, findings as comments"),
    "html": ("Report (HTML)", "one file that opens anywhere and prints"),
    "xlsx": ("Workbook (Excel)", "a sheet each for findings, passages, quotations, facts and sentences"),
    "csv": ("Table (CSV)", "the same rows in one table"),
    "md": ("Markdown", "for editors and chat"),
    "text": ("Plain text", "the marked text, to paste into a message"),
    "svg": ("Picture (SVG)", "the bars for a slide; sharp at any size"),
    "png": ("Picture (PNG)", "the bars for a post"),
    "annotations": ("Web annotations (JSON-LD)", "matches and findings for programs that annotate"),
    "tei": ("TEI (XML)", "both texts with their passages, for research and archives"),
    "json": ("Data (JSON)", "every passage with its place and its reason"),
}
"""The formats as the page calls them, what most people want first."""
NOTE = "Every file says where it comes from: titles, addresses, a fingerprint of each text, engine and thresholds."
QUOTES_NOTE = (
    "No findings are lost; the texts are left out, and nowhere in the file stand more words of either text on end. "
    f"From {SHORTEST_QUOTE} to {LONGEST_QUOTE}; empty for no limit. Not for data, TEI and annotations."
)


ROWS = {
    Rows.ALL: "all of them",
    Rows.FINDINGS: "findings",
    Rows.SENTENCES: "sentences",
    Rows.QUOTATIONS: "quotations",
    Rows.FIGURES: "figures and dates",
    Rows.NAMES: "names and titles",
}
"""The rows of a table as the page calls them."""


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """One format as a choice."""

    name: str
    title: str
    about: str
    chosen: bool
    inside: bool
    """Whether it is chosen for the zip file."""
    can: bool
    """Whether it can be had of so many articles."""


@dataclass(frozen=True, slots=True)
class RowsChoice:
    """Rows of a table as a choice; all of them have no name, so that an address is not burdened with it."""

    name: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """What was chosen and cannot be had, and why; nothing where the page is opened first."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsPage:
    """The choices of an export."""

    title: str
    case_id: str
    case_name: str
    number: int
    """The number of the article; 0 for all of the case."""
    formats: tuple[FormatChoice, ...]
    rows: tuple[RowsChoice, ...]
    note: str
    limit: str
    """Why the case is no single PDF; empty where it is."""
    quotes_note: str
    shortest: int
    longest: int
    today: str
    chosen: Mapping[str, str]
    """What stands in the fields."""
    problem: str


def make_exports(case: CaseRecord, number: int, *, today: date, refused: Refused) -> ExportsPage:
    """The page, for one article or for all of a case."""
    name = show_line(case.name)
    return ExportsPage(
        title=f"Export · {name}",
        case_id=case.id,
        case_name=name,
        number=number,
        formats=_list_formats(1 if number else len(case.articles), refused.chosen),
        rows=tuple(_choose_rows(rows, refused.chosen.get("rows", "")) for rows in Rows),
        note=NOTE,
        limit=say_pdf_limit(len(case.articles)) if not number and len(case.articles) > MOST_IN_PDF else "",
        quotes_note=QUOTES_NOTE,
        shortest=SHORTEST_QUOTE,
        longest=LONGEST_QUOTE,
        today=today.isoformat(),
        chosen=refused.chosen,
        problem=refused.problem,
    )


def _list_formats(articles: int, chosen: Mapping[str, str]) -> tuple[FormatChoice, ...]:
    """The formats, of which one is chosen and any may stand in a zip file; the usual one is the first that can be."""
    known = {**NAMES, **{each: (each, "") for each in FORMATS if each not in NAMES}}
    can = {name: name != "pdf" or articles <= MOST_IN_PDF for name in known}
    one = chosen.get("format") or next(name for name in known if can[name])
    inside = split_names(chosen.get("formats", "")) or tuple(FORMATS)
    return tuple(
        FormatChoice(name, *said, chosen=name == one, inside=name in inside, can=can[name])
        for name, said in known.items()
    )


def _choose_rows(rows: Rows, chosen: str) -> RowsChoice:
    return RowsChoice("" if rows is Rows.ALL else rows.value, ROWS[rows], rows.value == (chosen or Rows.ALL))
