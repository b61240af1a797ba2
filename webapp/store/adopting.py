"""Cases, lessons and unfinished forms of people who are not here, which a backup brings: somebody takes them."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select, update

from webapp import tables
from webapp.people.records import PersonRole, Visibility

_people = tables.people


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


def _adopt(connection: Connection, table: Table, keeper: str) -> None:
    """Give the cases or the lessons of nobody here to somebody, and show them to no team that is not here."""
    is_orphan = (table.c.owner_id != "", table.c.owner_id.not_in(select(_people.c.id)))
    visibility = {} if keeper else {"visibility": Visibility.ALL.value}
    connection.execute(update(table).where(*is_orphan).values(owner_id=keeper, **visibility))
    no_team = (table.c.team_id != "", table.c.team_id.not_in(select(tables.teams.c.id)))
    for_team = table.c.visibility == Visibility.TEAM.value
    connection.execute(update(table).where(*no_team, for_team).values(visibility=Visibility.PRIVATE.value))
    connection.execute(update(table).where(*no_team).values(team_id=""))
