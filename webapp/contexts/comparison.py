"""What the page of a comparison says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.page import ComparisonView
from copytrail.display.visible import show_line
from webapp.records import ComparisonRecord


@dataclass(frozen=True, slots=True)
class ExportLink:
    """A file to take away."""

    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """One article beside its release, with the way to its neighbours and to the files."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    number: int
    place: str
    previous: int
    following: int
    exports: tuple[ExportLink, ...]
    view: ComparisonView


EXPORTS = (
    ExportLink("html", "Report (HTML)", "one file that opens anywhere and prints"),
    ExportLink("json", "Data (JSON)", "every passage with its place and its reason"),
    ExportLink("csv", "Table (CSV)", "one line per finding and per passage, for a spreadsheet"),
    ExportLink("text", "Plain text", "the marked text, to paste into a message"),
)
"""The files of the export menu, the one most people want first."""


def make_comparison(*, csrf: str, record: ComparisonRecord, view: ComparisonView) -> ComparisonPage:
    """The page of one comparison, seen in the state its address asks for."""
    articles = len(record.case.articles)
    return ComparisonPage(
        title=view.window,
        csrf=csrf,
        case_id=record.case.id,
        case_name=show_line(record.case.name),
        number=record.number,
        place=f"1 release, {count(articles, 'article')} · article {record.number} of {articles}",
        previous=record.number - 1,
        following=record.number + 1 if record.number < articles else 0,
        exports=EXPORTS,
        view=view,
    )
