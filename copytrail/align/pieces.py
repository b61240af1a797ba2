"""What the aligner finds: a stretch of the derivative and the stretches of the original behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from copytrail.align.blocks import Block
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
    kept: int = field(init=False, compare=False, repr=False)
    """How many words are shared."""
    longest: int = field(init=False, compare=False, repr=False)
    """The length of the longest shared run in words."""

    def __post_init__(self) -> None:
        """Counts the shared words, which are asked for again and again."""
        sizes = [block.size for block in self.blocks]
        object.__setattr__(self, "kept", sum(sizes))
        object.__setattr__(self, "longest", max(sizes, default=0))

    @property
    def kept_words(self) -> list[int]:
        """The numbers of the shared words in the derivative."""
        return [word for block in self.blocks for word in range(block.derivative, block.derivative + block.size)]


def is_telling(pair: Pair, piece: Piece, thresholds: Thresholds, share: float) -> bool:
    """Whether the shared words of a piece are more than names and function words.

    They must hold some common words, and so much of the weight of all its words. Nearly a whole sentence,
    or a run longer than any stock phrase, needs only one among its names.
    """
    terms, plain = pair.derivative.terms, pair.derivative.plain
    kept = piece.kept_words
    common = {terms[word] for word in kept if plain[word]}
    sentence = pair.derivative.sentences[pair.derivative.sentence_of[piece.derivative.start]]
    is_long = piece.longest > thresholds.stock_words or piece.kept >= thresholds.wholly_share * len(sentence)
    if len(common) < (1 if is_long else thresholds.telling_terms):
        return False
    weights = pair.derivative_weights
    whole = sum(weights[piece.derivative.start : piece.derivative.stop])
    return sum(map(weights.__getitem__, kept)) >= share * whole


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
    for start, size in sorted([(block.original, block.size) for block in blocks]):
        if stretches and start - stretches[-1].stop < clause_words:
            stretches[-1] = range(stretches[-1].start, start + size)
        else:
            stretches.append(range(start, start + size))
    return tuple(stretches)


def trim_sources(piece: Piece) -> Piece:
    """The piece with each of its sources from the first to the last word that it keeps of it."""
    return replace(piece, originals=tuple(_trim(stretch, piece.blocks) for stretch in piece.originals))


def _trim(stretch: range, blocks: Iterable[Block]) -> range:
    """A stretch of the original without the words at its ends that no block keeps."""
    inside = [block for block in blocks if block.original in stretch]
    if not inside:
        return stretch
    return range(min(block.original for block in inside), max(block.original + block.size for block in inside))
