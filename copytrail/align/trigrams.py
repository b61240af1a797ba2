"""How much of their spelling two sentences share, in runs of three letters.

Trigrams see what stems do not: compounds, names in another spelling, related languages. Rare ones
weigh more, as terms do; a trigram counts as often as the words it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt
from typing import TypeAlias

from copytrail.align.terms import Pair, Sentence, Side

Spelling: TypeAlias = tuple[frozenset[str], float]
"""The trigrams of a sentence, and the length of its vector of weights."""


class Trigrams:
    """Compares sentences of the two sides of a pair by their trigrams."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self._words: dict[int, frozenset[str]] = {}
        self._weights: dict[str, float] = {}
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

    def _weigh(self) -> dict[str, float]:
        """The squared weight of every trigram of both texts."""
        sides = self.pair.original, self.pair.derivative
        frequency: Counter[int] = Counter()
        for side in sides:
            for sentence in side.sentences:
                frequency.update(set(side.keys[sentence.first : sentence.end]))
        counts: Counter[str] = Counter()
        for key, count in frequency.items():
            self._words[key] = _cut(self.pair.words[key])
            for trigram in self._words[key]:
                counts[trigram] += count
        total = sum(len(side.sentences) for side in sides)
        self._weights = {trigram: log(1 + total / count) ** 2 for trigram, count in counts.items()}
        return self._weights


def _cut(word: str) -> frozenset[str]:
    """The trigrams of a word, its edges among them."""
    padded = f" {word} "
    return frozenset(padded[n : n + 3] for n in range(len(padded) - 2))
