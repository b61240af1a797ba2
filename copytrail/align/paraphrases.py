"""Which derivative sentences say what original sentences say, in other words.

A sentence that does not keep the original's words is a paraphrase of those sentences that it is likely
enough to say the same as; several of them where sentences were merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copytrail.align.edits import Block, find_blocks
from copytrail.align.pieces import Piece, is_telling
from copytrail.align.terms import NO_TERM, Pair, Sentence
from copytrail.model import Thresholds

_LONG_WORD = 4


def find_paraphrase(
    pair: Pair, sentence: Sentence, found: list[Piece], sources: Mapping[int, float], thresholds: Thresholds
) -> list[Piece]:
    """The sentence as a paraphrase of its likely sources, or nothing.

    `sources` are numbers of original sentences with how likely the sentence says the same as they.
    `found` are the pieces of it that keep the original's words; where they are a good part of the sentence,
    or where it says nothing beside them, it is no paraphrase. Where it keeps most words all the same, they
    must be more than names or a stock phrase.
    """
    if sum(len(piece.derivative) for piece in found) >= thresholds.clause_share * len(sentence):
        return []
    floor = thresholds.paraphrase_floor + (thresholds.heading_margin if sentence.is_heading else 0.0)
    likely = sorted(
        (-value, number)
        for number, value in sources.items()
        if value >= floor and _shares_enough(pair, sentence, pair.original.sentences[number], thresholds)
    )[: thresholds.paraphrase_sources]
    if not likely or (found and not _says_more(pair, sentence, found, [number for _, number in likely])):
        return []
    piece = _write_piece(pair, sentence, [number for _, number in likely], -likely[0][0])
    is_reworded = piece.kept < thresholds.kept_share * len(sentence)
    return [piece] if is_reworded or is_telling(pair, piece, thresholds, thresholds.reworded_share) else []


def _write_piece(pair: Pair, sentence: Sentence, sources: list[int], likeness: float) -> Piece:
    """The piece that a sentence is with its sources, the likeliest first."""
    whole = range(sentence.first, sentence.end)
    stretches = [range(source.first, source.end) for source in (pair.original.sentences[number] for number in sources)]
    blocks: list[Block] = []
    taken: set[int] = set()
    for stretch in stretches:
        for block in find_blocks(pair, stretch, whole):
            words = range(block.derivative, block.derivative + block.size)
            if taken.isdisjoint(words):
                blocks.append(block)
                taken.update(words)
    return Piece(derivative=whole, originals=_join(stretches), blocks=tuple(sorted(blocks)), similarity=likeness)


def _join(stretches: Iterable[range]) -> tuple[range, ...]:
    """Stretches in order, those that follow one another as one."""
    joined: list[range] = []
    for stretch in sorted(stretches, key=lambda stretch: stretch.start):
        if joined and joined[-1].stop == stretch.start:
            joined[-1] = range(joined[-1].start, stretch.stop)
        else:
            joined.append(stretch)
    return tuple(joined)


def _shares_enough(pair: Pair, sentence: Sentence, source: Sentence, thresholds: Thresholds) -> bool:
    """Whether two sentences share enough terms that are not names."""
    theirs = set(pair.original.terms[source.first : source.end])
    side = pair.derivative
    shared = {
        side.terms[n]
        for n in range(sentence.first, sentence.end)
        if side.terms[n] >= 0 and side.terms[n] in theirs and not side.is_name(n) and _is_long(pair, n)
    }
    return len(shared) >= thresholds.paraphrase_terms


def _is_long(pair: Pair, word: int) -> bool:
    """Whether a word is no abbreviation or leftover: four letters, or a script that needs fewer."""
    folded = pair.words[pair.derivative.keys[word]]
    return len(folded) >= _LONG_WORD or not folded.isascii()


def _says_more(pair: Pair, sentence: Sentence, found: list[Piece], sources: list[int]) -> bool:
    """Whether a sentence shares terms with its sources beside those in the pieces that keep the words."""
    covered = {word for piece in found for word in piece.derivative}
    ours = {pair.derivative.terms[word] for word in range(sentence.first, sentence.end) if word not in covered}
    places = [pair.original.sentences[number] for number in sources]
    theirs = {term for source in places for term in pair.original.terms[source.first : source.end]}
    return bool(ours & theirs - {NO_TERM})
