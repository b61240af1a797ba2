"""The words of dates by language, ready to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from copytrail.read.tables import any_of, pairs, words

_FIRST = re.compile(r"\w+")
_QUARTER_SIGNS = tuple(f"{sign}{number}" for sign in "qt" for number in range(1, 5))


@dataclass(frozen=True, slots=True)
class DateWords:
    """The names of the calendar in one language, and the patterns made of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    steps: dict[str, str]
    periods: dict[str, str]
    doubtful: frozenset[str]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    relative: re.Pattern[str]
    quarter: re.Pattern[str]
    quarters: dict[str, str]
    ago: re.Pattern[str]
    agos: dict[str, str]
    before_month: re.Pattern[str]
    before_year: re.Pattern[str]
    openers: frozenset[str]
    """The first words of all that is written in words, in lower case."""


@cache
def date_words(language: str) -> DateWords:
    """The patterns and tables of one language."""
    tables = {name: pairs("dates", language, name) for name in ("months", "weekdays", "days", "steps", "periods")}
    month = rf"(?P<month>{any_of(tables['months'])})\b(?:\.(?=\s*\d))?"
    of = any_of(words("dates", language, "of"))
    year = rf"(?:(?:,|\s+(?:{of}))?\s*(?P<year>(?:1[4-9]|20)\d\d)(?![\d%]|[.,]\d))?"
    quarters, quarter = dict(pairs("dates", language, "quarters")), any_of(words("dates", language, "quarter"))
    agos = dict(pairs("figures", language, "ago"))
    periods = any_of(pairs("figures", language, "periods"))
    what = any_of([*tables["periods"], *tables["weekdays"], *tables["months"]])
    return DateWords(
        months={name: int(number) for name, number in tables["months"].items()},
        weekdays={name: int(number) for name, number in tables["weekdays"].items()},
        days={name: int(number) for name, number in tables["days"].items()},
        steps=dict(tables["steps"]),
        periods=dict(tables["periods"]),
        doubtful=frozenset(words("dates", language, "doubtful")),
        day_month=re.compile(
            rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?\s+(?:(?:{of})\s+)?{month}{year}", re.IGNORECASE
        ),
        month_day=re.compile(
            rf"{month}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)(?!\s*(?:per\s?cent|%)){year}", re.IGNORECASE
        ),
        month=re.compile(rf"{month}{year}", re.IGNORECASE),
        weekday=re.compile(rf"(?P<weekday>{any_of(tables['weekdays'])})\b", re.IGNORECASE),
        relative=re.compile(
            rf"(?P<step>{any_of(tables['steps'])})\s+(?P<period>{what})\b(?![’'-]\w|\s+old)", re.IGNORECASE
        ),
        quarter=re.compile(
            rf"(?:(?P<sign>[QT](?=[1-4]\b))|(?P<ordinal>{any_of(quarters)})[\s-]+(?={quarter}\b))"
            rf"(?:(?P<number>[1-4])|(?:{quarter}))(?:\s+(?:of\s+|des\s+)?(?P<year>20\d\d))?(?!\w)",
            re.IGNORECASE,
        ),
        quarters=quarters,
        ago=re.compile(rf"(?:-|\s+)(?P<period>{periods})\s+(?P<ago>{any_of(agos)})\b", re.IGNORECASE),
        agos=agos,
        before_month=_led_by(language, "before_month"),
        before_year=_led_by(language, "before_year"),
        openers=_first_words(
            (*tables["months"], *tables["weekdays"], *tables["days"], *tables["steps"], *quarters, *_QUARTER_SIGNS)
        ),
    )


def opens_date(text: str, start: int, end: int, language: str) -> bool:
    """Whether the word at a place can begin a date in words: a cheap look before the patterns."""
    first = _FIRST.match(text, start, end)
    return first is not None and first.group().casefold() in date_words(language).openers


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    """What phrases begin with, up to a sign or space."""
    return frozenset(found.group().casefold() for phrase in phrases if (found := _FIRST.match(phrase)))


def _led_by(language: str, name: str) -> re.Pattern[str]:
    """A pattern for the words after which a month or a year is expected."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('dates', language, name))})\s+\Z", re.IGNORECASE)
