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
from datetime import UTC, datetime

from copytrail.errors import CopytrailError
from webapp.db import open_database
from webapp.jobs.values import ClaimedStep, StepProblem
from webapp.jobs.worker import Worker

logger = logging.getLogger(__name__)
BEAT_SECONDS = 1.0
STEP_SECONDS = 120.0
"""What is not compared by then is given up."""
IDLE_SECONDS = 60.0
"""Without work for so long the process ends; another is started when there is some."""
LOOK_SECONDS = 2.0
"""So often it looks for work that nobody called it for."""
MEMORY = 3_000_000_000
"""In bytes: more than any text within the limits needs."""
KINDNESS = 5
"""So much it stands back behind those who answer pages."""


class Shift:
    """One worker at work, watched over."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._called = threading.Event()
        self._step: ClaimedStep | None = None
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
            step = self._step
            if step is None:
                continue
            try:
                is_ours = self._worker.renew(step)
            except CopytrailError:
                continue  # the database does not answer: it will, or the lease runs out
            if self._step is step and not is_ours:
                os._exit(0)
            if self._step is step and time.monotonic() - self._since > STEP_SECONDS:
                self._worker.fail(step, StepProblem.TIMED_OUT)
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
        step = self._worker.claim()
        if step is None:
            return False
        self._since, self._step = time.monotonic(), step
        try:
            self._worker.do(step)
        finally:
            self._step = None
        return True

    def _leave(self) -> None:
        try:
            self._worker.release()
        finally:
            os._exit(0)


def main() -> None:
    """Work until told otherwise."""
    order = json.loads(sys.stdin.buffer.readline())
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    _limit_memory()
    shift = Shift(Worker(open_database(order["database"]), lambda: datetime.now(UTC), order["owner"]))
    threading.Thread(target=shift.listen, daemon=True).start()
    threading.Thread(target=shift.watch, daemon=True).start()
    shift.run()


def _limit_memory() -> None:
    """Hold this process to its share of memory, where the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    main()
