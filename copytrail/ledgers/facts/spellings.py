"""How alike two names are spelled, word by word, and which of many is spelled the most like another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from math import ceil

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract_iter

_SCORER = DamerauLevenshtein.normalized_similarity
_SHORT_NAME = 3
"""Shorter words have no other spelling: they are other words."""
_SLACK = 1e-3
"""A floor is lowered by so much where it spares work, so that what lies on it is not lost by rounding."""
_ENDS = 2
"""Names are compared that share a word, or so many letters at the beginning or the end of one."""


class SpellingIndex:
    """Names found by their words and the ends of these, by how many words they have and how long the last one is.

    Two words of which one is much longer are never alike, so that few names are compared letter by letter. A name of
    one word is held against the last words of all names.
    """

    def __init__(self, forms: Iterable[str], unlike: Container[str]) -> None:
        """The index of folded names; those that are `unlike` are never meant by another word."""
        self._found: dict[tuple[int, str, int], list[tuple[int, str]]] = defaultdict(list)
        for number, form in enumerate(forms):
            parts = form.split()
            for count in {1, len(parts)} - ({1} if form in unlike else set()):
                for key in {key for part in parts for key in name_keys(part)}:
                    self._found[count, key, len(parts[-1])].append((number, form))

    def find_nearest(self, parts: Sequence[str], floor: float) -> str | None:
        """The name that is spelled the most like another one, of those as like as a floor."""
        best, found = floor, None
        near = list(dict.fromkeys(self._find_near(parts, floor)))
        lasts = [form.rpartition(" ")[2] for form in near]
        for _, _, number in extract_iter(parts[-1], lasts, scorer=_SCORER, score_cutoff=floor - _SLACK):
            likeness = resemble(parts, near[number].split()[-len(parts) :], best)
            best, found = (likeness, near[number]) if likeness >= best else (best, found)
        return found

    def _find_near(self, parts: Sequence[str], floor: float) -> Iterator[str]:
        """The names that may be as like as a floor."""
        least = floor - _SLACK
        length = len(parts[-1])
        lengths = range(ceil(length * least), int(length / least) + 1)
        for key in sorted({key for part in parts for key in name_keys(part)}):
            near = (self._found.get((len(parts), key, each), ()) for each in lengths)
            yield from (form for _, form in sorted(chain.from_iterable(near)))


def name_keys(part: str) -> tuple[str, ...]:
    """What a word of a name is found under: itself, its beginning, its end."""
    return (part, f"{part[:_ENDS]}…", f"…{part[-_ENDS:]}")


def resemble(parts: Sequence[str], others: Sequence[str], floor: float) -> float:
    """How alike two names of as many words are in the word in which they are least so; nothing below a floor.

    >>> round(resemble(["ada", "holm"], ["ada", "hlom"], 0.7), 2)
    0.75
    """
    least = 1.0
    for one, other in zip(parts, others, strict=True):
        least = min(least, _compare(one, other, floor))
        if least < floor:
            return 0.0
    return least


def _compare(one: str, other: str, floor: float) -> float:
    """How alike two words are, letter by letter, two swapped ones counting as one; nothing below a floor."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= _SHORT_NAME:
        return 0.0
    return float(_SCORER(one, other, score_cutoff=floor - _SLACK))
