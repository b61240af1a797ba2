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
    side = pair.derivative
    starts = _find_shared(pair, words)
    stretches = [_without_chance_ends(side, first, end, words) for first, end in _stretches(starts, words)]
    telling = [(first, end) for first, end in stretches if _says_something(side, first, end)]
    return tuple(side.span(*part) for first, end in telling for part in _by_paragraph(side, first, end))


def _by_paragraph(side: Side, first: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch paragraph by paragraph, so that it holds no furniture that stands between two."""
    sentences = side.sentences[side.sentence_of[first] : side.sentence_of[end - 1] + 1]
    start = first
    for one, other in pairwise(sentences):
        if one.paragraph != other.paragraph:
            yield start, other.first
            start = other.first
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
    return any(side.plain[first:end])


def _find_shared(pair: Pair, words: int) -> list[int]:
    """Where runs of so many words begin in the derivative that also stand in the original."""
    theirs, ours = (
        _number_runs(side.keys, neighbours, words, len(pair.words))
        for side, neighbours in zip((pair.original, pair.derivative), pair.neighbours, strict=True)
    )
    known = set(theirs)
    return [start for start, run in enumerate(ours) if run in known]


def _number_runs(keys: list[int], neighbours: list[int], words: int, vocabulary: int) -> list[int]:
    """For each word the run of so many words that begins with it, as one number."""
    runs, square = (neighbours if words > 1 else keys), vocabulary**2
    for start in range(2, words - 1, 2):
        runs = [run * square + both for run, both in zip(runs, neighbours[start:], strict=False)]
    if words > 1 and words % 2:
        runs = [run * vocabulary + key for run, key in zip(runs, keys[words - 1 :], strict=False)]
    return runs


def _stretches(starts: list[int], words: int) -> list[tuple[int, int]]:
    """Runs of so many words, by their starts, joined where they overlap or touch."""
    breaks = [n for n in range(1, len(starts)) if starts[n] > starts[n - 1] + words]
    firsts, lasts = [0, *breaks], [*breaks, len(starts)]
    return [(starts[one], starts[end - 1] + words) for one, end in zip(firsts, lasts, strict=True)] if starts else []
