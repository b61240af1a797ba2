"""Dates in a text, absolute and relative, to a normal form that leaves open what the text leaves open.

`2025-08-15`, `2025-03`, `2024`, `XXXX-08-15` (no year), `XXXX-08` (a month), `W4` (a Thursday), `199X` (a decade),
`2024/2025` (a financial year), `year-1` (last year), `day+0` (today), `previous year`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copytrail.model import Figure, FigureKind, Span
from copytrail.read.amounts.date_words import DateWords, date_words, opens_date
from copytrail.read.amounts.numerals import read_numeral
from copytrail.read.tables import pairs, words

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_NUMERIC = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?!\d|[./]\d)")
_YEARS = re.compile(r"(?P<first>(?:1[89]|20)\d\d)\s?(?:--|[-–/])\s?(?P<second>(?:20)?\d\d)(?!\d|[.,]\d|[-–/]\d)")
_YEAR = re.compile(r"(?P<year>1[4-9]\d\d|20\d\d)(?P<decade>s|er\b)?(?![\w%°]|[.,:/]\d|[’'][^\Ws])")
_DECADE = re.compile(r"(?P<tens>[2-9]0)s\b")
_PLURAL = re.compile(r"\s+(?:[a-zß-ÿ-]+\s+)?(?P<noun>[a-zß-ÿ]{3,}s|people|men|women|children|euro|dollar)\b")
_WORD = re.compile(r"[\w’']+")
_BEFORE_DATE = re.compile(r",?\s+(?:(?:den|le|el)\s+)?(?=\w)")
_AFTER_YEAR = re.compile(
    r"\s+(?:was|is|has|as|its|his|this|elections|olympics|games|awards|figures|results|levels|prices|sales)\b"
)


@cache
def date_triggers(language: str) -> frozenset[str]:
    """The words in lower case at which a date can begin."""
    dates = date_words(language)
    steps = {step.split()[0] for step in dates.steps}
    signs = {f"q{number}" for number in range(1, 5)}
    return frozenset({*dates.months, *dates.weekdays, *dates.days, *steps, *signs, *dates.quarters})


def read_date(text: str, start: int, end: int, language: str) -> Figure | None:
    """The date that begins at a place.

    >>> read_date("August 15, 2025", 0, 15, "en").value, read_date("15th August", 0, 11, "en").value
    ('2025-08-15', 'XXXX-08-15')
    """
    is_named = opens_date(text, start, end, language)
    if is_named and (found := date_words(language).quarter.match(text, start, end)):
        return _read_quarter(found, language)
    if text[start].isdigit():
        return _read_digits(text, start, end, language)
    named = _read_named(text, start, end, language) if is_named else None
    return named or _read_ago(text, start, end, language)


def _read_digits(text: str, start: int, end: int, language: str) -> Figure | None:
    """A date that begins with a digit."""
    dates = date_words(language)
    if found := _ISO.match(text, start, end):
        return _absolute(found, month=int(found.group("month")), day=int(found.group("day")))
    if found := dates.day_month.match(text, start, end):
        return _absolute(found, month=dates.months[_bare(found.group("month"))], day=int(found.group("day")))
    if found := _NUMERIC.match(text, start, end):
        return _read_numeric(found)
    if (found := _YEARS.match(text, start, end)) and (years := _read_years(found)):
        return years
    return _read_year(text, start, end, language) or _read_ago(text, start, end, language)


def _read_numeric(found: re.Match[str]) -> Figure | None:
    """A date such as 15/08/2025 or 08/15/2025; the day comes first where both ways are possible."""
    day, month = int(found.group("one")), int(found.group("two"))
    if month > 12:
        day, month = month, day
    return _absolute(found, month=month, day=day) if 0 < month <= 12 and 0 < day <= 31 else None


def _read_years(found: re.Match[str]) -> Figure | None:
    """Two years in a row or a span of them: "2024-25"."""
    first, second = found.group("first"), found.group("second")
    second = second if len(second) == 4 else first[:2] + second
    return _date(Span(*found.span()), f"{first}/{second}") if int(first) < int(second) else None


def _read_year(text: str, start: int, end: int, language: str) -> Figure | None:
    """A year, where four digits are not likelier a number, or a decade."""
    if decade := _DECADE.match(text, start, end):
        return _date(Span(start, decade.end()), f"19{decade.group('tens')[0]}X")
    found = _YEAR.match(text, start, end)
    if not found or text[start - 1 : start] in {"$", "£", "€", "¥", "#", "-", "+"}:
        return None
    if found.group("decade"):
        return _date(Span(start, found.end()), found.group("year")[:3] + "X")
    dates = date_words(language)
    is_led = bool(dates.before_year.search(text, max(0, start - 12), start))
    if not is_led and (_PLURAL.match(text, found.end(), end) and not _AFTER_YEAR.match(text, found.end(), end)):
        return None
    return _date(Span(start, found.end()), found.group("year"))


def _read_named(text: str, start: int, end: int, language: str) -> Figure | None:
    """A date that begins with a word."""
    dates = date_words(language)
    if found := dates.weekday.match(text, start, end):
        return _read_weekday(text, found, end, language)
    if found := dates.month_day.match(text, start, end):
        return _absolute(found, month=dates.months[_bare(found.group("month"))], day=int(found.group("day")))
    if found := dates.month.match(text, start, end):
        return _read_month(text, found, language)
    if found := dates.relative.match(text, start, end):
        return _read_relative(found, dates)
    word = _WORD.match(text, start, end)
    if word and word.group().casefold() in dates.days:
        return _date(Span(start, word.end()), f"day{dates.days[word.group().casefold()]:+d}")
    return None


def _read_weekday(text: str, found: re.Match[str], end: int, language: str) -> Figure:
    """A day of the week, alone or before the rest of its date."""
    dates = date_words(language)
    rest = _BEFORE_DATE.match(text, found.end(), end)
    if rest and rest.end() < end:
        following = dates.day_month.match(text, rest.end(), end) or dates.month_day.match(text, rest.end(), end)
        if following:
            month = dates.months[_bare(following.group("month"))]
            figure = _absolute(following, month=month, day=int(following.group("day")))
            weekday = f"W{dates.weekdays[_bare(found.group('weekday'))]}"
            return replace(figure, span=Span(found.start(), figure.span.end), unit=weekday)
    return _date(Span(*found.span()), f"W{dates.weekdays[_bare(found.group('weekday'))]}")


def _read_month(text: str, found: re.Match[str], language: str) -> Figure | None:
    """A month, alone or with its year; "may" and "march" must look like months."""
    dates = date_words(language)
    name, year = _bare(found.group("month")), found.group("year")
    is_upper = found.group("month")[:1].isupper() or language in {"fr", "es"}
    is_led = bool(dates.before_month.search(text, max(0, found.start() - 12), found.start()))
    if name in dates.doubtful and not (is_upper and (year or is_led)):
        return None
    return _date(Span(*found.span()), f"{year or 'XXXX'}-{dates.months[name]:02}")


def _read_quarter(found: re.Match[str], language: str) -> Figure:
    """A quarter: "Q3 2024", "the third quarter"."""
    ordinal = found.group("ordinal")
    number = date_words(language).quarters[ordinal.casefold()] if ordinal else found.group("number")
    return _date(Span(*found.span()), f"{found.group('year') or 'XXXX'}-Q{number}")


def _read_relative(found: re.Match[str], dates: DateWords) -> Figure:
    """What counts from now or from another date: "last year", "the previous month"."""
    step = dates.steps[" ".join(found.group("step").casefold().split())]
    unit = found.group("period").casefold()
    period = dates.periods.get(unit) or f"W{dates.weekdays.get(unit) or ''}"
    if period == "W":
        period = f"XXXX-{dates.months[unit]:02}"
    return _date(Span(*found.span()), f"{period}{int(step):+d}" if step.lstrip("-").isdigit() else f"{step} {period}")


def _read_ago(text: str, start: int, end: int, language: str) -> Figure | None:
    """What counts back or on in numbers: "two years ago", "three weeks later"."""
    dates = date_words(language)
    numeral = read_numeral(text, start, end, language)
    found = dates.ago.match(text, numeral.end, end) if numeral else None
    if not numeral or not found:
        return None
    period = pairs("figures", language, "periods")[found.group("period").casefold()]
    amount = numeral.value * float(dates.agos[" ".join(found.group("ago").casefold().split())])
    is_now = " ".join(found.group("ago").casefold().split()) in words("dates", language, "now")
    return _date(Span(start, found.end()), f"{period}{amount:+g}{'' if is_now else ' then'}")


def _absolute(found: re.Match[str], *, month: int, day: int) -> Figure:
    """A date of the calendar, whose year may be open."""
    year = found.group("year") or "XXXX"
    if len(year) == 2:
        year = f"20{year}"
    return _date(Span(*found.span()), f"{year}-{month:02}-{day:02}")


def _date(span: Span, value: str) -> Figure:
    """A date as a figure."""
    return Figure(span=span, kind=FigureKind.DATE, value=value)


def _bare(word: str) -> str:
    """A name of the calendar as the tables have it."""
    return word.casefold().rstrip(".")
