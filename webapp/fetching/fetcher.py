"""The fetcher that the pages and the command line share: whether, how many at once, and what is kept of a page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore

from webapp.allowed import Allowed
from webapp.faults import UnreachablePage
from webapp.fetching.deadline import Deadline
from webapp.fetching.page import Fetched
from webapp.fetching.reach import Reach
from webapp.fetching.visit import Outside, Visit
from webapp.fetching.wording import BUSY, PASTE, SIZE_LIMIT, SWITCHED_OFF, TIME_LIMIT
from webapp.settings import Settings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What may be fetched and what it may cost."""

    is_on: bool = True
    allowed: tuple[Allowed, ...] = ()
    heeds_robots: bool = False
    seconds: float = TIME_LIMIT
    size: int = SIZE_LIMIT
    places: int = 4
    """So many pages at once; the rest of the server's threads stay with the readers."""
    patience: float = 2.0
    """Seconds to wait for a place."""


def build_fetcher(settings: Settings, clock: Callable[[], datetime]) -> Fetcher:
    """The fetcher that the settings ask for."""
    return Fetcher(
        Rules(is_on=settings.fetch, allowed=settings.fetch_allow, heeds_robots=settings.robots),
        clock,
    )


class Fetcher:
    """Fetches pages by the rules."""

    def __init__(self, rules: Rules, clock: Callable[[], datetime], outside: Outside | None = None) -> None:
        self._rules = rules
        self._clock = clock
        self._outside = outside or Outside()
        self._places = BoundedSemaphore(rules.places)

    @property
    def is_on(self) -> bool:
        """Whether anything is fetched at all."""
        return self._rules.is_on

    def fetch_page(self, url: str) -> Fetched:
        """The page at an address; UnreachablePage says why there is none and what to do."""
        try:
            page = self._fetch_in_turn(url)
        except UnreachablePage as error:
            logger.info("no page fetched")
            raise UnreachablePage(f"{error} {PASTE}") from error
        logger.info("page fetched, %d bytes", len(page.content))
        return page

    def _fetch_in_turn(self, url: str) -> Fetched:
        deadline = Deadline(self._rules.seconds)
        if not self._rules.is_on:
            raise UnreachablePage(SWITCHED_OFF)
        if not self._places.acquire(timeout=self._rules.patience):
            raise UnreachablePage(BUSY)
        try:
            return self._fetch(url, deadline)
        finally:
            self._places.release()

    def _fetch(self, url: str, deadline: Deadline) -> Fetched:
        visit = Visit(self._outside, Reach(self._rules.allowed), deadline=deadline, size=self._rules.size)
        reply = visit.fetch(url, heeds_robots=self._rules.heeds_robots)
        return Fetched(
            content=reply.content,
            content_type=reply.content_type,
            url=reply.location.url,
            asked=url,
            fetched=self._clock(),
            status=reply.status,
        )
