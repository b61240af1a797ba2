"""Whether two wordings of one quotation differ in house style only.

Case, marks, hyphens and "-ise/-ize" fold away already; here also contractions, numbers in words and in digits,
per cent, titles before names, accents, words divided otherwise, and whether a date begins with its day or its month.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from copytrail.read.tables import any_of, known_language, numbers, pairs
from copytrail.text import fold_word

_PER_CENT = re.compile(r"\b(?:per cent|por ciento|pour cent)\b")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_FIGURE = re.compile(r"^([£$€¥]?)(\d[\d.,]*)(%|bn|m|tn|k|p|km|kg|mph)?$")


def is_house_style(original: Sequence[str], derivative: Sequence[str], language: str = "en") -> bool:
    """Whether two runs of words say the same apart from house style.

    >>> is_house_style(["ten", "per", "cent"], ["10%"]), is_house_style(["strong"], ["weak"])
    (True, False)
    """
    known = known_language(language)
    return _plain(tuple(original), known) == _plain(tuple(derivative), known)


def _plain(words: tuple[str, ...], language: str) -> str:
    """Words without the choices of a house style, written in one."""
    said = " ".join(_plain_word(word, language) for word in words)
    said = _month_first(language).sub(lambda date: f"{date['day']} {date['month']}", said)
    return _PER_CENT.sub("%", said).replace(" ", "")


@cache
def _month_first(language: str) -> re.Pattern[str]:
    """A month before its day."""
    return re.compile(rf"\b(?P<month>{any_of(numbers('dates', language, 'months'))}) (?P<day>\d\d?)\b")


@lru_cache(maxsize=20_000)
def _plain_word(word: str, language: str) -> str:
    """One word without the choices of a house style."""
    folded = fold_word(word)
    known = pairs("house_style", language, "words").get(folded)
    if known:
        return known.replace("_", " ")
    if found := _ORDINAL.match(folded):
        return found.group(1)
    if found := _FIGURE.match(folded):
        currency, number, unit = found.groups()
        return " ".join(part for part in (currency, number.replace(",", ""), unit) if part)
    for ending, full in pairs("house_style", language, "endings").items():
        if folded.endswith(ending) and folded != ending:
            return f"{folded.removesuffix(ending)} {full}"
    return folded if folded.isascii() else _without_accents(folded)


def _without_accents(word: str) -> str:
    """A word without its accents, which some keyboards lack."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if unicodedata.category(char) != "Mn")
