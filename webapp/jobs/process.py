"""The process of one worker: told what to work on by its first line of input, and ended by the end of that.

While it computes, a second thread says that it lives; where the step was cancelled, belongs to another worker by now
or takes too long, that thread ends the process, because nothing else can stop a computation half way.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from copytrail.errors import CopytrailError
from webapp.db import open_database
from webapp.jobs.values import StepProblem
from webapp.jobs.worker import Worker
from webapp.parcels.packing import Packer

logger = logging.getLogger(__name__)
BEAT_SECONDS = 1.0
STEP_SECONDS = 120.0
"""What is not compared by then is given up."""
PARCEL_SECONDS = 3600.0
"""The same for a zip file of a whole case."""
IDLE_SECONDS = 60.0
"""Without work for so long the process ends; another is started when there is some."""
LOOK_SECONDS = 2.0
"""So often it looks for work that nobody called it for."""
MEMORY = 3_000_000_000
"""In bytes: more than any text within the limits needs."""
KINDNESS = 5
"""So much it stands back behind those who answer pages."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is worked on, whatever it is."""

    do: Callable[[], None]
    renew: Callable[[], bool]
    """Says that it is worked on; whether it is still wanted."""
    give_up: Callable[[], None]
    seconds: float
    """What takes longer is given up."""


class Shift:
    """One worker at work, watched over."""

    def __init__(self, worker: Worker, packer: Packer) -> None:
        self._worker = worker
        self._packer = packer
        self._called = threading.Event()
        self._task: Task | None = None
        self._since = 0.0

    def listen(self) -> None:
        """Wake up at each line of input; where it ends, whoever started us is gone: leave the step to others."""
        while sys.stdin.buffer.readline():
            self._called.set()
        self._leave()

    def watch(self) -> None:
        """Say every moment that the step is worked on, and end what is not wanted or takes too long."""
        while True:
            time.sleep(BEAT_SECONDS)
            task = self._task
            if task is None:
                continue
            try:
                is_ours = task.renew()
            except CopytrailError:
                continue  # the database does not answer: it will, or the lease runs out
            if self._task is task and not is_ours:
                os._exit(0)
            if self._task is task and time.monotonic() - self._since > task.seconds:
                task.give_up()
                os._exit(0)

    def run(self) -> None:
        """Work until nothing was to do for a while."""
        idle_since = time.monotonic()
        while time.monotonic() - idle_since < IDLE_SECONDS:
            try:
                is_busy = self._work_once()
            except CopytrailError as error:
                logger.warning("worker: %s", type(error).__name__)
                is_busy = False
            if is_busy:
                idle_since = time.monotonic()
            else:
                self._called.wait(LOOK_SECONDS)
                self._called.clear()

    def _work_once(self) -> bool:
        task = self._take()
        if task is None:
            return False
        self._since, self._task = time.monotonic(), task
        try:
            task.do()
        finally:
            self._task = None
        return True

    def _take(self) -> Task | None:
        """A step of a job, or a zip file where none waits."""
        worker, packer = self._worker, self._packer
        if step := worker.claim():
            give_up = partial(worker.fail, step, StepProblem.TIMED_OUT)
            return Task(partial(worker.do, step), partial(worker.renew, step), give_up, STEP_SECONDS)
        if parcel := packer.claim():
            give_up = partial(packer.fail, parcel)
            return Task(partial(packer.do, parcel), partial(packer.renew, parcel), give_up, PARCEL_SECONDS)
        return None

    def _leave(self) -> None:
        try:
            self._worker.release()
            self._packer.release()
        finally:
            os._exit(0)


def main() -> None:
    """Work until told otherwise."""
    order = json.loads(sys.stdin.buffer.readline())
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    _limit_memory()
    database, owner = open_database(order["database"]), order["owner"]
    shift = Shift(Worker(database, _tell_time, owner), Packer(database, _tell_time, owner))
    threading.Thread(target=shift.listen, daemon=True).start()
    threading.Thread(target=shift.watch, daemon=True).start()
    shift.run()


def _tell_time() -> datetime:
    return datetime.now(UTC)


def _limit_memory() -> None:
    """Hold this process to its share of memory, where the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    main()
