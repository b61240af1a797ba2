"""Which stretches of each derivative sentence come from where in the original, in either way."""

from __future__ import annotations

from copytrail.align.candidates import Proposer
from copytrail.align.paraphrases import find_context, find_paraphrase
from copytrail.align.pieces import Piece
from copytrail.align.terms import Pair
from copytrail.align.tiles import Tiler
from copytrail.model import Thresholds


def align_sentences(pair: Pair, thresholds: Thresholds) -> list[Piece]:
    """The pieces of the derivative that come from the original, in the derivative's order.

    First what keeps the original's words; then, with that as context, sentences that keep its content.
    """
    proposer = Proposer(pair)
    tiler = Tiler(pair, proposer, thresholds)
    sentences = pair.derivative.sentences
    pieces = [tiler.tile(sentence) for sentence in sentences]
    numbers = pair.original.sentence_of
    sources = [[numbers[stretch.start] for piece in found for stretch in piece.originals] for found in pieces]
    for sentence in sentences:
        found = pieces[sentence.number]
        if sum(len(piece.derivative) for piece in found) < thresholds.kept_share * len(sentence):
            near = find_context(sources, sentence.number)
            likely = find_paraphrase(pair, sentence, proposer.propose(sentence), near, thresholds)
            pieces[sentence.number] = likely or found
    return [piece for found in pieces for piece in found]
