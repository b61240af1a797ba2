"""What the form on a card asks for, as a correction of what its page showed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copytrail.corrections import (
    CannotCorrect,
    join_matches,
    pair_stretch,
    relabel_match,
    repair_match,
    set_speaker,
    split_match,
    unpair_match,
)
from copytrail.corrections.sources import read_sources
from copytrail.display.correct_form import find_following
from copytrail.display.pieces import find_pieces
from copytrail.model import REUSED, Comparison, Correction, Label, Match, Said, Span
from webapp.correcting import Make

LONGEST_NAME = 200
_Values = Mapping[str, str]


def read_correction(values: _Values) -> Make:
    """What the pressed button and the fields say; nonsense is refused when it is held against the comparison."""
    act, _, label = values.get("act", "").partition(":")
    make = _ACTS.get(act)

    def correct(comparison: Comparison, said: Said) -> Correction:
        if make is None:
            raise CannotCorrect
        return make(comparison, said, {**values, "label": label or values.get("label", "")})

    return correct


def find_passage(comparison: Comparison, position: int) -> tuple[str, str]:
    """The key and the anchor of the passage that holds a place of the article."""
    pieces = (each for each in find_pieces(comparison).derivative if each.span.end > position)
    piece = next(pieces, None)
    return (piece.key, piece.anchor) if piece else ("", "")


def _relabel(comparison: Comparison, said: Said, values: _Values) -> Correction:
    return relabel_match(comparison, _find_match(comparison, values), _read_label(values), said)


def _unpair(comparison: Comparison, said: Said, values: _Values) -> Correction:
    return unpair_match(comparison, _find_match(comparison, values), said)


def _source(comparison: Comparison, said: Said, values: _Values) -> Correction:
    """Where a passage comes from: other places for a match, any for an added passage."""
    sources = read_sources(comparison.original, values.get("sources", ""))
    if not values.get("stretch"):
        match = _find_match(comparison, values)
        return repair_match(comparison, match, sources, said, label=_read_label(values))
    return pair_stretch(comparison, _read_stretch(comparison, values), sources, said, label=_read_label(values))


def _split(comparison: Comparison, said: Said, values: _Values) -> Correction:
    return split_match(comparison, _find_match(comparison, values), _read_number(values.get("place", "")), said)


def _join(comparison: Comparison, said: Said, values: _Values) -> Correction:
    match = _find_match(comparison, values)
    following = find_following(comparison, match)
    if following is None:
        raise CannotCorrect("No passage follows that this one could be joined with.")
    return join_matches(comparison, match, following, said)


def _speaker(comparison: Comparison, said: Said, values: _Values) -> Correction:
    row = _read_number(values.get("quotation", ""))
    quotation = comparison.speech[row].derivative if row < len(comparison.speech) else None
    name = " ".join(values.get("speaker", "").split())
    if quotation is None:
        raise CannotCorrect("The quotation is not in the comparison any more.")
    if len(name) > LONGEST_NAME:
        raise CannotCorrect(f"The name is longer than {LONGEST_NAME} characters. Please shorten it.")
    return set_speaker(comparison, quotation, name, said)


_ACTS: dict[str, Callable[[Comparison, Said, _Values], Correction]] = {
    "label": _relabel,
    "unpair": _unpair,
    "source": _source,
    "split": _split,
    "join": _join,
    "speaker": _speaker,
}


def _find_match(comparison: Comparison, values: _Values) -> Match:
    match = next((each for each in comparison.matches if each.id == values.get("focus")), None)
    if match is None:
        raise CannotCorrect("The passage does not come from the release any more.")
    return match


def _read_label(values: _Values) -> Label:
    label = values.get("label", "")
    if label not in REUSED:
        raise CannotCorrect("Choose one of the labels copied, lightly edited and paraphrased.")
    return Label(label)


def _read_stretch(comparison: Comparison, values: _Values) -> Span:
    """Words inside the added passage that the page showed."""
    start, _, end = values.get("stretch", "").partition("-")
    span = Span(_read_number(start), _read_number(end))
    added = (each for each in find_pieces(comparison).derivative if each.key == values.get("focus"))
    if span.start >= span.end or not any(each.match is None and each.span.contains(span) for each in added):
        raise CannotCorrect("The passage is not in the comparison any more.")
    return span


def _read_number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise CannotCorrect("Choose a place from the list.")
    return int(value)
