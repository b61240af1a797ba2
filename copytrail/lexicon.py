"""Word lists: function words and stems by language, abbreviations, spelling variants.

The lists are package data; they are read once and never change.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

import snowballstemmer

_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "pl": "polish",
}
_ISE = re.compile(
    r"(?<=.{3})is(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)|(?<=al)ys(?=(?:e|ed|es|er|ers|ing)$)"
)
_WORDS_TO_TELL_A_LANGUAGE = 3
"""A text with fewer function words of its likeliest language is in no known one."""


class Stemmer(Protocol):
    """Whatever reduces words to their stems."""

    def stemWord(self, word: str) -> str:  # noqa: N802 - the Snowball packages' own name
        """The stem of a word."""


@cache
def function_words(language: str) -> frozenset[str]:
    """The function words of a language, in lower case; none for a language without a list."""
    return frozenset(_read("stopwords").get(language, "").split())


@cache
def title_words(language: str) -> frozenset[str]:
    """Folded words for a person's office ("minister"); none for a language without a list."""
    return frozenset(_read("titles").get(language, "").split())


@cache
def articles(language: str) -> frozenset[str]:
    """The articles of a language, in lower case; none for a language without a list."""
    return frozenset(_read("articles").get(language, "").split())


@cache
def words_for_more(language: str) -> frozenset[str]:
    """Words before an amount that say it is added to another one; none for a language without a list."""
    return frozenset(_read("parts").get(language, "").split())


@cache
def kicker_words() -> frozenset[str]:
    """Folded words of which the lines above a headline are made, in every language."""
    return frozenset(_read("kickers")["words"].split())


@cache
def languages() -> tuple[str, ...]:
    """The languages with a list of function words."""
    return tuple(_read("stopwords"))


def guess_language(words: Iterable[str]) -> str:
    """The language whose function words are the most frequent among lower-case words, or "".

    >>> guess_language("the minister said that it was the first".split())
    'en'
    """
    counts = Counter(words)
    best, found = "", _WORDS_TO_TELL_A_LANGUAGE - 1
    for language in languages():
        hits = sum(map(counts.__getitem__, function_words(language) & counts.keys()))
        if hits > found:
            best, found = language, hits
    return best


@cache
def abbreviations() -> frozenset[str]:
    """Words after which a full stop seldom ends a sentence, in lower case and without it."""
    return frozenset(word for words in _read("abbreviations").values() for word in words.split())


@cache
def title_abbreviations() -> frozenset[str]:
    """Abbreviated titles, after which a full stop never ends a sentence."""
    return frozenset(_read("abbreviations")["titles"].split())


@cache
def number_abbreviations() -> frozenset[str]:
    """Abbreviations that only count as such before a number, as in "No. 10"."""
    return frozenset(_read("abbreviations")["before_numbers"].split())


def unify_spelling(word: str) -> str:
    """One spelling for the variants of a word in lower case.

    >>> unify_spelling("organising"), unify_spelling("colours")
    ('organizing', 'colors')
    """
    known = _spellings().get(word)
    return known or (_ISE.sub(_with_z, word) if "is" in word or "lys" in word else word)


def _with_z(found: re.Match[str]) -> str:
    """The letters of "-is-" and "-ys-" with a z."""
    return found.group()[0] + "z"


def stem_words(words: list[str], language: str) -> list[str]:
    """The Snowball stems of lower-case words; the words themselves in a language without a stemmer."""
    return [_stem(word, language) for word in words] if _stemmer(language) else words


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    """The stem of one word; what a text says it mostly says again."""
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


@cache
def _stemmer(language: str) -> Stemmer | None:
    """The stemmer of a language, if there is one."""
    name = _STEMMERS.get(language)
    available = snowballstemmer.algorithms()
    return snowballstemmer.stemmer(name) if name in available else None


@cache
def _spellings() -> dict[str, str]:
    """Every inflected form of the listed variants and the spelling that stands for it."""
    data = _read("spelling")
    pairs = [(variant, kept) for variant, kept in (pair.split() for pair in data["pairs"].split(";"))]
    forms = dict(pairs)
    for variant, kept in pairs:
        for ending in data["endings"].split():
            forms.setdefault(variant + ending, kept + ending)
            if variant.endswith("re") and ending in {"ed", "ing"}:
                forms.setdefault(variant[:-1] + ending, kept + ending)
    return forms


@cache
def _read(name: str) -> dict[str, str]:
    """A list file as its keys and texts."""
    return tomllib.loads(files("copytrail").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))
