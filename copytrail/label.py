"""A piece of the alignment to a match: its label, and why in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from copytrail.align.edits import Step, find_steps, write_steps
from copytrail.align.moved_words import add_moved_words
from copytrail.align.pieces import Piece
from copytrail.align.terms import NO_TERM, Pair, Side
from copytrail.model import EditKind, Label, Match, Thresholds

_NAMED_TERMS = 5


def label_match(pair: Pair, piece: Piece, *, number: int, moved: bool, thresholds: Thresholds) -> Match:
    """The match that a piece is, with its label and its reason."""
    blocks = add_moved_words(pair, piece.blocks, piece.originals, piece.derivative)
    steps = find_steps(pair, blocks, piece.originals, piece.derivative)
    label = _choose_label(piece, steps, thresholds)
    return Match(
        id=f"m{number}",
        label=label,
        score=_score(piece, label),
        moved=moved,
        why=_explain(pair, piece, steps, label),
        derivative=pair.derivative.span(piece.derivative.start, piece.derivative.stop),
        original=tuple(pair.original.span(stretch.start, stretch.stop) for stretch in piece.originals),
        edits=write_steps(pair, steps),
    )


def _choose_label(piece: Piece, steps: Sequence[Step], thresholds: Thresholds) -> Label:
    """Copied where every step keeps the words in their order, edited where most are kept."""
    if len(piece.originals) == 1 and _keeps_everything(steps):
        return Label.COPIED
    return Label.EDITED if piece.kept > thresholds.kept_share * len(piece.derivative) else Label.PARAPHRASED


def _keeps_everything(steps: Sequence[Step]) -> bool:
    """Whether the steps keep all words in the original's order."""
    if any(step.kind is not EditKind.KEPT for step in steps):
        return False
    return all(one.original.start < other.original.start for one, other in pairwise(steps))


def _score(piece: Piece, label: Label) -> float:
    """The share of words the two sides have in common (Dice), or for a paraphrase its likeness."""
    if label is Label.COPIED:
        return 1.0
    theirs = sum(len(stretch) for stretch in piece.originals)
    shared = 2 * piece.kept / (len(piece.derivative) + theirs)
    return round(max(shared, piece.similarity) if label is Label.PARAPHRASED else shared, 3)


def _explain(pair: Pair, piece: Piece, steps: Sequence[Step], label: Label) -> str:
    """Why the match has its label, with the evidence."""
    words = len(piece.derivative)
    if label is Label.COPIED:
        return (
            "The word stands in the original." if words == 1 else f"All {words} words stand in the original in order."
        )
    places = f"; joined from {len(piece.originals)} places" if len(piece.originals) > 1 else ""
    if label is Label.EDITED:
        counts = f"{piece.kept} of {words} words stand in the original, {piece.longest} of them in one run"
        return f"{counts}; {_list_changes(steps)}{places}."
    shared = _shared_terms(pair, piece)
    terms = ", ".join(shared[:_NAMED_TERMS])
    more = f" and {len(shared) - _NAMED_TERMS} more" if len(shared) > _NAMED_TERMS else ""
    kept = f"{piece.kept} of {words} words are kept{places}"
    return f"The same content in other words: both speak of {terms}{more}; {kept}."


def _list_changes(steps: Sequence[Step]) -> str:
    """What the steps do, counted in words."""
    counts = dict.fromkeys(EditKind, 0)
    for step in steps:
        counts[step.kind] += len(step.derivative or step.original)
    kinds = [f"{counts[kind]} {kind.value}" for kind in EditKind if counts[kind] and kind is not EditKind.KEPT]
    return ", ".join(kinds) or "their order differs or a part between them was cut"


def _shared_terms(pair: Pair, piece: Piece) -> list[str]:
    """The words for what both sides speak of, the most telling first; where their forms differ, both."""
    theirs = _first_words(pair.original, [n for stretch in piece.originals for n in stretch])
    ours = _first_words(pair.derivative, piece.derivative)
    shared = sorted(ours.keys() & theirs.keys(), key=lambda term: (-pair.weight(term), ours[term]))
    return [_name_both(pair, ours[term], theirs[term]) for term in shared]


def _first_words(side: Side, words: Sequence[int]) -> dict[int, int]:
    """For each term among the words of a side the first word that has it."""
    return {side.terms[word]: word for word in reversed(words) if side.terms[word] != NO_TERM}


def _name_both(pair: Pair, ours: int, theirs: int) -> str:
    """A word of the derivative, and the original's where it is another form."""
    word = pair.derivative.text_of(ours)
    is_same = pair.derivative.keys[ours] == pair.original.keys[theirs]
    return f"“{word}”" if is_same else f"“{word}” (“{pair.original.text_of(theirs)}”)"
