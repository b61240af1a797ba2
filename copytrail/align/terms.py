"""Two documents as the aligner reads them: words as numbers, with a weight for each term.

A word has a key (its folded form: equal keys are the same word) and a term (its stem: equal terms are
the same content). The term of a figure is its value, so "sixty thousand" is 60,000. Terms are weighted
by inverse sentence frequency over both documents; function words have no term. Furniture is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from copytrail.lexicon import function_words, stem_words, title_words
from copytrail.model import Document, Figure, FigureKind, ParagraphKind, Span
from copytrail.text import fold_word
from copytrail.words import WordIndex

_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_LONGEST = 1000
"""In words; a longer sentence is a text without closing marks."""
_UNLIKE_NUMBERS = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.RATIO})
"""Kinds of figures that are more than one number."""
NO_TERM = -1
"""The term of function words."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as a half-open range of word numbers on its side."""

    number: int
    first: int
    end: int
    paragraph: int
    is_heading: bool

    def __len__(self) -> int:
        return self.end - self.first


@dataclass(frozen=True)
class Side:
    """One document outside its furniture: for each word its place, key, term and whether it looks like a name."""

    document: Document
    places: list[tuple[int, int]]
    keys: list[int]
    terms: list[int]
    names: list[bool]
    sentences: list[Sentence]

    def span(self, first: int, end: int) -> Span:
        """The span of the text from one word to before another."""
        return Span(self.places[first][0], self.places[end - 1][1])

    def is_name(self, word: int) -> bool:
        """Whether a word looks like part of a name or title: a capital, in a language that gives nouns none."""
        return self.names[word] and self.document.language not in _CAPITAL_NOUNS

    @cached_property
    def index(self) -> WordIndex:
        """The words, for counting them in stretches of the text."""
        return WordIndex(self.places)

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each word the number of its sentence."""
        return [sentence.number for sentence in self.sentences for _ in range(len(sentence))]


@dataclass(frozen=True)
class Pair:
    """Both sides over one vocabulary; `words[key]` is a folded word, `weights[term]` how much a term tells."""

    original: Side
    derivative: Side
    words: list[str]
    weights: list[float]

    def weight(self, term: int) -> float:
        """How much a term tells; function words tell nothing."""
        return self.weights[term] if term >= 0 else 0.0


class _Vocabulary:
    """Numbers for folded words and for stems, given out in order of first use."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.terms: dict[tuple[str, str], int] = {}
        self.plain: set[str] = set()
        """Words that stand somewhere without a capital: no names, whatever stands at the start of a sentence."""

    def terms_for(self, words: list[str], language: str) -> None:
        """Finds out the terms of words that are new in a language."""
        new = [word for word in dict.fromkeys(words) if (word, language) not in self.terms]
        silent = function_words(language)
        for word, stem in zip(new, stem_words(new, language), strict=True):
            self.terms[word, language] = NO_TERM if word in silent else self.stems.setdefault(stem, len(self.stems))

    def see_plain(self, document: Document) -> None:
        """Notes the words of a text that begin without a capital."""
        text = document.text
        words = {text[start:end] for start, end in document.words}
        self.plain.update(fold_word(word) for word in words if word[0].islower())


def index_pair(
    original: Document,
    derivative: Document,
    original_figures: Sequence[Figure] = (),
    derivative_figures: Sequence[Figure] = (),
) -> Pair:
    """The two documents over one vocabulary; figures, where they were read, are terms by their value."""
    vocabulary = _Vocabulary()
    language = derivative.language if derivative.language == original.language else ""
    vocabulary.see_plain(original)
    vocabulary.see_plain(derivative)
    theirs = _index(original, vocabulary, language or original.language)
    ours = _index(derivative, vocabulary, language or derivative.language)
    for side, figures in ((theirs, original_figures), (ours, derivative_figures)):
        _set_figures(side, figures, vocabulary)
    weights = _weigh((theirs, ours), len(vocabulary.stems))
    return Pair(original=theirs, derivative=ours, words=list(vocabulary.keys), weights=weights)


def _index(document: Document, vocabulary: _Vocabulary, language: str) -> Side:
    """One side, its words numbered in the vocabulary."""
    text = document.text
    places, sentences = _read_sentences(document)
    words = [text[start:end] for start, end in places]
    folded = [fold_word(word) for word in words]
    vocabulary.terms_for(folded, language)
    keys, terms, titles = vocabulary.keys, vocabulary.terms, title_words(language)
    return Side(
        document=document,
        places=places,
        keys=[keys.setdefault(word, len(keys)) for word in folded],
        terms=[terms[word, language] for word in folded],
        names=[
            fold in titles or (word[0].isupper() and fold not in vocabulary.plain)
            for word, fold in zip(words, folded, strict=True)
        ],
        sentences=sentences,
    )


def _set_figures(side: Side, figures: Sequence[Figure], vocabulary: _Vocabulary) -> None:
    """Gives the first telling word of each figure the figure's value as its term; units keep their own."""
    for figure in figures:
        if figure.kind in _UNLIKE_NUMBERS or figure.low != figure.high:
            continue
        words = side.index.between(figure.span.start, figure.span.end)
        first = next((word for word in words if side.terms[word] != NO_TERM), None)
        if first is not None:
            value = f"{figure.low:g}"
            side.terms[first] = vocabulary.stems.setdefault(value, len(vocabulary.stems))
            side.names[first] = False


def _read_sentences(document: Document) -> tuple[list[tuple[int, int]], list[Sentence]]:
    """The words and sentences outside the furniture; a sentence that never ends is cut, or no diff would end."""
    index = WordIndex(document.words)
    places: list[tuple[int, int]] = []
    sentences: list[Sentence] = []
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        for span in paragraph.sentences:
            first = len(places)
            words = index.between(span.start, span.end)
            places += document.words[words.start : words.stop]
            is_heading = paragraph.kind is ParagraphKind.HEADING
            for start in range(first, len(places), _LONGEST):
                end = min(start + _LONGEST, len(places))
                sentences.append(Sentence(len(sentences), start, end, paragraph.number, is_heading))
    return places, sentences


def _weigh(sides: tuple[Side, Side], terms: int) -> list[float]:
    """Inverse sentence frequency of each term over both documents."""
    frequency: Counter[int] = Counter()
    for side in sides:
        for sentence in side.sentences:
            frequency.update(set(side.terms[sentence.first : sentence.end]))
    total = sum(len(side.sentences) for side in sides)
    return [log(1 + total / max(1, frequency[term])) for term in range(terms)]
