"""Words of one derivative sentence that turn round what a sentence of the original says: opposites and negations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytrail.ledgers.stems import stem_parts
from copytrail.ledgers.support.restating import Restating
from copytrail.read.assertion.scales import LACKING, Meaning, Scale
from copytrail.read.assertion.words import ClaimWords
from copytrail.read.claims import ClaimMark, Claims, ClaimWord

_BESIDE = 3
"""Words at most so far from each other are beside each other."""
_NEAR = 6
"""Words at most so far from a negation say what is denied."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim turned round, with the words of both sides by their numbers."""

    original: range
    derivative: range
    is_opposite: bool
    """Whether a word is the opposite of the original's, rather than denied."""


@dataclass(frozen=True)
class Turns:
    """Finds what one sentence of the derivative turns round."""

    restating: Restating
    known: ClaimWords
    claims: Claims
    suspects: frozenset[str]
    """The words as written that can turn a claim round."""

    def find(self) -> Iterator[Turn]:
        """The words that turn something round, in their order."""
        for number, word in self.claims.words.items():
            shown = self.claims.sentence.shown[number - self.claims.sentence.first]
            if word.is_content and shown in self.suspects and self.restating.is_new(shown):
                yield from self._find_opposite(word)
        if self.known.language == "en":
            for mark in self.claims.marks:
                if is_denying(mark.meaning):
                    yield from self._find_stated(mark)

    def _find_opposite(self, word: ClaimWord) -> Iterator[Turn]:
        """A word that the original lacks, where what restates the others has its opposite."""
        others = self._stems([other for other in self.claims.words.values() if other.is_content and other is not word])
        found = self.restating.find(others)
        if found is None:
            return
        theirs = self.restating.claims_of(found)
        if _has_negation(theirs) != _has_negation(self.claims):
            return
        for other in theirs.words.values():
            if other.is_content and self.known.opposites.are_opposites(word.folded, other.folded):
                is_said = self._is_said(other, self.claims) or self._is_said(word, theirs)
                is_beside = not _beside(self.claims, word).isdisjoint(_beside(theirs, other))
                if not is_said and is_beside and not _is_name(theirs, other):
                    yield Turn(_only(other), _only(word), is_opposite=True)
                return

    def _is_said(self, word: ClaimWord, claims: Claims) -> bool:
        """Whether a word, its like or its stem stands in a sentence."""
        return word.base in claims.bases or not self.known.opposites.sides_of(word.folded).isdisjoint(claims.sides)

    def _find_stated(self, mark: ClaimMark) -> Iterator[Turn]:
        """A negation, where the original states what is denied among the words round it, and denies it nowhere."""
        words = self.claims.words
        wanted = [words[number] for number in (mark.scope if mark.meaning.rank == LACKING else mark.scope[:1])]
        between = range(mark.words.stop, wanted[0].number)
        if any(not words[number].is_content and words[number].folded.endswith("ly") for number in between):
            return
        near = [word for word in words.values() if abs(word.number - mark.words.start) <= _NEAR and word.is_content]
        told = self._stems(wanted)
        found = self.restating.find_all(told, self._stems(near) - told)
        if not found or any(self._is_denied(wanted, number) for number in found):
            return
        bases = {word.base for word in wanted}
        stated = [word.number for word in self.restating.claims_of(found[0]).words.values() if word.base in bases]
        if stated:
            ours = [mark.words.start, mark.words.stop - 1, *(word.number for word in wanted)]
            yield Turn(range(min(stated), max(stated) + 1), range(min(ours), max(ours) + 1), is_opposite=False)

    def _is_denied(self, wanted: Sequence[ClaimWord], number: int) -> bool:
        """Whether a sentence of the original denies anything, or has the opposite of one of some words."""
        theirs = self.restating.words_of(number)
        are_opposites = self.known.opposites.are_opposites
        return any(other.denies or any(are_opposites(word.folded, other.folded) for word in wanted) for other in theirs)

    def _stems(self, words: Sequence[ClaimWord]) -> set[str]:
        """The stems of words."""
        return {stem for word in words for stem in stem_parts(word.folded, self.known.language)}


def is_denying(meaning: Meaning) -> bool:
    """Whether a phrase is a negation that denies something."""
    return meaning.scale is Scale.NEGATION and meaning.rank > 0


def _has_negation(claims: Claims) -> bool:
    """Whether a sentence denies something."""
    return any(is_denying(mark.meaning) for mark in claims.marks)


def _beside(claims: Claims, word: ClaimWord) -> set[str]:
    """The base forms of the words beside a word that say something."""
    numbers = range(word.number - _BESIDE, word.number + _BESIDE + 1)
    near = (claims.words[number] for number in numbers if number in claims.words and number != word.number)
    return {other.base for other in near if other.is_content}


def _is_name(claims: Claims, word: ClaimWord) -> bool:
    """Whether a word has a capital where no sign parts it from the word before."""
    return not word.opens and claims.sentence.shown[word.number - claims.sentence.first][0].isupper()


def _only(word: ClaimWord) -> range:
    """One word as a stretch."""
    return range(word.number, word.number + 1)
