"""What belongs to people who are not here, or to nobody: somebody takes it."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select, update

from webapp import tables
from webapp.people.records import Left, PersonRole, Signature, Visibility
from webapp.people.rights import Viewer
from webapp.store.access import is_visible

_people = tables.people
_WRITTEN = (tables.notes, tables.note_replies)
_CASES_OF_NOBODY = (tables.cases.c.owner_id == "", tables.cases.c.bundled.is_(None))


def find_keeper(connection: Connection) -> str:
    """The administrator who was here first, or nobody."""
    is_admin = (_people.c.role == PersonRole.ADMIN.value, _people.c.ended.is_(None))
    query = select(_people.c.id).where(*is_admin).order_by(_people.c.created, _people.c.id).limit(1)
    return connection.execute(query).scalar() or ""


def adopt_orphans(connection: Connection, keeper: str) -> None:
    """Give what belongs to people who are not here to somebody; without anybody it is for all, as at a desk."""
    here = select(_people.c.id)
    for shown in (tables.cases, tables.lessons):
        _adopt(connection, shown, keeper)
    for table in (tables.drafts, tables.attachments):
        is_left = (table.c.person_id != "", table.c.person_id.not_in(here))
        connection.execute(update(table).where(*is_left).values(person_id=keeper))


def find_left(connection: Connection, viewer: Viewer) -> Left:
    """What belongs to nobody; of notes those in cases that somebody sees."""
    counts = {
        "cases": select(func.count()).where(*_CASES_OF_NOBODY),
        "lessons": select(func.count()).where(tables.lessons.c.owner_id == ""),
        "classes": select(func.count()).where(tables.classes.c.owner_id == ""),
    }
    found = {name: connection.execute(query).scalar_one() for name, query in counts.items()}
    signed: Counter[str] = Counter()
    for table in _WRITTEN:
        query = select(table.c.person, func.count()).where(_is_unsigned(table, viewer)).group_by(table.c.person)
        signed.update({row[0]: row[1] for row in connection.execute(query)})
    return Left(**found, signatures=tuple(Signature(name, number) for name, number in sorted(signed.items())))


def give_all(connection: Connection, heir: str) -> tuple[str, ...]:
    """Give cases, lessons and classes of nobody to somebody; says which cases."""
    for table in (tables.lessons, tables.classes):
        connection.execute(update(table).where(table.c.owner_id == "").values(owner_id=heir))
    change = update(tables.cases).where(*_CASES_OF_NOBODY).values(owner_id=heir).returning(tables.cases.c.id)
    return tuple(sorted(connection.execute(change).scalars()))


def give_notes(connection: Connection, name: str, heir: str, viewer: Viewer) -> int:
    """Give the notes and answers of nobody that are signed with a name to somebody; says how many they are."""
    given = 0
    for table in _WRITTEN:
        change = update(table).where(_is_unsigned(table, viewer), table.c.person == name)
        given += connection.execute(change.values(person_id=heir)).rowcount
    return given


def _is_unsigned(table: Table, viewer: Viewer) -> ColumnElement[bool]:
    """Whether a note or an answer belongs to nobody, and stands in a case that somebody sees."""
    documents = select(tables.documents.c.id).join(tables.cases).where(is_visible(viewer))
    notes = select(tables.notes.c.id).where(tables.notes.c.document_id.in_(documents))
    is_seen = table.c.document_id.in_(documents) if table is tables.notes else table.c.note_id.in_(notes)
    return and_(table.c.person_id.is_(None), table.c.deleted.is_(False), is_seen)


def _adopt(connection: Connection, table: Table, keeper: str) -> None:
    """Give the cases or the lessons of nobody here to somebody, and show them to no team that is not here."""
    is_orphan = (table.c.owner_id != "", table.c.owner_id.not_in(select(_people.c.id)))
    visibility = {} if keeper else {"visibility": Visibility.ALL.value}
    connection.execute(update(table).where(*is_orphan).values(owner_id=keeper, **visibility))
    no_team = (table.c.team_id != "", table.c.team_id.not_in(select(tables.teams.c.id)))
    for_team = table.c.visibility == Visibility.TEAM.value
    connection.execute(update(table).where(*no_team, for_team).values(visibility=Visibility.PRIVATE.value))
    connection.execute(update(table).where(*no_team).values(team_id=""))
