"""The figures of one document: numbers, amounts, shares, dates, with normal form and what they count.

A pass over the words of the text stops where a figure can begin (a digit, a sign, a number word, a month);
there the rules for dates, ratios and quantities look on, in this order. Nothing is read from furniture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from copytrail.lexicon import function_words
from copytrail.model import Document, Figure, FigureKind, ParagraphKind
from copytrail.read.amounts.counting import name_counted
from copytrail.read.amounts.dates import date_triggers, read_date
from copytrail.read.amounts.numerals import starts_number
from copytrail.read.amounts.quantities import read_quantity
from copytrail.read.amounts.ratios import read_ratio, trigger_words
from copytrail.read.tables import known_language, words

_SIGN = re.compile(r"[^\w\s]{0,2}(?=\d)")
_PREFIXED = re.compile(r"(?:mid|pre|post|early|late|over|under|[^\W\d_]{2,3})[-‐‑]?(?=\d)", re.IGNORECASE)
_ADDRESS = r"(?<=h)ttps?://\S+|(?<=w)ww\.\S+|(?<=@)\S+"
_SIGNS_OF_ADDRESSES = ("://", "www.", "@")
_CODE = (
    r"(?<=\+)\d[\d ()./-]{6,}|(?:(?<=\()\b0|(?<=\b0))\d{2,4}\)?[ /-]\d{3,}(?:[ -]\d+)*"
    r"|(?<=[A-Z])[A-Z]?\d{1,2}[A-Z]? \d[A-Z]{2}\b|(?<=\b\d)\d{2}(?:[-.]\d{3})?[-.]\d{4}\b(?![-.,]?\d)"
)
"""Telephone numbers and postcodes."""
_CODES = re.compile(rf"[+(A-Z\d](?:{_CODE})")
_CONTACTS = re.compile(rf"[hw@+(A-Z\d](?:{_ADDRESS}|{_CODE})")
"""That each of them begins with one of few signs spares most places, and the letters among these most texts."""
_LIST_NUMBER = re.compile(r"[.)]\s")
_NEXT_WORD = re.compile(r"[\s-]+([a-zß-ÿ]+)")
_IDIOMS = frozenset({"one day", "one time", "one second"})
_NOT_COUNTED = frozenset({"another", "day", "thing", "way"})


def read_figures(document: Document) -> tuple[Figure, ...]:
    """The figures of a document in their order; none from furniture."""
    language, index = known_language(document.language), document.index
    triggers = {word for word in index.different if _is_trigger(word, language)}
    skipped = _find_contacts(document.text) if triggers else []
    ends = [paragraph.span.end for paragraph in document.paragraphs]
    figures: list[Figure] = []
    last = 0
    for start in (start for start, word in zip(index.starts, index.words, strict=True) if word in triggers):
        number = bisect_right(ends, start)
        is_text = number < len(ends) and document.paragraphs[number].kind is not ParagraphKind.FURNITURE
        if start < last or not is_text or _is_in(skipped, start):
            continue
        if figure := _read_at(document.text, start, ends[number], language):
            figures.append(figure)
            last = figure.span.end
    return tuple(figures)


def _find_contacts(text: str) -> list[tuple[int, int]]:
    """Where links, addresses, telephone numbers and postcodes stand."""
    has_addresses = any(sign in text for sign in _SIGNS_OF_ADDRESSES)
    return [found.span() for found in (_CONTACTS if has_addresses else _CODES).finditer(text)]


def _read_at(text: str, start: int, end: int, language: str) -> Figure | None:
    """The figure that begins at a word, if one does."""
    place = start
    if not text[start].isalpha() and (sign := _SIGN.match(text, start)):
        place = sign.end()
    elif (prefix := _PREFIXED.match(text, start)) and prefix.end() < end:
        place = prefix.end()
    known = read_date(text, place, end, language) or read_ratio(text, place, end, language)
    figure = known or read_quantity(text, place, end, language)
    if figure is None or _is_no_figure(text, figure, language):
        return None
    if known and known.kind is FigureKind.NUMBER:
        return replace(known, counts=name_counted(text, known.span, end, language))
    return figure


def _is_no_figure(text: str, figure: Figure, language: str) -> bool:
    """Whether it only looks like a figure: "first-hand", the number of a list item, "one" for a thing."""
    if text[figure.span.start : figure.span.end].casefold() in _IDIOMS:
        return True
    if figure.kind is FigureKind.ORDINAL:
        return text[figure.span.end : figure.span.end + 1] == "-"
    before = text[max(0, figure.span.start - 3) : figure.span.start].rstrip(" ")
    is_list_number = _LIST_NUMBER.match(text, figure.span.end) and before[-1:] in {"", "\n"}
    return bool(is_list_number) or _is_pronoun(text, figure, language)


def _is_pronoun(text: str, figure: Figure, language: str) -> bool:
    """Whether a bare "one" stands for a thing rather than counts it."""
    if figure.kind is not FigureKind.NUMBER or figure.value != "1":
        return False
    if figure.span.of(text).casefold() not in words("figures", language, "alone"):
        return False
    following = _NEXT_WORD.match(text, figure.span.end)
    return following is None or following.group(1) in function_words(language) | _NOT_COUNTED


def _is_in(stretches: list[tuple[int, int]], place: int) -> bool:
    """Whether a place lies in one of the stretches, which are in order."""
    number = bisect_right(stretches, (place, place)) - 1
    return any(start <= place < end for start, end in stretches[max(0, number) : number + 2])


@lru_cache(maxsize=50_000)
def _is_trigger(word: str, language: str) -> bool:
    """Whether a figure can begin at a word; what a text says it mostly says again."""
    if not word.isalpha() and any(char.isdigit() for char in word):
        return True
    folded = word.casefold().replace("’s", "").replace("'s", "")
    head = folded.split("-", maxsplit=1)[0]
    return (
        folded in date_triggers(language)
        or head in date_triggers(language)
        or head in trigger_words(language)
        or starts_number(folded, language)
    )
