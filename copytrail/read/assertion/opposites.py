"""Words that say the opposite of each other, by language: listed pairs, and words with "un-" or its like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from copytrail.read.tables import groups, words
from copytrail.text import fold_word

Sides = frozenset[tuple[int, bool]]
_TOPIC = "strength"
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"))
_STEM_LETTERS = 3
"""Shorter words with something before them, or after them, are other words."""
_NOWHERE: Sides = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """The opposites of one language; all words are folded."""

    inflects: bool
    """Whether regular endings make other forms of the listed words."""
    listed: Mapping[str, Sides]
    """For each word the entries in which it stands, and whether it is before the bar."""
    converses: Mapping[str, Sides]
    """The same for words that are opposites only where nothing else changed: who buys and who sells."""
    not_forms: frozenset[str]
    """Words that look like forms of a listed one: "news"."""
    inverting: tuple[str, ...]
    inverting_adjectives: tuple[str, ...]
    adjective_ends: tuple[str, ...]

    def are_opposites(self, one: str, other: str) -> bool:
        """Whether two words say the opposite of each other."""
        if _are_across(self.sides_of(one), self.sides_of(other)):
            return True
        return self._inverts(one, other) if len(one) > len(other) else self._inverts(other, one)

    def are_converses(self, one: str, other: str) -> bool:
        """Whether two words are opposites where nothing else changed."""
        return _are_across(self._find(self.converses, one), self._find(self.converses, other))

    def sides_of(self, word: str) -> Sides:
        """The entries in which a word or what it is a form of stands."""
        return self._find(self.listed, word)

    def all_sides_of(self, word: str) -> Sides:
        """The same with the converses, whose entries have numbers of their own."""
        listed, converses = self.sides_of(word), self._find(self.converses, word)
        return listed | {(-1 - entry, side) for entry, side in converses} if converses else listed

    def inverses_of(self, word: str) -> tuple[str, ...]:
        """What a word may be with or without "un-" or its like before it."""
        prefixes = (*self.inverting, *self.inverting_adjectives)
        return (*(before + word for before in prefixes), *(word.removeprefix(before) for before in prefixes))

    def roots_of(self, word: str) -> frozenset[str]:
        """What a word is without "un-" or its like, where it then says the opposite."""
        before = [each for each in (*self.inverting, *self.inverting_adjectives) if word.startswith(each)]
        return frozenset(filter(partial(self._inverts, word), map(word.removeprefix, before)))

    def _find(self, sides: Mapping[str, Sides], word: str) -> Sides:
        """The entries of a word in one of the tables."""
        known = sides.get(word)
        if known is not None or not self.inflects or word in self.not_forms:
            return known or _NOWHERE
        return next((sides[base] for base in _stems_of(word) if base in sides), _NOWHERE)

    def _inverts(self, long: str, short: str) -> bool:
        """Whether one word is the other with "un-" or its like before it."""
        if not long.endswith(short) or len(short) < _STEM_LETTERS:
            return False
        before = long[: -len(short)]
        is_adjective = len(short) > _STEM_LETTERS and short.endswith(self.adjective_ends)
        return before in self.inverting or (is_adjective and before in self.inverting_adjectives)


def read_opposites(language: str, verbs: Iterable[tuple[str, ...]]) -> Opposites:
    """The opposites of a language; `verbs` are the forms of its irregular ones."""
    families = {form: forms for forms in verbs for form in forms}
    return Opposites(
        inflects=language == "en",
        listed=_list_sides(groups(_TOPIC, language, "opposites"), families),
        converses=_list_sides(groups(_TOPIC, language, "converses"), families),
        not_forms=frozenset(words(_TOPIC, language, "not_forms")),
        inverting=words(_TOPIC, language, "inverting"),
        inverting_adjectives=words(_TOPIC, language, "inverting_adjectives"),
        adjective_ends=words(_TOPIC, language, "adjective_ends"),
    )


def _list_sides(entries: Iterable[tuple[str, ...]], families: Mapping[str, tuple[str, ...]]) -> Mapping[str, Sides]:
    """The entries in which each word stands, with all forms of irregular verbs."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, entry in enumerate(entries):
        bar = entry.index("|") if entry else 0
        for place, word in enumerate(entry):
            folded = fold_word(word)
            for form in families.get(folded, (folded,)) if place != bar else ():
                found.setdefault(form, set()).add((number, place < bar))
    return {form: frozenset(sides) for form, sides in found.items()}


def _are_across(one: Sides, other: Sides) -> bool:
    """Whether two words stand on the two sides of one entry."""
    return bool(one and other) and any((entry, not side) in other for entry, side in one)


@lru_cache(maxsize=50_000)
def _stems_of(word: str) -> tuple[str, ...]:
    """What a regular English form may be a form of."""
    return tuple(
        word[: -len(end)] + kept
        for end, kept in _ENDINGS
        if word.endswith(end) and len(word) - len(end) >= _STEM_LETTERS
    )
