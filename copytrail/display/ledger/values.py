"""The normal forms of figures and dates in words that a reader knows: what both texts are held to mean."""

from __future__ import annotations

import re

from copytrail.display.ledger.money import is_money, say_money
from copytrail.model import FactKind

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_QUARTER = re.compile(r"(?P<year>\d{4}|XXXX)-Q(?P<number>[1-4])")
_STEP = re.compile(r"(?P<period>XXXX-\d\d|W[1-7]|[a-z]+)(?P<step>[+-]\d+(?:\.\d+)?)(?P<then> then)?")
_AMOUNT = re.compile(r"(?P<low>-?\d[\d.]*?)(?:\.\.(?P<high>\d[\d.]*))?(?: (?P<unit>\D.*))?")
_COUNTED = re.compile(
    r"second|minute|hour|day|week|month|quarter|year|decade|century|metre|kilometre|mile|litre|tonne|point"
)
_NOW = {-1: "last", 0: "this", 1: "next"}
_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def say_value(kind: FactKind, value: str) -> str:
    """A normal form as a reader would write it; a form that is not known stands as it is.

    >>> say_value(FactKind.FIGURE, "12300000000 GBP"), say_value(FactKind.FIGURE, "5..10 year")
    ('£12.3 billion', '5–10 years')
    >>> say_value(FactKind.DATE, "XXXX-08-15"), say_value(FactKind.DATE, "year-1"), say_value(FactKind.NAME, "Dan Berg")
    ('15 August', 'last year', 'Dan Berg')
    """
    if kind is FactKind.DATE:
        return _say_date(value)
    return _say_figure(value) if kind is FactKind.FIGURE else value


def _say_figure(value: str) -> str:
    """A figure with its separators and its unit."""
    if re.fullmatch(r"\d+\.", value):
        return _rank(int(value[:-1]))
    found = _AMOUNT.fullmatch(value)
    if found is None or ":" in value or (found.group("unit") or "") == "clock":
        return value.removesuffix(" clock")
    low, high, unit = (found.group(name) or "" for name in ("low", "high", "unit"))
    if is_money(unit):
        return "–".join(say_money(sum_of_money, unit) for sum_of_money in (low, high) if sum_of_money)
    amount = _group(low) + (f"–{_group(high)}" if high else "")
    if unit == "%":
        return f"{amount}%"
    is_many = (high or low) != "1" and _COUNTED.fullmatch(unit.rpartition(" ")[2])
    return f"{amount} {_many(unit) if is_many else unit}".strip()


def _say_date(value: str) -> str:
    """A date of the calendar, a day of the week, or what counts from now."""
    if found := _DAY.fullmatch(value):
        year = "" if found.group("year") == "XXXX" else found.group("year")
        day = str(int(found.group("day"))) if found.group("day") else ""
        return " ".join(part for part in (day, _MONTHS[int(found.group("month")) - 1], year) if part)
    if found := _QUARTER.fullmatch(value):
        year = "" if found.group("year") == "XXXX" else f" {found.group('year')}"
        return f"{_QUARTERS[found.group('number')]} quarter{year}"
    if re.fullmatch(r"W[1-7]", value):
        return _name_period(value)
    if re.fullmatch(r"\d{3}X", value):
        return f"{value[:3]}0s"
    if re.fullmatch(r"\d{4}/\d{4}", value):
        return value.replace("/", "–")
    found = _STEP.fullmatch(value)
    return _say_step(found) if found else value


def _say_step(found: re.Match[str]) -> str:
    """So many years or days from now, or from another date."""
    period, step = _name_period(found.group("period")), float(found.group("step"))
    if not found.group("then") and step in _NOW:
        return _DAYS[int(step)] if period == "day" else f"{_NOW[int(step)]} {period}"
    amount = f"{abs(step):g} {period if abs(step) == 1 else _many(period)}"
    if found.group("then"):
        return f"{amount} {'earlier' if step < 0 else 'later'}"
    return f"{amount} ago" if step < 0 else f"in {amount}"


def _name_period(period: str) -> str:
    """A period as it is called: a weekday, a month, or the word itself."""
    if period.startswith("W") and period[1:].isdigit():
        return _WEEKDAYS[int(period[1:]) - 1]
    return _MONTHS[int(period[-2:]) - 1] if period.startswith("XXXX-") else period


def _many(noun: str) -> str:
    """The plural of a unit of time or of measure."""
    return "centuries" if noun == "century" else f"{noun}s"


def _rank(number: int) -> str:
    """A number in a row.

    >>> _rank(1), _rank(12), _rank(1023)
    ('1st', '12th', '1,023rd')
    """
    ends = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in (11, 12, 13) else {}
    return f"{number:,}{ends.get(number % 10, 'th')}"


def _group(number: str) -> str:
    """Digits in groups of three.

    >>> _group("1900"), _group("2.5")
    ('1,900', '2.5')
    """
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}"
