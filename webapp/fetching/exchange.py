"""One question to a site and its answer: no cookies, no log-in, no word on where the reader came from."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import cast

from copytrail.version import VERSION
from webapp.faults import UnreachablePage
from webapp.fetching.connection import Wire
from webapp.fetching.location import Location
from webapp.fetching.unpacking import CODINGS, unpack
from webapp.fetching.wording import BROKEN_OFF, COMPRESSED, GARBLED, NO_ANSWER, TOO_LARGE, TOO_SLOW

AGENT = f"Copytrail/{VERSION} (fetches one page because a person asked for it; follows no links)"
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9, */*;q=0.5"
_STEP = 65_536
_HEADERS = 256_000
"""Bytes of everything before the page."""
_FRAMES = 1_000_000
"""Bytes that a page sent in chunks may take beside its own."""
_INTERIM = 8
"""So many times a site may say that it is still at work."""
_MEDIA = re.compile(r"\s*([\w.+-]{1,80}/[\w.+-]{1,80})\s*(?:;|$)", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site says before it sends the page itself."""

    response: HTTPResponse
    wire: Wire
    content_type: str
    """Media type and encoding, written one way; empty where there is none."""
    location: str
    """Where else the page is."""

    @property
    def status(self) -> int:
        """How it went, as a number."""
        return self.response.status

    def read_body(self, limit: int) -> bytes:
        """The page unpacked; UnreachablePage when it is larger, damaged or incomplete."""
        if (self.response.length or 0) > limit:
            raise UnreachablePage(TOO_LARGE)
        self.wire.allow(limit + _FRAMES, TOO_LARGE)
        if _read_word(self.response.headers, "Transfer-Encoding") not in {"", "chunked"}:
            raise UnreachablePage(COMPRESSED)
        coding = _read_word(self.response.headers, "Content-Encoding")
        return unpack(_read_pieces(self.response), coding, limit)


def ask(wire: Wire, location: Location) -> Answer:
    """Ask for a page and read the answer up to the page itself."""
    wire.allow(_HEADERS, GARBLED)
    try:
        wire.send(_write_request(location))
        response = _read_answer(wire)
    except TimeoutError as error:
        raise UnreachablePage(TOO_SLOW) from error
    except OSError as error:
        raise UnreachablePage(NO_ANSWER) from error
    except HTTPException as error:
        raise UnreachablePage(GARBLED) from error
    headers = response.headers
    return Answer(response, wire, _read_type(headers), str(headers.get("Location", "")))


def _write_request(location: Location) -> bytes:
    lines = (
        f"GET {location.target} HTTP/1.1",
        f"Host: {location.site}",
        f"User-Agent: {AGENT}",
        f"Accept: {_ACCEPT}",
        f"Accept-Encoding: {CODINGS}",
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii")


def _read_answer(wire: Wire) -> HTTPResponse:
    """The answer after those that only say that the site is at work."""
    for _ in range(_INTERIM):
        response = HTTPResponse(cast("socket.socket", wire), method="GET")
        response.begin()
        if not 100 <= response.status < 200:
            return response
    raise UnreachablePage(GARBLED)


def _read_type(headers: HTTPMessage) -> str:
    """The content type, in its plain form whatever else the site wrote beside it.

    >>> headers = HTTPMessage()
    >>> headers["Content-Type"] = 'Text/HTML; x=y; Charset="ISO-8859-1"'
    >>> _read_type(headers)
    'text/html; charset=iso-8859-1'
    """
    value = str(headers.get_all("Content-Type", [""])[-1]).lower()
    media = _MEDIA.match(value)
    charset = _CHARSET.search(value)
    if not media:
        return ""
    return f"{media[1]}; charset={charset[1]}" if charset else media[1]


def _read_word(headers: HTTPMessage, name: str) -> str:
    return str(headers.get(name, "")).strip().lower()


def _read_pieces(response: HTTPResponse) -> Iterator[bytes]:
    try:
        while piece := response.read(_STEP):
            yield piece
    except TimeoutError as error:
        raise UnreachablePage(TOO_SLOW) from error
    except (HTTPException, OSError, ValueError, OverflowError) as error:
        raise UnreachablePage(BROKEN_OFF) from error
    if response.length:
        raise UnreachablePage(BROKEN_OFF)
