"""Two documents as the aligner reads them: words as numbers, with a weight for each term.

A word has a key (its folded form: equal keys are the same word) and a term (its stem: equal terms are
the same content). Function words have no term. Furniture is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from copytrail.model import Document, Span
from copytrail.words import WordIndex

_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
NO_TERM = -1
"""The term of function words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a half-open range of word numbers on its side."""

    number: int
    first: int
    end: int
    paragraph: int
    is_heading: bool
    is_quoted: bool = False
    """Whether most of it stands between quotation marks."""

    def __len__(self) -> int:
        return self.end - self.first


@dataclass(frozen=True)
class Side:
    """One document outside its furniture: for each word its place, key, term and whether it looks like a name."""

    document: Document
    places: Sequence[tuple[int, int]]
    keys: list[int]
    terms: list[int]
    names: list[bool]
    sentences: list[Sentence]

    def span(self, first: int, end: int) -> Span:
        """The span of the text from one word to before another."""
        return Span(self.places[first][0], self.places[end - 1][1])

    def text_of(self, word: int) -> str:
        """A word as it stands in the text."""
        start, end = self.places[word]
        return self.document.text[start:end]

    def is_name(self, word: int) -> bool:
        """Whether a word looks like part of a name or title: a capital, in a language that gives nouns none."""
        return self.names[word] and not self.has_capital_nouns

    @property
    def has_capital_nouns(self) -> bool:
        """Whether its language writes every noun with a capital."""
        return self.document.language in _CAPITAL_NOUNS

    @cached_property
    def index(self) -> WordIndex:
        """The words, for counting them in stretches of the text."""
        known = self.document.index
        return known if self.places is known.places else WordIndex(self.places)

    @cached_property
    def plain(self) -> list[bool]:
        """For each word whether it has a term and is no name."""
        has_names = not self.has_capital_nouns
        return [
            term != NO_TERM and not (is_name and has_names)
            for term, is_name in zip(self.terms, self.names, strict=True)
        ]

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

    @cached_property
    def neighbours(self) -> tuple[list[int], list[int]]:
        """For each word of the original but the last the word and the next one as one number; and of the derivative."""
        size = len(self.words)
        theirs, ours = (
            [one * size + two for one, two in pairwise(side.keys)] for side in (self.original, self.derivative)
        )
        return theirs, ours

    @cached_property
    def derivative_weights(self) -> list[float]:
        """How much each word of the derivative tells."""
        known = [*self.weights, 0.0]
        return [known[term] for term in self.derivative.terms]

    def weight(self, term: int) -> float:
        """How much a term tells; function words tell nothing."""
        return self.weights[term] if term >= 0 else 0.0
