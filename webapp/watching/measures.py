"""Counts and times in the text format that Prometheus reads; names of views and numbers, nothing else."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds; each bucket counts what took no longer."""
_PAGE = 4096


class Measures:
    """What was asked and how long it took, since the start.

    >>> measures = Measures()
    >>> measures.note("home.show_home", "GET", 200, seconds=0.02)
    >>> measures.write({"copytrail_cases": 3}).splitlines()[1]
    'copytrail_requests_total{endpoint="home.show_home",method="GET",status="200"} 1'
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: dict[str, list[int]] = {}
        self._seconds: Counter[str] = Counter()

    def note(self, endpoint: str, method: str, status: int, *, seconds: float) -> None:
        """One request that was answered."""
        with self._lock:
            self._requests[endpoint, method, status] += 1
            self._buckets.setdefault(endpoint, [0] * (len(BOUNDS) + 1))[bisect_left(BOUNDS, seconds)] += 1
            self._seconds[endpoint] += seconds  # type: ignore[assignment]

    def write(self, levels: Mapping[str, float]) -> str:
        """Everything as text, with what is so and so much just now."""
        with self._lock:
            lines = [*self._write_requests(), *self._write_times()]
        return "\n".join([*lines, *_write_levels({**levels, **find_process()}), ""])

    def _write_requests(self) -> Iterator[str]:
        yield "# TYPE copytrail_requests_total counter"
        for (endpoint, method, status), number in sorted(self._requests.items()):
            labels = f'endpoint="{endpoint}",method="{method}",status="{status}"'
            yield f"copytrail_requests_total{{{labels}}} {number}"

    def _write_times(self) -> Iterator[str]:
        yield "# TYPE copytrail_request_seconds histogram"
        for endpoint, buckets in sorted(self._buckets.items()):
            name, total = f'endpoint="{endpoint}"', 0
            for bound, number in zip((*BOUNDS, "+Inf"), buckets, strict=True):
                total += number
                yield f'copytrail_request_seconds_bucket{{{name},le="{bound}"}} {total}'
            yield f"copytrail_request_seconds_sum{{{name}}} {self._seconds[endpoint]:.6f}"
            yield f"copytrail_request_seconds_count{{{name}}} {total}"


def find_process() -> dict[str, float]:
    """What the process holds, where the system says so: memory, open files, threads."""
    found: dict[str, float] = {"copytrail_threads": threading.active_count()}
    statm, handles = Path("/proc/self/statm"), Path("/proc/self/fd")
    if statm.is_file():
        found["copytrail_resident_bytes"] = int(statm.read_text(encoding="ascii").split()[1]) * _PAGE
    if handles.is_dir():
        found["copytrail_open_handles"] = sum(1 for _ in handles.iterdir())
    return found


def _write_levels(levels: Mapping[str, float]) -> Iterable[str]:
    for name, value in sorted(levels.items()):
        yield f"# TYPE {name} gauge"
        yield f"{name} {value:g}" if value < 1e6 else f"{name} {value:.0f}"
