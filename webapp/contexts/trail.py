"""What the page of a case's trail says: each shared addition with its articles in the order of dates, drawn too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from copytrail.display.naming import count, join_words
from copytrail.display.visible import show_line
from webapp.records import DocumentRecord
from webapp.summaries.summing import SummedCase
from webapp.summaries.trail import Holder, Shared, find_date, list_trail, order_by_date

PAGE_ADDITIONS = 10
OPEN_HOLDERS = 8
"""More articles than these are folded at first."""
NOTE = (
    "What several articles share and the release lacks came from one of them to the others, or to all from a third "
    "text. Only dates, and what each took from the release, may say which way; none of it is proof."
)
NOTHING = "No addition stands in more than one article."
TOO_FEW = "A trail needs at least two articles: it shows what several of them share and the release lacks."
_COLUMN, _ROW, _EDGE = 34, 30, 26


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderLine:
    """One article that holds an addition."""

    number: int
    name: str
    date: str
    kind: str
    anchor: str
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedBlock:
    """One shared addition."""

    key: str
    number: int
    words: str
    count: str
    holders: tuple[HolderLine, ...]
    rest: tuple[HolderLine, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One line of the drawing: where it begins and ends, and its dots."""

    label: str
    y: int
    start: int
    end: int
    dots: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A drawing: a column for each article in the order of dates, a line for each addition."""

    width: int
    height: int
    rows: tuple[PlotRow, ...]
    columns: tuple[tuple[int, str], ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPage:
    """The trail of a case."""

    title: str
    case_id: str
    case_name: str
    note: str
    count: str
    nothing: str
    blocks: tuple[SharedBlock, ...]
    plot: Plot | None
    page: int
    pages: int
    work: str


def make_trail(summed: SummedCase, *, page: int, work: str) -> TrailPage:
    """One page of the trail."""
    record = summed.standing.record
    shared = list_trail(record.articles, summed.summaries)
    pages = max(1, ceil(len(shared) / PAGE_ADDITIONS))
    page = min(max(1, page), pages)
    first = (page - 1) * PAGE_ADDITIONS
    shown = shared[first : first + PAGE_ADDITIONS]
    return TrailPage(
        title="Trail",
        case_id=record.id,
        case_name=show_line(record.name),
        note=NOTE,
        count=count(len(shared), "shared addition"),
        nothing="" if shared else NOTHING if len(record.articles) > 1 else TOO_FEW,
        blocks=tuple(_show_shared(number, each) for number, each in enumerate(shown, first + 1)),
        plot=_draw(shown, first) if shown else None,
        page=page,
        pages=pages,
        work=work,
    )


def _show_shared(number: int, shared: Shared) -> SharedBlock:
    lines = tuple(map(_show_holder, shared.holders))
    rest = lines[OPEN_HOLDERS:]
    return SharedBlock(
        key=f"shared-{number}",
        number=number,
        words=shared.holders[0].addition.words,
        count=f"In {count(len(lines), 'article')}",
        holders=lines[:OPEN_HOLDERS],
        rest=rest,
        more=f"{count(len(rest), 'more article')}",
    )


def _show_holder(holder: Holder) -> HolderLine:
    suggestion = ""
    if holder.source:
        why = join_words(list(holder.reasons))
        suggestion = f"may come from article {holder.source.place}, which {why}"
    return HolderLine(
        number=holder.article.place,
        name=show_line(holder.article.name),
        date=find_date(holder.article) or "no date",
        kind=holder.addition.kind,
        anchor=f"addition-{holder.addition.number}",
        suggestion=suggestion,
    )


def _draw(shown: Sequence[Shared], first: int) -> Plot:
    held = {holder.article.id: holder.article for shared in shown for holder in shared.holders}
    articles = order_by_date(tuple(held.values()))
    places = {article.id: _EDGE * 2 + number * _COLUMN for number, article in enumerate(articles)}
    rows = tuple(
        _draw_row(shared, first + number + 1, _EDGE * 2 + number * _ROW, places) for number, shared in enumerate(shown)
    )
    return Plot(
        width=_EDGE * 3 + len(articles) * _COLUMN,
        height=_EDGE * 2 + len(shown) * _ROW,
        rows=rows,
        columns=tuple((places[article.id], str(article.place)) for article in articles),
        spoken=_say_plot(shown, articles),
    )


def _draw_row(shared: Shared, number: int, y: int, places: Mapping[str, int]) -> PlotRow:
    dots = tuple(sorted(places[holder.article.id] for holder in shared.holders))
    return PlotRow(str(number), y, dots[0], dots[-1], dots)


def _say_plot(shown: Sequence[Shared], articles: Sequence[DocumentRecord]) -> str:
    return (
        f"A drawing of {count(len(shown), 'addition')} over {count(len(articles), 'article')} in the order of their "
        "dates: a dot where an article holds an addition. The list below says the same."
    )
