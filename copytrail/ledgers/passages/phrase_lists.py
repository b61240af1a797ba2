"""Lists of phrases, found among the words of a text: "subject to", "the next 6 months", "our team"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from copytrail.model import Document, Span
from copytrail.read.tables import groups, known_language

_ANY = "*"
"""In a phrase: any one word."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A word list by the first words of its phrases, the longest first."""

    by_first: Mapping[str, Sequence[tuple[str, ...]]]

    def find(self, words: Sequence[str]) -> range | None:
        """The numbers of the words that are the first phrase found among them."""
        if self.by_first.keys().isdisjoint(words):
            return None
        return next((found for number in range(len(words)) if (found := self.find_at(words, number))), None)

    def find_at(self, words: Sequence[str], number: int) -> range | None:
        """The phrase that begins with a word."""
        for phrase in self.by_first.get(words[number], ()):
            end = number + len(phrase)
            if end <= len(words) and all(map(_fits, phrase, words[number:end])):
                return range(number, end)
        return None


@cache
def read_phrases(topic: str, language: str, name: str) -> Phrases:
    """A list of phrases parted by semicolons; the English one for a language without lists.

    >>> read_phrases("additions", "en", "forecast").find("it is likely to rise".split())
    range(2, 4)
    """
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in groups(topic, known_language(language), name):
        if phrase:
            by_first[phrase[0]].append(phrase)
    return Phrases({first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()})


def list_words(document: Document, sentence: Span, *, is_heading: bool = False) -> list[str]:
    """The words of a sentence as the lists write them: the first one in lower case, in a heading all.

    So "May" is no "may", and a German noun keeps its capital.
    """
    numbers = document.index.between(sentence.start, sentence.end)
    words = [word.replace("’", "'") for word in document.index.words[numbers.start : numbers.stop]]
    if is_heading:
        return [word.lower() for word in words]
    return [words[0].lower(), *words[1:]] if words else []


def place_words(document: Document, place: Span, found: range) -> Span:
    """Where words stand that were found among those of a place, counted from its first one."""
    places = document.index.places
    first = document.index.between(place.start, place.end).start
    return Span(places[first + found.start][0], places[first + found.stop - 1][1])


def _fits(wanted: str, word: str) -> bool:
    """Whether a word is what a phrase has at its place."""
    return wanted in {word, _ANY}
