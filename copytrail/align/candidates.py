"""Where each sentence of the derivative may come from: a short list, found through indexes.

Two indexes over the original propose sentences: terms weighted by inverse sentence frequency (Spärck
Jones), the rarest first, and runs of four words, which find a copied clause in a sentence that is
otherwise new. Nothing is compared that neither proposes, so the work grows with the texts and not with
their product.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from math import sqrt
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from copytrail.align.terms import NO_TERM, Pair, Sentence, Side

_SEED_WORDS = 4
_SEED_PLACES = 16
"""Places kept of one run of words; a stock phrase that stands more often proves nothing."""
_POSTINGS = 30
"""A term in more sentences than this proposes none, unless its sentence has no rarer term."""
_TERMS = 10
"""So many terms of a sentence, the rarest, are looked up."""
_PROPOSED = 8

Seed: TypeAlias = int | tuple[int, ...]
"""A run of words: four of them as one number, fewer as their numbers."""


class Candidate(NamedTuple):
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
        self.roots = [sqrt(total) for total in self.totals]
        theirs, ours = pair.neighbours
        self.runs = _Seeds(pair.derivative, ours, len(pair.words))
        self.seeds = _index_seeds(pair.original, _Seeds(pair.original, theirs, len(pair.words)), self.runs)
        self.postings = _index_terms(self.terms, set(pair.derivative.terms))
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
        runs = self.runs.of(sentence)
        seeds: defaultdict[int, int] = defaultdict(int)
        for number in chain.from_iterable(filter(None, map(self.seeds.get, runs))):
            seeds[number] += 1
        scores = self._score(own)
        for number, count in seeds.items():
            scores[number] = scores.get(number, 0.0) + count
        best = sorted(scores.items(), key=itemgetter(1), reverse=True)[:_PROPOSED]
        return [self._candidate(number, own, total, seeds.get(number, 0)) for number, _ in best]

    def _score(self, own: frozenset[int]) -> dict[int, float]:
        """Original sentences with what the terms say for them."""
        scores: defaultdict[int, float] = defaultdict(float)
        postings = self.postings
        known = sorted([(len(postings[term]), term) for term in own if term in postings])
        rare = [term for count, term in known if count <= _POSTINGS] or [term for _, term in known]
        for term in rare[:_TERMS]:
            weight = self.pair.weights[term]
            for number in postings[term][:_POSTINGS]:
                scores[number] += weight
        roots = self.roots
        return {number: score / roots[number] for number, score in scores.items()}

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


class _Seeds:
    """The runs of four words of one side as numbers; a shorter sentence is one run."""

    def __init__(self, side: Side, neighbours: list[int], vocabulary: int) -> None:
        size = vocabulary**2
        self.keys = side.keys
        self.runs = [both * size + next_both for both, next_both in zip(neighbours, neighbours[2:], strict=False)]
        self.short = [self.of(sentence)[0] for sentence in side.sentences if len(sentence) < _SEED_WORDS]

    def of(self, sentence: Sentence) -> Sequence[Seed]:
        """The runs inside a sentence."""
        if len(sentence) < _SEED_WORDS:
            return [tuple(self.keys[sentence.first : sentence.end])]
        return self.runs[sentence.first : sentence.end - _SEED_WORDS + 1]


def _index_seeds(side: Side, theirs: _Seeds, ours: _Seeds) -> dict[Seed, list[int]]:
    """For each run of words that both sides have its sentences in the original, a limited number of them."""
    wanted = {*ours.runs, *ours.short}
    index: dict[Seed, list[int]] = {}
    for sentence in side.sentences:
        for seed in filter(wanted.__contains__, theirs.of(sentence)):
            numbers = index.setdefault(seed, [])
            if len(numbers) < _SEED_PLACES:
                numbers.append(sentence.number)
    return index


def _index_terms(sentences: list[frozenset[int]], wanted: set[int]) -> dict[int, list[int]]:
    """For each wanted term the sentences it stands in."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, terms in enumerate(sentences):
        for term in terms & wanted:
            index[term].append(number)
    return dict(index)
