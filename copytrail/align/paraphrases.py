"""Which derivative sentences say what an original sentence says, in other words.

Judged by weighted terms: the cosine of the two sentences and how much of the derivative sentence the
original one holds. A sentence beside the sources of its neighbours needs less, a heading needs more.
"""

from __future__ import annotations

from copytrail.align.candidates import Candidate
from copytrail.align.edits import find_blocks
from copytrail.align.pieces import Piece
from copytrail.align.terms import Pair, Sentence
from copytrail.model import Thresholds


def find_paraphrase(
    pair: Pair, sentence: Sentence, candidates: list[Candidate], near: set[int], thresholds: Thresholds
) -> list[Piece]:
    """The sentence as a paraphrase of its most similar candidate, or nothing.

    `near` holds the numbers of original sentences beside those that the neighbours come from.
    """
    likely = [
        (_likeness(candidate, near, thresholds), -candidate.sentence)
        for candidate in candidates
        if _shares_enough(pair, sentence, candidate, thresholds)
    ]
    score, number = max(likely, default=(0.0, 0))
    floor = thresholds.paraphrase_floor + (thresholds.heading_margin if sentence.is_heading else 0.0)
    if not likely or score < floor:
        return []
    source = pair.original.sentences[-number]
    stretch, whole = range(source.first, source.end), range(sentence.first, sentence.end)
    blocks = tuple(find_blocks(pair, stretch, whole))
    return [Piece(derivative=whole, originals=(stretch,), blocks=blocks, similarity=score)]


def find_context(sources: list[list[int]], number: int) -> set[int]:
    """The original sentences beside those that the neighbours of a derivative sentence come from."""
    near = [*sources[max(0, number - 2) : number], *sources[number + 1 : number + 3]]
    return {source + step for found in near for source in found for step in (-1, 0, 1)}


def _likeness(candidate: Candidate, near: set[int], thresholds: Thresholds) -> float:
    """How much a candidate says the same, 0 to 1."""
    own = (1 - thresholds.containment_weight) * candidate.cosine + thresholds.containment_weight * candidate.containment
    return min(1.0, own + (thresholds.context_bonus if candidate.sentence in near else 0.0))


def _shares_enough(pair: Pair, sentence: Sentence, candidate: Candidate, thresholds: Thresholds) -> bool:
    """Whether two sentences share enough terms that are not names."""
    source = pair.original.sentences[candidate.sentence]
    theirs = set(pair.original.terms[source.first : source.end])
    side = pair.derivative
    words = range(sentence.first, sentence.end)
    shared = {side.terms[n] for n in words if side.terms[n] in theirs and side.terms[n] >= 0 and not side.is_name(n)}
    return len(shared) >= thresholds.paraphrase_terms
