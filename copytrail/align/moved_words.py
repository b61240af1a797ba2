"""Single words that only changed their place inside a match.

A shared subsequence keeps the longest order. A telling word that is left over once on each side was
moved, and neither deleted nor inserted. Names and figures are left alone: in another place they say
another thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytrail.align.blocks import Block
from copytrail.align.terms import Pair, Side


def add_moved_words(
    pair: Pair, blocks: Sequence[Block], originals: Sequence[range], derivative: range
) -> tuple[Block, ...]:
    """The blocks, and each telling word left over exactly once on both sides as a block of its own."""
    kept = {word for block in blocks for word in range(block.derivative, block.derivative + block.size)}
    ours = _find_single(pair.derivative, (word for word in derivative if word not in kept))
    if not ours:
        return tuple(blocks)
    used = {word for block in blocks for word in range(block.original, block.original + block.size)}
    theirs = _find_single(pair.original, (word for stretch in originals for word in stretch if word not in used))
    moved = [Block(word, theirs[key], 1) for key, word in ours.items() if key in theirs]
    return tuple(sorted([*blocks, *moved]))


def _find_single(side: Side, words: Iterator[int]) -> dict[int, int]:
    """The telling words, no names or figures, that stand once among some words, by their keys."""
    places: dict[int, list[int]] = {}
    for word in words:
        if side.plain[word] and not side.text_of(word)[0].isdigit():
            places.setdefault(side.keys[word], []).append(word)
    return {key: found[0] for key, found in places.items() if len(found) == 1}
