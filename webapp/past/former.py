"""The result that people saw before a newer engine's: held against the new one, and given up for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from copytrail.model import Comparison
from webapp import comparing, store
from webapp.deeds import Deed, Done
from webapp.records import ComparisonRecord
from webapp.services import Services


class Results(NamedTuple):
    """A former result and the one that took its place."""

    before: Comparison
    after: Comparison


@dataclass(frozen=True, slots=True)
class Former:
    """The use cases of former results; built once, on those of cases."""

    services: Services

    def open_former(self, record: ComparisonRecord) -> Results | None:
        """The result that people saw before and the new one, both as the machine made them.

        Nothing where the former one cannot be read any more.
        """
        with self.services.database.reading() as connection:
            former = store.former.load_former(connection, record.article.id)
            stored = store.comparisons.load_comparison(connection, record.article.id)
        before = comparing.restore_former(former) if former else None
        after = comparing.restore_former(stored) if stored else None
        return Results(before, after) if before and after else None

    def keep_new(self, record: ComparisonRecord, *, person: str = "") -> None:
        """Give the former result up; where somebody did already, nothing is left to do."""
        done = Done(deed=Deed.NEW_KEPT, time=self.services.clock(), person=person, document_id=record.article.id)
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, record.case.id, done.time)
            if store.former.drop_former(connection, record.article.id):
                store.events.add_event(connection, record.case.id, done)
        self.services.database.forget()
