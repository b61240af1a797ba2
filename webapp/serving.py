"""The HTTP server: waitress on a socket that is ours before anybody is told its address."""

from __future__ import annotations

import contextlib
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from waitress import create_server

from copytrail.confinement import prepare
from copytrail.intake.formats import FORMATS
from webapp.faults import PortTaken
from webapp.jobs.crew import Crew
from webapp.jobs.queue import Alarm

if TYPE_CHECKING:
    from types import FrameType

    from flask import Flask

THREADS = 16
"""Some of them wait for files and pages; the others must not."""
CONNECTION_LIMIT = 5000
"""Far above what a class opens; waitress stalls at its own default of 100 when some readers are slow."""
_LARGEST_ANSWER = 64_000_000
_TURN_SECONDS = 0.001
"""So long one thread computes while another waits: a page of long texts must not hold up all the short ones."""
_REFUSED_IN_WORDS = 2
"""So many times the size the application takes still reaches it, so that it can refuse in its own words."""


class _Waitress(Protocol):
    def run(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens already and answers once it runs."""

    address: str
    waitress: _Waitress
    crew: Crew | None = None
    alarm: Alarm = field(default_factory=Alarm)

    def run(self) -> None:
        """Answer until the process is asked to stop; requests under way are finished."""
        threading.Thread(target=prepare, args=(FORMATS.values(),), daemon=True).start()
        gc.freeze()  # what stands now stays: no search for garbage walks through it while a reader waits
        sys.setswitchinterval(_TURN_SECONDS)
        with contextlib.suppress(ValueError):  # not the main thread: whoever runs us there stops us
            signal.signal(signal.SIGTERM, _stop)
        if self.crew:
            self.crew.start()
            self.alarm.listeners.append(self.crew.ring)
        try:
            self.waitress.run()
        finally:
            self._dismiss()

    def close(self) -> None:
        """Stop listening."""
        self.waitress.close()
        self._dismiss()

    def _dismiss(self) -> None:
        """Let the workers go."""
        if self.crew:
            self.alarm.listeners.clear()
            self.crew.stop()


def open_server(app: Flask, *, host: str, ports: Iterable[int]) -> Server:
    """A server for the application on the first of the ports that is free; port 0 is any free one."""
    listener = _listen(host, ports)
    port = listener.getsockname()[1]
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    limit = _REFUSED_IN_WORDS * int(app.config["MAX_CONTENT_LENGTH"])
    waitress = create_server(
        app,
        sockets=[listener],
        threads=THREADS,
        connection_limit=CONNECTION_LIMIT,
        asyncore_use_poll=True,
        ident=None,
        # Drafts stay in memory: waitress would put large requests and answers into temporary files.
        inbuf_overflow=limit,
        outbuf_overflow=_LARGEST_ANSWER,
        max_request_body_size=limit,
    )
    shown = f"[{host}]" if ":" in host else host
    address, desk = f"http://{shown}:{port}", app.extensions.get("copytrail")
    if desk is None or not desk.settings.workers:
        return Server(address, waitress)
    return Server(address, waitress, Crew(desk.services.database, desk.settings.workers), desk.queue.alarm)


def _listen(host: str, ports: Iterable[int]) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in ports:
        listener = socket.socket(family, socket.SOCK_STREAM)
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(1024)
        except OSError as error:
            listener.close()
            reason = error.strerror or str(error)
        else:
            return listener
    raise PortTaken(f"Cannot listen on {host} port {port}: {reason}. Choose another with --port.")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
