"""What is left of a sentence beside the pieces that keep the original's words.

Where it says what the sources of those pieces say, or what another likely source says, it is a
paraphrase of its own: a careful reader would not call it added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copytrail.align.paraphrases import find_plain_terms, is_common, write_piece
from copytrail.align.pieces import Piece
from copytrail.align.terms import NO_TERM, Pair, Sentence
from copytrail.model import Thresholds


@dataclass(frozen=True, slots=True)
class _Source:
    """An original sentence that may be behind a rest, and how much of the rest's weight it holds."""

    number: int
    share: float


def explain_rests(
    pair: Pair, sentence: Sentence, found: Sequence[Piece], sources: Mapping[int, float], thresholds: Thresholds
) -> list[Piece]:
    """The pieces of a sentence, and what is left between them as far as it says what sources say.

    `sources` are numbers of original sentences with how likely the whole sentence says the same as they,
    where that was asked.
    """
    own = {pair.original.sentence_of[stretch.start] for piece in found for stretch in piece.originals}
    likely = {number for number, value in sources.items() if value >= thresholds.paraphrase_floor}
    pieces = list(found)
    for rest in _find_rests(sentence, found, thresholds.clause_words):
        behind = [_hold(pair, rest, number) for number in sorted(own | likely)]
        enough = [
            source
            for source in behind
            if source.share >= (thresholds.likely_rest_share if source.number in likely else thresholds.rest_share)
        ]
        if enough:
            best = max(enough, key=lambda source: (source.share, -source.number))
            pieces.append(write_piece(pair, rest, [best.number], best.share))
    return sorted(pieces, key=lambda piece: piece.derivative.start)


def _find_rests(sentence: Sentence, found: Sequence[Piece], clause_words: int) -> list[range]:
    """The stretches of a sentence that no piece covers, of a clause's length."""
    edges = [edge for piece in found for edge in (piece.derivative.start, piece.derivative.stop)]
    edges = [sentence.first, *edges, sentence.end]
    between = zip(edges[::2], edges[1::2], strict=True)
    return [range(start, stop) for start, stop in between if stop - start >= clause_words]


def _hold(pair: Pair, rest: range, number: int) -> _Source:
    """How much of the weight of a rest an original sentence holds; nothing if they share only names."""
    source = pair.original.sentences[number]
    words = range(source.first, source.end)
    plain = find_plain_terms(pair.original, words)
    if not any(pair.derivative.terms[word] in plain and is_common(pair, word) for word in rest):
        return _Source(number, 0.0)
    theirs = {pair.original.terms[word] for word in words}
    terms = {pair.derivative.terms[word] for word in rest} - {NO_TERM}
    total = sum(map(pair.weight, terms))
    return _Source(number, sum(map(pair.weight, terms & theirs)) / total)
