"""The production server under a class: `make bench-server` starts it on a database of its own and asks.

Readers are processes of their own on the same machine, so they take a part of the processor from the server.
"""

from __future__ import annotations

import http.client
import multiprocessing
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

CASES, READERS, REQUESTS, NEW = 100, 30, 10_000, 60
_PROCESSES = 2


def main() -> None:
    """Print the table."""
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS
    with tempfile.TemporaryDirectory() as folder, run_server(Path(folder)) as (server, process):
        pages = fill(server)
        warm(server, pages)
        before = read_memory(process)
        spent, times, errors = ask(server, pages, requests)
        after = read_memory(process)
        made, new_times = make_new(server)
        rows = [
            ("comparison pages a second", f"{len(times) / spent:.0f}", "60 or more"),
            ("p99 of a page", f"{1000 * pick(times, 0.99):.0f} ms", "250 ms or less"),
            ("median of a page", f"{1000 * statistics.median(times):.0f} ms", ""),
            ("errors", str(errors), f"0 of {requests}"),
            ("memory before and after", f"{before:.0f} and {after:.0f} MB", "50 MB more or less"),
            ("new comparisons a second", f"{made:.1f}", "10 or more"),
            ("p99 of a new case", f"{1000 * pick(new_times, 0.99):.0f} ms", "500 ms or less, one by one"),
            ("weight of a page, packed", f"{weigh(server, pages[0]) / 1000:.0f} kB", "250 kB or less"),
        ]
    print(f"| {CASES} cases, {READERS} readers | Figure | Goal |\n|---|--:|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


@contextmanager
def run_server(folder: Path, **environment: str) -> Iterator[tuple[tuple[str, int], subprocess.Popen[str]]]:
    """The installed server on a free port, as `copytrail serve` runs it."""
    command = [sys.executable, "-m", "webapp.commands", "serve", "--port", "0"]
    values = {**os.environ, "COPYTRAIL_DATA": str(folder), **environment}
    log = (folder / "log").open("w")
    process = subprocess.Popen(command, env=values, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        line = process.stdout.readline()
        yield ("127.0.0.1", int(re.search(r":(\d+)/", line)[1])), process
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
        log.close()


class Visitor:
    """One connection that is kept, with its cookie."""

    def __init__(self, server: tuple[str, int]) -> None:
        self.connection = http.client.HTTPConnection(*server, timeout=60)
        self.cookie = ""

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_error: object) -> None:
        self.connection.close()

    def get(self, address: str, **headers: str) -> tuple[int, bytes]:
        return self._ask("GET", address, None, {"Accept-Encoding": "gzip", **headers})

    def post(self, address: str, **fields: str) -> tuple[int, str]:
        _, page = self._ask("GET", "/", None, {})
        token = re.search(rb'name="csrf_token" value="([^"]*)"', page)[1].decode()
        body = urllib.parse.urlencode({"csrf_token": token, **fields})
        self.connection.request(
            "POST", address, body, {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        )
        answer = self.connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Location", "")

    def _ask(self, method: str, address: str, body: str | None, headers: dict[str, str]) -> tuple[int, bytes]:
        self.connection.request(method, address, body, {"Cookie": self.cookie, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.headers.get("Set-Cookie"):
            self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return answer.status, content


def read_seed() -> tuple[str, list[str]]:
    folder = next(path.parent for path in Path("seeds").glob("*/case.toml"))
    texts = sorted(path for path in folder.glob("*.txt") if path.name != "original.txt")
    return (folder / "original.txt").read_text(), [path.read_text() for path in texts]


def fill(server: tuple[str, int]) -> list[str]:
    original, articles = read_seed()
    visitor, pages = Visitor(server), []
    for number in range(CASES):
        article = articles[number % len(articles)]
        fields = {"original-text": original, "article-1-text": f"{article}\n\nCopy {number}.", "action": "compare"}
        status, address = visitor.post("/cases", **fields)
        assert status == 303, status
        pages.append(address)
    return pages


def warm(server: tuple[str, int], pages: list[str]) -> None:
    visitor = Visitor(server)
    for page in pages:
        visitor.get(page)


def ask(server: tuple[str, int], pages: list[str], requests: int) -> tuple[float, list[float], int]:
    """Readers in a few processes, each reader with a connection, one page after the other."""
    share = requests // READERS
    jobs = [(server, pages[number::READERS] + pages, share) for number in range(READERS)]
    started = time.perf_counter()
    with multiprocessing.Pool(_PROCESSES) as pool:
        parts = pool.map(_read_group, [jobs[number::_PROCESSES] for number in range(_PROCESSES)])
    spent = time.perf_counter() - started
    return spent, [each for part in parts for each in part[0]], sum(part[1] for part in parts)


def _read_group(jobs: list[tuple[tuple[str, int], list[str], int]]) -> tuple[list[float], int]:
    with ThreadPoolExecutor(len(jobs)) as threads:
        parts = list(threads.map(_read, jobs))
    return [each for part in parts for each in part[0]], sum(part[1] for part in parts)


def _read(job: tuple[tuple[str, int], list[str], int]) -> tuple[list[float], int]:
    server, pages, count = job
    visitor, times, errors = Visitor(server), [], 0
    for number in range(count):
        started = time.perf_counter()
        status, content = visitor.get(pages[number % len(pages)])
        times.append(time.perf_counter() - started)
        errors += status != 200 or len(content) < 1000
    return times, errors


def make_new(server: tuple[str, int]) -> tuple[float, list[float]]:
    """Cases of the bundled pair, made by four people at once."""
    original, articles = read_seed()

    def make(person: int) -> list[float]:
        visitor, times = Visitor(server), []
        for number in range(NEW // 4):
            text = f"{articles[0]}\n\nNew {person} {number}."
            started = time.perf_counter()
            status, _ = visitor.post(
                "/cases", **{"original-text": original, "article-1-text": text, "action": "compare"}
            )
            times.append(time.perf_counter() - started)
            assert status == 303, status
        return times

    started = time.perf_counter()
    with ThreadPoolExecutor(4) as threads:
        times = [each for part in threads.map(make, range(4)) for each in part]
    return NEW / (time.perf_counter() - started), times


def weigh(server: tuple[str, int], page: str) -> int:
    return len(Visitor(server).get(page)[1])


def pick(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def read_memory(process: subprocess.Popen[str]) -> float:
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
