"""How much a process that reads one file may take, and how it is held to that."""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path

CPU_SECONDS = 8
WALL_SECONDS = 9
"""What is not done by then is not done: a page waits for ten seconds at most."""
MEMORY = 420_000_000
"""In bytes, above what the process has when it begins."""
LARGEST_FILE = 25_000_000
"""In bytes; larger files are refused before any of it is read."""
LARGEST_ANSWER = 60_000_000


def limit_process(seconds: int) -> None:
    """Hold this process to its limits and so many seconds, for good.

    Where the system knows no such limits, only its parent's patience is left.
    """
    gc.disable()  # it ends in a moment, and everything of it with it
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    limits = {
        resource.RLIMIT_CPU: min(CPU_SECONDS, seconds),
        resource.RLIMIT_AS: _measure_memory() + MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, limit in limits.items():
        _soft, hard = resource.getrlimit(kind)
        most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (most, most))


def _measure_memory() -> int:
    """The size of this process's memory in bytes, shared libraries included; 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    return int(status.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
