"""Everything a comparison page or a report shows, put together for one state of the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from copytrail.display.cells import Painter
from copytrail.display.corrected import CorrectedNote, list_corrected
from copytrail.display.correction_wording import say_count_by_hand
from copytrail.display.detail import Detail, open_detail
from copytrail.display.dismissed import DismissedNote, list_dismissed
from copytrail.display.find import find_places
from copytrail.display.findings import FindingLine, keep_open, list_findings
from copytrail.display.ledger.page import Ledgers, show_ledgers
from copytrail.display.links import cut_original
from copytrail.display.moved import find_moves
from copytrail.display.naming import NAMES, shorten
from copytrail.display.notes import NoteView, view_notes
from copytrail.display.pieces import Pieces, find_pieces
from copytrail.display.rail import Alarm, NoteList, Rail, list_alarms, list_notes
from copytrail.display.references import Sources, show_sources
from copytrail.display.state import PageState, View
from copytrail.display.summary import Bar, build_bars, list_file_notes, list_reasons, say_verdict
from copytrail.display.texts import Texts, lay_out
from copytrail.display.toolbar import Toolbar, build_toolbar
from copytrail.display.visible import show_line
from copytrail.display.wording import (
    CHECKED,
    NOTHING_TO_CHECK,
    VIEW_NAMES,
    say_done,
    say_method,
    say_places,
    say_why,
    say_window,
)
from copytrail.measures import measure
from copytrail.model import Comparison, Document, ParagraphKind


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A match in the table of the report."""

    place: str
    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """One comparison in one state, ready for a template."""

    state: PageState
    title: str
    window: str
    """The title of the window: what of which article is to be seen."""
    release_name: str
    verdict: str
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    """What to know of the files that the texts came from."""
    alarms: tuple[Alarm, ...]
    lists: tuple[NoteList, ...]
    findings: tuple[FindingLine, ...]
    """What is worth checking, in the order of the article."""
    dismissed: tuple[DismissedNote, ...]
    """What readers found to need no more checking."""
    corrected: tuple[CorrectedNote, ...]
    """What people corrected, in the order of the article."""
    written: tuple[NoteView, ...]
    """What people wrote beside it."""
    quiet: str
    """What is said where there is nothing to check."""
    checked: str
    """What the findings are about, and what nobody has checked."""
    bars: tuple[Bar, Bar]
    by_hand: str
    """How much of the numbers stands on a person's word."""
    toolbar: Toolbar
    texts: Texts
    sources: Sources
    """What the article has from further originals, and the questions it raises where it is a source of its own."""
    ledgers: Ledgers | None
    """What became of speech and facts, what was added and left out; where the view shows it."""
    detail: Detail | None
    matches: tuple[MatchLine, ...]
    done: str
    method: str


def view_comparison(comparison: Comparison, state: PageState) -> ComparisonView:
    """Put together what the page shows of a comparison in this state."""
    pieces, moves, measures = find_pieces(comparison), find_moves(comparison), measure(comparison)
    found = find_places(comparison, state)
    rail = Rail(comparison=comparison, pieces=pieces, moves=moves, state=_lead_to_texts(state))
    lines = list_findings(comparison, state.prefix)
    lists = list_notes(rail, lines)
    detail = open_detail(comparison, pieces, moves, state) if state.focus and state.view is not View.LEDGER else None
    title = name_document(comparison.derivative, "Article")
    sources = show_sources(comparison, measures.derivation, state)
    return ComparisonView(
        state=state,
        title=title,
        window=say_window(title, detail.place if detail else "", VIEW_NAMES[state.view.value]),
        verdict=say_verdict(comparison, measures),
        reasons=list_reasons(measures, comparison.thresholds.verbatim_words),
        notes=list_file_notes(comparison),
        alarms=(*list_alarms(rail, lists), *sources.alarms),
        lists=lists,
        findings=keep_open(lines),
        dismissed=list_dismissed(rail, lines),
        corrected=list_corrected(rail),
        written=view_notes(comparison, pieces, state),
        quiet=NOTHING_TO_CHECK,
        checked=CHECKED,
        bars=build_bars(measures, comparison.thresholds.verbatim_words),
        by_hand=say_count_by_hand(comparison),
        toolbar=build_toolbar(pieces, state, found),
        texts=lay_out(Painter(comparison, pieces, moves, state, found)),
        release_name=name_document(comparison.original, "Release"),
        sources=sources,
        ledgers=show_ledgers(comparison, pieces, state, measures.derivation)
        if state.view in (View.LEDGER, View.REPORT)
        else None,
        detail=detail,
        matches=_list_matches(comparison, pieces) if state.view is View.REPORT else (),
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


def _lead_to_texts(state: PageState) -> PageState:
    """The state that alarms and lists lead to: from the ledgers, which hold no passages, to the rows."""
    return replace(state, view=View.ALIGNED) if state.view is View.LEDGER else state


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
        lines.append(MatchLine(place, NAMES[match.label], say_why(match.why)))
    return tuple(lines)
