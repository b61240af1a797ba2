"""What those see who open a link: a comparison or a case, for reading only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from copytrail.display.ledger.overview import Overview, show_overview
from copytrail.display.naming import count
from copytrail.display.uptake import UptakeRow, list_uptake
from copytrail.display.visible import show_line
from copytrail.version import VERSION
from webapp.bars import make_bar
from webapp.contexts.case import LEDGER_NOTE, UPTAKE_NOTE
from webapp.contexts.comparison import NO_DESK, ComparisonPage, Ways, make_comparison
from webapp.contexts.documents import ArticleColumn, DocumentView, list_columns, show_document
from webapp.contexts.rows import Shown
from webapp.records import CaseRecord, ComparisonRecord
from webapp.sharing import wording
from webapp.summaries.making import make_summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands round everything that is shared."""

    head: str
    as_of: str = ""
    download: str = ""
    """The address of the report; empty where it may not be taken away."""
    whole: str = ""
    """In a frame of another site, the address of the whole page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedComparisonPage:
    """One comparison, for reading."""

    title: str
    around: Around
    comparison: ComparisonPage


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCasePage:
    """A case, for reading: its articles with their bars, what each took up, and the ledgers over all."""

    title: str
    around: Around
    name: str
    count: str
    release: DocumentView
    articles: tuple[DocumentView, ...]
    addresses: tuple[str, ...]
    compared: tuple[ArticleColumn, ...]
    """The articles that the tables have columns for."""
    uptake: tuple[UptakeRow, ...]
    uptake_note: str
    ledger: Overview | None
    ledger_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProblemPage:
    """Why nothing is shown, and whom to ask."""

    title: str
    around: Around
    happened: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The addresses of a link's pages: its own, its articles', its report and, in a frame, the whole page."""

    here: str
    articles: tuple[str, ...] = ()
    download: str = ""
    whole: str = ""


def make_shared_comparison(
    record: ComparisonRecord, shown: Shown, *, places: Places, now: datetime
) -> SharedComparisonPage:
    """One comparison alone, or one of a shared case."""
    page = make_comparison(csrf="", record=record, shown=shown, ways=_lead_on(record.number, places), notes=NO_DESK)
    return SharedComparisonPage(
        title=shown.view.window,
        around=_make_around(places, now),
        comparison=replace(page, may_edit=False, undo="", redo="", former=""),
    )


def make_shared_case(
    case: CaseRecord, comparisons: tuple[ComparisonRecord, ...], *, places: Places, now: datetime
) -> SharedCasePage:
    """The overview of a shared case."""
    bars = {record.number: make_bar(make_summary(record.comparison)) for record in comparisons}
    shown = tuple(record.comparison for record in comparisons)
    return SharedCasePage(
        title=show_line(case.name),
        around=_make_around(places, now),
        name=show_line(case.name),
        count=f"One release and {count(len(case.articles), 'article')}",
        release=show_document(case.original, None, None),
        articles=tuple(show_document(each, bars.get(each.place), None) for each in case.articles),
        addresses=places.articles,
        compared=list_columns(comparisons, places.articles),
        uptake=list_uptake(shown),
        uptake_note=UPTAKE_NOTE,
        ledger=show_overview(shown),
        ledger_note=LEDGER_NOTE,
    )


def make_shared_problem(title: str, happened: str, advice: str) -> SharedProblemPage:
    """A link that leads nowhere, now or at all."""
    return SharedProblemPage(title=title, around=Around(head=wording.READ_ONLY), happened=happened, advice=advice)


def _make_around(places: Places, now: datetime) -> Around:
    return Around(
        head=wording.READ_ONLY,
        as_of=wording.say_as_of(now, VERSION),
        download=places.download,
        whole=places.whole,
    )


def _lead_on(number: int, places: Places) -> Ways:
    """From a comparison of a shared case to the case and its neighbours; from one that stands alone nowhere."""
    if not places.articles:
        return Ways(here=places.here)
    addresses = ("", *places.articles, "")
    return Ways(
        here=addresses[number],
        case=places.here,
        previous=addresses[number - 1],
        following=addresses[number + 1],
    )
