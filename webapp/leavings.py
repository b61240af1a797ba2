"""Whether deleted words may still stand in a file, since the log that held them could not be emptied yet."""

from __future__ import annotations

import threading

LINGERS = (
    "What was deleted is gone from every page, but its words are still in the database’s log, because something reads "
    "the database just now."
)
AGAIN = "Run copytrail delete-due in a while: it empties the log."


class Leavings:
    """Counts the tries to empty the log: a try that began after one that failed makes up for it.

    >>> leavings = Leavings()
    >>> leavings.note(leavings.begin(), is_done=False)
    >>> leavings.are_there
    True
    >>> leavings.note(leavings.begin(), is_done=True)
    >>> leavings.are_there
    False
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._begun = self._failed = self._done = 0

    @property
    def are_there(self) -> bool:
        """Whether words that were deleted may still stand in the log."""
        with self._lock:
            return self._failed > self._done

    def begin(self) -> int:
        """Number a try that begins now."""
        with self._lock:
            self._begun += 1
            return self._begun

    def note(self, number: int, *, is_done: bool) -> None:
        """Note what became of a try."""
        with self._lock:
            if is_done:
                self._done = max(self._done, number)
            else:
                self._failed = max(self._failed, number)
