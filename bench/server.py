"""The production server under a newsroom's or a classroom's load: pages a second, waits, memory. `make bench-server`.

A database of 100 cases is made; `copytrail serve` runs on it as a process of its own; thirty readers open comparison
pages without pause. Clients run in one more process on the same machine, so the figures are those of both together.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import http.client
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from copytrail.case_files import bundled_cases
from webapp import create_app
from webapp.records import GivenText
from webapp.settings import read_settings

CASES = 100
READERS = 30
REQUESTS = 10_000
COMPARISONS = 200
PACE = 60
"""Pages a second of readers who pause, which is the goal."""
_TOKEN = re.compile(rb'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Load:
    """What came of many requests."""

    seconds: float
    waits: tuple[float, ...]
    errors: int

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.waits) / self.seconds

    def tell_waits(self) -> str:
        """The wait of the middle and of nearly all."""
        return f"{self.wait(0.5):.0f} · {self.wait(0.99):.0f} ms"

    def wait(self, share: float) -> float:
        """The wait in milliseconds that this share of the requests did not pass."""
        return 1000 * sorted(self.waits)[min(len(self.waits) - 1, int(share * len(self.waits)))]


def fill_database(folder: Path, number: int) -> tuple[str, ...]:
    """Store cases of the bundled texts, each a case of its own; the addresses of their comparisons."""
    settings = read_settings({"COPYTRAIL_DATA": str(folder)})
    app = create_app(settings)
    services = app.extensions["copytrail"].services
    release, *articles = give_texts()
    addresses = []
    for place in range(number):
        article = articles[place % len(articles)]
        case = services.create_case(f"Case {place + 1}", release, (article,))
        addresses.append(f"/cases/{case.id}/articles/1")
    services.database.close()
    return tuple(addresses)


def give_texts() -> tuple[GivenText, ...]:
    """The texts of the bundled case, the release first."""
    folder = next(iter(bundled_cases()))
    every = (folder.original, *folder.derivatives)
    return tuple(GivenText(content=text.data, pasted=False, title=text.title) for text in every)


@contextmanager
def run_server(folder: Path) -> Iterator[tuple[int, int]]:
    """The port and the process of a server on the data in this folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "COPYTRAIL_DATA": str(folder)}
    command = [sys.executable, "-m", "webapp.commands", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_up(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


def wait_until_up(port: int) -> None:
    """Return as soon as the first page is answered."""
    for _ in range(600):
        try:
            with Visitor.at(port) as visitor:
                if visitor.open("/health"):
                    return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("The server did not start.")


class Visitor:
    """Somebody with a browser: one connection, the cookies of the server, the last body."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.connection = connection
        self.cookie = self.token = ""
        self.body = b""

    @classmethod
    @contextmanager
    def at(cls, port: int) -> Iterator[Visitor]:
        """A visitor of the server at this port."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            yield cls(connection)
        finally:
            connection.close()

    def open(self, address: str) -> bool:
        """Open a page; says whether it came."""
        return self._ask("GET", address, {}) == 200

    def read(self) -> bytes:
        """The last body as it was before it was packed."""
        return gzip.decompress(self.body) if self.body[:2] == b"\x1f\x8b" else self.body

    def compare(self) -> bool:
        """Send the bundled pair as a form; says whether it was compared."""
        if not self.cookie:
            self.open("/")
        token = _TOKEN.search(self.read())
        if token:
            self.token = token[1].decode()
        release, article, *_ = give_texts()
        fields = {"original-text": release.content, "article-1-text": article.content, "action": "compare"}
        return self._ask("POST", "/cases", {**fields, "csrf_token": self.token}) == 303

    def _ask(self, method: str, address: str, fields: Mapping[str, bytes | str]) -> int:
        headers = {"Accept-Encoding": "gzip", "Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        body = urlencode(fields) if fields else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        self.body = answer.read()
        cookie = answer.getheader("Set-Cookie", "")
        self.cookie = cookie.partition(";")[0] or self.cookie
        return answer.status


@dataclass(frozen=True, slots=True)
class Act:
    """What readers do at a server, and where it is."""

    port: int
    run: Callable[[Visitor, random.Random], bool]


def put_load(number: int, act: Act, *, pause: float = 0.0) -> Load:
    """So many acts by thirty people: each as soon as the last one is done, or one at every pause in seconds.

    With a pause the wait counts from when the act was due, so that a stall is not hidden.
    """
    waits: list[float] = []
    failures: list[int] = []

    def work(seed: int) -> None:
        chance = random.Random(seed)
        due = time.perf_counter() + pause * seed / READERS
        with Visitor.at(act.port) as visitor:
            for _ in range(number // READERS):
                due = max(due, time.perf_counter()) if not pause else due + pause
                time.sleep(max(0.0, due - time.perf_counter()))
                if not act.run(visitor, chance):
                    failures.append(seed)
                waits.append(time.perf_counter() - due)

    people = [threading.Thread(target=work, args=(seed,)) for seed in range(READERS)]
    started = time.perf_counter()
    for person in people:
        person.start()
    for person in people:
        person.join()
    return Load(time.perf_counter() - started, tuple(waits), len(failures))


def measure_memory(process: int) -> int:
    """The resident memory of a process and its children in MiB, where the system tells it."""
    every = [process]
    with contextlib.suppress(FileNotFoundError):
        every += map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())
    pages = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in every)
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def measure(requests: int) -> Iterator[tuple[str, str, str]]:
    """Each figure with its name and its goal."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        addresses = fill_database(folder, CASES)
        begun = time.perf_counter()
        with run_server(folder) as (port, process):
            yield "start to the first answer", "1.5 s", f"{time.perf_counter() - begun:.1f} s"
            open_page = Act(port, lambda visitor, chance: visitor.open(chance.choice(addresses)))
            put_load(READERS * 10, open_page)
            memory = measure_memory(process)
            load = put_load(requests, open_page)
            yield from tell_pages(load)
            calm = put_load(requests // 4, open_page, pause=READERS / PACE)
            yield (
                f"wait at {PACE} pages a second, half · 99 %",
                "250 ms",
                f"{calm.wait(0.5):.0f} · {calm.wait(0.99):.0f} ms",
            )
            made = put_load(COMPARISONS, Act(port, lambda visitor, _chance: visitor.compare()))
            yield "new comparisons of the bundled pair a second", "10", f"{made.rate:.1f} ({made.errors} errors)"
            yield "memory before · after", "+50 MiB", f"{memory} · {measure_memory(process)} MiB"
            yield from weigh(port, addresses[0])


def tell_pages(load: Load) -> Iterator[tuple[str, str, str]]:
    """What readers who never pause get."""
    yield "comparison pages a second, 30 readers without pause", "60", f"{load.rate:.0f}"
    yield "their wait, half · 99 %", "", load.tell_waits()
    yield f"errors in {len(load.waits):,} requests", "0", str(load.errors)


def weigh(port: int, address: str) -> Iterator[tuple[str, str, str]]:
    """How large a comparison page is."""
    with Visitor.at(port) as visitor:
        visitor.open(address)
        yield "page of a comparison, as it is sent", "250 kB", f"{len(visitor.body) / 1000:.0f} kB"
        yield "the same without compression", "", f"{len(visitor.read()) / 1000:.0f} kB"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--requests", type=int, default=REQUESTS)
    options = parser.parse_args()
    print("| | Goal | Got |\n|---|--:|--:|")
    for row in measure(options.requests):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
