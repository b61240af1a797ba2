"""One figure: a method on texts of one size and relation, in a process of its own.

    python -m bench.timing METHOD RELATION WORDS

The process first works on a short text, so that nothing is timed that happens once (imports, patterns).
Then it times the method on several pairs of texts, each new to it, and prints the shortest time in seconds and
the most memory the process held in MiB, the interpreter and the texts among it. Time is the processor's: on a
machine with nothing else to do that is the time on the clock, and on a busy one the figure still means something.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from bench.methods import METHODS
from bench.texts import edit, make_original, replace_all, shuffle

LIMIT = 60
"""In seconds: a method that needs longer for one pair is ended."""
_PAIRS = 7
_ENOUGH = 4.0
"""In seconds: after so long no further pair is begun."""
_SHORT = 300

RELATIONS: dict[str, Callable[[str, int], str]] = {"edited": edit, "shuffled": shuffle, "unrelated": replace_all}


@dataclass(frozen=True, slots=True)
class Figure:
    """How long one comparison took and how much memory its process held."""

    seconds: float
    mebibytes: float


def time_apart(method: str, relation: str, words: int) -> Figure | None:
    """The figure, from a process of its own; None where that was ended at the limit."""
    command = [sys.executable, "-W", "ignore", "-m", "bench.timing", method, relation, str(words)]
    try:
        # The texts have to be made too, and a method may be started a last time shortly before it has done enough.
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LIMIT + _ENOUGH)
    except subprocess.TimeoutExpired:
        return None
    return Figure(**json.loads(done.stdout))


def time_here(method: str, relation: str, words: int) -> Figure:
    """The shortest time over several pairs, and the memory this process held."""
    prepare, derive = METHODS[method], RELATIONS[relation]
    original = make_original(_SHORT, seed=1000)
    prepare(original, derive(original, 1000))()
    times: list[float] = []
    while len(times) < _PAIRS and sum(times) < _ENOUGH:
        seed = len(times) + 1
        original = make_original(words, seed=seed)
        job = prepare(original, derive(original, seed + 500))
        gc.collect()
        start = process_time()
        job()
        times.append(process_time() - start)
    return Figure(min(times), peak_memory())


def peak_memory() -> float:
    """The most memory this process has held, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    import resource  # noqa: PLC0415 - not on every system

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


if __name__ == "__main__":
    figure = time_here(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    print(json.dumps({"seconds": figure.seconds, "mebibytes": figure.mebibytes}))
