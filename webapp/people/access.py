"""The use cases of who may see a case: look it up, change it, hand the case over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from copytrail.codec import Json
from webapp import store
from webapp.db import Database
from webapp.deeds import Deed, Done
from webapp.faults import BadAccess
from webapp.people.records import CaseAccess, Person, Visibility
from webapp.people.rights import Rights, Standing, Viewer


@dataclass(frozen=True, slots=True)
class Access:
    """What can be asked and said about who sees a case."""

    database: Database
    clock: Callable[[], datetime]

    def find_standing(self, case_id: str, viewer: Viewer) -> Standing:
        """How a person stands to a case."""
        with self.database.reading() as connection:
            return store.access.find_standing(connection, case_id, viewer)

    def list_managed(self, case_ids: Iterable[str], rights: Rights) -> frozenset[str]:
        """Those of these cases, all shown to somebody, that they may throw away, restore and delete."""
        if rights.is_alone or rights.is_admin:
            return frozenset(case_ids)
        with self.database.reading() as connection:
            return store.access.list_owned(connection, tuple(case_ids), rights.viewer.person_id)

    def load(self, case_id: str) -> CaseAccess:
        """Whose a case is, and who may see it."""
        with self.database.reading() as connection:
            return store.access.load_access(connection, case_id)

    def owns_drafts(self, draft_ids: Iterable[str], person_id: str) -> bool:
        """Whether none of these unfinished forms is another person's."""
        with self.database.reading() as connection:
            return not store.drafts.list_foreign(connection, tuple(draft_ids), person_id)

    def change(
        self,
        case_id: str,
        access: CaseAccess,
        rights: Rights,
        *,
        check: Callable[[CaseAccess], None] = lambda _access: None,
    ) -> None:
        """Say whose a case is and who may see it; one that is not for all has an owner, one for a team a team.

        Where the check refuses what stands there now, nothing is changed.
        """
        with self.database.writing() as connection:
            store.cases.hold_case(connection, case_id)
            before = store.access.load_access(connection, case_id)
            check(before)
            if access.visibility is not Visibility.ALL and not access.owner_id:
                raise BadAccess("A case that is not for all needs an owner: choose one.")
            teams = store.teams.list_teams(connection, None if rights.is_admin else rights.viewer.person_id)
            known = {before.team_id, *(team.id for team in teams)} - {""}
            if access.visibility is Visibility.TEAM and access.team_id not in known:
                raise BadAccess("Choose one of your teams.")
            if access.owner_id and access.owner_id != before.owner_id:
                _require_writer(store.people.load_person(connection, access.owner_id))
            store.access.save_access(connection, case_id, access)
            if access != before:
                data: Json = {"visibility": access.visibility.value, "handed": access.owner_id != before.owner_id}
                done = Done(deed=Deed.CHANGED_WHO_SEES, time=self.clock(), person=rights.name, data=data)
                store.events.add_event(connection, case_id, done)


def _require_writer(person: Person) -> None:
    if not person.is_active or not person.writes:
        raise BadAccess("A case can be handed over to somebody who makes cases: choose another person.")
