"""Lessons in the database: each as its file, beside what lists ask for and whose it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from webapp import tables
from webapp.faults import ChangedLesson, UnknownLesson
from webapp.people.records import CaseAccess, Visibility
from webapp.people.rights import NOWHERE, Standing, Viewer
from webapp.store.access import is_visible
from webapp.teaching.prepared import LessonFile, LessonLine

_lessons = tables.lessons


def add_lesson(connection: Connection, kept: LessonFile, access: CaseAccess, now: datetime) -> None:
    """Keep a new lesson."""
    shown = {"owner_id": access.owner_id, "team_id": access.team_id, "visibility": access.visibility.value}
    said = {"id": kept.id, "title": kept.title, "lesson": kept.data, "version": 1, "case_id": kept.case_id}
    connection.execute(insert(_lessons).values(**said, created=now.isoformat(), changed=now.isoformat(), **shown))


def load_lesson(connection: Connection, lesson_id: str) -> LessonFile:
    """The lesson as it is kept."""
    row = connection.execute(select(_lessons).where(_lessons.c.id == lesson_id)).mappings().first()
    if row is None:
        raise UnknownLesson
    return LessonFile(id=row["id"], title=row["title"], data=row["lesson"], version=row["version"])


def save_lesson(connection: Connection, kept: LessonFile, now: datetime) -> None:
    """Keep what was changed, unless somebody changed the same version meanwhile."""
    values = {"title": kept.title, "lesson": kept.data, "version": kept.version + 1, "changed": now.isoformat()}
    is_meant = (_lessons.c.id == kept.id, _lessons.c.version == kept.version)
    if not connection.execute(update(_lessons).where(*is_meant).values(values)).rowcount:
        raise ChangedLesson


def list_lessons(connection: Connection, viewer: Viewer) -> tuple[LessonLine, ...]:
    """The lessons that somebody may see, the one changed last first."""
    return _list(connection, viewer)


def list_lessons_of(connection: Connection, case_ids: Collection[str], viewer: Viewer) -> tuple[LessonLine, ...]:
    """The lessons made from these cases, as far as somebody may see them."""
    asked, columns = frozenset(case_ids), (_lessons.c.id, _lessons.c.case_id)
    query = select(*columns).where(is_visible(viewer, _lessons), _lessons.c.case_id != "")
    made = {row.id for row in connection.execute(query) if row.case_id in asked}
    return tuple(each for each in _list(connection, viewer) if each.id in made) if made else ()


def _list(connection: Connection, viewer: Viewer) -> tuple[LessonLine, ...]:
    columns = (_lessons.c.id, _lessons.c.title, _lessons.c.changed, _lessons.c.visibility, _lessons.c.owner_id)
    meant = select(*columns).where(is_visible(viewer, _lessons))
    query = meant.order_by(_lessons.c.changed.desc(), _lessons.c.id)
    return tuple(
        LessonLine(
            id=row["id"],
            title=row["title"],
            changed=datetime.fromisoformat(row["changed"]),
            is_own=viewer.sees_all or row["owner_id"] == viewer.person_id,
        )
        for row in connection.execute(query).mappings()
    )


def find_standing(connection: Connection, lesson_id: str, viewer: Viewer) -> Standing:
    """How a person stands to a lesson; one that is not there looks like one that is not shown."""
    query = select(_lessons.c.owner_id).where(_lessons.c.id == lesson_id, is_visible(viewer, _lessons))
    row = connection.execute(query).first()
    if row is None:
        return NOWHERE
    return Standing(sees=True, owns=viewer.sees_all or row.owner_id == viewer.person_id)


def load_access(connection: Connection, lesson_id: str) -> CaseAccess:
    """Whose a lesson is, and who may see it."""
    row = connection.execute(select(_lessons).where(_lessons.c.id == lesson_id)).mappings().first()
    if row is None:
        raise UnknownLesson
    return CaseAccess(owner_id=row["owner_id"], team_id=row["team_id"], visibility=Visibility(row["visibility"]))


def save_access(connection: Connection, lesson_id: str, access: CaseAccess) -> None:
    """Say whose a lesson is, and who may see it."""
    values = {"owner_id": access.owner_id, "team_id": access.team_id, "visibility": access.visibility.value}
    connection.execute(update(_lessons).where(_lessons.c.id == lesson_id).values(**values))


def delete_lesson(connection: Connection, lesson_id: str) -> None:
    """Delete the lesson; classes that do it go on with the copy they have."""
    if not connection.execute(delete(_lessons).where(_lessons.c.id == lesson_id)).rowcount:
        raise UnknownLesson
