"""How often something was tried, in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from webapp import tables
from webapp.people.attempts import Attempt

_attempts = tables.attempts


def load(connection: Connection, key: str) -> Attempt | None:
    """What was counted under this key."""
    row = connection.execute(select(_attempts).where(_attempts.c.id == key)).mappings().first()
    if row is None:
        return None
    return Attempt(row["count"], datetime.fromisoformat(row["since"]), datetime.fromisoformat(row["until"]))


def save(connection: Connection, key: str, attempt: Attempt) -> None:
    """Keep what was counted."""
    values = {"count": attempt.count, "since": attempt.since.isoformat(), "until": attempt.until.isoformat()}
    if not connection.execute(update(_attempts).where(_attempts.c.id == key).values(**values)).rowcount:
        connection.execute(insert(_attempts).values(id=key, **values))


def clear(connection: Connection, key: str) -> None:
    """Forget what was counted."""
    connection.execute(delete(_attempts).where(_attempts.c.id == key))


def take_back(connection: Connection, key: str) -> None:
    """One try less, and no wait for it."""
    less = update(_attempts).where(_attempts.c.id == key, _attempts.c["count"] > 0)
    connection.execute(less.values(count=_attempts.c["count"] - 1, until=_attempts.c.since))


def drop_old(connection: Connection, before: datetime) -> None:
    """Forget what was last tried before this time."""
    connection.execute(delete(_attempts).where(_attempts.c.since < before.isoformat()))
