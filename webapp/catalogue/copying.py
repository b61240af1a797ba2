"""The use case of copying a case: its texts with all that people said of them, under a new id."""

from __future__ import annotations

from dataclasses import dataclass

from webapp import comparing, store
from webapp.records import CaseRecord
from webapp.services import Services

COPY_OF = "Copy of {}"
LONGEST_NAME = 1000


@dataclass(frozen=True, slots=True)
class Copying:
    """Copies cases; built once, on the use cases of cases."""

    services: Services

    def copy(self, case_id: str) -> CaseRecord:
        """A second case with the same texts, tags and all that was said of them; nothing is compared anew.

        Whose it is and when it is deleted follow from who copies it and when, as for any new case.
        """
        made, now = self.services.make_id(), self.services.clock().isoformat()
        with self.services.database.writing() as connection:
            case = store.cases.load_case(connection, case_id)
            before = comparing.digest_trail(case, store.choices.list_of_case(connection, case_id))
            new = {"id": made, "title": COPY_OF.format(case.name)[:LONGEST_NAME], "created": now, "changed": now}
            store.copies.copy_case(connection, case_id, new, self.services.make_id)
            store.cases.set_day(connection, made, self.services.give_day())
            store.access.save_access(connection, made, self.services.give_access())
            copy = store.cases.load_case(connection, made)
            after = comparing.digest_trail(copy, store.choices.list_of_case(connection, made))
            store.copies.renew_trail(connection, made, before=before, now=after)
        return copy
