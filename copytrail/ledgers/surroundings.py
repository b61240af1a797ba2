"""The words round a figure or name, looked for in the other text, where it stands without it.

So "a large package" is found for "£12.3 billion", and a new figure among words that restate the original. Words count
by how rare they are among the sentences of both texts (inverse document frequency).
"""

from __future__ import annotations

import math
from collections import defaultdict

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.stems import StemIndex, find_common_stems
from copytrail.model import Document, Span

_BEFORE, _AFTER = 12, 5
"""So many words before and after a place say what it is about."""
_FEWEST = 3
"""So many words must be there again."""


class Surroundings:
    """The words round places of both texts."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment

    def find_in_derivative(self, place: Span, counts: str = "") -> Span | None:
        """The sentence of the derivative that speaks of what stands round a place of the original."""
        wanted = _round(self._alignment.original, place, self._alignment.original_sentence(place))
        share, found = self._find(wanted, self._alignment.derivative_stems, counts)
        return found if share >= self._alignment.thresholds.generalised_share else None

    def find_in_original(self, place: Span, floor: float) -> Span | None:
        """The sentence of the original that speaks of what stands round a place of the derivative."""
        wanted = _round(self._alignment.derivative, place, self._alignment.derivative_sentence(place))
        share, found = self._find(wanted, self._alignment.original_stems)
        return found if share >= floor else None

    def _find(self, wanted: set[str], sentences: StemIndex, counts: str = "") -> tuple[float, Span | None]:
        """The sentence with most of the wanted words, by weight; one without what is counted is passed over."""
        weights = {stem: self._weigh(stem) for stem in sorted(wanted)}
        shared: dict[int, list[float]] = defaultdict(list)
        for stem, weight in weights.items():
            for number in sentences.holders.get(stem, ()):
                shared[number].append(weight)
        able = sentences.holders.get(counts, ()) if counts else shared
        sums = {number: math.fsum(shared[number]) for number in able if len(shared[number]) >= _FEWEST}
        if not sums:
            return 0.0, None
        best = min(sums, key=lambda number: (-sums[number], number))
        return sums[best] / math.fsum(weights.values()), sentences.spans[best]

    def _weigh(self, stem: str) -> float:
        """How telling a stem is."""
        texts = (self._alignment.original_stems, self._alignment.derivative_stems)
        frequency = sum(len(sentences.holders.get(stem, ())) for sentences in texts)
        return math.log((sum(len(sentences.spans) for sentences in texts) + 1) / (frequency + 0.5))


def _round(document: Document, place: Span, sentence: Span) -> set[str]:
    """The stems of the telling words shortly before and after a place, in its sentence; names tell nothing."""
    index = document.index
    words, here = index.between(sentence.start, sentence.end), index.between(place.start, place.end)
    first, last = max(words.start, here.start - _BEFORE), min(words.stop, here.stop + _AFTER) - 1
    start, end = index.places[first][0], index.places[last][1]
    sides = (Span(start, place.start), Span(place.end, max(end, place.end)))
    return {stem for side in sides for stem in find_common_stems(document, side)}
