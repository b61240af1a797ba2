"""What the aligner finds: a stretch of the derivative and the stretches of the original behind it."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.align.edits import Block
from copytrail.align.terms import Pair
from copytrail.model import Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one derivative sentence with its source, all in word numbers."""

    derivative: range
    originals: tuple[range, ...]
    """In the original's order, none touching the next."""
    blocks: tuple[Block, ...]
    """The shared words, inside these stretches, in the derivative's order."""
    similarity: float
    """How much the meaning-bearing words agree, 0 to 1; what a paraphrase was found by."""

    @property
    def kept(self) -> int:
        """How many words are shared."""
        return sum(block.size for block in self.blocks)

    @property
    def longest(self) -> int:
        """The length of the longest shared run in words."""
        return max((block.size for block in self.blocks), default=0)


def is_telling(pair: Pair, piece: Piece, thresholds: Thresholds, share: float) -> bool:
    """Whether the shared words of a piece are more than names and function words.

    They must hold some common words, and so much of the weight of all its words.
    """
    side = pair.derivative
    kept = [block.derivative + n for block in piece.blocks for n in range(block.size)]
    common = {side.terms[n] for n in kept if side.terms[n] >= 0 and not side.is_name(n)}
    whole = sum(pair.weight(side.terms[n]) for n in piece.derivative)
    return len(common) >= thresholds.telling_terms and sum(pair.weight(side.terms[n]) for n in kept) >= share * whole


def shape_pieces(blocks: list[Block], similarity: float, clause_words: int) -> list[Piece]:
    """Blocks of one source as pieces, divided where a clause of new words stands between them."""
    return [_shape(cluster, similarity, clause_words) for cluster in _cluster(blocks, clause_words)]


def _shape(cluster: list[Block], similarity: float, clause_words: int) -> Piece:
    """A cluster as a piece, without end blocks that stand farther off than they are long."""
    blocks = list(cluster)
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[1], blocks[0].size, clause_words):
        blocks.pop(0)
    while len(blocks) > 1 and _is_stray(blocks[-2], blocks[-1], blocks[-1].size, clause_words):
        blocks.pop()
    return Piece(
        derivative=range(blocks[0].derivative, blocks[-1].derivative + blocks[-1].size),
        originals=_stretches(blocks, clause_words),
        blocks=tuple(blocks),
        similarity=similarity,
    )


def _is_stray(one: Block, other: Block, size: int, limit: int) -> bool:
    """Whether an end block is chance: far from its neighbour, measured against its length."""
    gap = other.derivative - one.derivative - one.size
    source_gap = other.original - one.original - one.size
    return gap > size and not (gap < limit and 0 <= source_gap < limit)


def _cluster(blocks: list[Block], clause_words: int) -> list[list[Block]]:
    """Blocks grouped so that between two groups there are new words of a clause's length."""
    clusters: list[list[Block]] = []
    for block in blocks:
        last = clusters[-1][-1] if clusters else None
        if last and block.derivative - last.derivative - last.size < clause_words:
            clusters[-1].append(block)
        else:
            clusters.append([block])
    return clusters


def _stretches(blocks: list[Block], clause_words: int) -> tuple[range, ...]:
    """The original stretches that blocks span, divided where a clause or more was left out."""
    stretches: list[range] = []
    for block in sorted(blocks, key=lambda block: block.original):
        end = block.original + block.size
        if stretches and block.original - stretches[-1].stop < clause_words:
            stretches[-1] = range(stretches[-1].start, end)
        else:
            stretches.append(range(block.original, end))
    return tuple(stretches)
