"""Where each sentence of the derivative may come from: a short list, found through indexes.

Two indexes over the original propose sentences: terms weighted by inverse sentence frequency (Spärck
Jones), the rarest first, and runs of four words, which find a copied clause in a sentence that is
otherwise new. Nothing is compared that neither proposes, so the work grows with the texts and not with
their product.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import sqrt
from operator import itemgetter

from copytrail.align.terms import NO_TERM, Pair, Sentence, Side

_SEED_WORDS = 4
_SEED_PLACES = 16
"""Places kept of one run of words; a stock phrase that stands more often proves nothing."""
_POSTINGS = 30
"""A term in more sentences than this proposes none, unless its sentence has no rarer term."""
_TERMS = 10
"""So many terms of a sentence, the rarest, are looked up."""
_PROPOSED = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the original that a derivative sentence may come from."""

    sentence: int
    cosine: float
    """Weight of the shared terms over the geometric mean of both sentences' weights, 0 to 1."""
    containment: float
    """The share of the derivative sentence's weight that the original sentence holds, 0 to 1."""
    seeds: int
    """How many runs of four words the two share."""


class Proposer:
    """Proposes candidates for one derivative sentence after the other."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.terms = [find_terms(pair.original, sentence) for sentence in pair.original.sentences]
        self.totals = [self._total(terms) for terms in self.terms]
        self.seeds = _index_seeds(pair.original)
        self.postings = _index_terms(self.terms)
        self._proposed: dict[int, list[Candidate]] = {}

    def propose(self, sentence: Sentence) -> list[Candidate]:
        """The candidates of a derivative sentence, the most promising first."""
        if sentence.number not in self._proposed:
            self._proposed[sentence.number] = self._propose(sentence)
        return self._proposed[sentence.number]

    def _propose(self, sentence: Sentence) -> list[Candidate]:
        """The candidates of a derivative sentence that was not asked for before."""
        own = find_terms(self.pair.derivative, sentence)
        total = self._total(own)
        grams = _grams(self.pair.derivative.keys, sentence)
        seeds = Counter(number for gram in grams for number in self.seeds.get(gram, ()))
        scores = self._score(own)
        for number, count in seeds.items():
            scores[number] += count
        best = nlargest(_PROPOSED, scores.items(), key=itemgetter(1))
        return [self._candidate(number, own, total, seeds[number]) for number, _ in best]

    def _score(self, own: frozenset[int]) -> defaultdict[int, float]:
        """Original sentences with what the terms say for them."""
        scores: defaultdict[int, float] = defaultdict(float)
        known = sorted((len(self.postings[term]), term) for term in own if term in self.postings)
        rare = [term for count, term in known if count <= _POSTINGS] or [term for _, term in known]
        for term in rare[:_TERMS]:
            weight = self.pair.weights[term]
            for number in self.postings[term][:_POSTINGS]:
                scores[number] += weight
        for number in scores:
            scores[number] /= sqrt(self.totals[number])
        return scores

    def _candidate(self, number: int, own: frozenset[int], total: float, seeds: int) -> Candidate:
        """A proposed sentence with its similarity over all terms."""
        shared = self._total(own & self.terms[number])
        if not shared:
            return Candidate(number, 0.0, 0.0, seeds)
        return Candidate(number, shared / sqrt(total * self.totals[number]), shared / total, seeds)

    def _total(self, terms: Iterable[int]) -> float:
        """The weight of terms together."""
        return sum(map(self.pair.weights.__getitem__, terms))


def find_terms(side: Side, sentence: Sentence) -> frozenset[int]:
    """The terms of a sentence, without function words."""
    return frozenset(side.terms[sentence.first : sentence.end]) - {NO_TERM}


def _grams(keys: list[int], sentence: Sentence) -> Iterable[tuple[int, ...]]:
    """The runs of four words in a sentence; a shorter sentence is one run."""
    words = keys[sentence.first : sentence.end]
    if len(words) < _SEED_WORDS:
        return [tuple(words)]
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _index_seeds(side: Side) -> dict[tuple[int, ...], list[int]]:
    """For each run of words the sentences it stands in, a limited number of them."""
    index: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for sentence in side.sentences:
        for gram in _grams(side.keys, sentence):
            numbers = index[gram]
            if len(numbers) < _SEED_PLACES:
                numbers.append(sentence.number)
    return dict(index)


def _index_terms(sentences: list[frozenset[int]]) -> dict[int, list[int]]:
    """For each term the sentences it stands in."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, terms in enumerate(sentences):
        for term in terms:
            index[term].append(number)
    return dict(index)
