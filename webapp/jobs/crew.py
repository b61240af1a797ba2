"""The workers of one server: processes that are started when there is work, and replaced where they die."""

from __future__ import annotations

import json
import logging
import secrets
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from copytrail.errors import CopytrailError
from webapp import store
from webapp.db import Database
from webapp.jobs.worker import Worker
from webapp.parcels.packing import Packer

logger = logging.getLogger(__name__)
TICK_SECONDS = 1.0
LOOK_SECONDS = 5.0
"""So often it looks for work that another server left or was never finished."""
STOP_SECONDS = 3.0
_COMMAND = (sys.executable, "-P", "-m", "webapp.jobs.process")


@dataclass(frozen=True, slots=True)
class _Hand:
    """A worker's process, and the name under which it holds steps."""

    owner: str
    process: subprocess.Popen[bytes]


class Crew:
    """The worker processes of this server; none of them runs while there is nothing to do."""

    def __init__(self, database: Database, size: int) -> None:
        self._database = database
        self._size = size
        self._hands: list[_Hand] = []
        self._called = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to look for work, what was left unfinished first."""
        self._thread.start()

    def ring(self) -> None:
        """There is something to do."""
        self._called.set()

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the processes that run."""
        return tuple(hand.process.pid for hand in self._hands)

    def stop(self) -> None:
        """Let the workers go; what they were at waits for the next start."""
        self._stopped.set()
        self._called.set()
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS)
        for hand in self._hands:
            _close(hand)
        for hand in self._hands:
            try:
                hand.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                hand.process.kill()
                hand.process.wait()

    def _run(self) -> None:
        looked = 0.0
        while not self._stopped.is_set():
            try:
                self._bury()
                is_called = self._called.is_set()
                self._called.clear()
                if is_called or time.monotonic() - looked > LOOK_SECONDS:
                    looked = time.monotonic()
                    self._look(is_called=is_called)
            except (CopytrailError, OSError) as error:
                logger.warning("workers: %s", type(error).__name__)
            self._called.wait(TICK_SECONDS)

    def _look(self, *, is_called: bool) -> None:
        """Have all workers there where anything is open, and tell them."""
        with self._database.reading() as connection:
            if not (store.jobs.has_open(connection) or store.parcels.has_open(connection)):
                return
        while len(self._hands) < self._size:
            self._hands.append(self._hire())
        for hand in self._hands if is_called else ():
            _tell(hand, b"\n")

    def _bury(self) -> None:
        """Take note of the workers that ended, and of the step that one of them may have died of."""
        for hand in [hand for hand in self._hands if hand.process.poll() is not None]:
            self._hands.remove(hand)
            _close(hand)
            if hand.process.returncode:
                logger.warning("a worker ended with %d", hand.process.returncode)
                make_worker(self._database, hand.owner).release(died=True)
                Packer(self._database, tell_time, hand.owner).release(died=True)
            self._called.set()

    def _hire(self) -> _Hand:
        process = subprocess.Popen(  # noqa: S603 - our own module
            _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
        )
        hand = _Hand(secrets.token_urlsafe(20), process)
        address = self._database.engine.url.render_as_string(hide_password=False)
        _tell(hand, json.dumps({"database": address, "owner": hand.owner}).encode("ascii") + b"\n")
        return hand


def tell_time() -> datetime:
    """The time by which workers hold their steps."""
    return datetime.now(UTC)


def make_worker(database: Database, owner: str) -> Worker:
    """A worker of this name."""
    return Worker(database, tell_time, owner)


def _tell(hand: _Hand, line: bytes) -> None:
    with suppress(BrokenPipeError):
        if hand.process.stdin:
            hand.process.stdin.write(line)
            hand.process.stdin.flush()


def _close(hand: _Hand) -> None:
    with suppress(BrokenPipeError):
        if hand.process.stdin:
            hand.process.stdin.close()
