"""Two dates held against each other, by what both of them say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from copytrail.ledgers.facts.relations import Relation

_ABSOLUTE = re.compile(r"(?P<year>\d{3}[\dX]|XXXX)(?:-(?P<month>\d\d|Q\d)(?:-(?P<day>\d\d))?)?(?:/\d{4})?")
_STEPPED = re.compile(r"(?P<month>XXXX-\d\d)(?P<step>[+-]\d)")
"""A month counted from that of writing: "next March"."""
_WEEKDAY = re.compile(r"W(?P<weekday>\d)(?:[+-]\d)?")
_RELATIVE = re.compile(r"(?P<unit>[a-z]+)(?P<step>[+-][\d.]+)(?P<then> then)?")
_LONG_UNITS = frozenset({"year", "month", "decade", "century", "quarter"})


@dataclass(frozen=True, slots=True)
class _Parts:
    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def said(self) -> int:
        """How many of the three are given."""
        return sum(bool(part) for part in (self.year, self.month, self.day))


def compare_dates(original: str, derivative: str) -> Relation:
    """How the normal form of the derivative's date relates to the original's.

    >>> compare_dates("2025-03", "2026-03").name, compare_dates("2025-08-15", "XXXX-08-15").name
    ('DIFFERENT', 'SAME')
    """
    if original == derivative:
        return Relation.SAME
    stepped = _STEPPED.fullmatch(original), _STEPPED.fullmatch(derivative)
    if all(stepped):
        return Relation.DIFFERENT
    theirs, ours = (
        _read_parts(found["month"] if found else value)
        for found, value in zip(stepped, (original, derivative), strict=True)
    )
    if theirs and ours:
        return _compare_parts(theirs, ours)
    weekdays = (_WEEKDAY.fullmatch(original), _WEEKDAY.fullmatch(derivative))
    if all(weekdays):
        same = weekdays[0] and weekdays[1] and weekdays[0]["weekday"] == weekdays[1]["weekday"]
        return Relation.SAME if same else Relation.DIFFERENT
    day, weekday = (theirs, weekdays[1]) if theirs else (ours, weekdays[0])
    if day and weekday:
        return _compare_weekday(day, int(weekday["weekday"]))
    return _compare_relative(original, derivative)


def _read_parts(value: str) -> _Parts | None:
    """Year, month and day of an absolute date."""
    found = _ABSOLUTE.fullmatch(value)
    if not found:
        return None
    year = found["year"] if found["year"] != "XXXX" else ""
    return _Parts(value if "/" in value else year, found["month"] or "", found["day"] or "")


def _compare_parts(theirs: _Parts, ours: _Parts) -> Relation:
    """Two absolute dates; what only one of them says is no difference, but they must share something."""
    pairs = [(theirs.year, ours.year), (theirs.month, ours.month), (theirs.day, ours.day)]
    shared = [(one, other) for one, other in pairs if one and other]
    if not shared:
        return Relation.APART
    if not all(_agrees(one, other) for one, other in shared):
        return Relation.DIFFERENT
    is_finer = (theirs.month and not ours.month) or (theirs.day and not ours.day)
    return Relation.GENERALISED if is_finer else Relation.SAME


def _agrees(one: str, other: str) -> bool:
    """Whether two parts are the same, a year in a decade or a part of a span of years."""
    if "Q" in one + other and one != other:
        return len({part if "Q" in part else f"Q{(int(part) + 2) // 3}" for part in (one, other)}) == 1
    if "X" in one or "X" in other:
        return one[:3] == other[:3]
    return one == other or other in one.split("/") or one in other.split("/") or _same_span(one, other)


def _same_span(one: str, other: str) -> bool:
    """Whether two spans of years are the same."""
    return "/" in one and "/" in other and one[:9] == other[:9]


def _compare_weekday(day: _Parts, weekday: int) -> Relation:
    """A day of the calendar against a day of the week."""
    if not (day.year.isdigit() and day.month and day.day):
        return Relation.APART
    try:
        actual = date(int(day.year), int(day.month), int(day.day)).isoweekday()
    except ValueError:
        return Relation.APART
    return Relation.SAME if actual == weekday else Relation.APART


def _compare_relative(original: str, derivative: str) -> Relation:
    """Two dates that count from another day; days and weeks from that of writing differ between texts of two days."""
    theirs, ours = _RELATIVE.fullmatch(original), _RELATIVE.fullmatch(derivative)
    if not theirs or not ours or theirs["then"] != ours["then"]:
        return Relation.APART
    is_counted = min(abs(float(theirs["step"])), abs(float(ours["step"]))) > 1
    is_long = theirs["unit"] == ours["unit"] and theirs["unit"] in _LONG_UNITS
    return Relation.DIFFERENT if theirs["then"] or is_counted or is_long else Relation.APART
