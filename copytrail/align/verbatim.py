"""Words that stand in the original word for word, in unbroken runs, in any order and whatever their label."""

from __future__ import annotations

from copytrail.align.terms import Pair
from copytrail.model import Span


def find_verbatim(pair: Pair, words: int) -> tuple[Span, ...]:
    """The stretches of the derivative that are made of runs of at least so many words of the original."""
    theirs = set(_grams(pair.original.keys, words))
    covered = [False] * len(pair.derivative.keys)
    for start, gram in enumerate(_grams(pair.derivative.keys, words)):
        if gram in theirs:
            covered[start : start + words] = [True] * words
    return tuple(pair.derivative.span(first, end) for first, end in _stretches(covered))


def _grams(keys: list[int], words: int) -> zip[tuple[int, ...]]:
    """The runs of so many words, one starting at each word."""
    return zip(*(keys[n:] for n in range(words)), strict=False)


def _stretches(covered: list[bool]) -> list[tuple[int, int]]:
    """The runs of true values as half-open ranges."""
    edges = [n for n, (one, other) in enumerate(zip([False, *covered], [*covered, False], strict=True)) if one != other]
    return list(zip(edges[::2], edges[1::2], strict=True))
