"""The names of one document as an index: whom it names, under which words, and which words it has at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from copytrail.ledgers.facts.spellings import SpellingIndex
from copytrail.lexicon import stem_words
from copytrail.model import Document, Name, Span
from copytrail.read.naming.words import fold_name, places, seats

_CODE = 2
"""Names of so few letters are codes, as of states, unless they are known."""
_EXPANSION = re.compile(
    r"(?P<long>(?:[A-Z][\w’'-]*(?:\s+(?:and|of|for|the|&|in))*\s+)+[A-Z][\w’'-]*)\s+\((?P<short>[A-Z]\w{1,7})\)"
)
_SEARCHED = 100_000
"""So many characters of a text are searched for what an acronym stands for."""


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
            for form in _found_under(word):
                found.setdefault(form, place)
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
        """Where the document has the same name, in full, in part or by its initials; None where it lacks its words."""
        return self.find_written(name) or self._find_acronym(name.value, fold_name(name.value))

    def find_written(self, name: Name) -> Span | None:
        """The same, initials aside."""
        folded = fold_name(name.value)
        if folded in self.by_value:
            return self.by_value[folded][0].span
        country = places().get(folded) or seats().get(folded)
        if country:
            return self.countries.get(country)
        return self._find_parts(folded) or self._find_words(folded) or self._find_form(folded)

    def find_spelling(self, name: Name, floor: float) -> Name | None:
        """Somebody whose name is spelled nearly alike; a country of one word is never meant by another word."""
        folded = fold_name(name.value)
        found = None if folded in places() else self._spellings.find_nearest(folded.split(), floor)
        return self._forms[found] if found else None

    @cached_property
    def _forms(self) -> Mapping[str, Name]:
        """The names by their full form and as they are written, folded."""
        written = {fold_name(name.span.of(self.document.text)): name for name in reversed(self.names)}
        return written | {value: mentions[0] for value, mentions in self.by_value.items()}

    @cached_property
    def _spellings(self) -> SpellingIndex:
        """The full and the written forms by their spelling; a country of one word is never meant by another word."""
        return SpellingIndex(self._forms, unlike=places())

    @cached_property
    def _by_word(self) -> Mapping[str, list[str]]:
        """The full forms by their words."""
        found: dict[str, list[str]] = defaultdict(list)
        for value in self.by_value:
            for part in dict.fromkeys(value.split()):
                found[part].append(value)
        return found

    def _find_parts(self, folded: str) -> Span | None:
        """A longer or shorter form of the name."""
        parts, last = set(folded.split()), folded.rsplit(maxsplit=1)[-1]
        for value in self._by_word.get(last, ()):
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
        """The words of the name, wherever they stand; a number behind it or an initial may be missing."""
        parts = [part for part in folded.split() if not part.isdigit() and len(part) > 1] or folded.split()
        if all(part in self._places or part.removesuffix("s") in self._places for part in parts):
            return self.place_of(parts[0]) or self.place_of(parts[0].removesuffix("s"))
        return None

    def _find_form(self, folded: str) -> Span | None:
        """Another form of a lone word: "Democrats" for "Democratic"."""
        return None if " " in folded else self._stems.get(stem_words([folded], self.document.language)[0])

    @cached_property
    def _stems(self) -> Mapping[str, Span]:
        """The stems of the names of one word, with their first place."""
        lone = [value for value in self.by_value if " " not in value]
        stems = stem_words(lone, self.document.language)
        return {stem: self.by_value[value][0].span for stem, value in reversed([*zip(stems, lone, strict=True)])}


def shared_words(names: Iterable[Name]) -> frozenset[str]:
    """The folded words of names, full forms included, and the countries they stand for."""
    folded = [fold_name(value) for name in names for value in (name.value,)]
    known = {**places(), **seats()}
    parts = (part for value in folded for part in (*value.split(), *fold_name(known.get(value, value)).split()))
    return frozenset(part.removesuffix("s") for part in parts if len(part) > _CODE or part in known)


@lru_cache(maxsize=50_000)
def _found_under(word: str) -> tuple[str, ...]:
    """What a word is found under: folded, by its parts, and each without "s"; what a text says it mostly says again."""
    parts = () if word.isalnum() else word.replace("’s", "").replace("'s", "").split("-")
    folded = [form for part in (word, *parts) for form in fold_name(part).split()]
    return tuple(dict.fromkeys(one for form in folded for one in (form, form.removesuffix("s"))))


@lru_cache(maxsize=1000)
def _spell_out(acronym: str) -> re.Pattern[str]:
    """A pattern for the words that an acronym stands for."""
    between = r"[\w’']*(?:\s+(?:of|and|for|the|&|in|de|für|und|et|y))*[\s-]+"
    return re.compile(r"\b" + between.join(acronym) + r"[a-zß-ÿ]+")
