"""Which stretches of each derivative sentence come from where in the original, in either way."""

from __future__ import annotations

from copytrail.align.candidates import Proposer
from copytrail.align.paraphrases import find_context, find_paraphrase
from copytrail.align.pieces import Piece
from copytrail.align.terms import NO_TERM, Pair
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
            pieces[sentence.number] = likely if _says_more(pair, likely, found) else found
    return [piece for found in pieces for piece in found]


def _says_more(pair: Pair, likely: list[Piece], found: list[Piece]) -> bool:
    """Whether a paraphrase shares terms beside those of the pieces that keep the original's words."""
    covered = {word for piece in found for word in piece.derivative}
    for piece in likely:
        theirs = {term for stretch in piece.originals for term in pair.original.terms[stretch.start : stretch.stop]}
        ours = {pair.derivative.terms[word] for word in piece.derivative if word not in covered}
        if not found or ours & theirs - {NO_TERM}:
            return True
    return False
