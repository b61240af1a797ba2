"""What came of writes that a program named by a key, for a day: so that asking again makes no second one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp import store
from webapp.api.access import KnownAnswer
from webapp.db import Database
from webapp.faults import AlreadyStored

LONGEST_KEY = 255
KEPT = timedelta(hours=24)
PATIENCE = timedelta(minutes=10)
"""An answer that was not finished by then never will be: the server stopped meanwhile."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Knows requests again by their keys."""

    database: Database
    clock: Callable[[], datetime]

    def claim(self, name: str, request: str) -> KnownAnswer | None:
        """What is known of the key; where it is new, note that its request is answered now."""
        now = self.clock()
        try:
            with self.database.writing() as connection:
                store.answers.drop_old(connection, now - KEPT, unfinished_before=now - PATIENCE)
                known = store.answers.find_answer(connection, name)
                if known is None:
                    store.answers.add_answer(connection, name, request, now)
                return known
        except AlreadyStored:
            return KnownAnswer(request=request, place="")

    def settle(self, name: str, place: str) -> None:
        """Keep where the answer is found; without a place nothing came of it, and the key is free."""
        with self.database.writing() as connection:
            if place:
                store.answers.set_place(connection, name, place)
            else:
                store.answers.drop_answer(connection, name)
