"""The production server on a disk that fails it, in eight ways: a sentence, nothing lost, and working again by itself.

`make faults` runs it. The disk is a small file system in memory of its own, which takes a system that lets this program
mount one (root on Linux, in a mount namespace that nobody else sees); elsewhere it says what was not tried.
"""

from __future__ import annotations

import html
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

from bench.visitor import Visitor, run_server

TEXT = "The minister opened the new bridge over the river on Monday and thanked the engineers who built it. " * 40
BACK = 5.0
"""So many seconds after a fault has passed must saving work again."""
_ROOM = "size=24m,nr_inodes=400"
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_MISHAPS = ("Traceback", "Internal Server Error")


@dataclass
class Course:
    """What came of one fault."""

    name: str
    saved: int = 0
    refused: int = 0
    unheard: int = 0
    """Requests that got no answer: a browser says so in its own words."""
    reads: int = 0
    lost: int = 0
    back: float = -1.0
    sentences: set[str] = field(default_factory=set)
    faulty: set[str] = field(default_factory=set)

    @property
    def is_good(self) -> bool:
        return not self.lost and not self.faulty and 0 <= self.back <= BACK

    def tell(self) -> str:
        """One line, and one for each sentence that was shown."""
        counts = (
            f"saved {self.saved}, refused {self.refused}, unheard {self.unheard}, read {self.reads}, lost {self.lost}"
        )
        back = f"back after {self.back:.1f} s" if self.back >= 0 else "not back"
        lines = [f"{'good' if self.is_good else 'BAD '}  {self.name}: {counts}, {back}"]
        return "\n      ".join([*lines, *sorted(self.sentences), *sorted(self.faulty)])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server keeps its data, and its process while it runs."""

    folder: Path
    process: int = 0

    @property
    def disk(self) -> Path:
        """The small file system."""
        return self.folder / "disk"

    @property
    def database(self) -> Path:
        return self.disk / "copytrail.sqlite3"

    def serve(self) -> AbstractContextManager[tuple[tuple[str, int], subprocess.Popen[str]]]:
        """The server on this disk; its log lies beside it."""
        return run_server(self.folder, COPYTRAIL_DATA=str(self.disk))


class Writer:
    """Somebody who has the form before the fault comes, and sends it again and again."""

    def __init__(self, server: tuple[str, int], course: Course, kept: dict[str, str]) -> None:
        self.server, self.course, self.kept = server, course, kept
        self.visitor = Visitor(server)
        self.token = self.visitor.find_token()

    def save(self) -> bool:
        """Send a new case; whether it was said to be kept."""
        name = f"{self.course.name} {self.course.saved + self.course.refused}"
        fields = {"original-text": TEXT, "article-1-text": f"{name}. {TEXT}", "action": "compare"}
        with self._hearing():
            status, page, place = self.visitor.send("/cases", csrf_token=self.token, **fields)
            if status == 303:
                self.kept[place] = name
                self.course.saved += 1
                return True
            self.course.refused += 1
            self._note(status, page.decode())
        return False

    def read(self) -> None:
        """Open one of the cases that were kept, and the first page as somebody who comes new."""
        with self._hearing():
            self.course.reads += self.visitor.get(next(iter(self.kept)))[0] == 200
        with self._hearing(), Visitor(self.server) as other:
            other.connection.timeout = 3
            self.course.reads += other.get("/")[0] == 200

    @contextmanager
    def _hearing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, HTTPException):
            self.visitor.connection.close()
            self.course.unheard += 1

    def _note(self, status: int, page: str) -> None:
        found = _MAIN.search(page)
        words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[0] if found else page)).split())
        self.course.sentences.add(words[:150])
        if status != 503 or any(mishap in page for mishap in _MISHAPS):
            self.course.faulty.add(f"answered {status}")


@contextmanager
def full_disk(place: Place) -> Iterator[None]:
    """Not a byte is left."""
    filler = place.disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    yield
    filler.unlink()


@contextmanager
def no_inodes(place: Place) -> Iterator[None]:
    """No file can be made, though there is room in those that are there."""
    crowd = place.disk / "crowd"
    crowd.mkdir()
    with suppress(OSError):
        for number in range(10_000):
            (crowd / str(number)).touch()
    yield
    shutil.rmtree(crowd)


@contextmanager
def covered(place: Place) -> Iterator[None]:
    """Whatever is opened from now on can only be read; what was open before can still be written."""
    subprocess.run(["mount", "--bind", place.disk, place.disk], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", place.disk], check=True)
    yield
    subprocess.run(["umount", "-l", place.disk], check=True)


@contextmanager
def limited(place: Place, what: int, limit: int) -> Iterator[None]:
    """The process may have or write so much and no more."""
    before = resource.prlimit(place.process, what)
    resource.prlimit(place.process, what, (limit, before[1]))
    try:
        yield
    finally:
        resource.prlimit(place.process, what, before)


def small_files(place: Place) -> AbstractContextManager[None]:
    """No file may grow past the size of the database."""
    return limited(place, resource.RLIMIT_FSIZE, place.database.stat().st_size)


def no_writes(place: Place) -> AbstractContextManager[None]:
    """Nothing can be written to any file."""
    return limited(place, resource.RLIMIT_FSIZE, 0)


def no_handles(place: Place) -> AbstractContextManager[None]:
    """Nothing can be opened any more, and nobody new can come."""
    taken = {int(each.name) for each in Path(f"/proc/{place.process}/fd").iterdir()}
    return limited(place, resource.RLIMIT_NOFILE, next(number for number in range(10_000) if number not in taken))


@contextmanager
def locked(place: Place) -> Iterator[None]:
    """Somebody else writes, for longer than anybody waits."""
    with closing(sqlite3.connect(place.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


Fault = Callable[[Place], AbstractContextManager[None]]
FAULTS: dict[str, Fault] = {
    "full disk": full_disk,
    "file-size limit": small_files,
    "no writing at all": no_writes,
    "read-only for what is opened anew": covered,
    "no inodes": no_inodes,
    "no handles": no_handles,
    "locked database": locked,
}


def meet(course: Course, fault: Fault, place: Place) -> None:
    """Let one fault come and go while somebody saves."""
    kept: dict[str, str] = {}
    with place.serve() as (server, process):
        writer = Writer(server, course, kept)
        writer.save()
        with fault(Place(place.folder, process.pid)):
            for _ in range(3):
                writer.save()
                writer.read()
        course.back = _wait_until_back(writer)
    _look(place, course, kept)


def restart_full(course: Course, place: Place) -> None:
    """The server is killed on a full disk and started on it, and then the disk gets room."""
    kept: dict[str, str] = {}
    with place.serve() as (server, process):
        Writer(server, course, kept).save()
        fault = full_disk(place)
        fault.__enter__()
        process.kill()
        process.wait()
    with place.serve() as (server, _):
        writer = Writer(server, course, kept)
        writer.save()
        writer.read()
        fault.__exit__(None, None, None)
        course.back = _wait_until_back(writer)
    _look(place, course, kept)


def _wait_until_back(writer: Writer) -> float:
    begun = time.monotonic()
    while time.monotonic() < begun + 4 * BACK:
        if writer.save():
            return time.monotonic() - begun
        time.sleep(0.1)
    return -1.0


def _look(place: Place, course: Course, kept: dict[str, str]) -> None:
    """Every case that was said to be kept must be there and whole, and no log may hold a trace of a mistake."""
    if "Traceback" in (place.folder / "log").read_text():
        course.faulty.add("a traceback in the log")
    with closing(sqlite3.connect(place.database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            course.faulty.add("the file is corrupt")
    with place.serve() as (server, _), Visitor(server) as visitor:
        for address, name in kept.items():
            status, page = visitor.get(address, **{"Accept-Encoding": "identity"})
            course.lost += status != 200 or name.encode() not in page


def try_all() -> list[Course]:
    """Every fault on a disk of its own."""
    courses = [Course(name) for name in [*FAULTS, "restart on a full disk"]]
    for course in courses:
        with tempfile.TemporaryDirectory() as folder:
            place = Place(Path(folder))
            place.disk.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", _ROOM, "tmpfs", place.disk], check=True)
            try:
                fault = FAULTS.get(course.name)
                meet(course, fault, place) if fault else restart_full(course, place)
                print(course.tell(), flush=True)
            finally:
                subprocess.run(["umount", "-l", place.disk], check=True)
    return courses


def main() -> None:
    """Meet every fault, where a small disk can be mounted."""
    unshare = ["unshare", "--mount"]
    if "--inside" in sys.argv:
        courses = try_all()
        print(f"{sum(course.is_good for course in courses)} of {len(courses)} faults of the disk survived")
        sys.exit(not all(course.is_good for course in courses))
    if (
        not shutil.which("unshare")
        or subprocess.run([*unshare, "true"], check=False, stderr=subprocess.DEVNULL).returncode
    ):
        print("Faults of the disk were not tried: this system lets no small disk be mounted here.")
        return
    sys.exit(subprocess.run([*unshare, sys.executable, "-m", "bench.storage", "--inside"], check=False).returncode)


if __name__ == "__main__":
    main()
