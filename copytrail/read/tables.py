"""The word tables of this room: package data by topic, language and name, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_KNOWN = ("en", "de", "fr", "es")


def known_language(language: str) -> str:
    """The language whose tables serve a text; English where there are none."""
    return language if language in _KNOWN else _KNOWN[0]


@cache
def pairs(topic: str, language: str, name: str) -> Mapping[str, str]:
    """A table of word=value pairs, the words as written."""
    cut = (pair.partition("=") for pair in _texts(topic).get(language, {}).get(name, "").split())
    return MappingProxyType({word.replace("_", " "): value for word, _, value in cut})


@cache
def numbers(topic: str, language: str, name: str) -> Mapping[str, float]:
    """A table whose values are numbers."""
    return MappingProxyType({word: float(value) for word, value in pairs(topic, language, name).items()})


@cache
def words(topic: str, language: str, name: str) -> tuple[str, ...]:
    """A plain list of words or phrases."""
    return tuple(word.replace("_", " ") for word in _texts(topic).get(language, {}).get(name, "").split())


@cache
def groups(topic: str, language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """A list of lists: groups parted by semicolons, the words of one group by spaces."""
    entries = _texts(topic).get(language, {}).get(name, "").split(";")
    return tuple(tuple(word.replace("_", " ") for word in entry.split()) for entry in entries)


def any_of(phrases: Iterable[str]) -> str:
    r"""The inside of a pattern for any of the phrases, the longest first, whatever white space stands in them.

    >>> any_of(["per cent", "%"])
    'per\\s+cent|%'
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace("\\ ", r"\s+") for phrase in ordered) or r"(?!)"


@cache
def _texts(topic: str) -> Mapping[str, Mapping[str, str]]:
    """A data file as it stands."""
    return tomllib.loads(files("copytrail").joinpath("data", f"{topic}.toml").read_text(encoding="utf-8"))
