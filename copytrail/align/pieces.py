"""What the aligner finds: a stretch of the derivative and the stretches of the original behind it."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.align.edits import Block


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
