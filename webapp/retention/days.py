"""The day on which a case is to be deleted, as a person writes it."""

from __future__ import annotations

from datetime import date

from copytrail.errors import CopytrailError


class BadDay(CopytrailError):
    """Write the day as year, month and day, like 2027-01-31, or leave it empty to keep the case."""


def read_day(typed: str, *, today: date) -> date | None:
    """The day that was typed, or none; it must lie ahead.

    >>> read_day("2027-01-31", today=date(2026, 11, 22))
    datetime.date(2027, 1, 31)
    """
    if not typed.strip():
        return None
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError as error:
        raise BadDay from error
    if day <= today:
        raise BadDay("Choose a day after today. To delete the case now, use “Delete the case”.")
    return day
