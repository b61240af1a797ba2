"""Which additions of several derivatives are the same, in these or in other words.

Two indexes over the added sentences of all of them, runs of words and weighted terms (inverse sentence frequency),
find for each sentence who else has it: in unbroken runs, or as a close paraphrase by the cosine of its terms. Nothing
is compared that neither index brings together, so the work grows with what is shared and not with the pairs of texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from copytrail.ledgers.passages.cutting import intersect
from copytrail.lexicon import function_words, stem_words
from copytrail.model import Comparison, Thresholds
from copytrail.text import fold_word


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """What one derivative adds in one sentence."""

    derivative: int
    addition: int
    runs: tuple[tuple[str, ...], ...]
    terms: frozenset[str]
    words: int


class SharedAdditions:
    """The additions of the derivatives of one original, asked who else holds them."""

    def __init__(self, comparisons: Sequence[Comparison], thresholds: Thresholds) -> None:
        self._thresholds = thresholds
        self._sentences = [
            sentence
            for number, comparison in enumerate(comparisons)
            for sentence in _list_sentences(number, comparison, thresholds.run_words)
        ]
        self._runs: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self._sentences):
            for run in sentence.runs:
                self._runs[run].add(sentence.derivative)
            for term in sentence.terms:
                self._postings[term].append(number)
        total = len(self._sentences)
        self._weights = {term: log(1 + total / len(found)) ** 2 for term, found in self._postings.items()}
        self._norms = [sqrt(sum(self._weights[term] for term in sorted(one.terms))) for one in self._sentences]

    def find_holders(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """For each addition, by the numbers of its derivative and of itself, the other derivatives that hold it."""
        words: Counter[tuple[int, int]] = Counter()
        held: defaultdict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        for number, sentence in enumerate(self._sentences):
            key = sentence.derivative, sentence.addition
            words[key] += sentence.words
            held[key].update(self._count_held(number))
        share = self._thresholds.shared_share
        return {
            key: tuple(sorted(other for other, count in counts.items() if count >= share * words[key]))
            for key, counts in held.items()
        }

    def _count_held(self, number: int) -> dict[int, int]:
        """How many words of a sentence each other derivative holds."""
        sentence = self._sentences[number]
        held = self._count_in_runs(sentence)
        if sentence.words >= self._thresholds.clause_words:
            held |= dict.fromkeys(self._find_paraphrases(number), sentence.words)
        return held

    def _count_in_runs(self, sentence: _Sentence) -> dict[int, int]:
        """How many words of a sentence stand in runs that each other derivative has too."""
        length = self._thresholds.run_words
        counts: dict[int, int] = defaultdict(int)
        ends: dict[int, int] = defaultdict(int)
        for start, run in enumerate(sentence.runs):
            for other in self._runs[run]:
                counts[other] += start + length - max(start, ends[other])
                ends[other] = start + length
        counts.pop(sentence.derivative, None)
        return dict(counts)

    def _find_paraphrases(self, number: int) -> Iterator[int]:
        """The other derivatives with a sentence that says nearly the same."""
        sentence = self._sentences[number]
        shared: defaultdict[int, float] = defaultdict(float)
        for term in sorted(sentence.terms):
            weight = self._weights[term]
            for other in self._postings[term]:
                shared[other] += weight
        floor = self._thresholds.shared_likeness * self._norms[number]
        for other, weight in shared.items():
            candidate = self._sentences[other]
            is_long = candidate.words >= self._thresholds.clause_words
            if is_long and candidate.derivative != sentence.derivative and weight >= floor * self._norms[other]:
                yield candidate.derivative


def _list_sentences(number: int, comparison: Comparison, length: int) -> Iterator[_Sentence]:
    """What a derivative adds, sentence by sentence."""
    document = comparison.derivative
    sentences = [sentence for paragraph in document.paragraphs for sentence in paragraph.sentences]
    silent = function_words(document.language)
    for addition, place in intersect([addition.span for addition in comparison.additions], sentences):
        numbers = document.index.between(place.start, place.end)
        keys = [fold_word(word) for word in document.index.words[numbers.start : numbers.stop]]
        runs = zip(*(keys[start:] for start in range(length)), strict=False)
        terms = stem_words([key for key in keys if key not in silent], document.language)
        yield _Sentence(derivative=number, addition=addition, runs=tuple(runs), terms=frozenset(terms), words=len(keys))
