"""What the form of a note says that it is on, as places of the comparison that its page showed."""

from __future__ import annotations

from collections.abc import Mapping

from copytrail.anchors import fold_words
from copytrail.display.findings import find_claim, list_findings
from copytrail.display.pieces import Piece, Side, find_pieces
from copytrail.model import Comparison, Document, NoteAbout, Place, Span
from copytrail.notes import find_quoted, place_note, widen
from webapp.faults import BadNote

NOT_THERE = "The passage is not in the comparison any more. Your note is still here: choose its place again."
NO_WORDS = "These words do not stand in the passage one after another. Copy them from it, or leave the field as it was."
_Values = Mapping[str, str]


def read_place(comparison: Comparison, values: _Values) -> Place:
    """What the note is on: the whole, a finding, words that were selected, or a passage with or without its pair."""
    about = values.get("on", "")
    if about == NoteAbout.WHOLE:
        return place_note(comparison, NoteAbout.WHOLE)
    if about.startswith("finding:"):
        return _read_finding(comparison, about.partition(":")[2])
    if values.get("start"):
        return _read_selected(comparison, values, is_pair=about == NoteAbout.PAIR)
    return _read_passage(comparison, values, is_pair=about == NoteAbout.PAIR)


def _read_finding(comparison: Comparison, claim: str) -> Place:
    line = find_claim(list_findings(comparison), claim)
    if line is None:
        raise BadNote(NOT_THERE)
    finding = line.finding
    return place_note(
        comparison, NoteAbout.FINDING, derivative=finding.derivative, original=finding.original, kind=finding.kind
    )


def _read_selected(comparison: Comparison, values: _Values, *, is_pair: bool) -> Place:
    """Words that were selected with the mouse, or named by their places."""
    side = Side(values["side"]) if values.get("side") in set(Side) else Side.DERIVATIVE
    document = comparison.original if side is Side.ORIGINAL else comparison.derivative
    span = widen(document, Span(_read_number(values["start"]), _read_number(values.get("end", ""))))
    if span is None or fold_words(span.of(document.text)) != fold_words(_widen_quoted(document, span, values)):
        raise BadNote(NOT_THERE)
    return _place(comparison, side, span, is_pair=is_pair)


def _widen_quoted(document: Document, span: Span, values: _Values) -> str:
    """The words that the page showed there; words cut in the middle stand for whole ones."""
    quoted, words = values.get("words", "").casefold(), span.of(document.text)
    folded = "".join(quoted.split())
    return words if folded and folded in "".join(words.casefold().split()) else values.get("words", "")


def _read_passage(comparison: Comparison, values: _Values, *, is_pair: bool) -> Place:
    """A passage, or the words of it that the person left in the field."""
    pieces, key = find_pieces(comparison), values.get("focus", "")
    side = next((side for side in (Side.DERIVATIVE, Side.ORIGINAL) if _keyed(pieces.on(side), key)), None)
    if side is None:
        raise BadNote(NOT_THERE)
    found = _keyed(pieces.on(side), key)
    span = Span(found[0].span.start, found[-1].span.end)
    quoted = values.get("words", "").strip()
    if quoted:
        document = comparison.original if side is Side.ORIGINAL else comparison.derivative
        within = find_quoted(document, span, quoted)
        if within is None:
            raise BadNote(NO_WORDS)
        span = within
    return _place(comparison, side, span, is_pair=is_pair)


def _place(comparison: Comparison, side: Side, span: Span, *, is_pair: bool) -> Place:
    """Words of one side, and where they are wanted those of the other that they go with."""
    if side is Side.ORIGINAL:
        partner = next((each for each in comparison.matches if any(one.overlaps(span) for one in each.original)), None)
        other = partner.derivative if partner and is_pair else None
        about = NoteAbout.PAIR if other else NoteAbout.PASSAGE
        return place_note(comparison, about, derivative=other, original=span)
    match = next((each for each in comparison.matches if each.derivative.overlaps(span)), None)
    source = max(match.original, key=lambda each: each.end - each.start) if match and is_pair else None
    about = NoteAbout.PAIR if source else NoteAbout.PASSAGE
    return place_note(comparison, about, derivative=span, original=source)


def _keyed(pieces: tuple[Piece, ...], key: str) -> list[Piece]:
    return [piece for piece in pieces if piece.key == key]


def _read_number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise BadNote(NOT_THERE)
    return int(value)
