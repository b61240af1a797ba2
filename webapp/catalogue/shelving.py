"""The use cases of putting cases away: the archive, and the trash, which is emptied after some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp import store
from webapp.catalogue.lines import TrashedCase
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Shelving:
    """Puts cases away and brings them back; built once, on the use cases of cases."""

    services: Services
    trash_days: int
    """So many days lies a case in the trash; with 0 there is none."""

    def archive(self, case_ids: Sequence[str]) -> int:
        """Put cases into the archive; says how many were moved."""
        with self.services.database.writing() as connection:
            return store.trash.set_archived(connection, case_ids, self.services.clock())

    def bring_back(self, case_ids: Sequence[str]) -> int:
        """Bring cases back from the archive."""
        with self.services.database.writing() as connection:
            return store.trash.set_archived(connection, case_ids, None)

    def throw_away(self, case_ids: Sequence[str], person: str) -> int:
        """Move cases into the trash, or delete them for good where there is none."""
        with self.services.database.writing() as connection:
            moved = store.trash.throw_away(connection, case_ids, self.services.clock(), person)
        if not self.trash_days:
            self.delete(case_ids)
        self.services.corrected.clear()
        return moved

    def restore(self, case_ids: Sequence[str]) -> int:
        """Take cases out of the trash, to where they were before."""
        with self.services.database.writing() as connection:
            return store.trash.take_back(connection, case_ids)

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

    def _delete(self, case_ids: Sequence[str], before: datetime | None) -> int:
        """Delete those of these cases that still lie in the trash, and lay there before a time."""
        with self.services.database.writing() as connection:
            lying = set(store.trash.list_trash(connection, before))
            gone = [case_id for case_id in case_ids if case_id in lying]
            for case_id in gone:
                store.cases.delete_case(connection, case_id)
        self.services.corrected.clear()
        self.services.database.forget()
        return len(gone)
