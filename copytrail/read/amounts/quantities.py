"""One quantity at a place of a text: number, money, share, length of time, age, ratio, ordinal or range."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from copytrail.model import Figure, FigureKind, Span
from copytrail.read.amounts.counting import name_counted, name_shared
from copytrail.read.amounts.numerals import read_numeral
from copytrail.read.amounts.units import read_sense, read_sign, read_unit
from copytrail.read.tables import any_of, words

_CODE = re.compile(r"[^\W_]|[-‐‑/_@#](?=[A-Z])|['’][^\W\d_]{2}")
_BEFORE_CODE = re.compile(r"[^\W_][-‐‑./]?\Z|[#@/_]\Z")
_DIGITS_GO_ON = re.compile(r"[.,:/]\d")
_DASH = re.compile(r"\s?[–—‑-]\s?(?=[^\s–—-])")
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d:]|[.,]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"[A-ZÀ-Ý][\w’'-]+,\s\Z")
_COMMA = re.compile(r",\s+[a-z]")
_OLDEST = 120
_HOUR = re.compile(r"(?P<hour>\d{1,2})\s?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?:from|von|de|desde)\s+\Z", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<!\w)(?<!\d.)(?<![\w)%+/–—-])|\A)(?P<minus>[-−]|minus )\Z", re.IGNORECASE)
"""The sign of a negative number: no word or number stands directly before it."""
_LONGEST_MINUS = 9
_SEPARATE = {FigureKind.AGE, FigureKind.TIME}


@dataclass(frozen=True, slots=True)
class _Scaled:
    figure: Figure
    scale: float
    """What the number as written was multiplied by: a million in "5 million"."""


def read_quantity(text: str, start: int, end: int, language: str) -> Figure | None:
    """The quantity whose number begins at a place, or None where it is a code, a part of a word or nothing.

    >>> read_quantity("£12.3bn for trade", 1, 17, "en").value
    '12300000000 GBP'
    """
    if clock := _read_clock(text, start, end):
        return clock
    first = _read_one(text, start, end, language)
    if first is None or _follows_code(text, first.figure.span.start, start):
        return None
    figure = first.figure
    if figure.kind in _SEPARATE:
        return figure
    if _is_age(text, figure, language):
        return replace(figure, kind=FigureKind.AGE, unit="year", value=f"{figure.value} year")
    figure = _join_range(text, first, end, language) or figure
    counted = ""
    if figure.kind is FigureKind.NUMBER:
        counted = name_counted(text, figure.span, end, language)
    elif figure.kind is FigureKind.PERCENT:
        counted = name_shared(text, figure.span.end, end, language)
    sense = read_sense(text, figure.span.start, figure.span.end, language)
    return replace(figure, sense=sense, counts=counted)


def _read_one(text: str, start: int, end: int, language: str, *, currency: str = "") -> _Scaled | None:
    """One number with its sign and unit."""
    numeral = read_numeral(text, start, end, language)
    if numeral is None:
        return None
    sign, opening = read_sign(text, start, language)
    unit = read_unit(text, numeral, end, currency=sign or currency, language=language)
    if text[unit.end - 1].isdigit() and _is_code(text, unit.end, end):
        return None
    is_negative = _MINUS.search(text, max(0, opening - _LONGEST_MINUS), opening)
    opening = is_negative.start("minus") if is_negative else opening
    value = round(numeral.value * unit.factor, 6) * (-1 if is_negative else 1)
    written = _name_value(value, value, unit.name)
    figure = Figure(span=Span(opening, unit.end), kind=unit.kind, value=written, low=value, high=value, unit=unit.name)
    return _Scaled(figure, numeral.magnitude * unit.factor)


def _read_clock(text: str, start: int, end: int) -> Figure | None:
    """A time of day such as "10:30", "3.30pm" or "3 pm"."""
    found = _CLOCK.match(text, start, end)
    if found is None or not (found.group("half") or ":" in found.group()):
        found = _HOUR.match(text, start, end)
    if found is None:
        return None
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].casefold() == "p" else 0)
    exact = hour + minute / 60
    value = f"{hour:02}:{minute:02}"
    return Figure(span=Span(*found.span()), kind=FigureKind.TIME, value=value, low=exact, high=exact)


def _is_age(text: str, figure: Figure, language: str) -> bool:
    """Whether a bare number is an age: "aged 18", "Ann Lee, 42, said"."""
    if figure.unit or not 0 < figure.low < _OLDEST:
        return False
    start, end = figure.span.start, figure.span.end
    is_apposition = bool(_NAME_BEFORE.search(text, max(0, start - 24), start) and _COMMA.match(text, end))
    return is_apposition or bool(_aged(language).search(text, max(0, start - 12), start))


@cache
def _aged(language: str) -> re.Pattern[str]:
    """The words before an age."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('figures', language, 'aged'))})\s+(?:of\s+)?\Z", re.IGNORECASE)


def _follows_code(text: str, opening: int, start: int) -> bool:
    """Whether digits stand right behind a name or another number: "F-16", "#5"."""
    return text[start].isdigit() and bool(_BEFORE_CODE.search(text, max(0, opening - 2), opening))


def _is_code(text: str, place: int, end: int) -> bool:
    """Whether a number goes on as something that is no number: "14A", "3D", "10.1.2"."""
    return place < end and bool(_CODE.match(text, place, end) or _DIGITS_GO_ON.match(text, place, end))


def _join_range(text: str, first: _Scaled, end: int, language: str) -> Figure | None:
    """The range that begins with a figure: "5–10 years", "between 5 and 10", "two or three"."""
    one = first.figure
    joint = _joint(text, one, end, language)
    if joint is None or _FROM.search(text, max(0, one.span.start - 8), one.span.start):
        return None
    place = joint.end()
    while place < end and not text[place].isalnum():
        place += 1
    currency = one.unit if one.kind is FigureKind.MONEY else ""
    second = _read_one(text, place, end, language, currency=currency) if place < end else None
    if second is None or second.figure.kind in _SEPARATE or (one.unit and one.unit != second.figure.unit):
        return None
    other = second.figure
    is_short = first.scale == 1 and one.low < other.low / second.scale
    low = one.low * second.scale if is_short else one.low
    if low >= other.high:
        return None
    value = _name_value(low, other.high, other.unit)
    return replace(other, span=Span(one.span.start, other.span.end), low=low, value=value)


def _joint(text: str, figure: Figure, end: int, language: str) -> re.Match[str] | None:
    """What joins a figure to the other end of its range."""
    between, to, opening = _range_words(language)
    place = figure.span.end
    if opening.search(text, max(0, figure.span.start - 10), figure.span.start):
        return between.match(text, place, end)
    return _DASH.match(text, place, end) or to.match(text, place, end)


@cache
def _range_words(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The words of ranges: "and" after "between", "to" otherwise, and "between" itself."""
    signs = r"(?=[^\w\s]{0,2}\w)"
    return (
        re.compile(rf"\s+(?:{any_of(words('figures', language, 'between_and'))})\s+{signs}", re.IGNORECASE),
        re.compile(rf"\s+(?:{any_of(words('figures', language, 'to'))})\s+{signs}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{any_of(words('figures', language, 'between'))})\s+\Z", re.IGNORECASE),
    )


def write_number(number: float) -> str:
    """A number in digits, without exponent and without zeros at its end.

    >>> write_number(36.2e12), write_number(12.5)
    ('36200000000000', '12.5')
    """
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _name_value(low: float, high: float, unit: str) -> str:
    """The normal form of numbers with their unit."""
    least, most = write_number(low), write_number(high)
    amount = least if least == most else f"{least}..{most}"
    return f"{amount} {unit}" if unit else amount
