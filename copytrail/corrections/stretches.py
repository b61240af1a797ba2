"""The stretches of the derivative that come from the original, as people's corrections divide and replace them.

All in word numbers. A stretch that was not touched is the machine's match as it is; of one that a correction cut,
each rest keeps the words of the original that its own words are held against, and a rest that shares no word with
the original comes from nowhere any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from copytrail.align.blocks import Block, find_blocks
from copytrail.align.terms import Pair, Side
from copytrail.model import ByHand, Label, Match, Span

Steps = Sequence[tuple[range, range]]
"""Words of the original and the words of the derivative that stand for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of the derivative and where they come from; `match` is the machine's where nothing was changed."""

    derivative: range
    originals: tuple[range, ...]
    steps: tuple[tuple[range, range], ...]
    """What stands for what, by which a rest is divided from the whole."""
    id: str = ""
    """The id that it had; empty where it had none."""
    match: Match | None = None
    label: Label | None = None
    """The label that a person gave; a rest without one is labelled by the machine."""
    by_hand: ByHand | None = None
    base: Match | None = None
    """The match with the same words on both sides, of which a person said something else."""
    likeness: float = 0.0
    """How likely the machine found a paraphrase of which this is a part."""


def read_match(pair: Pair, match: Match) -> Stretch:
    """A match of the machine as a stretch."""
    theirs, ours = pair.original.index, pair.derivative.index
    steps = [
        (
            theirs.between(edit.original.start, edit.original.end),
            ours.between(edit.derivative.start, edit.derivative.end),
        )
        for edit in match.edits
        if edit.original and edit.derivative
    ]
    return Stretch(
        derivative=_words_of(pair, match.derivative),
        originals=tuple(theirs.between(span.start, span.end) for span in match.original),
        steps=tuple(step for edit in steps for step in _divide(*edit)),
        id=match.id,
        match=match,
        label=match.label if match.corrected else None,
        by_hand=match.corrected,
        likeness=match.score if match.label is Label.PARAPHRASED else 0.0,
    )


def take_out(stretches: Sequence[Stretch], place: range) -> list[Stretch]:
    """The stretches without some words of the derivative; what is left of them on either side stays."""
    kept: list[Stretch] = []
    for each in stretches:
        if each.derivative.start >= place.stop or each.derivative.stop <= place.start:
            kept.append(each)
            continue
        before, after = range(each.derivative.start, place.start), range(place.stop, each.derivative.stop)
        kept += [rest for part in (before, after) if (rest := cut(each, part))]
    return kept


def cut(stretch: Stretch, words: range) -> Stretch | None:
    """A part of a stretch with the words of the original that are its own; nothing where it has none."""
    steps = tuple(
        (theirs, ours) for theirs, ours in stretch.steps if ours.start < words.stop and words.start < ours.stop
    )
    originals = narrow(stretch.originals, [theirs for theirs, _ in steps])
    if not words or not originals:
        return None
    return replace(stretch, derivative=words, originals=originals, steps=steps, match=None, base=None)


def narrow(originals: Iterable[range], used: Sequence[range]) -> tuple[range, ...]:
    """What of each stretch of the original reaches from the first word that is used to the last."""
    found = []
    for each in originals:
        inside = [words for words in used if each.start <= words.start and words.stop <= each.stop]
        if inside:
            found.append(range(min(words.start for words in inside), max(words.stop for words in inside)))
    return tuple(found)


def join_ranges(side: Side, ranges: Iterable[range]) -> tuple[range, ...]:
    """Ranges of one side in order, as one where they overlap or nothing of the text stands between them."""
    count = side.document.index.count
    joined: list[range] = []
    for each in sorted(ranges, key=lambda words: words.start):
        last = joined[-1] if joined else None
        if last and (each.start < last.stop or not count(side.places[last.stop - 1][1], side.places[each.start][0])):
            joined[-1] = range(joined[-1].start, max(joined[-1].stop, each.stop))
        elif each:
            joined.append(each)
    return tuple(joined)


def share_words(pair: Pair, originals: Sequence[range], derivative: range) -> tuple[Block, ...]:
    """The blocks that a stretch shares with several stretches of the original, the longest taken first."""
    found = (block for each in originals for block in find_blocks(pair, each, derivative))
    free = set(derivative)
    blocks: list[Block] = []
    for block in sorted(found, key=lambda each: (-each.size, each)):
        for part in _free_parts(block, free):
            blocks.append(part)
            free.difference_update(range(part.derivative, part.derivative + part.size))
    return tuple(sorted(blocks))


def list_steps(blocks: Iterable[Block]) -> tuple[tuple[range, range], ...]:
    """Shared words as steps, word by word."""
    return tuple(
        (range(block.original + n, block.original + n + 1), range(block.derivative + n, block.derivative + n + 1))
        for block in blocks
        for n in range(block.size)
    )


def _words_of(pair: Pair, span: Span) -> range:
    return pair.derivative.index.between(span.start, span.end)


def _divide(theirs: range, ours: range) -> Iterator[tuple[range, range]]:
    """Words held against as many words one by one, all others as one."""
    if len(theirs) != len(ours):
        yield theirs, ours
        return
    for there, here in zip(theirs, ours, strict=True):
        yield range(there, there + 1), range(here, here + 1)


def _free_parts(block: Block, free: set[int]) -> Iterator[Block]:
    """What of a block no longer block has taken."""
    size = 0
    for n in range(block.size + 1):
        if n < block.size and block.derivative + n in free:
            size += 1
        elif size:
            yield Block(block.derivative + n - size, block.original + n - size, size)
            size = 0
