"""Pages that a browser sent here, held in memory until somebody says what they are for.

Any web page can make a browser send one, so nothing of it is stored, and only a few are held for a short while.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
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
    person_id: str = ""
    """Who opened it first: another site cannot say whose it is."""


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

    def find(self, key: str, person_id: str = "") -> SentPage:
        """The page of this id, from now on this person's; raises UnknownPage where it is not held, or another's."""
        with self._lock:
            oldest = self._clock() - LIFETIME
            for each in [each for each, page in self._pages.items() if page.received < oldest]:
                del self._pages[each]
            page = self._pages.get(key)
            if page is None or (page.person_id and page.person_id != person_id):
                raise UnknownPage
            self._pages[key] = replace(page, person_id=person_id)
            return page

    def drop(self, key: str) -> None:
        """Forget a page."""
        with self._lock:
            self._pages.pop(key, None)
