"""A moment as it stands in an address."""

from __future__ import annotations

from datetime import UTC, datetime

_FORM = "%Y%m%dT%H%M%S%f"


def write_stamp(moment: datetime) -> str:
    """A moment in UTC, to the microsecond.

    >>> write_stamp(datetime(2026, 5, 3, 14, 2, tzinfo=UTC))
    '20260503T140200000000'
    """
    return moment.astimezone(UTC).strftime(_FORM)


def read_stamp(stamp: str) -> datetime | None:
    """The moment that an address names; nothing where it names none.

    >>> read_stamp("20260503T140200000000"), read_stamp("yesterday")
    (datetime.datetime(2026, 5, 3, 14, 2, tzinfo=datetime.timezone.utc), None)
    """
    try:
        return datetime.strptime(stamp, _FORM).replace(tzinfo=UTC) if stamp.isascii() and len(stamp) == 21 else None
    except ValueError:
        return None
