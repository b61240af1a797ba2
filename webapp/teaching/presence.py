"""At which task each pupil is: held in memory only, because it is looked at for a moment and of no use afterwards."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta

AWAY_AFTER = timedelta(seconds=20)
_MOST_KEPT = 20_000


class Presence:
    """Where pupils were seen last.

    >>> presence = Presence(lambda: datetime(2026, 11, 22))
    >>> presence.note("p", "t1")
    >>> presence.find("p"), presence.find("q")
    ('t1', None)
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._seen: OrderedDict[str, tuple[datetime, str]] = OrderedDict()
        self._lock = threading.Lock()

    def note(self, pupil_id: str, task_id: str) -> None:
        """Note that a pupil's page asked just now."""
        with self._lock:
            self._seen[pupil_id] = (self._clock(), task_id)
            self._seen.move_to_end(pupil_id)
            while len(self._seen) > _MOST_KEPT:
                self._seen.popitem(last=False)

    def find(self, pupil_id: str) -> str | None:
        """The id of the task a pupil is at, empty before the first; None where their page has not asked for a while."""
        with self._lock:
            seen = self._seen.get(pupil_id)
        return seen[1] if seen and self._clock() - seen[0] < AWAY_AFTER else None
