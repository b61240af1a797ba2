"""How many pairs of the quality kit `copytrail batch` compares in a second."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter

from bench.kit import find_kit, read_pairs

_EVERY = 5
"""Every fifth pair, of all kinds alike, is enough to tell."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Pairs a second, by the clock and by the time of all processors together."""

    by_clock: float
    by_processor: float


def measure_pace(jobs: int) -> Pace | None:
    """The pace with so many processes, the start of the command included; None without a kit."""
    if not os.environ.get("QUALITY_KIT"):
        return None
    lines = [json.dumps(pair) for pair in islice(read_pairs(find_kit(), "pan"), 0, None, _EVERY)]
    with tempfile.TemporaryDirectory() as folder:
        pairs, results = Path(folder, "pairs.jsonl"), Path(folder, "results.jsonl")
        pairs.write_text("\n".join(lines), encoding="utf-8")
        program = str(Path(sys.executable).with_name("copytrail"))
        command = [program, "batch", str(pairs), "-o", str(results), "--jobs", str(jobs)]
        start, used = perf_counter(), _time_of_children()
        subprocess.run(command, check=True, capture_output=True)
        return Pace(len(lines) / (perf_counter() - start), len(lines) / (_time_of_children() - used))


def _time_of_children() -> float:
    """The processors' time of all processes that this one started and that ended, in seconds."""
    times = os.times()
    return times.children_user + times.children_system
