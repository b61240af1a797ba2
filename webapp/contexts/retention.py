"""What the page of a case says of the day on which it is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from webapp.field_views import FieldView

Keeping = tuple[str, str]
"""A day that could not be set, as it was typed, and why."""
NOTE = (
    "On that day, soon after midnight in universal time, the case is deleted for good with its texts, comparisons and "
    "everything said of them. Backups made before still hold it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionView:
    """The day on which a case is deleted, and the field that moves it."""

    summary: str
    note: str
    field: FieldView


def show_retention(day: date | None, keeping: Keeping | None = None) -> RetentionView:
    """The day that is set, or the one that was typed in vain."""
    return RetentionView(
        summary=say_day(day) if day else "Delete the case on a day",
        note=NOTE,
        field=FieldView(
            name="delete_on",
            label="Delete this case on",
            value=keeping[0] if keeping else day.isoformat() if day else "",
            hint="Empty: it is kept until somebody deletes it.",
            error=keeping[1] if keeping else "",
        ),
    )


def say_day(day: date) -> str:
    """That a case goes on this day.

    >>> say_day(date(2027, 5, 3))
    'To be deleted on 3 May 2027'
    """
    return f"To be deleted on {day.day} {day:%B %Y}"
