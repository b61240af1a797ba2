"""What the grid says: for each paragraph of the release what each article took up of it, sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from copytrail.display.naming import count, shorten
from copytrail.display.uptake import UptakeCell
from copytrail.display.visible import show_line
from copytrail.model import Derivation, Document, ParagraphKind
from webapp.records import DocumentRecord
from webapp.summaries.summing import SummedCase
from webapp.summaries.values import Summary

COLUMNS = 12
_OPENING = 80
NOTE = (
    "One row for each paragraph of the release, one column for each article: the label most of the words used fall "
    "under, and how much of the paragraph was used. Each cell leads to the passage."
)


class Sort(StrEnum):
    """In what order the articles stand."""

    ORDER = "order"
    DERIVED = "derived"
    COPIED = "copied"
    FINDINGS = "findings"


class Only(StrEnum):
    """Which articles stand in the grid."""

    ALL = "all"
    FINDINGS = "findings"
    NOT_DERIVED = "not-derived"


SORT_NAMES = {
    Sort.ORDER: "as in the case",
    Sort.DERIVED: "most from the release first",
    Sort.COPIED: "most copied first",
    Sort.FINDINGS: "most findings first",
}
ONLY_NAMES = {Only.ALL: "all", Only.FINDINGS: "with something to check", Only.NOT_DERIVED: "not derived"}
_SORT_KEYS: dict[Sort, Callable[[Summary], float]] = {
    Sort.DERIVED: lambda summary: -summary.share,
    Sort.COPIED: lambda summary: -summary.copied,
    Sort.FINDINGS: lambda summary: -summary.open_findings,
}
_FITS: dict[Only, Callable[[Summary], bool]] = {
    Only.FINDINGS: lambda summary: summary.open_findings > 0,
    Only.NOT_DERIVED: lambda summary: summary.measures.derivation is Derivation.NON_DERIVED,
}


@dataclass(frozen=True, slots=True)
class GridState:
    """What the reader chose to see."""

    sort: Sort = Sort.ORDER
    only: Only = Only.ALL
    page: int = 1


@dataclass(frozen=True, slots=True)
class GridChoice:
    """One way to sort or filter."""

    name: str
    sort: str
    only: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One article."""

    number: int
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One paragraph of the release."""

    name: str
    opening: str
    cells: tuple[UptakeCell | None, ...]
    taken: str
    """How many of the articles took up anything of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPage:
    """One page of columns of the grid."""

    title: str
    case_id: str
    case_name: str
    note: str
    count: str
    sorts: tuple[GridChoice, ...]
    filters: tuple[GridChoice, ...]
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    nothing: str
    state: GridState
    page: int
    pages: int
    range: str
    work: str


def make_grid(summed: SummedCase, release: Document, state: GridState, *, work: str) -> GridPage:
    """The grid as the address asks for it."""
    record = summed.standing.record
    held = [(article, summed.summaries[article.id]) for article in record.articles if article.id in summed.summaries]
    chosen = [pair for pair in held if state.only not in _FITS or _FITS[state.only](pair[1])]
    if state.sort in _SORT_KEYS:
        chosen.sort(key=lambda pair: (_SORT_KEYS[state.sort](pair[1]), pair[0].place))
    pages = max(1, ceil(len(chosen) / COLUMNS))
    page = min(max(1, state.page), pages)
    first = (page - 1) * COLUMNS
    shown = chosen[first : first + COLUMNS]
    return GridPage(
        title="Grid",
        case_id=record.id,
        case_name=show_line(record.name),
        note=NOTE,
        count=_count_chosen(chosen, record.articles, state),
        sorts=_list_sorts(state),
        filters=_list_filters(state),
        columns=tuple(_show_column(article, summary) for article, summary in shown),
        rows=_list_rows(release, [summary for _, summary in chosen], [summary for _, summary in shown]),
        nothing="" if shown else "No article is shown: none is compared, or none fits.",
        state=state,
        page=page,
        pages=pages,
        range=f"Columns {first + 1} to {first + len(shown)} of {len(chosen)}" if pages > 1 else "",
        work=work,
    )


def _count_chosen(
    chosen: list[tuple[DocumentRecord, Summary]], articles: tuple[DocumentRecord, ...], state: GridState
) -> str:
    if state.only is Only.ALL:
        return f"{count(len(chosen), 'article')}, {SORT_NAMES[state.sort]}."
    return f"{len(chosen):,} of {count(len(articles), 'article')} {ONLY_NAMES[state.only]}, {SORT_NAMES[state.sort]}."


def _list_sorts(state: GridState) -> tuple[GridChoice, ...]:
    return tuple(GridChoice(name, sort, state.only, sort is state.sort) for sort, name in SORT_NAMES.items())


def _list_filters(state: GridState) -> tuple[GridChoice, ...]:
    return tuple(GridChoice(name, state.sort, only, only is state.only) for only, name in ONLY_NAMES.items())


def _show_column(article: DocumentRecord, summary: Summary) -> GridColumn:
    findings = count(summary.open_findings, "finding") if summary.open_findings else "no findings"
    note = f"{round(100 * summary.share)}% from the release, {findings}"
    return GridColumn(number=article.place, name=shorten(show_line(article.name), 60), note=note)


def _list_rows(release: Document, every: list[Summary], shown: list[Summary]) -> tuple[GridRow, ...]:
    """The paragraphs of the release that have words; what is no part of its text has no row."""
    return tuple(
        GridRow(
            name=f"R{paragraph.number}",
            opening=shorten(show_line(paragraph.span.of(release.text)), _OPENING),
            cells=tuple(summary.uptake.get(paragraph.number) for summary in shown),
            taken=_count_taken(paragraph.number, every),
        )
        for paragraph in release.paragraphs
        if paragraph.kind is not ParagraphKind.FURNITURE
        and release.index.count(paragraph.span.start, paragraph.span.end)
    )


def _count_taken(number: int, summaries: list[Summary]) -> str:
    taken = sum(1 for summary in summaries if number in summary.uptake and summary.uptake[number].used)
    return f"in {taken:,} of {len(summaries):,}"
