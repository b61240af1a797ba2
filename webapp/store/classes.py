"""Classes in the database; a row is held while it is changed, so that two deeds never overwrite each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from webapp import tables
from webapp.faults import UnknownClass
from webapp.people.rights import NOWHERE, Standing, Viewer
from webapp.teaching.classes import ClassRecord, ClassState, Pace

_classes = tables.classes
_notes = tables.class_notes
_SHORT = tuple(column for column in _classes.c if column.name != "lesson")


def add_class(connection: Connection, room: ClassRecord, lesson: str) -> None:
    """Keep a new class with the lesson as it is now; a code that another class has is refused."""
    connection.execute(insert(_classes).values(id=room.id, lesson=lesson, **_write(room)))


def load_class(connection: Connection, class_id: str, *, to_change: bool = False, to_add: bool = False) -> ClassRecord:
    """The class without its lesson; held as it is until the transaction ends where something depends on it."""
    query = select(*_SHORT).where(_classes.c.id == class_id)
    if to_change or to_add:
        query = query.with_for_update(read=to_add)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UnknownClass
    return read_class(row)


def load_lesson(connection: Connection, class_id: str) -> str:
    """The lesson that the class does, as its file."""
    found: str | None = connection.execute(select(_classes.c.lesson).where(_classes.c.id == class_id)).scalar()
    if found is None:
        raise UnknownClass
    return found


def find_by_code(connection: Connection, code: str) -> ClassRecord | None:
    """The class that is joined by this code."""
    row = connection.execute(select(*_SHORT).where(_classes.c.code == code)).mappings().first()
    return read_class(row) if row else None


def save_class(connection: Connection, room: ClassRecord) -> None:
    """Keep what was changed of the class."""
    connection.execute(update(_classes).where(_classes.c.id == room.id).values(**_write(room)))


def list_classes(connection: Connection, viewer: Viewer) -> tuple[ClassRecord, ...]:
    """The classes that somebody has started, the newest first."""
    query = select(*_SHORT).order_by(_classes.c.started.desc(), _classes.c.id)
    if not viewer.sees_all:
        query = query.where(_classes.c.owner_id == (viewer.person_id or "-"))
    return tuple(read_class(row) for row in connection.execute(query).mappings())


def find_standing(connection: Connection, class_id: str, viewer: Viewer) -> Standing:
    """How a person stands to a class: it is shown to whoever started it, and to nobody else."""
    row = connection.execute(select(_classes.c.owner_id).where(_classes.c.id == class_id)).first()
    is_theirs = row is not None and (viewer.sees_all or bool(viewer.person_id and row.owner_id == viewer.person_id))
    return Standing(sees=True, owns=True) if is_theirs else NOWHERE


def list_due(connection: Connection, today: date) -> tuple[str, ...]:
    """The classes whose day has come."""
    return tuple(connection.execute(select(_classes.c.id).where(_classes.c.delete_on <= today.isoformat())).scalars())


def delete_class(connection: Connection, class_id: str) -> None:
    """Delete the class with everything that was written in it."""
    if not connection.execute(delete(_classes).where(_classes.c.id == class_id)).rowcount:
        raise UnknownClass


def save_note(connection: Connection, class_id: str, task_id: str, text: str) -> None:
    """Keep what was said of a task, in place of what was noted before; an empty note goes."""
    is_meant = (_notes.c.class_id == class_id, _notes.c.task_id == task_id)
    connection.execute(delete(_notes).where(*is_meant))
    if text.strip():
        connection.execute(insert(_notes).values(class_id=class_id, task_id=task_id, text=text))


def list_notes(connection: Connection, class_id: str) -> dict[str, str]:
    """What was noted, by the ids of the tasks."""
    rows = connection.execute(select(_notes).where(_notes.c.class_id == class_id)).mappings()
    return {row["task_id"]: row["text"] for row in rows}


def read_class(row: RowMapping | Mapping[str, Any]) -> ClassRecord:
    """The class of a row."""
    return ClassRecord(
        id=row["id"],
        lesson_id=row["lesson_id"],
        title=row["title"],
        owner_id=row["owner_id"],
        code=row["code"] or "",
        state=ClassState(row["state"]),
        pace=Pace(row["pace"]),
        current=row["current"],
        revealed=tuple(row["revealed"].split()),
        groups=row["groups"],
        names=row["names"],
        started=datetime.fromisoformat(row["started"]),
        delete_on=date.fromisoformat(row["delete_on"]),
        version=row["version"],
    )


def _write(room: ClassRecord) -> dict[str, object]:
    return {
        "lesson_id": room.lesson_id,
        "title": room.title,
        "owner_id": room.owner_id,
        "code": room.code or None,
        "state": room.state.value,
        "pace": room.pace.value,
        "current": room.current,
        "revealed": " ".join(room.revealed),
        "groups": room.groups,
        "names": room.names,
        "started": room.started.isoformat(),
        "delete_on": room.delete_on.isoformat(),
        "version": room.version,
    }
