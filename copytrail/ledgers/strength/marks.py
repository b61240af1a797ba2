"""The marks of one side of a pair of claims, asked by their scale and by the words they are said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from copytrail.read.assertion.scales import EXPECTED, Scale
from copytrail.read.claims import ClaimMark


@dataclass(frozen=True)
class Marks:
    """Marks in their order; without slots, because what is asked often is kept."""

    every: tuple[ClaimMark, ...]

    def of(self, scale: Scale) -> Sequence[ClaimMark]:
        """The marks of one scale."""
        return [mark for mark in self.every if mark.meaning.scale is scale]

    def at(self, scale: Scale, word: int) -> Sequence[ClaimMark]:
        """The marks of a scale that are said of a word."""
        return self._by_word.get((scale, word), ())

    def on(self, word: int) -> Sequence[ClaimMark]:
        """The marks that are said of a word before anything else."""
        return self._by_first.get(word, ())

    def negate(self, words: Iterable[int]) -> bool:
        """Whether a negation may be said of any of some words."""
        return not self._negated.isdisjoint(words)

    def hedge(self, word: int) -> bool:
        """Whether a word is said to be possible or expected only."""
        return any(mark.meaning.rank <= EXPECTED for mark in self.at(Scale.CERTAINTY, word))

    @cached_property
    def negating(self) -> frozenset[int]:
        """The words of the negations."""
        return frozenset(word for mark in self.of(Scale.NEGATION) for word in mark.words)

    @cached_property
    def verbs(self) -> frozenset[int]:
        """The words that something is said of with more or less certainty."""
        return frozenset(mark.scope[0] for mark in self.of(Scale.CERTAINTY))

    @cached_property
    def _negated(self) -> frozenset[int]:
        return frozenset(word for mark in self.of(Scale.NEGATION) for word in (*mark.scope, *mark.reach))

    @cached_property
    def _by_word(self) -> Mapping[tuple[Scale, int], Sequence[ClaimMark]]:
        found: dict[tuple[Scale, int], list[ClaimMark]] = defaultdict(list)
        for mark in self.every:
            for word in dict.fromkeys(mark.scope):
                found[mark.meaning.scale, word].append(mark)
        return found

    @cached_property
    def _by_first(self) -> Mapping[int, Sequence[ClaimMark]]:
        found: dict[int, list[ClaimMark]] = defaultdict(list)
        for mark in self.every:
            found[mark.scope[0]].append(mark)
        return found
