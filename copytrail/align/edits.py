"""The words two stretches share, and the steps from one stretch's words to the other's.

Shared words are a longest common subsequence (Hyyrö's bit-parallel one, in rapidfuzz), its words joined
to the longest runs, and then once more the runs among what is left, so that a phrase moved within its
sentence is kept and not deleted and written again. The diff only ever runs inside a pair of stretches a
sentence or so long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from copytrail.align.terms import Pair
from copytrail.model import Edit, EditKind

_MOVED_WORDS = 3
"""Shorter phrases out of order are as likely chance as moved."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A run of words that stands on both sides, by the numbers of its first words."""

    derivative: int
    original: int
    size: int


def find_blocks(pair: Pair, original: range, derivative: range) -> list[Block]:
    """The blocks two stretches share, moved ones too; no word is in two of them."""
    found = find_runs(pair, original, derivative)
    return _without_chance(pair, found + _find_moved(pair, original, derivative, found))


def find_runs(pair: Pair, original: range, derivative: range) -> list[Block]:
    """The blocks two stretches share in the same order."""
    theirs = pair.original.keys[original.start : original.stop]
    ours = pair.derivative.keys[derivative.start : derivative.stop]
    if ours == theirs:
        return [Block(derivative.start, original.start, len(ours))]
    blocks = [b for b in LCSseq.editops(ours, theirs).as_matching_blocks() if b.size]
    found = [Block(derivative.start + b.a, original.start + b.b, b.size) for b in blocks]
    return _without_chance(pair, _join_runs(pair, found))


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
    same = pair.derivative.keys[block.derivative - 1] == pair.original.keys[block.original - 1]
    return same and _touch(last, block)


def _continues(pair: Pair, last: Block, block: Block) -> bool:
    """Whether the first word of one block also stands directly after the last block on both sides."""
    after = last.derivative + last.size, last.original + last.size
    return block.size > 0 and _touch(last, block) and pair.derivative.keys[after[0]] == pair.original.keys[after[1]]


def _touch(last: Block, block: Block) -> bool:
    """Whether no word stands between two blocks on one of the sides."""
    return last.derivative + last.size == block.derivative or last.original + last.size == block.original


def _find_moved(pair: Pair, original: range, derivative: range, found: Sequence[Block]) -> list[Block]:
    """Blocks among the words left over, whatever their order."""
    used = {b.original + n for b in found for n in range(b.size)}
    taken = {b.derivative + n for b in found for n in range(b.size)}
    free = [run for run in _runs(n for n in derivative if n not in taken) if len(run) >= _MOVED_WORDS]
    sources = [run for run in _runs(n for n in original if n not in used) if len(run) >= _MOVED_WORDS] if free else []
    keys = pair.original.keys
    places: dict[tuple[int, ...], tuple[int, int]] = {}
    for run in sources:
        for start in range(run.start, run.stop - _MOVED_WORDS + 1):
            places.setdefault(tuple(keys[start : start + _MOVED_WORDS]), (start, run.stop))
    return [block for run in free for block in _find_moved_in(pair, run, places)] if places else []


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
    """The blocks without lone function words that touch no other block."""
    kept: list[Block] = []
    ordered = sorted(blocks)
    for number, block in enumerate(ordered):
        is_lone = block.size == 1 and pair.derivative.terms[block.derivative] < 0
        near = [other for other in ordered[max(0, number - 1) : number + 2] if other is not block]
        if not is_lone or any(_is_close(block, other) for other in near):
            kept.append(block)
    return kept


def _is_close(one: Block, other: Block) -> bool:
    """Whether at most two words stand between the blocks, on both sides."""
    first, second = sorted((one, other))
    ours = second.derivative - first.derivative - first.size
    theirs = second.original - first.original - first.size
    return ours <= 2 and 0 <= theirs <= 2


def write_edits(pair: Pair, blocks: Sequence[Block], originals: Sequence[range], derivative: range) -> tuple[Edit, ...]:
    """The steps from the original stretches to the derivative stretch, in the derivative's order."""
    kept = {b.original + n for b in blocks for n in range(b.size)}
    gaps = [gap for stretch in originals for gap in _runs(n for n in stretch if n not in kept)]
    edits: list[Edit] = []
    for before, after in pairwise([None, *blocks, None]):
        start, stop = derivative.start, after.derivative if after else derivative.stop
        if before:
            start = before.derivative + before.size
            theirs = range(before.original, before.original + before.size)
            edits.append(_edit(pair, EditKind.KEPT, theirs, range(before.derivative, start)))
        ours = range(start, stop)
        edits += _write_gap(pair, ours, _gaps_after(gaps, before, after, ours))
    edits += [_edit(pair, EditKind.DELETED, gap, range(0)) for gap in gaps]
    return tuple(edits)


def _gaps_after(gaps: list[range], before: Block | None, after: Block | None, ours: range) -> list[range]:
    """Takes from the gaps those that belong between two blocks: next to either of them."""
    starts = before.original + before.size if before else None
    ends = after.original if after else None
    near = [gap for gap in gaps if gap.start == starts or (gap.stop == ends and (ours or before is None))]
    if before is None and after is None:
        near = list(gaps)
    for gap in near:
        gaps.remove(gap)
    return near


def _write_gap(pair: Pair, ours: range, theirs: list[range]) -> Iterator[Edit]:
    """The steps for words that are not kept: replaced where both sides have some."""
    if ours and theirs:
        yield _edit(pair, _replaced_or_kept(pair, theirs[0], ours), theirs[0], ours)
        theirs = theirs[1:]
    elif ours:
        yield _edit(pair, EditKind.INSERTED, range(0), ours)
    for gap in theirs:
        yield _edit(pair, EditKind.DELETED, gap, range(0))


def _replaced_or_kept(pair: Pair, theirs: range, ours: range) -> EditKind:
    """Kept where the two differ only in where a word is divided ("co operation")."""
    one = "".join(pair.words[pair.original.keys[n]] for n in theirs)
    other = "".join(pair.words[pair.derivative.keys[n]] for n in ours)
    return EditKind.KEPT if one == other else EditKind.REPLACED


def _edit(pair: Pair, kind: EditKind, theirs: range, ours: range) -> Edit:
    """An edit over ranges of words."""
    return Edit(
        kind,
        pair.original.span(theirs.start, theirs.stop) if theirs else None,
        pair.derivative.span(ours.start, ours.stop) if ours else None,
    )


def _runs(numbers: Iterator[int]) -> Iterator[range]:
    """Ascending numbers as ranges without holes."""
    start = last = None
    for number in numbers:
        if start is None or last is None:
            start = number
        elif number != last + 1:
            yield range(start, last + 1)
            start = number
        last = number
    if start is not None and last is not None:
        yield range(start, last + 1)
