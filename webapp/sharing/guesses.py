"""How many wrong links may be tried in a minute, by everybody together.

A limit for each address would lock out a school behind one, and stop nobody who has many; so the different wrong links
that all have tried are counted: a class that opens one old link counts once. Over the limit only links go on to be
opened that were opened before; whoever tries others waits. A link has 256 random bits, so this keeps guessing from
being a burden rather than from succeeding.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from webapp.faults import TooManyGuesses

GUESSES = 60
"""So many different wrong links may be tried within a minute."""
_MINUTE = timedelta(minutes=1)
_MOST_KNOWN = 10_000


class Guesses:
    """The wrong tries of the last minute, and what the right ones hash to."""

    def __init__(self, clock: Callable[[], datetime], limit: int = GUESSES) -> None:
        self._clock = clock
        self._limit = limit
        self._wrong: OrderedDict[str, datetime] = OrderedDict()
        self._known: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    def allow(self, digest: str) -> None:
        """Fail where too many wrong links were tried, unless this one is known to be right."""
        with self._lock:
            self._drop_old()
            if len(self._wrong) >= self._limit and digest not in self._known:
                raise TooManyGuesses

    def note_right(self, digest: str) -> None:
        """Remember a link that led somewhere."""
        with self._lock:
            self._known[digest] = None
            self._known.move_to_end(digest)
            while len(self._known) > _MOST_KNOWN:
                self._known.popitem(last=False)

    def note_wrong(self, digest: str) -> None:
        """Count a link that leads nowhere."""
        with self._lock:
            self._known.pop(digest, None)
            self._drop_old()
            self._wrong.setdefault(digest, self._clock())

    def _drop_old(self) -> None:
        """Forget what was tried more than a minute ago; the oldest stands first."""
        start = self._clock() - _MINUTE
        while self._wrong and next(iter(self._wrong.values())) <= start:
            self._wrong.popitem(last=False)
