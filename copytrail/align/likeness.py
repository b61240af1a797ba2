"""How likely a derivative sentence says what an original sentence says, from 0 to 1.

Two logistic regressions. The first looks at the two sentences alone: weighted terms, letter trigrams,
shared words, and by how much they are each other's best. The second looks once more with the answers
for the sentences around both: in a retelling neighbours come from neighbours, and a sentence that has
a better source needs no second one. The weights were fitted on texts whose sentences were linked by
hand (docs/method.md says which, and how well they do).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log, log1p, sqrt
from operator import mul
from typing import TypeAlias

from copytrail.align.candidates import Candidate, Proposer, find_terms
from copytrail.align.terms import Pair, Sentence, Side

Key: TypeAlias = tuple[int, int]
"""An original and a derivative sentence, by number."""
Links: TypeAlias = dict[Key, float]
"""For pairs of sentences how likely they say the same."""

ALONE = ("cosine", "containment", "trigrams", "words", "lead_over_sources", "lead_over_takers", "length", "copied")
"""What the first regression looks at."""
AMONG = ("alone", "diagonal", "beside", "beside_source", "further", "rival_source", "rival_taker", "text")
"""What the second looks at: the first one's log odds, and the likelihoods of the pairs around this one."""
_STEPS = (
    ((-1, -1), (1, 1)),
    ((0, -1), (0, 1)),
    ((-1, 0), (1, 0)),
    ((-2, -1), (2, 1), (-1, -2), (1, 2), (-2, -2), (2, 2)),
)
"""Where the pairs around one stand: on the diagonal, beside it, beside its source, and further off."""
_LEAST = 1e-4
HOPELESS = 0.06
"""What is less likely on its own is not looked at again."""


def judge(descriptions: Mapping[Key, Sequence[float]], known: Links, *, sentences: int, least: float) -> Links:
    """The likelihood of every described pair, its surroundings seen.

    `known` are the likelihoods of other pairs, `sentences` is the length of the derivative. Surroundings
    cannot make a pair: one that is less than `least` likely on its own is none.
    """
    alone = judge_alone(descriptions)
    around = look_around(alone, known | alone, sentences)
    links = {key: _answer("among", description) for key, description in around.items() if alone[key] >= least}
    return known | links


def judge_alone(descriptions: Mapping[Key, Sequence[float]]) -> Links:
    """The likelihood of the pairs on their own, without those that nothing could make likely."""
    answers = ((key, _answer("alone", description)) for key, description in descriptions.items())
    return {key: likely for key, likely in answers if likely >= HOPELESS}


def look_around(alone: Links, links: Links, sentences: int) -> dict[Key, list[float]]:
    """For each pair what the second regression looks at."""
    sources: defaultdict[int, _Leaders] = defaultdict(_Leaders)
    takers: defaultdict[int, _Leaders] = defaultdict(_Leaders)
    for (source, taker), likely in links.items():
        sources[taker].add(likely, source)
        takers[source].add(likely, taker)
    total = sum(leaders.best for leaders in sources.values())
    return {
        (source, taker): [
            *_surroundings((source, taker), alone[source, taker], links),
            sources[taker].best_but(source),
            takers[source].best_but(taker),
            (total - sources[taker].best) / max(1, sentences - 1),
        ]
        for source, taker in alone
    }


class _Leaders:
    """The best of several values and the best of the others."""

    __slots__ = ("best", "second", "who")

    def __init__(self) -> None:
        self.best = self.second = 0.0
        self.who = -1

    def add(self, value: float, who: int) -> None:
        """Takes one more value."""
        if value > self.best:
            self.best, self.second, self.who = value, self.best, who
        elif value > self.second:
            self.second = value

    def best_but(self, who: int) -> float:
        """The best value of the others, 0 where there are none."""
        return self.second if who == self.who else self.best


class Describer:
    """Describes pairs of sentences by what the first regression looks at."""

    def __init__(self, pair: Pair, proposer: Proposer, copied: Mapping[Key, float]) -> None:
        self.pair = pair
        self.proposer = proposer
        self.copied = copied
        """For pairs of sentences the share of the derivative one that keeps the original one's words."""
        self.takers: defaultdict[int, _Leaders] = defaultdict(_Leaders)
        """For original sentences how similar the derivative sentences are that could come from them."""
        self._seen: dict[int, tuple[frozenset[str], frozenset[int]]] = {}
        self._trigrams: dict[int, frozenset[str]] = {}

    def describe_all(self, sentences: Sequence[Sentence]) -> dict[Key, list[float]]:
        """The candidates of derivative sentences that are looked at together, each described."""
        for sentence in sentences:
            for candidate in self.proposer.propose(sentence):
                self.takers[candidate.sentence].add(candidate.cosine, sentence.number)
        return {key: description for sentence in sentences for key, description in self._describe(sentence)}

    def _describe(self, sentence: Sentence) -> Iterator[tuple[Key, list[float]]]:
        """The candidates of one derivative sentence, each described."""
        candidates = self.proposer.propose(sentence)
        sources = _Leaders()
        for candidate in candidates:
            sources.add(candidate.cosine, candidate.sentence)
        trigrams, words = self._look_at(self.pair.derivative, sentence)
        length = log1p(len(find_terms(self.pair.derivative, sentence)))
        for candidate in candidates:
            theirs, their_words = self._look_at_source(candidate)
            key = candidate.sentence, sentence.number
            yield (
                key,
                [
                    candidate.cosine,
                    candidate.containment,
                    len(trigrams & theirs) / sqrt(len(trigrams) * len(theirs)),
                    len(words & their_words) / len(words),
                    candidate.cosine - sources.best_but(key[0]),
                    candidate.cosine - self.takers[key[0]].best_but(key[1]),
                    length,
                    self.copied.get(key, 0.0),
                ],
            )

    def _look_at_source(self, candidate: Candidate) -> tuple[frozenset[str], frozenset[int]]:
        """The trigrams and words of an original sentence, found once."""
        if candidate.sentence not in self._seen:
            source = self.pair.original.sentences[candidate.sentence]
            self._seen[candidate.sentence] = self._look_at(self.pair.original, source)
        return self._seen[candidate.sentence]

    def _look_at(self, side: Side, sentence: Sentence) -> tuple[frozenset[str], frozenset[int]]:
        """The letter trigrams and the words of a sentence."""
        keys = frozenset(side.keys[sentence.first : sentence.end])
        return frozenset().union(*map(self._trigrams_of, keys)), keys

    def _trigrams_of(self, key: int) -> frozenset[str]:
        """The letter trigrams of a word, its edges among them."""
        if key not in self._trigrams:
            word = f" {self.pair.words[key]} "
            self._trigrams[key] = frozenset(word[n : n + 3] for n in range(len(word) - 2))
        return self._trigrams[key]


def _surroundings(key: Key, alone: float, links: Links) -> list[float]:
    """One pair as the second regression looks at it."""
    source, taker = key
    diagonal, beside, beside_source, further = (
        [links.get((source + here, taker + there), 0.0) for here, there in steps] for steps in _STEPS
    )
    return [
        log((alone + _LEAST) / (1 - alone + _LEAST)),
        sum(diagonal),
        max(beside),
        max(beside_source),
        max(further),
    ]


def _answer(name: str, description: Sequence[float]) -> float:
    """The answer of a regression."""
    weights, intercept = _regression(name)
    total = intercept + sum(map(mul, weights, description))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _regression(name: str) -> tuple[tuple[float, ...], float]:
    """The weights and the intercept of a regression."""
    data = tomllib.loads(files("copytrail").joinpath("data", "likeness.toml").read_text(encoding="utf-8"))[name]
    features = ALONE if name == "alone" else AMONG
    return tuple(data["weights"][feature] for feature in features), data["intercept"]
