"""Figures that are words of their own: fractions, multiples, "one in five", dozens and hundreds, ordinals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copytrail.model import Figure, FigureKind, Sense, Span
from copytrail.read.amounts.numerals import read_numeral
from copytrail.read.tables import any_of, numbers, words

_ARTICLE = re.compile(r"(?<!\w)(?:an?|one|un|une)\s+\Z", re.IGNORECASE)
_VAGUE_SPAN = 10
_LARGEST = 1000
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Ratios:
    parts: dict[str, float]
    part: re.Pattern[str]
    alone: re.Pattern[str]
    wholes: dict[str, float]
    whole: re.Pattern[str]
    multiples: dict[str, float]
    vague: dict[str, float]
    tens_of: re.Pattern[str]
    tens: dict[str, float]
    ordinals: dict[str, float]
    counted: re.Pattern[str]
    last: re.Pattern[str]
    ordinal_end: re.Pattern[str]
    one_in: re.Pattern[str]


@cache
def trigger_words(language: str) -> frozenset[str]:
    """The words in lower case at which such a figure can begin."""
    ratios = _ratios(language)
    tens = {word.split()[0] for word in ratios.tens}
    return frozenset({*ratios.wholes, *ratios.multiples, *ratios.vague, *ratios.ordinals, *tens})


def read_ratio(text: str, start: int, end: int, language: str) -> Figure | None:
    """The figure in words of its own that begins at a place.

    >>> read_ratio("two-thirds of them", 0, 18, "en").value, read_ratio("one in five", 0, 11, "en").value
    ('0.666667', '0.2')
    """
    if text[start].isdigit():
        return _read_numbered(text, start, end, language)
    return (
        _read_part(text, start, end, language)
        or _read_numbered(text, start, end, language)
        or _read_vague(text, start, end, language)
        or _read_word(text, start, end, language)
    )


def _read_part(text: str, start: int, end: int, language: str) -> Figure | None:
    """A part of a whole in one word: "half of", "a third of"."""
    ratios = _ratios(language)
    found = ratios.whole.match(text, start, end)
    if found and not ratios.counted.search(text, max(0, start - 12), start):
        return _ratio(Span(start, found.end()), ratios.wholes[found.group("whole").casefold()])
    found = ratios.alone.match(text, start, end)
    article = _ARTICLE.search(text, max(0, start - 5), start) if found else None
    if found is None or article is None:
        return None
    return _ratio(Span(article.start(), found.end()), 1 / ratios.parts[found.group("part").casefold()])


def _read_numbered(text: str, start: int, end: int, language: str) -> Figure | None:
    """What has a number in it: "two-thirds", "one in five", "21st", "twenty-first"."""
    ratios = _ratios(language)
    if (digits := _DIGITS.match(text, start, end)) and (ending := ratios.ordinal_end.match(text, digits.end(), end)):
        return _ordinal(Span(start, ending.end()), float(digits.group()))
    numeral = read_numeral(text, start, end, language)
    if numeral is None or numeral.value > _LARGEST:
        return None
    if found := ratios.last.match(text, numeral.end, end):
        return _ordinal(Span(start, found.end()), numeral.value + ratios.ordinals[found.group("last").casefold()])
    if found := ratios.part.match(text, numeral.end, end):
        return _ratio(Span(start, found.end()), numeral.value / ratios.parts[found.group("part").casefold()])
    found = ratios.one_in.match(text, numeral.end, end)
    whole = read_numeral(text, found.end(), end, language) if found and found.end() < end else None
    is_part = whole is not None and numeral.value < whole.value <= _LARGEST
    return _ratio(Span(start, whole.end), numeral.value / whole.value) if whole and is_part else None


def _read_vague(text: str, start: int, end: int, language: str) -> Figure | None:
    """What only says how many digits a number has: "dozens", "tens of thousands"."""
    ratios = _ratios(language)
    low = 0.0
    word = _WORD.match(text, start, end)
    tens = ratios.tens_of.match(text, start, end)
    inner = _WORD.match(text, tens.end(), end) if tens else None
    if tens and inner and inner.group().casefold() in ratios.vague:
        low = ratios.tens[" ".join(tens.group("tens").casefold().split())] * ratios.vague[inner.group().casefold()]
        word = inner
    elif word:
        low = ratios.vague.get(word.group().casefold(), 0.0)
    if word is None or not low:
        return None
    value = f"{low:.12g}..{low * _VAGUE_SPAN:.12g}"
    span = Span(start, word.end())
    return Figure(span=span, kind=FigureKind.NUMBER, value=value, low=low, high=low * _VAGUE_SPAN, sense=Sense.ABOUT)


def _read_word(text: str, start: int, end: int, language: str) -> Figure | None:
    """A multiple or an ordinal in one word: "doubled", "third"."""
    ratios = _ratios(language)
    word = _WORD.match(text, start, end)
    folded = word.group().casefold() if word else ""
    if word and folded in ratios.multiples:
        times = ratios.multiples[folded]
        span = Span(start, word.end())
        return Figure(span=span, kind=FigureKind.RATIO, value=f"{times:g} times", low=times, high=times, unit="times")
    if word and folded in ratios.ordinals:
        return _ordinal(Span(start, word.end()), ratios.ordinals[folded])
    return None


def _ratio(span: Span, value: float) -> Figure:
    """A part of a whole."""
    return Figure(span=span, kind=FigureKind.RATIO, value=f"{value:.6g}", low=value, high=value)


def _ordinal(span: Span, value: float) -> Figure:
    """A place in an order."""
    return Figure(span=span, kind=FigureKind.ORDINAL, value=f"{value:g}.", low=value, high=value)


@cache
def _ratios(language: str) -> _Ratios:
    """The words of one language."""
    parts, wholes = dict(numbers("figures", language, "parts")), dict(numbers("figures", language, "wholes"))
    tens = dict(numbers("figures", language, "tens_of"))
    return _Ratios(
        parts=parts,
        part=re.compile(rf"(?:\s+|-)(?P<part>{any_of(parts)})(?!\w)|(?!)", re.IGNORECASE),
        alone=re.compile(rf"(?P<part>{any_of(parts)})(?=\s+(?:of|de|des)\b)", re.IGNORECASE),
        wholes=wholes,
        whole=re.compile(
            rf"(?P<whole>{any_of(wholes)})(?=\s+(?:of|the|its|their|his|her|all|des|der|de)\b)", re.IGNORECASE
        ),
        multiples=dict(numbers("figures", language, "multiples")),
        vague=dict(numbers("figures", language, "vague")),
        tens_of=re.compile(rf"(?P<tens>{any_of(tens)})\s+", re.IGNORECASE),
        tens=tens,
        ordinals=dict(numbers("figures", language, "ordinals")),
        counted=re.compile(
            rf"(?:{any_of([*numbers('figures', language, 'ordinals'), 'latter', 'other'])})\s\Z", re.IGNORECASE
        ),
        last=re.compile(rf"-(?P<last>{any_of(numbers('figures', language, 'ordinals'))})(?!\w)", re.IGNORECASE),
        ordinal_end=re.compile(rf"(?:{any_of(words('figures', language, 'ordinal_ends'))})(?!\w)"),
        one_in=re.compile(rf"\s+(?:{any_of(words('figures', language, 'in'))})\s+(?:every\s+)?(?=\w)", re.IGNORECASE),
    )
