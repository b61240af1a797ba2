"""The HTTP server: waitress on a socket that is ours before anybody is told its address."""

from __future__ import annotations

import contextlib
import gc
import logging
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from waitress import create_server, wasyncore

from copytrail.confinement import prepare
from copytrail.intake.formats import FORMATS
from webapp.jobs.crew import Crew
from webapp.jobs.queue import Alarm
from webapp.listening import accept_calmly, listen
from webapp.turns import InTurn

if TYPE_CHECKING:
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
GRACE = 25.0
"""Seconds that requests under way have to be finished when the server is asked to stop."""
_GRACE_HALF_SENT = 3.0
"""Seconds for the rest of a request of which only a part came."""


class _Channel(Protocol):
    requests: list[object]
    request: object
    total_outbufs_len: int

    def handle_close(self) -> None: ...


class _Dispatcher(Protocol):
    def shutdown(self) -> object: ...


class _Waitress(Protocol):
    active_channels: dict[int, _Channel]
    task_dispatcher: _Dispatcher

    def pull_trigger(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens already and answers once it runs."""

    address: str
    waitress: _Waitress
    sockets: dict[int, object]
    listener: socket.socket
    crew: Crew | None = None
    alarm: Alarm = field(default_factory=Alarm)
    stopping: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Answer until the process is asked to stop; requests under way are finished."""
        threading.Thread(target=prepare, args=(FORMATS.values(),), daemon=True).start()
        gc.freeze()  # what stands now stays: no search for garbage walks through it while a reader waits
        sys.setswitchinterval(_TURN_SECONDS)
        with contextlib.suppress(ValueError):  # not the main thread: whoever runs us there stops us
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda _signal, _frame: self.stop())
        if self.crew:
            self.crew.start()
            self.alarm.listeners.append(self.crew.ring)
        try:
            self._answer()
        finally:
            self._dismiss()

    def stop(self) -> None:
        """Ask the server to finish what it is at and to end."""
        self.stopping.set()
        self.waitress.pull_trigger()

    def _answer(self) -> None:
        while self.sockets and not self.stopping.is_set():
            wasyncore.loop(timeout=1.0, map=self.sockets, use_poll=True, count=1)
        if self.sockets:
            self._finish()

    def _finish(self) -> None:
        """Take nobody new, finish requests under way, and hang up where nothing is."""
        self.sockets.pop(self.listener.fileno(), None)
        self.listener.close()
        now = time.monotonic()
        while self._is_busy(half_sent=time.monotonic() < now + _GRACE_HALF_SENT) and time.monotonic() < now + GRACE:
            wasyncore.loop(timeout=0.1, map=self.sockets, use_poll=True, count=1)
        self.waitress.task_dispatcher.shutdown()

    def _is_busy(self, *, half_sent: bool) -> bool:
        """Whether anybody still waits for an answer; connections on which nobody does are closed."""
        busy = False
        for channel in list(self.waitress.active_channels.values()):
            if channel.requests or channel.total_outbufs_len or (half_sent and channel.request):
                busy = True
            else:
                channel.handle_close()
        return busy

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
    listener = listen(host, ports)
    port = listener.getsockname()[1]
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    logging.getLogger("waitress").addFilter(_tell_kind)
    limit = _REFUSED_IN_WORDS * int(app.config["MAX_CONTENT_LENGTH"])
    sockets: dict[int, object] = {}
    waitress = create_server(
        InTurn(app),
        map=sockets,
        sockets=[listener],
        threads=THREADS,
        connection_limit=CONNECTION_LIMIT,
        asyncore_use_poll=True,
        ident=None,
        # Drafts stay in memory: waitress would put large requests and answers into temporary files.
        inbuf_overflow=limit,
        outbuf_overflow=_LARGEST_ANSWER,
        max_request_body_size=limit,
        # What a proxy says reaches the application, which knows whom to believe.
        clear_untrusted_proxy_headers=False,
    )
    waitress.accept = accept_calmly(waitress.accept)
    shown = f"[{host}]" if ":" in host else host
    address, desk = f"http://{shown}:{port}", app.extensions.get("copytrail")
    server = Server(address, waitress, sockets, waitress.socket)
    if desk is None or not desk.settings.workers:
        return server
    return replace(server, crew=Crew(desk.services.database, desk.settings.workers), alarm=desk.queue.alarm)


def _tell_kind(record: logging.LogRecord) -> bool:
    """What waitress logs of an error says only its kind: a message may hold an address or words of a text."""
    if record.exc_info:
        kind = record.exc_info[0]
        record.msg, record.args = "%s in the server", (getattr(kind, "__name__", "error"),)
        record.exc_info = record.exc_text = None
    return True
