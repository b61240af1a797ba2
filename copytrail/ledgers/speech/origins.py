"""The voices of the original, and what a quotation takes from one: a stretch in one voice and the words it shares.

A voice is a quotation, or the narrator's text between two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytrail.align.blocks import Block
from copytrail.align.terms import Pair
from copytrail.model import Quotation, QuotationKind

_LONE_RUN = 2
"""Shorter shared runs that stand apart from the rest are chance."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of the original in one voice, in word numbers; the narrator's has no quotation."""

    words: range
    quotation: Quotation | None

    @property
    def is_quoted(self) -> bool:
        """Whether somebody's own words stand here, not the narrator's or his report of them."""
        return self.quotation is not None and self.quotation.kind is not QuotationKind.INDIRECT


@dataclass(frozen=True, slots=True)
class Origin:
    """A voice and the runs of words shared with it; `others` are voices that give further clauses."""

    voice: Voice
    blocks: tuple[Block, ...]
    others: tuple[tuple[Voice, Block], ...] = ()

    @property
    def kept(self) -> int:
        """How many words the voice shares."""
        return sum(block.size for block in self.blocks)

    @property
    def words(self) -> range:
        """The stretch of the original that the shared runs of the voice span."""
        return range(min(b.original for b in self.blocks), max(b.original + b.size for b in self.blocks))


def cut_voices(pair: Pair, quotations: Sequence[Quotation]) -> Iterator[Voice]:
    """The voices of the original, in its order and without gaps."""
    index, here = pair.original.index, 0
    for quotation in quotations:
        words = index.between(quotation.content.start, quotation.content.end)
        if words.start < here or not words:
            continue
        if words.start > here:
            yield Voice(range(here, words.start), None)
        yield Voice(words, quotation)
        here = words.stop
    if here < len(pair.original.places) or here == 0:
        yield Voice(range(here, len(pair.original.places)), None)


def drop_strays(blocks: list[Block]) -> list[Block]:
    """Blocks without short ones at an end that stand apart from the rest."""
    kept = sorted(blocks)
    while len(kept) > 1 and _is_stray(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _is_stray(kept[-1], kept[-2]):
        kept.pop()
    return kept


def _is_stray(block: Block, neighbour: Block) -> bool:
    """Whether a short run stands apart in the original from the run beside it."""
    first, second = sorted((block, neighbour), key=lambda one: one.original)
    gap = second.original - first.original - first.size
    return block.size <= _LONE_RUN < neighbour.size and gap > 2 * _LONE_RUN
