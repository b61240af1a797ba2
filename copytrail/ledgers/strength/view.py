"""A matched pair of claims as the searches for changes of strength see it, and the changes they find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from copytrail.ledgers.strength.marks import Marks
from copytrail.ledgers.strength.pairs import ClaimPair
from copytrail.model import Label
from copytrail.read.assertion.scales import Scale
from copytrail.read.claims import ClaimMark, ClaimWord

_SHORT = 3
"""Longer words of marks say what they say wherever they stand in a sentence."""
_BESIDE_A_VERB = frozenset({Scale.CERTAINTY, Scale.CAUTION, Scale.NEGATION})


class Strength(StrEnum):
    """What became of the strength of a claim."""

    STRONGER = "stronger_claim"
    WEAKER = "weaker_claim"
    REVERSED = "reversed_claim"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, with the words of both sides by their numbers."""

    strength: Strength
    scale: Scale
    original: range
    derivative: range
    is_opposite: bool = False
    """Whether a word was put in the place of its opposite, rather than a negation put in or taken out."""


@dataclass(frozen=True)
class ClaimView:
    """A pair of claims and how much must stand round a change; without slots, because what is asked often is kept."""

    pair: ClaimPair
    words_round: int
    """So many words round a claim must stand for each other."""

    @property
    def is_paraphrase(self) -> bool:
        """Whether few words were kept, so that more must speak for a change."""
        return self.pair.match.label is Label.PARAPHRASED

    @cached_property
    def back(self) -> Mapping[int, int]:
        """For words of the original those of the derivative that stand for them."""
        return {theirs: ours for ours, theirs in self.pair.opposite.items()}

    @cached_property
    def new_marks(self) -> Marks:
        """Marks of the derivative that were not kept from the original."""
        return Marks(tuple(mark for mark in self.pair.derivative_marks.every if not self.is_kept(mark.words)))

    @cached_property
    def lost_marks(self) -> Marks:
        """Marks of the original that were not kept."""
        kept = self.pair.kept_there
        return Marks(tuple(mark for mark in self.pair.original_marks.every if not kept.issuperset(mark.words)))

    def is_kept(self, words: range) -> bool:
        """Whether words of the derivative were kept at their place, all of them."""
        return all(word in self.pair.kept for word in words)

    def is_sure(self, ours: int, theirs: int) -> bool:
        """Whether enough words round two words stand for each other."""
        return self.pair.is_sure(ours, theirs, self.words_round + self.is_paraphrase)

    def group_ours(self, word: int, mark: ClaimMark | None = None) -> range:
        """A word of the derivative with the marks said of it."""
        return _group(self.pair.derivative_marks, word, mark)

    def group_theirs(self, word: int, mark: ClaimMark | None = None) -> range:
        """A word of the original with the marks said of it."""
        return _group(self.pair.original_marks, word, mark)

    def is_said_too(self, original: range, derivative: range) -> bool:
        """Whether what hedges a claim on one side stands elsewhere on the other: "an estimated", "is estimated to"."""
        here = _bases_in(self.new_marks, self.pair.derivative, derivative)
        there = _bases_in(self.lost_marks, self.pair.original, original)
        is_said_here = _stand_outside(there, self._our_bases, derivative)
        is_said_there = _stand_outside(here, self._their_bases, original)
        return is_said_here or is_said_there or (self.is_paraphrase and self._hedges_elsewhere)

    def states_elsewhere(self, word: int, scope: Collection[int]) -> bool:
        """Whether the original has a word, in any form, at a place outside some places too."""
        return any(number not in scope for number in self._their_bases[self.pair.original[word].base])

    @cached_property
    def negated_bases(self) -> frozenset[str]:
        """The base forms of words of the original that a negation is said of."""
        original, negations = self.pair.original, self.pair.original_marks.of(Scale.NEGATION)
        return frozenset(original[word].base for mark in negations for word in mark.scope)

    @cached_property
    def _our_bases(self) -> Mapping[str, Sequence[int]]:
        """The words of the derivative by their base forms."""
        return _list_bases(self.pair.derivative)

    @cached_property
    def _their_bases(self) -> Mapping[str, Sequence[int]]:
        """The words of the original by their base forms."""
        return _list_bases(self.pair.original)

    @cached_property
    def _hedges_elsewhere(self) -> bool:
        """Whether both sides hedge something: in a paraphrase it may be the same."""
        hedges = self.pair.language.hedges_by_itself
        return all(any(map(hedges, bases)) for bases in (self._our_bases, self._their_bases))


def _group(marks: Marks, word: int, mark: ClaimMark | None) -> range:
    """A word with the marks that are said of it before anything else."""
    near = [mark] if mark else []
    near += [other for other in marks.on(word) if other.meaning.scale in _BESIDE_A_VERB]
    places = [place for other in near for place in (other.words.start, other.words.stop - 1)]
    return range(min(word, *places), max(word, *places) + 1) if places else range(word, word + 1)


def _list_bases(side: Mapping[int, ClaimWord]) -> Mapping[str, Sequence[int]]:
    """The numbers of words by their base forms."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, word in side.items():
        found[word.base].append(number)
    return found


def _bases_in(marks: Marks, side: Mapping[int, ClaimWord], stretch: range) -> frozenset[str]:
    """The base forms of the words of marks in a stretch."""
    return frozenset(side[number].base for mark in marks.every for number in mark.words if number in stretch)


def _stand_outside(bases: frozenset[str], side: Mapping[str, Sequence[int]], stretch: range) -> bool:
    """Whether one of some longer words stands on a side outside a stretch."""
    return any(number not in stretch for base in bases if len(base) > _SHORT for number in side.get(base, ()))
