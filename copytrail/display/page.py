"""Everything a comparison page or a report shows, put together for one state of the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from copytrail.display.cells import Painter, ShownCell
from copytrail.display.detail import Detail, open_detail
from copytrail.display.find import Found, find_places
from copytrail.display.grid import Fold, Grid
from copytrail.display.links import cut_original
from copytrail.display.moved import find_moves
from copytrail.display.naming import NAMES, count, shorten
from copytrail.display.pieces import Pieces, Side, find_pieces
from copytrail.display.rail import Alarm, NoteList, Rail, list_alarms, list_notes
from copytrail.display.rows import Cell
from copytrail.display.state import Order, PageState, View
from copytrail.display.strip import StripStep, build_strip
from copytrail.display.summary import Bar, LegendEntry, build_bars, build_legend, say_verdict
from copytrail.display.visible import show_line
from copytrail.display.wording import VIEW_NAMES, say_done, say_method, say_places, say_state, say_window
from copytrail.measures import measure
from copytrail.model import Comparison, Document, ParagraphKind


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to see the page, as a link."""

    name: str
    address: str
    chosen: bool
    key: str


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A match in the table of the report."""

    place: str
    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindBox:
    """The words to find, how many places there are, and the way to the next and the one before."""

    words: str
    result: str
    previous: str
    following: str
    clear: str
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """One comparison in one state, ready for a template."""

    state: PageState
    title: str
    window: str
    """The title of the window: what of which article is to be seen."""
    verdict: str
    reasons: tuple[str, ...]
    alarms: tuple[Alarm, ...]
    bars: tuple[Bar, Bar]
    legend: tuple[LegendEntry, ...]
    everything: str
    views: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    find: FindBox
    folds: tuple[Fold, ...]
    originals: tuple[ShownCell, ...]
    derivatives: tuple[ShownCell, ...]
    release_head: str
    article_head: str
    detail: Detail | None
    matches: tuple[MatchLine, ...]
    release_name: str
    strip: tuple[StripStep, ...]
    lists: tuple[NoteList, ...]
    says: str
    done: str
    method: str


def view_comparison(comparison: Comparison, state: PageState) -> ComparisonView:
    """Put together what the page shows of a comparison in this state."""
    pieces, moves, measures = find_pieces(comparison), find_moves(comparison), measure(comparison)
    found = find_places(comparison, state)
    painter = Painter(comparison, pieces, moves, state, found)
    grid = Grid(painter)
    rail = Rail(comparison=comparison, pieces=pieces, moves=moves, state=state)
    lists = list_notes(rail)
    separate = state.view in (View.CONNECTED, View.ARTICLE)
    legend = build_legend(pieces, state)
    detail = open_detail(comparison, pieces, moves, state) if state.focus else None
    title = name_document(comparison.derivative, "Article without a title")
    return ComparisonView(
        state=state,
        title=title,
        window=say_window(title, detail.place if detail else "", VIEW_NAMES[state.view.value]),
        verdict=say_verdict(comparison, measures),
        reasons=tuple(measures.reasons),
        alarms=list_alarms(rail, lists),
        lists=lists,
        bars=build_bars(measures, comparison.thresholds.verbatim_words),
        legend=legend,
        everything=replace(state, show=()).address(),
        views=_list_views(state),
        orders=_list_orders(state),
        find=_show_find(state, found),
        folds=() if separate else grid.folds(),
        originals=_paint_all(painter, Side.ORIGINAL) if state.view is View.CONNECTED else (),
        derivatives=_paint_all(painter, Side.DERIVATIVE) if separate else (),
        release_head=_head("Release", comparison.original),
        article_head=_head("Article", comparison.derivative),
        detail=open_detail(comparison, pieces, moves, state) if state.focus else None,
        matches=_list_matches(comparison, pieces) if state.view is View.REPORT else (),
        release_name=name_document(comparison.original, "Release without a title"),
        strip=build_strip(grid.rows),
        says=_say(state, legend, found),
        done=say_done(state.done),
        method=say_method(comparison.engine),
    )


def name_document(document: Document, otherwise: str) -> str:
    """The title of a document on one line; without one its first words, without these other words."""
    if show_line(document.title):
        return show_line(document.title)
    told = (each for each in document.paragraphs if each.kind is not ParagraphKind.FURNITURE)
    first = next(told, None)
    return shorten(show_line(first.span.of(document.text)), 80) if first else otherwise


def _paint_all(painter: Painter, side: Side) -> tuple[ShownCell, ...]:
    """Every paragraph of one side, whole."""
    document = painter.comparison.original if side is Side.ORIGINAL else painter.comparison.derivative
    pieces = painter.pieces.by_paragraph(side)
    return tuple(
        painter.paint(Cell(side=side, paragraph=paragraph, pieces=pieces.get(paragraph.number, ())))
        for paragraph in document.paragraphs
    )


def _list_matches(comparison: Comparison, pieces: Pieces) -> tuple[MatchLine, ...]:
    """The matches with their reasons, in the order of the article."""
    lines = []
    places: defaultdict[str, set[int]] = defaultdict(set)
    for piece in pieces.derivative:
        places[piece.key].add(piece.paragraph)
    for match in comparison.matches:
        articles = sorted(places[match.id])
        releases = sorted({piece.paragraph for piece in cut_original(comparison.original, pieces, match)})
        place = f"{say_places(articles, 'A')} from {say_places(releases, 'R')}"
        lines.append(MatchLine(place, NAMES[match.label], match.why))
    return tuple(lines)


def _list_views(state: PageState) -> tuple[Choice, ...]:
    return tuple(
        Choice(VIEW_NAMES[view.value], replace(state, view=view).address(), state.view is view, view.value)
        for view in View
    )


def _list_orders(state: PageState) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"{order.value.capitalize()} order",
            replace(state, order=order).address(),
            state.order is order,
            order.value,
        )
        for order in Order
    )


def _show_find(state: PageState, found: Found) -> FindBox:
    """The find box with its result in words."""
    total = len(found.hits)
    step = replace(state, focus="")
    result = ""
    if state.find:
        result = f"{found.current:,} of {total:,}{' or more' if found.cut else ''}" if total else "Nothing found"
    return FindBox(
        words=state.find,
        result=result,
        previous=replace(step, at=(found.current - 2) % total + 1).address("found") if total > 1 else "",
        following=replace(step, at=found.current % total + 1).address("found") if total > 1 else "",
        clear=replace(state, find="", at=1).address() if state.find else "",
        hidden=tuple((name, value) for name, value in step.fields if name not in ("find", "at")),
    )


def _head(role: str, document: Document) -> str:
    """The head of a column: role, publisher, paragraphs, and how much page furniture is set aside."""
    furniture = sum(paragraph.kind is ParagraphKind.FURNITURE for paragraph in document.paragraphs)
    parts = [role, show_line(document.publisher), show_line(document.published)]
    told = count(len(document.paragraphs) - furniture, "paragraph")
    aside = f", {furniture:,} set aside as page furniture" if furniture else ""
    return " · ".join(part for part in parts if part) + f" · {told}{aside}"


def _say(state: PageState, legend: tuple[LegendEntry, ...], found: Found) -> str:
    """One line for each thing that can change; only lines that did change are spoken."""
    shown = [(entry.name.lower(), entry.passages) for entry in legend if entry.pressed]
    places = (len(found.hits), found.current) if state.find else None
    lines = say_state(shown, places, state.order.value, f"{VIEW_NAMES[state.view.value]} view")
    return "\n".join((*lines, say_done(state.done)))
