"""The sentences of the original that say again what words of the derivative say, whatever the matches are."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.stems import stem_parts
from copytrail.model import Span
from copytrail.read.assertion.known_words import KnownWord, know_word
from copytrail.read.claims import Claims, read_claims

_FEWEST = 3
"""So many words must be there again."""


class Restating:
    """Finds sentences of the original by words, weighted by how rare they are among the sentences of both texts."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._indexes = alignment.original_stems, alignment.derivative_stems
        self._known: dict[int, Claims] = {}
        self._sentences = sum(len(index.spans) for index in self._indexes)
        self._floor = alignment.thresholds.restated_share

    def is_new(self, word: str) -> bool:
        """Whether a word as written says something and the original has none of its stem."""
        stems = stem_parts(word, self._alignment.original.language)
        return bool(stems) and not any(stem in self._indexes[0].holders for stem in stems)

    def find(self, stems: Collection[str]) -> int | None:
        """The number of the sentence that holds most of some words, if it holds enough of them."""
        return next(iter(self._rank(None, stems)), None)

    def find_all(self, told: Collection[str], others: Collection[str]) -> list[int]:
        """The sentences that hold all of some words, the best one first; none where it holds too few of others."""
        holders = self._indexes[0].holders
        numbers = set.intersection(*(set(holders.get(stem, ())) for stem in told)) if told else None
        return self._rank(numbers, others) if numbers else []

    def _rank(self, numbers: Collection[int] | None, stems: Collection[str]) -> list[int]:
        """Some sentences, or any, by how much they hold of words; none where the best one holds too little."""
        holders, held = self._indexes[0].holders, defaultdict[int, list[float]](list)
        weights = {stem: self._weigh(stem) for stem in sorted(stems)}
        for stem, weight in weights.items():
            for number in holders.get(stem, ()):
                held[number].append(weight)
        sums = {number: math.fsum(held.get(number, ())) for number in (held if numbers is None else numbers)}
        best = sorted(sums, key=lambda number: (-sums[number], number))
        if not best or len(held.get(best[0], ())) < _FEWEST:
            return []
        return best if sums[best[0]] >= self._floor * math.fsum(weights.values()) else []

    def claims_of(self, number: int) -> Claims:
        """What a sentence of the original claims."""
        if number not in self._known:
            original = self._alignment.original
            self._known[number] = read_claims(original, self.span_of(number), original.language)
        return self._known[number]

    def words_of(self, number: int) -> list[KnownWord]:
        """What is known of the words of a sentence of the original."""
        original, span = self._alignment.original, self.span_of(number)
        numbers = original.index.between(span.start, span.end)
        return [know_word(word, original.language) for word in original.index.words[numbers.start : numbers.stop]]

    def span_of(self, number: int) -> Span:
        """Where a sentence of the original stands."""
        return self._indexes[0].spans[number]

    def _weigh(self, stem: str) -> float:
        """How telling a stem is."""
        frequency = sum(len(index.holders.get(stem, ())) for index in self._indexes)
        return math.log((self._sentences + 1) / (frequency + 0.5))
