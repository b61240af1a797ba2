"""Sites on this machine that answer as a test tells them to, and a world in which they have public numbers."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from webapp.fetching import Outside

PAGE = b"<html><body><p>The bridge opens on Monday.</p></body></html>"
PUBLIC = "93.184.215.14"
_HANDSHAKE = b"\x16"
"""The first byte of TLS, which a site without it takes for a request."""


class Site:
    """Answers every request with the same bytes, or by calling a function with the connection and the request."""

    def __init__(
        self, answer: bytes | Callable[[socket.socket, bytes], None], context: ssl.SSLContext | None = None
    ) -> None:
        self.requests: list[bytes] = []
        self.stopped = Event()
        self._answer = answer
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = Thread(target=self._serve, daemon=True)
        self._workers: list[Thread] = []
        self._thread.start()

    @property
    def paths(self) -> list[str]:
        return [request.split(b" ")[1].decode() for request in self.requests]

    def close(self) -> None:
        self.stopped.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        self._thread.join(5)
        self._listener.close()
        for worker in self._workers:
            worker.join(5)

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self.stopped.is_set():
                connection.close()
                return
            worker = Thread(target=self._talk, args=(connection,), daemon=True)
            self._workers.append(worker)
            worker.start()

    def _talk(self, connection: socket.socket) -> None:
        connection.settimeout(5)
        with suppress(OSError), self._protect(connection) as channel:
            request = _read_request(channel)
            self.requests.append(request)
            if callable(self._answer):
                self._answer(channel, request)
            else:
                channel.sendall(self._answer)
            channel.shutdown(socket.SHUT_WR)
            channel.recv(1)
        connection.close()

    def _protect(self, connection: socket.socket) -> socket.socket:
        return self._context.wrap_socket(connection, server_side=True) if self._context else connection


class World:
    """Names with the numbers they are given, one name after the other, and the sites behind the public ones."""

    def __init__(self, **names: str | tuple[str, ...]) -> None:
        self.names = {name.replace("_", "."): numbers for name, numbers in names.items()}
        self.sites: dict[str, Site] = {}
        self.looked_up: list[str] = []
        self.connected: list[tuple[str, int]] = []

    def resolve(self, name: str, port: int) -> tuple[str, ...]:
        self.looked_up.append(name)
        if name not in self.names:
            raise OSError("no such name")
        numbers = self.names[name]
        return (numbers,) if isinstance(numbers, str) else numbers

    def connect(self, address: object, port: int, seconds: float) -> socket.socket:
        self.connected.append((str(address), port))
        if str(address) not in self.sites:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", self.sites[str(address)].port), timeout=seconds)

    def outside(self, trust: Callable[[], ssl.SSLContext] = ssl.create_default_context) -> Outside:
        return Outside(resolve=self.resolve, connect=self.connect, trust=trust)


def say(body: bytes = PAGE, *, status: str = "200 OK", **headers: str) -> bytes:
    """An answer as a site sends it; a header given as an empty string is left out."""
    lines = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def send_on(location: str, status: str = "302 Found") -> bytes:
    """An answer that sends on to another address."""
    return say(b"", status=status, Location=location)


def by_path(**answers: bytes) -> Callable[[socket.socket, bytes], None]:
    """Answers by the first word of the path; `home` for the root."""

    def answer(channel: socket.socket, request: bytes) -> None:
        word = request.split(b" ")[1].decode().split("?")[0].strip("/").replace(".", "_") or "home"
        channel.sendall(answers.get(word, say(b"", status="404 Not Found")))

    return answer


def _read_request(channel: socket.socket) -> bytes:
    request = b""
    while b"\r\n\r\n" not in request and not request.startswith(_HANDSHAKE):
        piece = channel.recv(4096)
        if not piece:
            break
        request += piece
    return request
