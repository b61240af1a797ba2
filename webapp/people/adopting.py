"""The use cases of what belongs to nobody: made before there were accounts, or brought by a backup from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from webapp import store
from webapp.db import Database
from webapp.deeds import Deed, Done
from webapp.faults import UnknownPerson
from webapp.people.records import Left, Signature, hash_token
from webapp.people.rights import Viewer


@dataclass(frozen=True, slots=True)
class Adopting:
    """Gives to somebody what belongs to nobody; built once."""

    database: Database
    clock: Callable[[], datetime]

    def find_left(self, viewer: Viewer) -> Left:
        """What belongs to nobody; of notes those in cases that the administrator sees."""
        with self.database.reading() as connection:
            return store.adopting.find_left(connection, viewer)

    def give_all(self, heir_id: str, *, by: str = "") -> None:
        """Give cases, lessons and classes of nobody to somebody; who sees them stays as it is."""
        with self.database.writing() as connection:
            _require_writer(connection, heir_id)
            given = store.adopting.give_all(connection, heir_id)
            done = Done(deed=Deed.CHANGED_WHO_SEES, time=self.clock(), person=by, data={"handed": True})
            for case_id in given:
                store.events.add_event(connection, case_id, done)

    def give_notes(self, key: str, heir_id: str, viewer: Viewer) -> int:
        """Give the notes and answers of nobody that are signed with a name to somebody; they keep that name."""
        with self.database.writing() as connection:
            _require_writer(connection, heir_id)
            signed = store.adopting.find_left(connection, viewer).signatures
            found = next((each for each in signed if name_key(each) == key), None)
            return store.adopting.give_notes(connection, found.name, heir_id, viewer) if found else 0


def name_key(signature: Signature) -> str:
    """By which a form names a signature, whatever stands in it."""
    return hash_token(signature.name)


def _require_writer(connection: store.Connection, heir_id: str) -> None:
    heir = store.people.load_person(connection, heir_id)
    if not heir.is_active or not heir.writes:
        raise UnknownPerson
