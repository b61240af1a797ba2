"""Cases whose day has come are deleted like those that a person deletes: at once, with all that hangs on them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Event

from webapp import store
from webapp.deeds import Deed, Done
from webapp.faults import StoreUnavailable
from webapp.records import CaseRecord
from webapp.services import Services

logger = logging.getLogger(__name__)
PAUSE = 3600.0
"""Seconds between two looks at what is due."""
AGAIN = 30.0
"""Seconds between two tries to empty the write-ahead log of what was deleted."""


@dataclass(frozen=True, slots=True)
class Deleting:
    """Deletes what is due; built once, on the use cases of cases."""

    services: Services
    others: tuple[Callable[[], int], ...] = ()
    """What else deletes what is due; each says how many."""

    def set_day(
        self,
        case_id: str,
        day: date | None,
        *,
        person: str = "",
        check: Callable[[CaseRecord], None] = lambda _case: None,
    ) -> None:
        """Have the case deleted on this day, or keep it; where the check refuses the case as it stands, neither."""
        with self.services.database.writing() as connection:
            now = self.services.clock()
            store.cases.hold_case(connection, case_id)
            before = store.cases.load_case(connection, case_id)
            check(before)
            store.cases.touch_case(connection, case_id, now)
            store.cases.set_day(connection, case_id, day)
            if day != before.delete_on:
                deed = Deed.DAY_SET if day else Deed.DAY_CLEARED
                done = Done(deed=deed, time=now, person=person, data={"day": day.isoformat()} if day else {})
                store.events.add_event(connection, case_id, done)

    def delete_due(self) -> int:
        """Delete the cases whose day has come; says how many."""
        database = self.services.database
        with database.reading() as connection:
            if not store.cases.list_due(connection, self.services.clock().date()):
                return 0
        with database.writing() as connection:
            due = store.cases.list_due(connection, self.services.clock().date())
            for case_id in due:
                store.cases.delete_case(connection, case_id)
        self.services.forget_deleted()
        logger.info("%d cases deleted, whose day had come", len(due))
        return len(due)

    def forget_rest(self) -> None:
        """Empty the write-ahead log of what was deleted, where somebody who read kept it from being emptied."""
        database = self.services.database
        if database.leavings.are_there:
            database.forget()


def keep_deleting(deleting: Deleting, stop: Event, *, pause: float = PAUSE) -> None:
    """Delete what is due now and once an hour until told to stop; a database that is away is tried again.

    Whoever ran before may have been stopped before deleted words had left the write-ahead log: it is emptied first.
    """
    _forget(deleting.services.database.forget)
    while True:
        try:
            deleting.delete_due()
            for delete in deleting.others:
                delete()
        except StoreUnavailable as error:
            logger.warning("due cases not deleted yet: %s", type(error).__name__)
        if _wait(deleting, stop, pause):
            return


def _wait(deleting: Deleting, stop: Event, pause: float) -> bool:
    """Wait, and empty the write-ahead log meanwhile where that is still to be done; says whether to stop."""
    left = pause
    while left > 0:
        if stop.wait(min(AGAIN, left)):
            return True
        left -= AGAIN
        _forget(deleting.forget_rest)
    return False


def _forget(forget: Callable[[], object]) -> None:
    try:
        forget()
    except StoreUnavailable as error:
        logger.warning("deleted words not forgotten yet: %s", type(error).__name__)
