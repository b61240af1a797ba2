"""The card of one passage: both wordings, what changed, why it has its label, and where to go next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from copytrail.display.changes import Change, find_changes, find_letters
from copytrail.display.checks import Check, copy_checks, list_checks
from copytrail.display.correct_form import CorrectForm, offer_corrections
from copytrail.display.corrected import say_by_hand
from copytrail.display.detail_facts import list_facts
from copytrail.display.findings import concern, list_findings
from copytrail.display.highlight import CLASSES, show_wording
from copytrail.display.links import cut_original
from copytrail.display.moved import Move
from copytrail.display.naming import LETTERS, MEANINGS, NAMES, count, shorten
from copytrail.display.notes import NoteView, concern_notes, view_notes
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.display.rail import focus_address
from copytrail.display.references import CreditLine, show_credits_in
from copytrail.display.row_wording import say_set_aside
from copytrail.display.state import PageState
from copytrail.display.visible import show_line
from copytrail.display.weaving import NOTHING
from copytrail.display.wording import (
    say_alone,
    say_change,
    say_match,
    say_places,
    say_why,
)
from copytrail.model import Comparison, Label, Match, Span

MOST_CHANGES = 12
"""A card lists so many changes; the wordings above show them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What the card of a passage shows."""

    key: str
    css: str
    letter: str
    title: str
    place: str
    why: str
    side: Side
    paragraph: int
    aside: str = ""
    """The name of the button that sets the paragraph aside; nothing where it is aside already."""
    checks: tuple[Check, ...] = ()
    """What is worth checking in this passage, and what was dismissed."""
    by_hand: tuple[str, ...] = ()
    """What people said of it, the last word first."""
    facts: tuple[tuple[str, str], ...] = ()
    changes: tuple[str, ...] = ()
    credits: tuple[tuple[str, CreditLine], ...] = ()
    """What further originals have of it, each under its heading."""
    notes: tuple[NoteView, ...] = ()
    """What people wrote on words of it."""
    words: str = ""
    """The words that a note is on, where nobody chooses fewer."""
    form: CorrectForm | None = None
    """What can be corrected; nothing where no passage of the article is shown."""
    release: Markup = NOTHING
    article: Markup = NOTHING
    copy: str = ""
    copy_name: str = "Copy the words"
    close: str = ""
    previous: str = ""
    following: str = ""


def open_detail(comparison: Comparison, pieces: Pieces, moves: dict[str, Move], state: PageState) -> Detail | None:
    """The card of the passage in focus, or nothing when there is no such passage."""
    line = [piece for piece in pieces.derivative if piece.first]
    line += [piece for piece in pieces.original if piece.first and piece.match is None]
    place = next((number for number, piece in enumerate(line) if piece.key == state.focus), None)
    if place is None:
        return None
    piece = line[place]
    card = _show_match(comparison, pieces, moves, piece.match) if piece.match else _show_alone(comparison, piece)
    checks = list_checks(comparison, concern(list_findings(comparison), pieces, piece), state)
    by_hand = say_by_hand(comparison.corrections, [each for each in pieces.derivative if each.key == piece.key])
    return replace(
        card,
        checks=checks,
        by_hand=by_hand,
        notes=concern_notes(comparison, pieces, view_notes(comparison, pieces, state), piece.key),
        words=_list_words(comparison, pieces, piece),
        form=offer_corrections(comparison, pieces, piece),
        credits=show_credits_in(comparison, piece) if piece.side is Side.DERIVATIVE else (),
        copy="\n".join([card.copy, *by_hand, *copy_checks(checks)]),
        aside="" if piece.label is Label.FURNITURE else say_set_aside(f"{card.side.letter}{card.paragraph}"),
        close=replace(state, focus="").address(piece.anchor),
        previous=focus_address(state, line[place - 1]) if place else "",
        following=focus_address(state, line[place + 1]) if place + 1 < len(line) else "",
    )


def _show_match(comparison: Comparison, pieces: Pieces, moves: dict[str, Move], match: Match) -> Detail:
    """The card of a passage that comes from the release."""
    release, article = comparison.original.text, comparison.derivative.text
    changes = find_changes(match)
    letters = find_letters(comparison, match)
    releases = sorted({piece.paragraph for piece in cut_original(comparison.original, pieces, match)})
    articles = sorted({piece.paragraph for piece in pieces.derivative if piece.key == match.id})
    place = f"{say_places(articles, 'A')} from {say_places(releases, 'R')}"
    title = say_match(
        match.label,
        _count_sentences(comparison, match, Side.ORIGINAL),
        _count_sentences(comparison, match, Side.DERIVATIVE),
    )
    wording = " … ".join(show_line(span.of(release)) for span in match.original)
    words = show_line(match.derivative.of(article))
    why = say_why(match.why)
    return Detail(
        key=match.id,
        css=CLASSES[match.label],
        letter=LETTERS[match.label],
        title=title,
        place=place,
        why=why,
        side=Side.DERIVATIVE,
        paragraph=articles[0] if articles else 0,
        facts=list_facts(comparison, pieces, moves, match),
        changes=_list_changes(comparison, changes),
        release=show_wording(release, match.original, [each.original for each in changes], "del", letters[0]),
        article=show_wording(article, (match.derivative,), [each.derivative for each in changes], "ins", letters[1]),
        copy=f"Article: “{words}”\nRelease: “{wording}”\n{title} ({place}). {why}",
        copy_name="Copy both wordings",
    )


def _show_alone(comparison: Comparison, piece: Piece) -> Detail:
    """The card of a passage without a counterpart: added, left out or furniture."""
    original = piece.side is Side.ORIGINAL
    document = comparison.original if original else comparison.derivative
    wording = show_wording(document.text, (piece.span,), [], "ins")
    title = f"{NAMES[piece.label].capitalize()} · {MEANINGS[piece.label]}"
    place = f"{piece.side.letter}{piece.paragraph}"
    reason = next((each.reason for each in document.paragraphs if each.number == piece.paragraph), "")
    return Detail(
        key=piece.key,
        css=CLASSES[piece.label],
        letter=LETTERS[piece.label],
        title=title,
        place=place,
        why=reason or say_alone(piece.label),
        side=piece.side,
        paragraph=piece.paragraph,
        facts=(("Length", count(piece.words, "word")),),
        release=wording if original else NOTHING,
        article=NOTHING if original else wording,
        copy=f"“{show_line(piece.span.of(document.text))}”\n{title} ({place}).",
    )


def _list_words(comparison: Comparison, pieces: Pieces, piece: Piece) -> str:
    """The words of a passage on its own side, as they can be copied from it."""
    document = comparison.original if piece.side is Side.ORIGINAL else comparison.derivative
    spans = [each.span for each in pieces.on(piece.side) if each.key == piece.key]
    return show_line(Span(spans[0].start, spans[-1].end).of(document.text))


def _list_changes(comparison: Comparison, changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The changes as short sentences, the first dozen."""
    lines = [
        say_change(_words(comparison.original.text, each.original), _words(comparison.derivative.text, each.derivative))
        for each in changes[:MOST_CHANGES]
    ]
    if len(changes) > MOST_CHANGES:
        lines.append(f"and {count(len(changes) - MOST_CHANGES, 'more change', 'more changes')}, marked above")
    return tuple(lines)


def _words(text: str, span: Span | None) -> str:
    return shorten(show_line(span.of(text)), 80) if span else ""


def _count_sentences(comparison: Comparison, match: Match, side: Side) -> int:
    """How many sentences of one side the match touches."""
    document = comparison.original if side is Side.ORIGINAL else comparison.derivative
    spans = match.original if side is Side.ORIGINAL else (match.derivative,)
    return sum(
        any(sentence.overlaps(span) for span in spans)
        for paragraph in document.paragraphs
        if any(paragraph.span.overlaps(span) for span in spans)
        for sentence in paragraph.sentences
    )
