"""The words that announce speech ("said", "according to") and the small words around them, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copytrail.read.tables import groups, known_language, words

_VOWEL_E = re.compile(r"[^e]e$")
_TO_ES = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
NAME_LINKS = frozenset(
    ["de", "la", "le", "du", "van", "von", "der", "den", "del", "al", "bin", "ibn", "dos", "da", "d"]
)
"""Small words inside names."""
_LISTS = (
    "block", "reporting", "that", "first", "weak", "by", "nouns", "nouns_of_speech", "auxiliaries", "pronouns",
    "indefinite", "persons", "his", "her", "determiners", "prepositions", "conjunctions", "relatives", "titles",
    "roles", "bodies", "days",
)  # fmt: skip
_BEFORE_NAMES = ("titles", "determiners", "conjunctions", "prepositions", "pronouns", "auxiliaries", "days")
_DESCRIBING = ("determiners", "titles", "roles", "pronouns")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """What a language announces speech with; all words are in lower case."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    """Verbs that are as often nouns or other verbs: they count only right after a speaker or before a mark."""
    block: frozenset[str]
    """Verbs that can announce a statement without marks: "X said:"."""
    reporting: frozenset[str]
    """The plainest verbs of saying: with a speaker before them they announce indirect speech."""
    that: frozenset[str]
    """What stands between a verb of saying and what is said."""
    first: frozenset[str]
    """Words by which a speaker speaks of himself."""
    weak: frozenset[str]
    """Verbs that announce something else as often: an earlier verb of saying in the sentence counts before them."""
    by: frozenset[str]
    """What stands between a headline and its author."""
    according: tuple[tuple[str, ...], ...]
    """Phrases before a speaker, such as "according to", as their words."""
    nouns_of_speech: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    """The pronouns that stand for one person."""
    his: frozenset[str]
    her: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    """What a description begins with that brings in somebody new."""
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    days: frozenset[str]
    before_names: frozenset[str]
    """What a run of capitals may begin with and is no part of the name: titles, and the first words of sentences."""
    describing: frozenset[str]
    """What a speaker's description may begin with."""
    joining: frozenset[str]
    """What joins clauses and is no preposition."""


@cache
def speech_words(language: str) -> SpeechWords:
    """The lists of a language; the English ones for a language without lists.

    >>> "explained" in speech_words("en").verbs, "sagte" in speech_words("de").verbs
    (True, True)
    """
    known = known_language(language)
    sets = {name: frozenset(words("speech", known, name)) for name in _LISTS}
    regular = (_inflect(verb) for verb in words("speech", known, "regular"))
    return SpeechWords(
        verbs=frozenset(words("speech", known, "verbs")).union(*regular),
        according=groups("speech", known, "according"),
        before_names=frozenset[str]().union(*(sets[name] for name in _BEFORE_NAMES)),
        describing=frozenset[str]().union(*(sets[name] for name in _DESCRIBING)),
        joining=sets["conjunctions"] - sets["prepositions"],
        **sets,
    )


def _inflect(verb: str) -> set[str]:
    """The forms of a regular English verb."""
    stem = verb[:-1] if _VOWEL_E.search(verb) else verb
    if _CONSONANT_Y.search(verb):
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    past = verb + "d" if verb.endswith("e") else verb + "ed"
    return {verb, verb + ("es" if _TO_ES.search(verb) else "s"), past, stem + "ing"}
