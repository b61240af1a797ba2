"""The words two stretches share, as blocks of words that stand on both sides.

Shared words are a longest common subsequence (Hyyrö's bit-parallel one, in rapidfuzz), its words joined
to the longest runs, and then once more the runs among what is left, so that a phrase moved within its
sentence is kept and not deleted and written again. The diff only ever runs inside a pair of stretches a
sentence or so long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from copytrail.align.terms import Pair

_MOVED_WORDS = 3
"""Shorter phrases out of order are as likely chance as moved."""


class Block(NamedTuple):
    """A run of words that stands on both sides, by the numbers of its first words."""

    derivative: int
    original: int
    size: int


def find_blocks(pair: Pair, original: range, derivative: range) -> list[Block]:
    """The blocks two stretches share, moved ones too; no word is in two of them."""
    return add_moved(pair, original, derivative, find_runs(pair, original, derivative))


def add_moved(pair: Pair, original: range, derivative: range, found: list[Block]) -> list[Block]:
    """The blocks two stretches share in the same order, and those among the words left over."""
    moved = _find_moved(pair, original, derivative, found)
    return _without_chance(pair, sorted(found + moved) if moved else found)


def find_runs(pair: Pair, original: range, derivative: range) -> list[Block]:
    """The blocks two stretches share in the same order."""
    theirs = pair.original.keys[original.start : original.stop]
    ours = pair.derivative.keys[derivative.start : derivative.stop]
    if ours == theirs:
        return [Block(derivative.start, original.start, len(ours))]
    start, source = derivative.start, original.start
    shared = LCSseq.editops(ours, theirs).as_matching_blocks()
    found = [Block(start + here, source + there, size) for here, there, size in shared if size]
    return _without_chance(pair, _join_runs(pair, found) if len(found) > 1 else found)


def _join_runs(pair: Pair, blocks: list[Block]) -> list[Block]:
    """The blocks with words shifted from the end of a block to the run they also continue.

    A longest common subsequence may take "the" from an earlier place than the run it belongs to.
    """
    joined: list[Block] = []
    for block in blocks:
        current = block
        while joined and joined[-1].size <= current.size and _is_continued(pair, joined[-1], current):
            last = joined.pop()
            current = Block(current.derivative - 1, current.original - 1, current.size + 1)
            if last.size > 1:
                joined.append(Block(last.derivative, last.original, last.size - 1))
        while joined and joined[-1].size > current.size and _continues(pair, joined[-1], current):
            last = joined.pop()
            joined.append(Block(last.derivative, last.original, last.size + 1))
            current = Block(current.derivative + 1, current.original + 1, current.size - 1)
        if current.size:
            joined.append(current)
    return joined


def _is_continued(pair: Pair, last: Block, block: Block) -> bool:
    """Whether the last word of one block also stands directly before the next block on both sides."""
    return _touch(last, block) and (
        pair.derivative.keys[block.derivative - 1] == pair.original.keys[block.original - 1]
    )


def _continues(pair: Pair, last: Block, block: Block) -> bool:
    """Whether the first word of one block also stands directly after the last block on both sides."""
    after, source = last.derivative + last.size, last.original + last.size
    return block.size > 0 and _touch(last, block) and pair.derivative.keys[after] == pair.original.keys[source]


def _touch(last: Block, block: Block) -> bool:
    """Whether no word stands between two blocks on one of the sides."""
    return last.derivative + last.size == block.derivative or last.original + last.size == block.original


def _find_moved(pair: Pair, original: range, derivative: range, found: Sequence[Block]) -> list[Block]:
    """Blocks among the words left over by blocks in order, whatever their order."""
    free = _free_runs(derivative, [(block.derivative, block.size) for block in found])
    sources = _free_runs(original, [(block.original, block.size) for block in found]) if free else []
    keys = pair.original.keys
    places: dict[tuple[int, ...], tuple[int, int]] = {}
    for run in sources:
        for start in range(run.start, run.stop - _MOVED_WORDS + 1):
            places.setdefault(tuple(keys[start : start + _MOVED_WORDS]), (start, run.stop))
    return [block for run in free for block in _find_moved_in(pair, run, places)] if places else []


def _free_runs(stretch: range, taken: Iterable[tuple[int, int]]) -> list[range]:
    """What is left of a stretch between words taken from it, where it is long enough for a moved phrase."""
    edges = [stretch.start, *(edge for start, size in taken for edge in (start, start + size)), stretch.stop]
    between = zip(edges[::2], edges[1::2], strict=True)
    return [range(start, stop) for start, stop in between if stop - start >= _MOVED_WORDS]


def _find_moved_in(pair: Pair, run: range, places: dict[tuple[int, ...], tuple[int, int]]) -> list[Block]:
    """Blocks in one run of words left over; each place of the original is used once."""
    moved: list[Block] = []
    ours, keys = pair.derivative.keys, pair.original.keys
    here = run.start
    while here <= run.stop - _MOVED_WORDS:
        there, limit = places.get(tuple(ours[here : here + _MOVED_WORDS]), (0, 0))
        size = 0
        while here + size < run.stop and there + size < limit and ours[here + size] == keys[there + size]:
            size += 1
        if size:
            moved.append(Block(here, there, size))
            for start in range(there - _MOVED_WORDS + 1, there + size):
                places.pop(tuple(keys[max(0, start) : start + _MOVED_WORDS]), None)
        here += max(1, size)
    return moved


def _without_chance(pair: Pair, blocks: list[Block]) -> list[Block]:
    """Blocks in the derivative's order without lone function words that touch no other block."""
    terms = pair.derivative.terms
    lone = {n for n, block in enumerate(blocks) if block.size == 1 and terms[block.derivative] < 0}
    chance = {
        n
        for n in lone
        if not (n and _is_close(blocks[n - 1], blocks[n]))
        and not (n + 1 < len(blocks) and _is_close(blocks[n], blocks[n + 1]))
    }
    return [block for n, block in enumerate(blocks) if n not in chance] if chance else blocks


def _is_close(first: Block, second: Block) -> bool:
    """Whether at most two words stand between two blocks in the derivative's order, on both sides."""
    ours = second.derivative - first.derivative - first.size
    return ours <= 2 and 0 <= second.original - first.original - first.size <= 2
