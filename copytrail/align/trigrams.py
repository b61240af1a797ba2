"""How much of their spelling two sentences share, in runs of three letters.

Trigrams see what stems do not: compounds, names in another spelling, related languages. Rare ones
weigh more, as terms do; a trigram counts as often as the words it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from math import log, sqrt
from typing import TypeAlias

from copytrail.align.terms import Pair, Sentence, Side

Spelling: TypeAlias = tuple[frozenset[int], float]
"""The trigrams of a sentence by number, and the length of its vector of weights."""


class Trigrams:
    """Compares sentences of the two sides of a pair by their trigrams."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self._words: list[tuple[int, ...]] = []
        """For each word of the vocabulary its trigrams."""
        self._weights: list[float] = []
        self._sources: dict[int, Spelling] = {}

    def compare(self, sources: Iterable[int], taker: Sentence) -> list[float]:
        """The cosines, 0 to 1, of original sentences, by number, and a derivative sentence."""
        ours, our_length = self._spell(self.pair.derivative, taker)
        weigh = self._weights.__getitem__
        cosines: list[float] = []
        for number in sources:
            if number not in self._sources:
                self._sources[number] = self._spell(self.pair.original, self.pair.original.sentences[number])
            theirs, their_length = self._sources[number]
            cosines.append(sum(map(weigh, theirs & ours)) / (their_length * our_length))
        return cosines

    def _spell(self, side: Side, sentence: Sentence) -> Spelling:
        """The trigrams of a sentence."""
        weights = self._weights or self._weigh()
        keys = set(side.keys[sentence.first : sentence.end])
        trigrams = frozenset().union(*map(self._words.__getitem__, keys))
        return trigrams, sqrt(sum(map(weights.__getitem__, trigrams)))

    def _weigh(self) -> list[float]:
        """The squared weight of every trigram of both texts; trigrams are numbered, so that sums have one order."""
        sides = self.pair.original, self.pair.derivative
        frequency: Counter[int] = Counter()
        for side in sides:
            keys = side.keys
            frequency.update(chain.from_iterable(set(keys[each.first : each.end]) for each in side.sentences))
        cuts = list(map(_cut, self.pair.words))
        numbers = {trigram: number for number, trigram in enumerate(dict.fromkeys(chain.from_iterable(cuts)))}
        self._words = [tuple(map(numbers.__getitem__, trigrams)) for trigrams in cuts]
        counts = [0] * len(numbers)
        for trigrams, count in zip(self._words, map(frequency.__getitem__, range(len(self._words))), strict=True):
            for trigram in trigrams:
                counts[trigram] += count
        total = sum(len(side.sentences) for side in sides)
        weight_of = {count: log(1 + total / count) ** 2 for count in set(counts)}
        self._weights = list(map(weight_of.__getitem__, counts))
        return self._weights


@lru_cache(maxsize=20_000)
def _cut(word: str) -> tuple[str, ...]:
    """The different trigrams of a word, its edges among them."""
    padded = f" {word} "
    return tuple(dict.fromkeys([padded[n : n + 3] for n in range(len(padded) - 2)]))
