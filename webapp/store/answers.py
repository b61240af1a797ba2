"""Where the answers to writes are found that programs named by a key."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from webapp import tables
from webapp.api.access import KnownAnswer

_answers = tables.api_answers


def find_answer(connection: Connection, name: str) -> KnownAnswer | None:
    """What is known of a key."""
    row = connection.execute(select(_answers).where(_answers.c.id == name)).mappings().first()
    return KnownAnswer(request=row["request"], place=row["place"]) if row else None


def add_answer(connection: Connection, name: str, request: str, now: datetime) -> None:
    """Note that a request is answered; a key can be noted once only."""
    connection.execute(insert(_answers).values(id=name, request=request, place="", made=now.isoformat()))


def set_place(connection: Connection, name: str, place: str) -> None:
    """Keep where the answer is found."""
    connection.execute(update(_answers).where(_answers.c.id == name).values(place=place))


def drop_answer(connection: Connection, name: str) -> None:
    """Forget a key."""
    connection.execute(delete(_answers).where(_answers.c.id == name))


def drop_old(connection: Connection, before: datetime, *, unfinished_before: datetime) -> None:
    """Forget the keys that were used before a time, and those whose answer was never finished."""
    old = _answers.c.made < before.isoformat()
    unfinished = and_(_answers.c.place == "", _answers.c.made < unfinished_before.isoformat())
    connection.execute(delete(_answers).where(or_(old, unfinished)))
