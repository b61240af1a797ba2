"""The use cases of putting cases away: the archive, and the trash, which is emptied after some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp import store
from webapp.catalogue.lines import TrashedCase
from webapp.deeds import Deed, Done
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Shelving:
    """Puts cases away and brings them back; built once, on the use cases of cases."""

    services: Services
    trash_days: int
    """So many days lies a case in the trash; with 0 there is none."""

    def archive(self, case_ids: Sequence[str], person: str = "") -> int:
        """Put cases into the archive; says how many were moved."""
        done = self._done(Deed.ARCHIVED, person)
        with self.services.database.writing() as connection:
            return tell_moved(connection, store.trash.set_archived(connection, case_ids, done.time), done)

    def bring_back(self, case_ids: Sequence[str], person: str = "") -> int:
        """Bring cases back from the archive."""
        with self.services.database.writing() as connection:
            moved = store.trash.set_archived(connection, case_ids, None)
            return tell_moved(connection, moved, self._done(Deed.UNARCHIVED, person))

    def throw_away(self, case_ids: Sequence[str], person: str = "") -> int:
        """Move cases into the trash, or delete them for good where there is none."""
        done = self._done(Deed.TRASHED, person)
        with self.services.database.writing() as connection:
            moved = tell_moved(connection, store.trash.throw_away(connection, case_ids, done.time, person), done)
        if not self.trash_days:
            self.delete(case_ids)
        return moved

    def restore(self, case_ids: Sequence[str], person: str = "") -> int:
        """Take cases out of the trash, to where they were before."""
        with self.services.database.writing() as connection:
            moved = store.trash.take_back(connection, case_ids)
            return tell_moved(connection, moved, self._done(Deed.RESTORED, person))

    def open(self, case_id: str) -> TrashedCase:
        """What is told of a case in the trash."""
        with self.services.database.reading() as connection:
            return store.trash.load_trashed(connection, case_id)

    def delete(self, case_ids: Sequence[str]) -> int:
        """Delete cases in the trash for good, with all their texts; any other is left alone."""
        return self._delete(case_ids, None)

    def empty_trash(self) -> int:
        """Delete for good what has lain in the trash long enough; says how much that was."""
        due = self.services.clock() - timedelta(days=self.trash_days)
        with self.services.database.reading() as connection:
            old = store.trash.list_trash(connection, due)
        return self._delete(old, due) if old else 0

    def name_end(self, trashed: datetime) -> datetime:
        """When a case that was thrown away then is deleted for good."""
        return trashed + timedelta(days=self.trash_days)

    def _done(self, deed: Deed, person: str) -> Done:
        return Done(deed=deed, time=self.services.clock(), person=person)

    def _delete(self, case_ids: Sequence[str], before: datetime | None) -> int:
        """Delete those of these cases that still lie in the trash, and lay there before a time."""
        with self.services.database.writing() as connection:
            lying = set(store.trash.list_trash(connection, before))
            gone = [case_id for case_id in case_ids if case_id in lying]
            for case_id in gone:
                store.cases.delete_case(connection, case_id)
        self.services.forget_deleted()
        return len(gone)


def tell_moved(connection: store.Connection, case_ids: Sequence[str], done: Done) -> int:
    """Keep in the history of each case what was done with all of them; says how many they are."""
    for case_id in case_ids:
        store.events.add_event(connection, case_id, done)
    return len(case_ids)
