"""A bad line to a database: a small relay that can be slow, hang up, take nobody, or cut answers."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

_PIECE = 65_536


@dataclass
class Relay:
    """Passes bytes on between those who connect and a socket of the system; what it does badly can be set meanwhile."""

    target: str | tuple[str, int]
    """A socket's file, or a host with its port."""
    latency: float = 0.0
    """Seconds that each answer is held back."""
    refusing: bool = False
    """Take nobody new, and hang up on everybody."""
    cut_on: bytes = b""
    """Once these bytes were asked, pass them on but hang up instead of answering, as often as it happens."""
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    lines: set[socket.socket] = field(default_factory=set)
    cuts: int = 0

    def __post_init__(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def hang_up(self) -> None:
        """Reset every line that stands."""
        for line in list(self.lines):
            _close(line)

    def close(self) -> None:
        """End."""
        _close(self.listener)
        self.hang_up()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                if self.refusing:
                    _close(near)
                else:
                    self._join(near)

    def _join(self, near: socket.socket) -> None:
        far = socket.socket(socket.AF_UNIX if isinstance(self.target, str) else socket.AF_INET)
        far.connect(self.target)
        self.lines |= {near, far}
        threading.Thread(target=self._pass_on, args=(near, far), daemon=True).start()
        threading.Thread(target=self._answer, args=(far, near), daemon=True).start()

    def _pass_on(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while piece := near.recv(_PIECE):
                if self.cut_on and self.cut_on in piece:
                    self.cuts += 1
                    near.shutdown(socket.SHUT_RDWR)
                    far.sendall(piece)  # the database does it, and its answer finds nobody
                    return
                far.sendall(piece)
        self._end(near, far)

    def _answer(self, far: socket.socket, near: socket.socket) -> None:
        with suppress(OSError):
            while piece := far.recv(_PIECE):
                time.sleep(self.latency)
                near.sendall(piece)
        self._end(near, far)

    def _end(self, *lines: socket.socket) -> None:
        for line in lines:
            _close(line)
            self.lines.discard(line)


def _close(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
    line.close()
