"""How likely a derivative sentence says what an original sentence says, from 0 to 1.

Three logistic regressions, one after the other. The first looks at the two sentences alone: weighted
terms, letter trigrams, names, lengths, and by how much they are each other's best. The second and the
third look again, with the answers before them for the sentences around both (`surroundings`). The
weights were fitted on texts whose sentences were linked by hand (docs/method.md says which, and how
well they do).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log1p

from copytrail.align.candidates import Candidate, Proposer, find_terms
from copytrail.align.regressions import load_regression
from copytrail.align.surroundings import SURROUNDINGS, Key, Leaders, Links, look_around
from copytrail.align.terms import Pair, Sentence, Side
from copytrail.align.trigrams import Trigrams

ALONE = (
    "cosine",
    "containment",
    "coverage",
    "rarest",
    "trigrams",
    "lead_over_sources",
    "lead_over_takers",
    "terms_shared",
    "names_shared",
    "names_new",
    "names_dropped",
    "length",
    "source_length",
    "copied",
)
"""What the first regression looks at."""
LONE = tuple(name for name in ALONE if name not in {"rarest", "copied"} and not name.startswith("lead"))
"""What the one for a text of a single sentence looks at: there is no other that could be better."""
AMONG = (*SURROUNDINGS, *ALONE)
"""What the others look at."""
PASSES = ("among", "settled")
"""The regressions that see the surroundings, in order."""
HOPELESS = 0.02
"""What is less likely on its own is not looked at again."""
_LONG = 40
"""In terms; longer sentences are only longer."""
_MANY_TERMS = 6
_MANY_NAMES = 2
"""More shared terms or names than these say no more."""


def judge(descriptions: Mapping[Key, Sequence[float]], known: Links, *, sentences: int, least: float) -> Links:
    """The likelihood of every described pair, its surroundings seen.

    `known` are the likelihoods of other pairs, which are settled; `sentences` is the length of the
    derivative, and one alone has no surroundings. They cannot make a pair: one that is less than `least`
    likely on its own is none.
    """
    alone = judge_alone(descriptions)
    if sentences == 1:
        return judge_lone(descriptions)
    links = alone
    for name in PASSES:
        around = describe_among(descriptions, links, known, sentences)
        answer = load_regression(name, AMONG).answer
        links = {key: answer(description) for key, description in around.items()}
    return {key: likely for key, likely in links.items() if alone[key] >= least}


def judge_lone(descriptions: Mapping[Key, Sequence[float]]) -> Links:
    """The likelihood of the pairs where the derivative is a single sentence, which has no surroundings."""
    answer = load_regression("lone", LONE).answer
    return {key: answer(pick_lone(description)) for key, description in descriptions.items()}


def pick_lone(description: Sequence[float]) -> list[float]:
    """What the regression for a single sentence sees of a description."""
    return [value for name, value in zip(ALONE, description, strict=True) if name in LONE]


def judge_alone(descriptions: Mapping[Key, Sequence[float]]) -> Links:
    """The likelihood of the pairs on their own, without those that nothing could make likely."""
    answer = load_regression("alone", ALONE).answer
    answers = ((key, answer(description)) for key, description in descriptions.items())
    return {key: likely for key, likely in answers if likely >= HOPELESS}


def describe_among(
    descriptions: Mapping[Key, Sequence[float]], before: Links, known: Links, sentences: int
) -> dict[Key, list[float]]:
    """The pairs with their surroundings, as the later regressions look at them."""
    around = look_around(before, known, sentences)
    return {key: [*seen, *descriptions[key]] for key, seen in around.items()}


class Describer:
    """Describes pairs of sentences by what the first regression looks at."""

    def __init__(self, pair: Pair, proposer: Proposer, copied: Mapping[Key, float]) -> None:
        self.pair = pair
        self.proposer = proposer
        self.copied = copied
        """For pairs of sentences the share of the derivative one that keeps the original one's words."""
        self.takers: defaultdict[int, Leaders] = defaultdict(Leaders)
        """For original sentences how similar the derivative sentences are that could come from them."""
        self.trigrams = Trigrams(pair)
        self._names: dict[int, frozenset[int]] = {}

    def describe_all(self, sentences: Sequence[Sentence]) -> dict[Key, list[float]]:
        """The candidates of derivative sentences that are looked at together, each described."""
        for sentence in sentences:
            for candidate in self.proposer.propose(sentence):
                self.takers[candidate.sentence].add(candidate.cosine, sentence.number)
        return {key: description for sentence in sentences for key, description in self._describe(sentence)}

    def _describe(self, sentence: Sentence) -> Iterator[tuple[Key, list[float]]]:
        """The candidates of one derivative sentence that share a term with it, each described."""
        candidates = [candidate for candidate in self.proposer.propose(sentence) if candidate.cosine]
        sources = Leaders()
        for candidate in candidates:
            sources.add(candidate.cosine, candidate.sentence)
        terms = find_terms(self.pair.derivative, sentence)
        names = _find_names(self.pair.derivative, sentence)
        spellings = self.trigrams.compare([candidate.sentence for candidate in candidates], sentence)
        for candidate, spelling in zip(candidates, spellings, strict=True):
            key = candidate.sentence, sentence.number
            yield (
                key,
                [
                    *self._weigh_terms(terms, candidate),
                    spelling,
                    candidate.cosine - sources.best_but(key[0]),
                    candidate.cosine - self.takers[key[0]].best_but(key[1]),
                    *self._count_shared(terms, names, candidate),
                    log1p(min(_LONG, len(terms))),
                    log1p(min(_LONG, len(self.proposer.terms[key[0]]))),
                    self.copied.get(key, 0.0),
                ],
            )

    def _weigh_terms(self, terms: frozenset[int], candidate: Candidate) -> list[float]:
        """By weight, by each side's share of it, and the rarest shared term."""
        number, cosine, containment, _ = candidate
        weights = list(map(self.pair.weights.__getitem__, terms & self.proposer.terms[number]))
        return [cosine, containment, sum(weights) / self.proposer.totals[number], max(weights)]

    def _count_shared(self, terms: frozenset[int], names: frozenset[int], candidate: Candidate) -> list[float]:
        """How many terms beside names both have, how many names, and how many names only one of them has."""
        theirs = self._names.get(candidate.sentence)
        if theirs is None:
            source = self.pair.original.sentences[candidate.sentence]
            theirs = self._names[candidate.sentence] = _find_names(self.pair.original, source)
        common = (terms & self.proposer.terms[candidate.sentence]) - names - theirs
        return [
            min(_MANY_TERMS, len(common)),
            min(_MANY_NAMES, len(names & theirs)),
            len(names - theirs),
            len(theirs - names),
        ]


def _find_names(side: Side, sentence: Sentence) -> frozenset[int]:
    """The terms of a sentence that look like names."""
    terms, plain = side.terms[sentence.first : sentence.end], side.plain[sentence.first : sentence.end]
    return frozenset([term for term, is_plain in zip(terms, plain, strict=True) if term >= 0 and not is_plain])
