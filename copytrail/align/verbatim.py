"""Words that stand in the original word for word, in unbroken runs, in any order and whatever their label.

A run that consists only of names and function words ("and Prime Minister Mohammed Shia Al-Sudani") does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from copytrail.align.terms import Pair, Side
from copytrail.model import Span


def find_verbatim(pair: Pair, words: int) -> tuple[Span, ...]:
    """The stretches of the derivative that are made of runs of at least so many words of the original."""
    theirs = set(_grams(pair.original.keys, words))
    covered = [False] * len(pair.derivative.keys)
    for start, gram in enumerate(_grams(pair.derivative.keys, words)):
        if gram in theirs:
            covered[start : start + words] = [True] * words
    side = pair.derivative
    stretches = [_without_chance_ends(side, first, end, words) for first, end in _stretches(covered)]
    telling = [(first, end) for first, end in stretches if _says_something(side, first, end)]
    return tuple(side.span(*part) for first, end in telling for part in _by_paragraph(side, first, end))


def _by_paragraph(side: Side, first: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch paragraph by paragraph, so that it holds no furniture that stands between two."""
    paragraphs = [side.sentences[side.sentence_of[word]].paragraph for word in range(first, end)]
    start = first
    for word, (one, other) in enumerate(pairwise(paragraphs), start=first + 1):
        if one != other:
            yield start, word
            start = word
    yield start, end


def _without_chance_ends(side: Side, first: int, end: int, words: int) -> tuple[int, int]:
    """A stretch without a last or first word or two of the sentences beside it that agree by chance."""
    opening = side.sentences[side.sentence_of[first]]
    closing = side.sentences[side.sentence_of[end - 1]]
    if first > opening.first and opening.end - first < words and opening.end < end:
        first = opening.end
    if end < closing.end and end - closing.first < words and first < closing.first:
        end = closing.first
    return first, end


def _says_something(side: Side, first: int, end: int) -> bool:
    """Whether a stretch holds a word that is neither a name nor a function word."""
    return any(side.terms[word] >= 0 and not side.is_name(word) for word in range(first, end))


def _grams(keys: list[int], words: int) -> zip[tuple[int, ...]]:
    """The runs of so many words, one starting at each word."""
    return zip(*(keys[n:] for n in range(words)), strict=False)


def _stretches(covered: list[bool]) -> list[tuple[int, int]]:
    """The runs of true values as half-open ranges."""
    edges = [n for n, (one, other) in enumerate(zip([False, *covered], [*covered, False], strict=True)) if one != other]
    return list(zip(edges[::2], edges[1::2], strict=True))
