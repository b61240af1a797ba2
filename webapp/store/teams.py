"""Teams in the database."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from webapp import tables
from webapp.faults import UnknownTeam
from webapp.people.records import Team, Visibility, fold_name

_teams = tables.teams
_members = tables.team_members
_cases = tables.cases


def list_teams(connection: Connection, person_id: str | None = None) -> tuple[Team, ...]:
    """All teams with their people, by name; or those that a person is in."""
    members: dict[str, list[str]] = {}
    for row in connection.execute(select(_members).order_by(_members.c.person_id)):
        members.setdefault(row.team_id, []).append(row.person_id)
    rows = connection.execute(select(_teams).order_by(_teams.c.name, _teams.c.id))
    teams = tuple(Team(id=row.id, name=row.name, members=tuple(members.get(row.id, ()))) for row in rows)
    return teams if person_id is None else tuple(team for team in teams if person_id in team.members)


def add_team(connection: Connection, team: Team) -> None:
    """Keep a new team; a name that another has is refused."""
    connection.execute(insert(_teams).values(id=team.id, name=team.name, name_key=fold_name(team.name)))


def rename_team(connection: Connection, team_id: str, name: str) -> None:
    """Give a team another name."""
    renamed = update(_teams).where(_teams.c.id == team_id).values(name=name, name_key=fold_name(name))
    if not connection.execute(renamed).rowcount:
        raise UnknownTeam


def set_members(connection: Connection, team_id: str, person_ids: Iterable[str]) -> None:
    """Say who is in a team."""
    connection.execute(delete(_members).where(_members.c.team_id == team_id))
    for person_id in sorted(set(person_ids)):
        connection.execute(insert(_members).values(team_id=team_id, person_id=person_id))


def add_member(connection: Connection, team_id: str, person_id: str) -> None:
    """Put somebody into a team, unless they are in it."""
    known = select(_members).where(_members.c.team_id == team_id, _members.c.person_id == person_id)
    if connection.execute(known).first() is None:
        connection.execute(insert(_members).values(team_id=team_id, person_id=person_id))


def delete_team(connection: Connection, team_id: str) -> None:
    """Delete a team; its cases and lessons are seen by their owners alone."""
    private = {"visibility": Visibility.PRIVATE.value, "team_id": ""}
    for table in (_cases, tables.lessons):
        shared = (table.c.team_id == team_id, table.c.visibility == Visibility.TEAM.value)
        connection.execute(update(table).where(*shared).values(**private))
        connection.execute(update(table).where(table.c.team_id == team_id).values(team_id=""))
    if not connection.execute(delete(_teams).where(_teams.c.id == team_id)).rowcount:
        raise UnknownTeam
