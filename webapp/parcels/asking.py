"""The use cases of zip files: ask for one, see how far it is, take it away, give it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from webapp import store
from webapp.faults import NotFound
from webapp.jobs.queue import Alarm
from webapp.parcels.values import KEPT, Parcel, ParcelState
from webapp.records import CaseRecord
from webapp.services import Services

MOST_AT_ONCE = 6
"""A case of so many articles is answered while a page waits; a larger one is made in the background."""
MOST_KEPT = 4
"""So many zip files of one case are kept; of more the oldest that is made goes."""


class UnknownParcel(NotFound):
    """There is no such zip file, or it is deleted by now."""


@dataclass(frozen=True, slots=True)
class Parcels:
    """The zip files of the cases of one database."""

    services: Services
    alarm: Alarm

    def takes_long(self, case: CaseRecord) -> bool:
        """Whether the zip file of a case is made in the background."""
        return self.alarm.is_heard and len(case.articles) > MOST_AT_ONCE

    def ask(self, case_id: str, choices: str, *, person: str = "") -> None:
        """Have a zip file made; one with the same choices that is being made is not begun twice."""
        now = self.services.clock()
        with self.services.database.writing() as connection:
            case = store.cases.load_case(connection, case_id)
            held = store.parcels.list_parcels(connection, case.id)
            if not any(each.is_open and each.choices == choices for each in held):
                for parcel in _choose_surplus(held):
                    store.parcels.drop_parcel(connection, case.id, parcel.id)
                store.parcels.add_parcel(connection, self._make(case, choices, person=person, now=now))
        self.alarm.ring()

    def list_kept(self, case_id: str) -> tuple[Parcel, ...]:
        """The zip files of a case that are not over, the last first."""
        oldest = self.services.clock() - KEPT
        with self.services.database.reading() as connection:
            found = store.parcels.list_parcels(connection, store.cases.load_case(connection, case_id).id)
        return tuple(parcel for parcel in found if parcel.asked > oldest)

    def open_file(self, case_id: str, parcel_id: str) -> Iterator[bytes]:
        """The bytes of a zip file that is made, a part at a time; raises UnknownParcel."""
        self.find_made(case_id, parcel_id)
        with self.services.database.reading() as connection:
            yield from store.parcels.read_parts(connection, parcel_id)

    def find_made(self, case_id: str, parcel_id: str) -> Parcel:
        """A zip file of the case that is made; raises UnknownParcel."""
        for parcel in self.list_kept(case_id):
            if parcel.id == parcel_id and parcel.state is ParcelState.DONE:
                return parcel
        raise UnknownParcel

    def drop(self, case_id: str, parcel_id: str) -> None:
        """Delete a zip file; one that is being made is made no further."""
        with self.services.database.writing() as connection:
            store.parcels.drop_parcel(connection, store.cases.load_case(connection, case_id).id, parcel_id)
        self.services.database.forget()

    def drop_old(self) -> int:
        """Delete those whose day is over; says how many."""
        oldest = self.services.clock() - KEPT
        with self.services.database.reading() as connection:
            if not store.parcels.has_old(connection, oldest):
                return 0
        with self.services.database.writing() as connection:
            dropped = store.parcels.drop_old(connection, oldest)
        self.services.database.forget()
        return dropped

    def _make(self, case: CaseRecord, choices: str, *, person: str, now: datetime) -> Parcel:
        return Parcel(
            id=self.services.make_id(),
            case_id=case.id,
            choices=choices,
            person=person,
            asked=now,
            state=ParcelState.WAITING,
            done=0,
            articles=len(case.articles),
            size=0,
        )


def _choose_surplus(held: tuple[Parcel, ...]) -> tuple[Parcel, ...]:
    """What makes room for one more: of those that are over, the oldest."""
    over = [parcel for parcel in held if not parcel.is_open]
    room = MOST_KEPT - 1 - (len(held) - len(over))
    return tuple(over[max(0, room) :])
