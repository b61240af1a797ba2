"""Connections to checked numbers whose every byte is counted and must come before the deadline.

A time limit for each read is not enough: a site that sends a byte a second never exceeds it. So each read
gets what is left of the whole, the handshake of TLS and the answer's headers among them.
"""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import certifi

from webapp.allowed import Address
from webapp.faults import UnreachablePage
from webapp.fetching.deadline import Deadline
from webapp.fetching.wording import BAD_CERTIFICATE, NO_ANSWER, NOT_SECURE, TOO_SLOW

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_TRIES = 4
"""So many of a name's numbers are tried."""
_PATIENCE = 4.0
"""Seconds for one of several numbers to answer."""

Connect: TypeAlias = Callable[[Address, int, float], socket.socket]
"""Opens a connection to a number and a port within some seconds."""


def open_socket(address: Address, port: int, seconds: float) -> socket.socket:
    """A connection to exactly this number; no name is looked up and no proxy asked."""
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    channel = socket.socket(family, socket.SOCK_STREAM)
    try:
        channel.settimeout(seconds)
        channel.connect((str(address), port))
    except OSError:
        channel.close()
        raise
    return channel


@cache
def trust_known() -> ssl.SSLContext:
    """Certificates of the authorities that this machine knows, and of those that certifi lists."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def connect_first(connect: Connect, addresses: tuple[Address, ...], *, port: int, deadline: Deadline) -> socket.socket:
    """A connection to the first of the numbers that answers; only the last may use up the time."""
    *others, last = addresses[:_TRIES]
    for address in others:
        try:
            return connect(address, port, min(_PATIENCE, deadline.remaining()))
        except OSError:
            continue
    try:
        return connect(last, port, deadline.remaining())
    except TimeoutError as error:
        raise UnreachablePage(TOO_SLOW) from error
    except OSError as error:
        raise UnreachablePage(NO_ANSWER) from error


def secure(channel: socket.socket, name: str, *, context: ssl.SSLContext, deadline: Deadline) -> socket.socket:
    """The connection, once the site has proved that it is the one of this name."""
    try:
        channel.settimeout(deadline.remaining())
        return context.wrap_socket(channel, server_hostname=name)
    except ssl.SSLCertVerificationError as error:
        raise UnreachablePage(BAD_CERTIFICATE) from error
    except TimeoutError as error:
        raise UnreachablePage(TOO_SLOW) from error
    except (OSError, ValueError) as error:
        raise UnreachablePage(NOT_SECURE) from error
    finally:
        channel.close()


class Wire(io.RawIOBase):
    """What comes over a connection, up to a number of bytes and a moment."""

    def __init__(self, channel: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._channel = channel
        self._deadline = deadline
        self._left = 0
        self._reason = ""
        self._reader = _Reader(self)

    def allow(self, count: int, reason: str) -> None:
        """Let so many bytes come from here on; the reason is what is said when there are more."""
        self._left = count
        self._reason = reason

    def readable(self) -> bool:
        """That it can be read."""
        return True

    def send(self, data: bytes) -> None:
        """Send all of the bytes."""
        self._channel.settimeout(self._deadline.remaining())
        self._channel.sendall(data)

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read what has come, at most as much as the buffer holds."""
        self._channel.settimeout(self._deadline.remaining())
        count = self._channel.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise UnreachablePage(self._reason)
        return count

    def close(self) -> None:
        """Leave it to whoever opened the connection, as the reader does."""

    def makefile(self, mode: str) -> io.BufferedReader:
        """The same as a file, which is how `http.client` reads an answer."""
        if mode != "rb":
            raise ValueError(mode)
        return self._reader


class _Reader(io.BufferedReader):
    """Stays open for the answer that follows an interim one: an answer closes what it is read from."""

    def close(self) -> None:
        """Leave it to whoever opened the connection."""
