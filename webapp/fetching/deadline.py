"""The one moment by which everything about a page must be done."""

from __future__ import annotations

import time
from collections.abc import Callable

from webapp.faults import UnreachablePage
from webapp.fetching.wording import TOO_SLOW


class Deadline:
    """So many seconds from now, however they are spent."""

    def __init__(self, seconds: float, watch: Callable[[], float] = time.monotonic) -> None:
        self._watch = watch
        self._end = watch() + seconds

    def remaining(self) -> float:
        """The seconds that are left; UnreachablePage when none are."""
        left = self._end - self._watch()
        if left <= 0:
            raise UnreachablePage(TOO_SLOW)
        return left
