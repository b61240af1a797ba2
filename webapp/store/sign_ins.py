"""Sign-ins in the database, each under the hash of what a browser keeps."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, or_, select, update

from webapp import tables
from webapp.people.records import Person, SignIn
from webapp.store.people import make_person

_sign_ins = tables.sign_ins
_people = tables.people
_WITH_PERSON = (
    select(_people, _sign_ins.c.id.label("sign_in_id"), _sign_ins.c.started, _sign_ins.c.seen)
    .join(_sign_ins, _sign_ins.c.person_id == _people.c.id)
    .where(_sign_ins.c.id == bindparam("sign_in"))
)
"""Asked for with every page, so put together once."""


def add_sign_in(connection: Connection, sign_in: SignIn) -> None:
    """Keep that a browser is signed in."""
    connection.execute(
        insert(_sign_ins).values(
            id=sign_in.id,
            person_id=sign_in.person_id,
            started=sign_in.started.isoformat(),
            seen=sign_in.seen.isoformat(),
        )
    )


def find_sign_in(connection: Connection, sign_in_id: str) -> tuple[SignIn, Person] | None:
    """The sign-in with its person."""
    row = connection.execute(_WITH_PERSON, {"sign_in": sign_in_id}).mappings().first()
    return (_make_sign_in(row, row["sign_in_id"], row["id"]), make_person(row)) if row else None


def list_sign_ins(connection: Connection, person_id: str) -> tuple[SignIn, ...]:
    """Where a person is signed in, the one used last first."""
    query = select(_sign_ins).where(_sign_ins.c.person_id == person_id).order_by(_sign_ins.c.seen.desc())
    rows = connection.execute(query).mappings()
    return tuple(_make_sign_in(row, row["id"], row["person_id"]) for row in rows)


def touch_sign_in(connection: Connection, sign_in_id: str, now: datetime) -> None:
    """Note that it was used."""
    connection.execute(update(_sign_ins).where(_sign_ins.c.id == sign_in_id).values(seen=now.isoformat()))


def end_sign_in(connection: Connection, person_id: str, sign_in_id: str) -> bool:
    """Delete one sign-in of a person; says whether there was one."""
    ended = delete(_sign_ins).where(_sign_ins.c.id == sign_in_id, _sign_ins.c.person_id == person_id)
    return bool(connection.execute(ended).rowcount)


def end_all(connection: Connection, person_id: str) -> None:
    """Delete all sign-ins of a person."""
    connection.execute(delete(_sign_ins).where(_sign_ins.c.person_id == person_id))


def drop_stale(connection: Connection, *, seen_before: datetime, started_before: datetime) -> None:
    """Delete the sign-ins that were not used for long, or that began long ago."""
    stale = or_(_sign_ins.c.seen < seen_before.isoformat(), _sign_ins.c.started < started_before.isoformat())
    connection.execute(delete(_sign_ins).where(stale))


def _make_sign_in(row: RowMapping, sign_in_id: str, person_id: str) -> SignIn:
    return SignIn(
        id=sign_in_id,
        person_id=person_id,
        started=datetime.fromisoformat(row["started"]),
        seen=datetime.fromisoformat(row["seen"]),
    )
