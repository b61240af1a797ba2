"""A match with what both sides claim; its words are paired only where a mark or a word asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.strength.marks import Marks
from copytrail.ledgers.strength.pairing import Pairer, Steps, number_steps
from copytrail.model import Document, Match, Span
from copytrail.read.assertion.words import ClaimWords, claim_words
from copytrail.read.claims import ClaimReader, Claims, ClaimWord

_BESIDE = 2
"""Words at most so far from each other are beside each other."""
_NEAR = 8
"""Words at most so far from each other are round each other."""


@dataclass(frozen=True)
class ClaimPair:
    """A match with what both sides claim; words are known by their numbers in their documents.

    Without slots, because what is asked often is kept.
    """

    match: Match
    language: ClaimWords
    theirs: tuple[Claims, ...]
    """The sentences of the original it comes from."""
    ours: tuple[Claims, ...]
    """The sentences of the derivative it stands in."""
    original_marks: Marks
    derivative_marks: Marks
    steps: Steps
    own: range
    """The words of the derivative that are the match's own; the sentence may hold others."""
    asks: bool
    """Whether only one side is a question."""

    @cached_property
    def original(self) -> Mapping[int, ClaimWord]:
        """The words of the original by their numbers."""
        return _join_words(self.theirs)

    @cached_property
    def derivative(self) -> Mapping[int, ClaimWord]:
        """The words of the derivative by their numbers."""
        return _join_words(self.ours)

    @cached_property
    def opposite(self) -> Mapping[int, int]:
        """For words of the derivative those of the original they stand for."""
        marks = self.original_marks, self.derivative_marks
        return Pairer(self.steps, (self.original, self.derivative), marks).pair(self.own)

    @cached_property
    def replaced_by(self) -> Mapping[int, range]:
        """For words of the derivative put in the place of others the words of the original these were."""
        return {number: theirs for theirs, ours in self.steps.replaced for number in ours}

    @property
    def kept(self) -> Mapping[int, int]:
        """Words of the derivative that were kept, with their places in the original."""
        return self.steps.kept

    @property
    def kept_there(self) -> frozenset[int]:
        """Words of the original that were kept."""
        return self.steps.kept_there

    def is_sure(self, ours: int, theirs: int, words_round: int) -> bool:
        """Whether so many words round two words stand for each other, or all there are."""
        context = self.context(ours, theirs)
        if context >= words_round:
            return True
        round_ours = [n for n in _round(ours, _NEAR) if n in self.derivative and self.derivative[n].is_content]
        return bool(context) and context == len(round_ours)

    def is_beside(self, ours: int, theirs: int) -> bool:
        """Whether a word beside one word stands for one beside the other."""
        return any(abs(there - theirs) <= _BESIDE for there in self._opposite_round(ours, _BESIDE))

    def context(self, ours: int, theirs: int) -> int:
        """How many words that say something stand round both of two words, and stand for each other."""
        return sum(abs(there - theirs) <= _NEAR for there in self._opposite_round(ours, _NEAR))

    def _opposite_round(self, word: int, far: int) -> Iterator[int]:
        """What the words of the derivative round one of them stand for."""
        return (self.opposite[number] for number in _round(word, far) if number in self.opposite)


def pair_claims(alignment: Alignment, match: Match, readers: tuple[ClaimReader, ClaimReader]) -> ClaimPair:
    """What a match and the original sentences it comes from claim; the reader of the original stands first."""
    original, derivative = alignment.original, alignment.derivative
    sentences = dict.fromkeys(chain.from_iterable(_sentences(alignment, span) for span in match.original))
    own = alignment.derivative_sentences_in(match.derivative)
    theirs, ours = tuple(map(readers[0].read, sentences)), tuple(map(readers[1].read, own))
    return ClaimPair(
        match=match,
        language=claim_words(readers[0].language),
        theirs=theirs,
        ours=ours,
        original_marks=Marks(tuple(mark for claims in theirs for mark in claims.marks)),
        derivative_marks=Marks(tuple(mark for claims in ours for mark in claims.marks)),
        steps=number_steps(alignment, match),
        own=derivative.index.between(match.derivative.start, match.derivative.end),
        asks=_has_question(original, sentences) != _has_question(derivative, own),
    )


def _sentences(alignment: Alignment, span: Span) -> Iterator[Span]:
    """The sentences of the original that a stretch of it touches."""
    yield alignment.original_sentence(span)
    yield from alignment.original_sentences_in(span)


def _has_question(document: Document, sentences: Iterable[Span]) -> bool:
    """Whether one of some sentences ends as questions do."""
    return any(sentence.of(document.text).rstrip("\"'”’»)] \n").endswith("?") for sentence in sentences)


def _join_words(claims: tuple[Claims, ...]) -> Mapping[int, ClaimWord]:
    """The words of all sentences."""
    if len(claims) == 1:
        return claims[0].words
    return {number: word for claim in claims for number, word in claim.words.items()}


def _round(word: int, far: int) -> Iterator[int]:
    """The numbers of the words so far from a word, without it."""
    return chain(range(word - far, word), range(word + 1, word + far + 1))
