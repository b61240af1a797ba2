"""The names of one document as an index: whom it names, under which words, and which words it has at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from copytrail.model import Document, Name, Span
from copytrail.read.name_words import fold_name, places, seats

_CODE = 2
"""Names of so few letters are codes, as of states, unless they are known."""
_EXPANSION = re.compile(
    r"(?P<long>(?:[A-Z][\w’'-]*(?:\s+(?:and|of|for|the|&|in))*\s+)+[A-Z][\w’'-]*)\s+\((?P<short>[A-Z]\w{1,7})\)"
)
_SEARCHED = 100_000
"""So many characters of a text are searched for what an acronym stands for."""
_SHORT_NAME = 3
"""Shorter words have no other spelling: they are other words."""
_SLACK = 1e-3
"""A floor is lowered by so much where it spares work, so that what lies on it is not lost by rounding."""


@dataclass(frozen=True)
class KnownNames:
    """The names of a document, asked by value, by word and by spelling; what is asked often is kept."""

    document: Document
    names: tuple[Name, ...]

    @cached_property
    def by_value(self) -> Mapping[str, tuple[Name, ...]]:
        """The mentions of everybody, by the folded full form."""
        found: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            found[fold_name(name.value)].append(name)
        return {value: tuple(mentions) for value, mentions in found.items()}

    def place_of(self, word: str) -> Span | None:
        """The first place of a folded word of the text, which may stand in a compound or the plural."""
        place = self._places.get(word)
        return Span(*place) if place else None

    @cached_property
    def acronyms(self) -> Mapping[str, Span]:
        """The words in capitals, folded, with their first place."""
        capitals = {word: place for word, place in self._first_places.items() if len(word) > 1 and word.isupper()}
        return {fold_name(word): Span(*place) for word, place in capitals.items()}

    @cached_property
    def countries(self) -> Mapping[str, Span]:
        """The countries that the text speaks of, by their own name, their people's or their government's seat."""
        known = {**places(), **seats()}
        named = {known[word]: Span(*place) for word, place in self._places.items() if word in known}
        return named | {places()[value]: names[0].span for value, names in self.by_value.items() if value in places()}

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, int]]:
        """The folded words of the text, parts of compounds too, with their first place."""
        found: dict[str, tuple[int, int]] = {}
        for word, place in self._first_places.items():
            parts = () if word.isalnum() else word.replace("’s", "").replace("'s", "").split("-")
            for folded in {*fold_name(word).split(), *(other for part in parts for other in fold_name(part).split())}:
                found.setdefault(folded, place)
                found.setdefault(folded.removesuffix("s"), place)
        return found

    @cached_property
    def _first_places(self) -> Mapping[str, tuple[int, int]]:
        """The words of the text as written, each once and in their order, with their first place."""
        index = self.document.index
        first = dict(zip(reversed(index.words), reversed(index.places), strict=True))
        return {word: first[word] for word in dict.fromkeys(index.words)}

    @cached_property
    def expansions(self) -> tuple[tuple[Span, Span], ...]:
        """Where the text has a long name with its acronym in brackets: both places."""
        return tuple(
            (Span(*found.span("long")), Span(*found.span("short"))) for found in _EXPANSION.finditer(self.document.text)
        )

    def find(self, name: Name) -> Span | None:
        """Where the document has the same name, in full or in part; None where it lacks its words."""
        folded = fold_name(name.value)
        if folded in self.by_value:
            return self.by_value[folded][0].span
        country = places().get(folded) or seats().get(folded)
        if country:
            return self.countries.get(country)
        return self._find_parts(folded) or self._find_acronym(name.value, folded) or self._find_words(folded)

    def find_spelling(self, name: Name, floor: float) -> Name | None:
        """Somebody whose name is spelled nearly alike."""
        parts = fold_name(name.value).split()
        best, found = floor, None
        for value in self._resembling(parts):
            others = self._words[value] if len(parts) > 1 else self._words[value][-1:]
            if len(others) == len(parts) and value not in places():
                likeness = _resemble(parts, others, best)
                best, found = (likeness, self.by_value[value][0]) if likeness >= best else (best, found)
        return found

    @cached_property
    def _words(self) -> Mapping[str, list[str]]:
        """The words of the folded names."""
        return {value: value.split() for value in self.by_value}

    def _resembling(self, parts: list[str]) -> list[str]:
        """The folded names that share a word with a name, or the first two letters or the last two of one."""
        keys = {key for part in parts for key in _keys(part)}
        return list(dict.fromkeys(value for key in sorted(keys) for value in self._by_key.get(key, ())))

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        """The folded names by their words and the ends of them."""
        found: dict[str, list[str]] = defaultdict(list)
        for value in self.by_value:
            for key in {key for part in value.split() for key in _keys(part)}:
                found[key].append(value)
        return found

    def _find_parts(self, folded: str) -> Span | None:
        """A longer or shorter form of the name."""
        parts, last = set(folded.split()), folded.rsplit(maxsplit=1)[-1]
        for value in self._by_key.get(last, ()):
            others = set(value.split())
            if (parts <= others or others <= parts) and value not in places():
                return self.by_value[value][0].span
        return None

    def _find_acronym(self, written: str, folded: str) -> Span | None:
        """The long form of an acronym, or the acronym of a long form."""
        initials = "".join(part[0] for part in written.split() if part[0].isupper()).casefold()
        if len(initials) > 1 and " " in written and initials in self.acronyms:
            return self.acronyms[initials]
        if not written.isalpha() or not written.isupper() or folded in places():
            return None
        found = _spell_out(written).search(self.document.text, 0, _SEARCHED)
        return Span(*found.span()) if found else None

    def _find_words(self, folded: str) -> Span | None:
        """The words of the name, wherever they stand; a number behind it may be missing."""
        parts = [part for part in folded.split() if not part.isdigit()] or folded.split()
        if all(part in self._places or part.removesuffix("s") in self._places for part in parts):
            return self.place_of(parts[0]) or self.place_of(parts[0].removesuffix("s"))
        return None


def shared_words(names: Iterable[Name]) -> frozenset[str]:
    """The folded words of names, full forms included, and the countries they stand for."""
    folded = [fold_name(value) for name in names for value in (name.value,)]
    known = {**places(), **seats()}
    parts = (part for value in folded for part in (*value.split(), *fold_name(known.get(value, value)).split()))
    return frozenset(part.removesuffix("s") for part in parts if len(part) > _CODE or part in known)


def _keys(part: str) -> tuple[str, ...]:
    """What a word of a name is found under: itself, its beginning, its end."""
    return (part, f"{part[:2]}…", f"…{part[-2:]}")


@lru_cache(maxsize=1000)
def _spell_out(acronym: str) -> re.Pattern[str]:
    """A pattern for the words that an acronym stands for."""
    between = r"[\w’']*(?:\s+(?:of|and|for|the|&|in|de|für|und|et|y))*[\s-]+"
    return re.compile(r"\b" + between.join(acronym) + r"[a-zß-ÿ]+")


def _resemble(parts: Sequence[str], others: Sequence[str], floor: float) -> float:
    """How alike two names are in the word in which they are least so; nothing below a floor."""
    least = 1.0
    for one, other in zip(parts, others, strict=True):
        least = min(least, _spelling(one, other, floor))
        if least < floor:
            return 0.0
    return least


def _spelling(one: str, other: str, floor: float) -> float:
    """How alike two words are, letter by letter, two swapped ones counting as one; nothing below a floor."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= _SHORT_NAME:
        return 0.0
    return float(DamerauLevenshtein.normalized_similarity(one, other, score_cutoff=floor - _SLACK))
