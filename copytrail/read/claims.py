"""What a sentence claims and how strongly: its words, its marks of strength, and what each mark is said of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from copytrail.model import Document, Span
from copytrail.read.assertion.known_words import KnownWord
from copytrail.read.assertion.opposites import Sides
from copytrail.read.assertion.scales import Meaning, Scale
from copytrail.read.assertion.scopes import Scopes
from copytrail.read.assertion.sentences import ClaimSentence, Found, cut_sentence
from copytrail.read.assertion.tenses import find_finite, find_tenses
from copytrail.read.assertion.words import claim_words

NumberedWord = tuple[int, KnownWord]
"""What is known of a word, with its number in the document."""


class ClaimWord(NamedTuple):
    """A word of a sentence by its number in the document."""

    number: int
    folded: str
    base: str
    is_content: bool
    """Whether it says something: no function word, adverb or mark."""
    opens: bool
    """Whether a sign parts it from the word before."""
    is_finite: bool
    """Whether it may be a verb that states something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMark:
    """A word or phrase that says how strongly something is meant; words are known by their numbers in the document."""

    meaning: Meaning
    words: range
    scope: tuple[int, ...]
    """The words it is said of, the nearest first."""
    reach: tuple[int, ...] = ()
    """Further words it may be said of too."""

    @property
    def is_bare(self) -> bool:
        """Whether it is nothing but the form of the verb it is said of."""
        return len(self.words) == 1 and self.scope == (self.words.start,)


@dataclass(frozen=True, kw_only=True)
class Claims:
    """The words of a sentence and the marks among them; without slots, for what few searches ask is made when asked."""

    sentence: ClaimSentence
    content: Sequence[bool]
    """For each word whether it says something."""
    marks: tuple[ClaimMark, ...]
    folded: frozenset[str]
    """The different words, folded."""
    turning: tuple[NumberedWord, ...]
    """The words that stand in entries of opposites or turn another one round."""
    sides: Sides
    """The entries of opposites in which they stand."""
    roots: frozenset[str]
    """What they turn round by "un-" or its like."""

    @cached_property
    def words(self) -> Mapping[int, ClaimWord]:
        """The words by their numbers."""
        sentence = self.sentence
        shapes = zip(sentence.words, self.content, sentence.opens, find_finite(sentence), strict=True)
        return {
            number: ClaimWord(number, word.folded, word.base, says, opens, is_finite)
            for number, (word, says, opens, is_finite) in enumerate(shapes, start=sentence.first)
        }

    @cached_property
    def bases(self) -> frozenset[str]:
        """The base forms of the words that say something."""
        return frozenset(word.base for word in compress(self.sentence.words, self.content))

    def number_words(self) -> Iterator[NumberedWord]:
        """What is known of its words, with their numbers."""
        return enumerate(self.sentence.words, start=self.sentence.first)

    @cached_property
    def denies(self) -> bool:
        """Whether anything in it denies, lessens or asks."""
        return any(word.denies for word in self.sentence.words)


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads the claims of a document in the words of a language, each sentence once."""

    document: Document
    language: str
    _read: dict[Span, Claims] = field(default_factory=dict, init=False, repr=False)

    def read(self, sentence: Span) -> Claims:
        """What a sentence claims."""
        found = self._read.get(sentence)
        if found is None:
            found = self._read[sentence] = read_claims(self.document, sentence, self.language)
        return found


def read_claims(document: Document, span: Span, language: str) -> Claims:
    """What one sentence claims, in the words of a language."""
    sentence = cut_sentence(document, span, claim_words(language))
    phrases = sentence.find_phrases()
    content = sentence.find_content(phrases)
    marks = (*_find_said(sentence, content, phrases), *_find_forms(sentence, content, phrases))
    turning = tuple(numbered for numbered in enumerate(sentence.words, start=sentence.first) if numbered[1].turns)
    return Claims(
        sentence=sentence,
        content=content,
        marks=tuple(mark for mark in marks if mark.scope),
        folded=frozenset(sentence.folded),
        turning=turning,
        sides=frozenset().union(*(word.sides for _, word in turning)),
        roots=frozenset().union(*(word.roots for _, word in turning)),
    )


def _find_said(sentence: ClaimSentence, content: Sequence[bool], phrases: Sequence[Found]) -> Iterator[ClaimMark]:
    """The marks that listed phrases are."""
    if not phrases:
        return
    scopes = Scopes(sentence, content, frozenset(place for _, places in phrases for place in places))
    for meaning, places in phrases:
        if meaning.rank:
            yield ClaimMark(
                meaning=meaning,
                words=_number(sentence, places),
                scope=tuple(sentence.first + place for place in scopes.scope_of(meaning, places)),
                reach=tuple(sentence.first + place for place in scopes.reach_of(places)),
            )


def _find_forms(sentence: ClaimSentence, content: Sequence[bool], phrases: Sequence[Found]) -> Iterator[ClaimMark]:
    """The marks that the forms of verbs are."""
    for rank, places in find_tenses(sentence, content, phrases):
        words = _number(sentence, places)
        yield ClaimMark(meaning=Meaning(Scale.CERTAINTY, rank), words=words, scope=(words.stop - 1,))


def _number(sentence: ClaimSentence, places: range) -> range:
    """The numbers in the document of words at places in the sentence."""
    return range(sentence.first + places.start, sentence.first + places.stop)
