"""Requests compute one after the other, and none waits long for another.

Sixteen threads that all compute spend a third of the processor on taking the interpreter from one another. So a request
waits until it is its turn; one that takes long, for it waits for a disk or a page or shows a long text, soon no longer
counts, and the next goes on beside it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication

PATIENCE = 0.025
"""Seconds that a request has for itself; an ordinary page takes less than half of them."""


@dataclass(slots=True, eq=False)
class _Turn:
    called: Event = field(default_factory=Event)
    began: float = 0.0


class Turns:
    """Whose turn it is: those who came first go first."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = Lock()
        self._waiting: deque[_Turn] = deque()
        self._last: _Turn | None = None
        """Who was called last and is not done; whoever was called before has taken long already."""

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait until it is one's turn, and leave it to the next afterwards."""
        turn = _Turn()
        with self._lock:
            self._waiting.append(turn)
            self._call_next()
        while not turn.called.wait(self._patience):
            with self._lock:
                self._call_next()
        try:
            yield
        finally:
            with self._lock:
                if self._last is turn:
                    self._last = None
                self._call_next()

    def __len__(self) -> int:
        """How many wait."""
        with self._lock:
            return len(self._waiting)

    def _call_next(self) -> None:
        """Call whoever waits the longest, where nobody is at work or only such as have taken long."""
        now = time.monotonic()
        if self._waiting and (self._last is None or now - self._last.began >= self._patience):
            self._last = self._waiting.popleft()
            self._last.began = now
            self._last.called.set()


@dataclass(frozen=True, slots=True)
class InTurn:
    """A WSGI application whose requests are answered in turn."""

    app: WSGIApplication
    turns: Turns = field(default_factory=Turns)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer when it is the request's turn; what is sent bit by bit is made beside the others."""
        with self.turns.take():
            return self.app(environ, start_response)
