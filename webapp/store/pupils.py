"""Pupils in the database: known again by what the secret of their browser hashes to."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, insert, select, update

from webapp import tables
from webapp.faults import UnknownPupil
from webapp.people.records import fold_name
from webapp.store.classes import read_class
from webapp.teaching.classes import Attendance, Pupil

_pupils = tables.pupils
_classes = tables.classes
_ROOM = tuple(column.label(f"room_{column.name}") for column in _classes.c if column.name != "lesson")


def add_pupil(connection: Connection, pupil: Pupil, digest: str) -> None:
    """Keep somebody who joined; a name that is taken in the class is refused."""
    connection.execute(
        insert(_pupils).values(
            id=pupil.id,
            class_id=pupil.class_id,
            digest=digest,
            name=pupil.name,
            name_key=_fold(pupil.name),
            words=pupil.words,
            group_number=pupil.group,
            joined=pupil.joined.isoformat(),
        )
    )


def find_attendance(connection: Connection, digest: str) -> Attendance | None:
    """The pupil whose secret hashes to this, with the class, in one question."""
    return _attend(connection, _pupils.c.digest == digest)


def find_sheet(connection: Connection, pupil_id: str) -> Attendance | None:
    """The pupil of this id with the class, whichever that is."""
    return _attend(connection, _pupils.c.id == pupil_id)


def _attend(connection: Connection, is_meant: ColumnElement[bool]) -> Attendance | None:
    query = select(_pupils, *_ROOM).join(_classes, _classes.c.id == _pupils.c.class_id)
    row = connection.execute(query.where(is_meant)).mappings().first()
    if row is None:
        return None
    room = {name.removeprefix("room_"): value for name, value in row.items() if name.startswith("room_")}
    return Attendance(read_class(room), _read(row))


def find_pupil(connection: Connection, class_id: str, pupil_id: str) -> Pupil:
    """One pupil of the class."""
    is_meant = (_pupils.c.id == pupil_id, _pupils.c.class_id == class_id)
    row = connection.execute(select(_pupils).where(*is_meant)).mappings().first()
    if row is None:
        raise UnknownPupil
    return _read(row)


def list_pupils(connection: Connection, class_id: str) -> tuple[Pupil, ...]:
    """The pupils of the class in the order they joined."""
    query = select(_pupils).where(_pupils.c.class_id == class_id).order_by(_pupils.c.joined, _pupils.c.id)
    return tuple(_read(row) for row in connection.execute(query).mappings())


def count_pupils(connection: Connection, class_id: str) -> int:
    """How many have joined."""
    query = select(func.count()).select_from(_pupils).where(_pupils.c.class_id == class_id)
    return connection.execute(query).scalar_one()


def has_name(connection: Connection, class_id: str, name: str) -> bool:
    """Whether somebody in the class is called that."""
    is_called = (_pupils.c.class_id == class_id, _pupils.c.name_key == _fold(name))
    return connection.execute(select(_pupils.c.id).where(*is_called)).first() is not None


def save_pupil(connection: Connection, pupil: Pupil) -> None:
    """Keep another name, group or number of words."""
    values = {"name": pupil.name, "name_key": _fold(pupil.name), "words": pupil.words, "group_number": pupil.group}
    _change(connection, pupil, values)


def change_secret(connection: Connection, pupil: Pupil, digest: str) -> None:
    """Let another browser be the pupil's, and no longer the one before."""
    _change(connection, pupil, {"digest": digest})


def remove_pupil(connection: Connection, class_id: str, pupil_id: str) -> None:
    """Delete a pupil with all their answers."""
    is_meant = (_pupils.c.id == pupil_id, _pupils.c.class_id == class_id)
    if not connection.execute(delete(_pupils).where(*is_meant)).rowcount:
        raise UnknownPupil


def _change(connection: Connection, pupil: Pupil, values: dict[str, object]) -> None:
    is_meant = (_pupils.c.id == pupil.id, _pupils.c.class_id == pupil.class_id)
    if not connection.execute(update(_pupils).where(*is_meant).values(values)).rowcount:
        raise UnknownPupil


def _fold(name: str) -> str:
    """By which names are the same."""
    return hashlib.sha256(fold_name(name).encode("utf-8", "surrogatepass")).hexdigest()


def _read(row: RowMapping) -> Pupil:
    return Pupil(
        id=row["id"],
        class_id=row["class_id"],
        name=row["name"],
        words=row["words"],
        group=row["group_number"],
        joined=datetime.fromisoformat(row["joined"]),
    )
