"""One page being fetched: each step checked anew, everything together within one time.

At every address (the one asked for, and each that a redirect leads to) the name is looked up once, its numbers are
checked, and one of those very numbers is connected to; there is no second look-up that could answer otherwise.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace

from copytrail.intake.formats import MEDIA
from webapp.allowed import Address
from webapp.faults import UnreachablePage
from webapp.fetching.connection import Connect, Wire, connect_first, open_socket, secure, trust_known
from webapp.fetching.deadline import Deadline
from webapp.fetching.exchange import ask
from webapp.fetching.location import Location, follow, read_location
from webapp.fetching.names import Resolve, ask_system, find_addresses
from webapp.fetching.reach import Reach
from webapp.fetching.robots import SIZE_LIMIT as ROBOTS_LIMIT
from webapp.fetching.robots import allows
from webapp.fetching.wording import (
    DOWNGRADE,
    MANY_REDIRECTS,
    NO_BYTES,
    NOT_PUBLIC,
    PORT,
    ROBOTS,
    ROBOTS_UNKNOWN,
    describe_kind,
    describe_status,
)

_REDIRECTS = 5
_SENT_ON = (301, 302, 303, 307, 308)
_FOUND = (200, 203)
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/zip", "application/msword")
"""Content types under which a text may hide: its bytes will tell."""
_KINDS = frozenset(MEDIA).union(_UNTOLD, ("text/x-markdown", "text/x-web-markdown", "application/x-pdf"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The world a page comes from, as this machine sees it."""

    resolve: Resolve = ask_system
    connect: Connect = open_socket
    trust: Callable[[], ssl.SSLContext] = trust_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a request ended; the content is empty unless the page was found."""

    location: Location
    status: int
    content_type: str = ""
    content: bytes = b""


class Visit:
    """One page being fetched, with the time it may still take."""

    def __init__(self, outside: Outside, reach: Reach, *, deadline: Deadline, size: int) -> None:
        self._outside = outside
        self._reach = reach
        self._deadline = deadline
        self._size = size

    def fetch(self, text: str, *, heeds_robots: bool) -> Reply:
        """The page at an address or where it sends on to; UnreachablePage where there is none."""
        asked: dict[str, str] = {}
        location = read_location(text)
        for _ in range(_REDIRECTS + 1):
            if heeds_robots:
                self._heed_robots(location, asked)
            reply = self._get(location, self._size, _KINDS)
            if isinstance(reply, Reply):
                return _check(reply)
            location = reply
        raise UnreachablePage(MANY_REDIRECTS)

    def _get(self, location: Location, size: int, kinds: frozenset[str]) -> Reply | Location:
        """What one address answers: a page, or where else it is."""
        with closing(self._open(location)) as channel:
            answer = ask(Wire(channel, self._deadline), location)
            if answer.status in _SENT_ON:
                return _follow(location, answer.location)
            if answer.status not in _FOUND:
                return Reply(location=location, status=answer.status)
            media = answer.content_type.partition(";")[0]
            if kinds and media not in kinds:
                raise UnreachablePage(describe_kind(media))
            return Reply(
                location=location,
                status=answer.status,
                content_type=answer.content_type,
                content=answer.read_body(size),
            )

    def _open(self, location: Location) -> socket.socket:
        """A connection to one of the numbers that were checked."""
        if not self._reach.covers_port(location.port):
            raise UnreachablePage(PORT)
        channel = connect_first(
            self._outside.connect, self._find_numbers(location), port=location.port, deadline=self._deadline
        )
        if not location.is_secure:
            return channel
        return secure(channel, location.name, context=self._outside.trust(), deadline=self._deadline)

    def _find_numbers(self, location: Location) -> tuple[Address, ...]:
        if location.address is not None:
            found: tuple[Address, ...] = (location.address,)
        else:
            found = find_addresses(self._outside.resolve, location.name, port=location.port, deadline=self._deadline)
        reachable = self._reach.choose(found, name=location.name, port=location.port)
        if not reachable:
            raise UnreachablePage(NOT_PUBLIC)
        return reachable

    def _heed_robots(self, location: Location, asked: dict[str, str]) -> None:
        """Stop where the site asks programs to; what a site says is asked for once."""
        if location.root not in asked:
            asked[location.root] = self._read_robots(location)
        if not allows(asked[location.root], location.target):
            raise UnreachablePage(ROBOTS)

    def _read_robots(self, location: Location) -> str:
        """The robots.txt of a site; a site without one asks for nothing."""
        step = replace(location, target="/robots.txt")
        for _ in range(_REDIRECTS + 1):
            reply = self._get(step, ROBOTS_LIMIT, frozenset())
            if isinstance(reply, Location):
                step = reply
                continue
            if reply.status >= 500 or reply.status == 429:
                raise UnreachablePage(ROBOTS_UNKNOWN)
            return reply.content.decode("utf-8", "replace")
        raise UnreachablePage(ROBOTS_UNKNOWN)


def _follow(location: Location, header: str) -> Location:
    onward = follow(location, header)
    if location.is_secure and not onward.is_secure:
        raise UnreachablePage(DOWNGRADE)
    return onward


def _check(reply: Reply) -> Reply:
    if reply.status not in _FOUND:
        raise UnreachablePage(describe_status(reply.status))
    if not reply.content:
        raise UnreachablePage(NO_BYTES)
    return reply
