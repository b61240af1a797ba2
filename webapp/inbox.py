"""Pages that a browser sent here, held in memory until somebody says what they are for.

Any web page can make a browser send one, so nothing of it is stored, and only a few are held for a short while.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from webapp.faults import UnknownPage

PLACES = 8
LIFETIME = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """A page as the browser that showed it sent it."""

    html: str
    url: str
    title: str
    received: datetime


class Inbox:
    """The pages that arrived last, each under an id that only its sender was told."""

    def __init__(self, clock: Callable[[], datetime], make_id: Callable[[], str]) -> None:
        self._clock = clock
        self._make_id = make_id
        self._pages: OrderedDict[str, SentPage] = OrderedDict()
        self._lock = Lock()

    def put(self, html: str, url: str, title: str) -> str:
        """Hold a page; the oldest one goes when there are too many. Gives its id."""
        key = self._make_id()
        with self._lock:
            self._pages[key] = SentPage(html=html, url=url, title=title, received=self._clock())
            while len(self._pages) > PLACES:
                self._pages.popitem(last=False)
        return key

    def find(self, key: str) -> SentPage:
        """The page of this id; raises UnknownPage where it is not held any more."""
        with self._lock:
            oldest = self._clock() - LIFETIME
            for each in [each for each, page in self._pages.items() if page.received < oldest]:
                del self._pages[each]
            if key not in self._pages:
                raise UnknownPage
            return self._pages[key]

    def drop(self, key: str) -> None:
        """Forget a page."""
        with self._lock:
            self._pages.pop(key, None)
