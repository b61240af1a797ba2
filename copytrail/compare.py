"""The pipeline from two documents to a comparison."""

from __future__ import annotations

from copytrail.align.moves import find_moved, forget_repeats
from copytrail.align.sentences import align_sentences
from copytrail.align.terms import index_pair
from copytrail.align.verbatim import find_verbatim
from copytrail.label import label_match
from copytrail.model import Comparison, Document, Thresholds
from copytrail.version import VERSION

_DEFAULTS = Thresholds()


def compare(original: Document, derivative: Document, thresholds: Thresholds = _DEFAULTS) -> Comparison:
    """What the derivative took from the original, passage by passage.

    The same documents and thresholds always give the same comparison; nothing outside them is read.
    """
    pair = index_pair(original, derivative)
    pieces = align_sentences(pair, thresholds)
    sources = [piece.originals[0] for piece in pieces]
    moved = find_moved([source.start for source in sources], [len(piece.derivative) for piece in pieces])
    matches = tuple(
        label_match(pair, piece, number=number, moved=is_moved, thresholds=thresholds)
        for number, (piece, is_moved) in enumerate(zip(pieces, forget_repeats(moved, sources), strict=True), start=1)
    )
    return Comparison(
        original=original,
        derivative=derivative,
        matches=matches,
        verbatim=find_verbatim(pair, thresholds.verbatim_words),
        thresholds=thresholds,
        engine=VERSION,
    )
