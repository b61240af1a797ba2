"""Sentences with their figures left blank: two that have the same mould say the same with other figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from copytrail.model import Document, Figure, Span
from copytrail.text import fold_word

_FEWEST = 2
"""So many words must stand beside the figures."""

Mould = tuple[str, ...]


def find_moulds(
    document: Document, sentences: Sequence[Span], figures: Iterable[Figure]
) -> Mapping[Mould, tuple[Figure, ...]]:
    """The moulds of the sentences that hold figures, each with the figures of its first sentence."""
    starts = [sentence.start for sentence in sentences]
    found: dict[Mould, tuple[Figure, ...]] = {}
    for number, group in groupby(figures, key=lambda figure: bisect_right(starts, figure.span.start) - 1):
        inside = tuple(group)
        mould = _cast(document, sentences[number], inside)
        if len(mould) - mould.count("") >= _FEWEST:
            found.setdefault(mould, inside)
    return found


def _cast(document: Document, sentence: Span, figures: Sequence[Figure]) -> Mould:
    """The folded words of a sentence, with nothing where a figure stands."""
    index = document.index
    blank = {number for figure in figures for number in index.touching(figure.span.start, figure.span.end)}
    words: list[str] = []
    for number in index.between(sentence.start, sentence.end):
        if number not in blank:
            words.append(fold_word(index.words[number]))
        elif not words or words[-1]:
            words.append("")
    return tuple(words)
