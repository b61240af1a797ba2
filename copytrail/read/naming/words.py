"""The words of names by language: offices, forms of address, bodies, countries; and names folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from copytrail.lexicon import function_words, unify_spelling
from copytrail.read.tables import groups, pairs, words

_SIGNS = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of one language, in lower case."""

    honorifics: frozenset[str]
    offices: frozenset[str]
    modifiers: frozenset[str]
    weighty: frozenset[str]
    general: frozenset[str]
    alike: Mapping[str, str]
    bodies: frozenset[str]
    kinds: frozenset[str]
    never: frozenset[str]
    function: frozenset[str]
    never_names: frozenset[str]
    leading: frozenset[str]
    """Forms of address and offices, which stand before a name."""
    common: frozenset[str]
    """What names nothing by itself: "Government", "Committee", "North"."""


@cache
def name_words(language: str) -> NameWords:
    """The words of one language."""
    lists = {
        name: frozenset(words("names", language, name))
        for name in ("honorifics", "offices", "modifiers", "weighty", "general", "bodies", "kinds", "never")
    }
    function = function_words(language)
    return NameWords(
        **lists,
        alike=pairs("names", language, "alike"),
        function=function,
        never_names=(lists["never"] - lists["honorifics"]) | function,
        leading=lists["honorifics"] | lists["offices"],
        common=lists["bodies"] | lists["kinds"] | lists["offices"] | lists["modifiers"],
    )


@cache
def particles() -> frozenset[str]:
    """Words in lower case that stand inside names of persons."""
    return frozenset(words("names", "all", "particles"))


@cache
def places() -> Mapping[str, str]:
    """Folded names of countries and their people, each with the country's name."""
    return MappingProxyType({fold_name(name): names[0] for names in groups("names", "all", "places") for name in names})


@cache
def seats() -> Mapping[str, str]:
    """Folded names of cities that stand for a country's government, each with the country's name."""
    return MappingProxyType({fold_name(city): country for city, country in pairs("names", "all", "seats").items()})


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """A name as it is compared: without case, accents, apostrophes, full stops and hyphens.

    >>> fold_name("Al-Sudani") == fold_name("Al Sudani"), fold_name("U.K.")
    (True, 'uk')
    """
    if name.isascii() and name.isalnum():
        return unify_spelling(name.lower())
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("-", " ").replace("‑", " ")).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(map(unify_spelling, _SIGNS.sub("", letters).split()))
