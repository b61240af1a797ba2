"""The steps from the words of one stretch to the other's, by the blocks that both share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copytrail.align.blocks import Block
from copytrail.align.terms import Pair
from copytrail.model import Edit, EditKind, Span


class Step(NamedTuple):
    """An edit by word numbers; a range is empty where its side has no words."""

    kind: EditKind
    original: range
    derivative: range


_NOTHING = range(0)


def write_edits(pair: Pair, blocks: Sequence[Block], originals: Sequence[range], derivative: range) -> tuple[Edit, ...]:
    """The steps from the original stretches to the derivative stretch, in the derivative's order, as edits."""
    return write_steps(pair, find_steps(pair, blocks, originals, derivative))


def write_steps(pair: Pair, steps: Iterable[Step]) -> tuple[Edit, ...]:
    """The edits that steps are."""
    theirs, ours = pair.original.places, pair.derivative.places
    return tuple(
        [
            Edit(
                kind,
                Span(theirs[original.start][0], theirs[original.stop - 1][1]) if original else None,
                Span(ours[derivative.start][0], ours[derivative.stop - 1][1]) if derivative else None,
            )
            for kind, original, derivative in steps
        ]
    )


def find_steps(pair: Pair, blocks: Sequence[Block], originals: Sequence[range], derivative: range) -> list[Step]:
    """The steps from the original stretches to the derivative stretch, in the derivative's order."""
    gaps = {gap.start: gap for gap in _find_gaps(blocks, originals)}
    start_of = {gap.stop: gap.start for gap in gaps.values()}
    steps: list[Step] = []
    here, source = derivative.start, -1
    for block in blocks:
        ours = range(here, block.derivative)
        ends = start_of.get(block.original, -1) if ours or not steps else -1
        steps += _fill(pair, ours, [gaps.pop(start) for start in sorted({source, ends}) if start in gaps])
        here, source = block.derivative + block.size, block.original + block.size
        steps.append(Step(EditKind.KEPT, range(block.original, source), range(block.derivative, here)))
    near = [gaps.pop(start) for start in ([source] if blocks else list(gaps)) if start in gaps]
    steps += _fill(pair, range(here, derivative.stop), near)
    return [*steps, *_fill(pair, _NOTHING, gaps.values())]


def _find_gaps(blocks: Iterable[Block], originals: Iterable[range]) -> Iterator[range]:
    """The runs of words in the original stretches that no block keeps."""
    kept = sorted((block.original, block.original + block.size) for block in blocks)
    for stretch in originals:
        here = stretch.start
        for start, stop in kept:
            if here <= start < stretch.stop:
                if here < start:
                    yield range(here, start)
                here = stop
        if here < stretch.stop:
            yield range(here, stretch.stop)


def _fill(pair: Pair, ours: range, theirs: Iterable[range]) -> list[Step]:
    """The steps for words that are not kept: replaced where both sides have some."""
    steps = [Step(EditKind.DELETED, gap, _NOTHING) for gap in theirs]
    if ours and steps:
        steps[0] = Step(_replaced_or_kept(pair, steps[0].original, ours), steps[0].original, ours)
    elif ours:
        steps = [Step(EditKind.INSERTED, _NOTHING, ours)]
    return steps


def _replaced_or_kept(pair: Pair, theirs: range, ours: range) -> EditKind:
    """Kept where the two differ only in where a word is divided ("co operation")."""
    words = pair.words
    one = "".join([words[key] for key in pair.original.keys[theirs.start : theirs.stop]])
    other = "".join([words[key] for key in pair.derivative.keys[ours.start : ours.stop]])
    return EditKind.KEPT if one == other else EditKind.REPLACED
