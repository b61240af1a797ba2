"""Stretches as matches: unchanged where nobody touched them, else with edits and a reason of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copytrail.align.moves import find_moved, forget_repeats
from copytrail.align.pieces import Piece
from copytrail.align.terms import Pair
from copytrail.corrections.stretches import Stretch, share_words
from copytrail.label import label_match
from copytrail.model import Match, Thresholds


def write_matches(pair: Pair, stretches: Sequence[Stretch], thresholds: Thresholds) -> tuple[Match, ...]:
    """The matches that stretches are, in the derivative's order, with the moved ones found anew."""
    pieces = [None if each.match else _shape(pair, each) for each in stretches]
    told = [
        (each, piece)
        for each, piece in zip(stretches, pieces, strict=True)
        if each.match or each.label or (piece and piece.blocks)
    ]
    told.sort(key=lambda pair_: pair_[0].derivative.start)
    sources = [each.originals[0] for each, _ in told]
    moved = find_moved([source.start for source in sources], [len(each.derivative) for each, _ in told])
    ids = _give_ids([each for each, _ in told])
    return tuple(
        replace(each.match, moved=is_moved)
        if each.match
        else replace(_write(pair, each, piece, thresholds), id=name, moved=is_moved)
        for (each, piece), is_moved, name in zip(told, forget_repeats(moved, sources), ids, strict=True)
    )


def _shape(pair: Pair, stretch: Stretch) -> Piece:
    blocks = share_words(pair, stretch.originals, stretch.derivative)
    return Piece(derivative=stretch.derivative, originals=stretch.originals, blocks=blocks, similarity=stretch.likeness)


def _write(pair: Pair, stretch: Stretch, piece: Piece | None, thresholds: Thresholds) -> Match:
    """A stretch that a person made, or the rest of one that a person cut."""
    piece = piece or _shape(pair, stretch)
    match = label_match(pair, piece, number=0, moved=False, thresholds=thresholds)
    if stretch.label is None:
        return match
    words = len(piece.derivative)
    counted = f"{piece.kept} of {words} words stand in the passages of the original that were chosen"
    edits = stretch.base.edits if stretch.base else match.edits
    return replace(match, label=stretch.label, why=f"Set by hand; {counted}.", edits=edits, corrected=stretch.by_hand)


def _give_ids(stretches: Sequence[Stretch]) -> list[str]:
    """Each id once; a stretch without one, or a second rest of the same match, gets a new one."""
    used: set[str] = {each.id for each in stretches if each.match}
    names: list[str] = []
    number = 0
    for each in stretches:
        name = each.id
        while not each.match and (not name or name in used):
            number += 1
            name = f"h{number}"
        used.add(name)
        names.append(name)
    return names
