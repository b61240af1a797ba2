"""The use cases of teams: make one, change it, delete it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored, BadName
from webapp.people.accounts import check_name
from webapp.people.records import Team

TAKEN = "There is a team of this name already: choose another."


@dataclass(frozen=True, slots=True)
class Teaming:
    """What can be done with teams."""

    database: Database
    make_id: Callable[[], str]

    def list_teams(self, person_id: str | None = None) -> tuple[Team, ...]:
        """All teams, or those that a person is in."""
        with self.database.reading() as connection:
            return store.teams.list_teams(connection, person_id)

    def make(self, name: str) -> Team:
        """Make a team without people."""
        team = Team(id=self.make_id(), name=check_name(name))
        try:
            with self.database.writing() as connection:
                store.teams.add_team(connection, team)
        except AlreadyStored as error:
            raise BadName(TAKEN) from error
        return team

    def change(self, team_id: str, *, name: str, members: Iterable[str]) -> None:
        """Give a team another name, and say who is in it; ids of nobody are left out."""
        try:
            with self.database.writing() as connection:
                store.teams.rename_team(connection, team_id, check_name(name))
                known = {person.id for person in store.people.list_people(connection)}
                store.teams.set_members(connection, team_id, known & set(members))
        except AlreadyStored as error:
            raise BadName(TAKEN) from error

    def delete(self, team_id: str) -> None:
        """Delete a team; its cases are seen by their owners alone."""
        with self.database.writing() as connection:
            store.teams.delete_team(connection, team_id)
