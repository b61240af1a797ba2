"""Two documents made into what the aligner reads: one vocabulary, and how much each of its terms tells.

The term of a figure is its value, so "sixty thousand" is 60,000. Terms are weighted by inverse sentence
frequency over both documents.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice
from math import log

from copytrail.align.terms import NO_TERM, Pair, Sentence, Side
from copytrail.lexicon import function_words, stem_words, title_words
from copytrail.model import Document, Figure, FigureKind, ParagraphKind, Span
from copytrail.text import fold_word

_LONGEST = 1000
"""In words; a longer sentence is a text without closing marks."""
_UNLIKE_NUMBERS = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.RATIO})
"""Kinds of figures that are more than one number."""


def index_pair(
    original: Document,
    derivative: Document,
    figures: tuple[Sequence[Figure], Sequence[Figure]] = ((), ()),
    quoted: Sequence[Span] = (),
) -> Pair:
    """The two documents over one vocabulary.

    `figures` of both, where they were read, are terms by their value; `quoted` is what the derivative has
    between quotation marks.
    """
    vocabulary = _Vocabulary((original, derivative))
    language = derivative.language if derivative.language == original.language else ""
    theirs = _index(original, vocabulary, language or original.language)
    ours = _index(derivative, vocabulary, language or derivative.language)
    _mark_quoted(ours, quoted)
    for side, found in zip((theirs, ours), figures, strict=True):
        _set_figures(side, found, vocabulary)
    weights = _weigh((theirs, ours), len(vocabulary.stems))
    return Pair(original=theirs, derivative=ours, words=list(vocabulary.keys), weights=weights)


class _Vocabulary:
    """Numbers for folded words and for stems, given out in order of first use."""

    def __init__(self, documents: tuple[Document, Document]) -> None:
        words = frozenset().union(*(document.index.different for document in documents))
        self.folded = {word: fold_word(word) for word in words}
        self.plain = {fold for word, fold in self.folded.items() if word[0].islower()}
        """Words that stand somewhere without a capital: no names, whatever stands at the start of a sentence."""
        self.keys: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.terms: defaultdict[str, dict[str, int]] = defaultdict(dict)
        """For each language the terms of its folded words."""

    def terms_for(self, words: Iterable[str], language: str) -> dict[str, int]:
        """The terms of folded words in a language."""
        terms = self.terms[language]
        new = [word for word in dict.fromkeys(words) if word not in terms]
        silent = function_words(language)
        for word, stem in zip(new, stem_words(new, language), strict=True):
            terms[word] = NO_TERM if word in silent else self.stems.setdefault(stem, len(self.stems))
        return terms


def _index(document: Document, vocabulary: _Vocabulary, language: str) -> Side:
    """One side, its words numbered in the vocabulary; each different word is looked at once."""
    stretches, sentences = _read_sentences(document)
    words, places = document.index.words, document.index.places
    if sum(map(len, stretches)) < len(words):
        words = [word for each in stretches for word in words[each.start : each.stop]]
        places = [place for each in stretches for place in places[each.start : each.stop]]
    folded = {word: vocabulary.folded[word] for word in dict.fromkeys(words)}
    terms = vocabulary.terms_for(folded.values(), language)
    keys, plain, titles = vocabulary.keys, vocabulary.plain, title_words(language)
    key_of = {word: keys.setdefault(fold, len(keys)) for word, fold in folded.items()}
    term_of = {word: terms[fold] for word, fold in folded.items()}
    is_name = {word: fold in titles or (word[0].isupper() and fold not in plain) for word, fold in folded.items()}
    return Side(
        document=document,
        places=places,
        keys=list(map(key_of.__getitem__, words)),
        terms=list(map(term_of.__getitem__, words)),
        names=list(map(is_name.__getitem__, words)),
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
            value = repr(figure.low)
            side.terms[first] = vocabulary.stems.setdefault(value, len(vocabulary.stems))
            side.names[first] = False


def _mark_quoted(side: Side, quoted: Iterable[Span]) -> None:
    """Marks the sentences most of whose words stand between quotation marks."""
    for span in quoted:
        words = side.index.between(span.start, span.end)
        first = max(0, bisect_right(side.sentences, words.start, key=lambda sentence: sentence.first) - 1)
        for sentence in islice(side.sentences, first, None):
            shared = min(words.stop, sentence.end) - max(words.start, sentence.first)
            if shared <= 0:
                break
            if 2 * shared > len(sentence):
                side.sentences[sentence.number] = replace(sentence, is_quoted=True)


def _read_sentences(document: Document) -> tuple[list[range], list[Sentence]]:
    """The sentences outside the furniture, as words of the text and numbered on without the furniture.

    A sentence that never ends is cut, or no diff would end.
    """
    between = document.index.between
    stretches: list[range] = []
    sentences: list[Sentence] = []
    first = 0
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        is_heading = paragraph.kind is ParagraphKind.HEADING
        for span in paragraph.sentences:
            stretches.append(between(span.start, span.end))
            stop = first + len(stretches[-1])
            for start in range(first, stop, _LONGEST):
                end = min(start + _LONGEST, stop)
                sentences.append(Sentence(len(sentences), start, end, paragraph.number, is_heading))
            first = stop
    return stretches, sentences


def _weigh(sides: tuple[Side, Side], terms: int) -> list[float]:
    """Inverse sentence frequency of each term over both documents."""
    frequency: Counter[int] = Counter()
    for side in sides:
        frequency.update(chain.from_iterable(set(side.terms[each.first : each.end]) for each in side.sentences))
    total = sum(len(side.sentences) for side in sides)
    weight_of = {count: log(1 + total / count) for count in {1, *frequency.values()}}
    return [weight_of[frequency.get(term, 1)] for term in range(terms)]
