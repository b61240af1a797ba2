"""Many pairs, one result line each, in the order of the pairs; a stopped run goes on where it stopped."""

from __future__ import annotations

import gc
import json
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from copytrail.errors import CopytrailError
from copytrail.pairs import PairLine, PairOptions, ResultLine, compare_line, parse_pair
from copytrail.version import VERSION

_CHUNK = 8
_CHUNKS_AHEAD = 4
_OBJECTS = 50_000
"""So many new objects, before Python looks for those that only know each other."""


class OtherResults(CopytrailError):
    """The file of results was made with another version or other fields: give another file, or delete it."""


class ProcessEnded(CopytrailError):
    """One of the processes was ended from outside (no memory left?): start again to go on, with fewer --jobs."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run left: how often each key has its result, how many failed, and where the good lines end."""

    done: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    end: int = 0


def read_earlier(results: Path, options: PairOptions) -> Earlier:
    """What stands in the file of results; a torn last line is not counted."""
    done: Counter[str] = Counter()
    failed = end = 0
    if results.exists():
        with results.open("rb") as lines:
            for content in lines:
                record = _parse_result(content)
                if record is None:
                    break
                _check_same_run(record, options)
                done[_key_result(record)] += 1
                failed += "error" in record
                end += len(content)
    return Earlier(done, failed, end)


def remaining_lines(pairs: Iterable[bytes], done: Counter[str]) -> Iterator[PairLine]:
    """The lines of pairs that have no result yet; empty lines are no pairs."""
    left = done.copy()
    for number, content in enumerate(pairs, start=1):
        line = PairLine(number, content)
        if not content.strip():
            continue
        key = _key_pair(line) if left else ""
        if left[key]:
            left[key] -= 1
        else:
            yield line


def compare_lines(lines: Iterable[PairLine], options: PairOptions, *, jobs: int = 1) -> Iterator[ResultLine]:
    """The result of each line, in order, worked out by so many processes."""
    if jobs == 1:
        yield from (compare_line(line, options) for line in lines)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_start_worker)
    try:
        yield from _compare_chunks(pool, lines, options, ahead=jobs * _CHUNKS_AHEAD)
    except BrokenExecutor as error:
        raise ProcessEnded from error
    finally:
        pool.shutdown(cancel_futures=True)


def _compare_chunks(
    pool: ProcessPoolExecutor, lines: Iterable[PairLine], options: PairOptions, *, ahead: int
) -> Iterator[ResultLine]:
    """Hand out so many chunks ahead, so that neither the processes wait nor the whole file is in memory."""
    waiting: deque[Future[list[ResultLine]]] = deque()
    for chunk in _cut(iter(lines)):
        waiting.append(pool.submit(_compare_chunk, chunk, options))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _start_worker() -> None:
    """Leaves Ctrl+C, which reaches every process of a terminal, to the first one, and the packages to no collector.

    A comparison makes many small objects and drops them without cycles, so they need looking over less often.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def _compare_chunk(chunk: list[PairLine], options: PairOptions) -> list[ResultLine]:
    return [compare_line(line, options) for line in chunk]


def _cut(lines: Iterator[PairLine]) -> Iterator[list[PairLine]]:
    while chunk := list(islice(lines, _CHUNK)):
        yield chunk


def _parse_result(content: bytes) -> dict[str, object] | None:
    if not content.endswith(b"\n"):
        return None
    try:
        record = json.loads(content)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _check_same_run(record: dict[str, object], options: PairOptions) -> None:
    if "error" in record:
        return
    fields = set(record) - {"id", "schema"}
    if fields != set(options.fields) or record.get("engine", VERSION) != VERSION:
        raise OtherResults


def _key_result(record: dict[str, object]) -> str:
    """What tells results apart: the id, or the message (with its line's number) where a line had none."""
    identity = record.get("id")
    return json.dumps(record.get("error") if identity is None else [identity])


def _key_pair(line: PairLine) -> str:
    try:
        return json.dumps([parse_pair(line)["id"]])
    except CopytrailError as error:
        return json.dumps(str(error))
