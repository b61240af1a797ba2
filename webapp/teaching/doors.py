"""How often something may be tried within a minute: codes, words, answers; never counted by an address.

A school has one address for everybody. So wrong tries are counted for a browser, for a class, and for all together;
whoever has a right code that somebody used before is let through even where strangers guess.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta

from webapp.faults import TriedTooOften

WRONG_BY_BROWSER = 10
WRONG_WORDS = 30
"""Wrong words in one class."""
WRONG_CODES = 300
"""Wrong codes by all together: of 64 million codes, so many a minute find one open class in half a year or so."""
ANSWERS = 120
"""Answers of one pupil."""
_MINUTE = timedelta(minutes=1)
_MOST_KEPT = 20_000


class Doors:
    """Counts the tries of the last minute in memory.

    >>> doors = Doors(lambda: datetime(2026, 11, 22))
    >>> doors.note("a")
    >>> doors.is_open("a", 2), doors.is_open("a", 1)
    (True, False)
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._tries: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def is_open(self, key: str, limit: int) -> bool:
        """Whether one more try is let through."""
        with self._lock:
            return len(self._keep_recent(key)) < limit

    def check(self, key: str, limit: int) -> None:
        """Fail where one more try is too many."""
        with self._lock:
            tries = self._keep_recent(key)
            if len(tries) >= limit:
                wait = tries[0] + _MINUTE - self._clock()
                raise TriedTooOften(max(1, round(wait.total_seconds())))

    def note(self, key: str) -> None:
        """Count a try."""
        with self._lock:
            tries = self._keep_recent(key)
            tries.append(self._clock())
            self._tries[key] = tries
            self._tries.move_to_end(key)
            while len(self._tries) > _MOST_KEPT:
                self._tries.popitem(last=False)

    def _keep_recent(self, key: str) -> deque[datetime]:
        tries, start = self._tries.get(key, deque()), self._clock() - _MINUTE
        while tries and tries[0] <= start:
            tries.popleft()
        return tries
