"""The server killed amid saves, again and again: what it had answered for must be there afterwards.

`make faults` kills it 100 times; the test kills it a few times. A save is a new name for a case: the page says
"saved" by a redirect, so the name last answered for, or one asked for after it, is what must stand there.
"""

from __future__ import annotations

import itertools
import random
import re
import signal
import sqlite3
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

from bench.visitor import Visitor, run_server

WRITERS = 8
TEXT = "The minister opened the new bridge over the river on Monday and thanked the engineers who built it."


@dataclass
class Tally:
    """What was answered for, and what became of it."""

    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    corrupt: int = 0
    names: dict[str, list[str]] = field(default_factory=dict)
    """All names asked for of each case, since the last that was answered for."""


def kill_amid_saves(folder: Path, rounds: int, *, saves: int = 40, end: int = signal.SIGKILL) -> Tally:
    """Start the server, let people save, kill it after about so many saves, and look; again and again."""
    tally = Tally()
    with run_server(folder) as (server, _):
        for number in range(WRITERS):
            fields = {"original-text": TEXT, "article-1-text": f"{TEXT} {number}", "action": "compare"}
            with Visitor(server) as visitor:
                _, address = visitor.post("/cases", **fields)
            tally.names[address.split("/")[2]] = [""]
    for turn in range(rounds):
        _kill_once(folder, tally, turn, saves=saves, end=end)
        _check(folder, tally)
    return tally


def _kill_once(folder: Path, tally: Tally, turn: int, *, saves: int, end: int) -> None:
    enough = threading.Event()
    goal = tally.acknowledged + random.Random(turn).randint(saves // 2, saves)

    def save(server: tuple[str, int], case: str) -> None:
        with suppress(OSError, HTTPException), Visitor(server) as visitor:
            for number in itertools.count():
                name = f"{turn}.{number} " + "x" * 500
                tally.names[case].append(name)
                status, _ = visitor.post(f"/cases/{case}/rename", title=name)
                if status == 303:
                    tally.names[case] = [name]
                    tally.acknowledged += 1
                if tally.acknowledged >= goal:
                    enough.set()
        enough.set()

    with run_server(folder) as (server, process):
        threads = [threading.Thread(target=save, args=(server, case)) for case in tally.names]
        for thread in threads:
            thread.start()
        enough.wait(60)
        process.send_signal(end)
        process.wait(20)
        for thread in threads:
            thread.join(20)


def _check(folder: Path, tally: Tally) -> None:
    connection = sqlite3.connect(folder / "copytrail.sqlite3")
    try:
        stored = dict(connection.execute("SELECT id, title FROM cases"))
        tally.corrupt += connection.execute("PRAGMA integrity_check").fetchone() != ("ok",)
        tally.corrupt += connection.execute("PRAGMA foreign_key_check").fetchone() is not None
    finally:
        connection.close()
    for case, names in tally.names.items():
        name = stored.get(case)
        tally.lost += name not in names
        tally.torn += bool(name) and not re.fullmatch(r"\d+\.\d+ x{500}", name)
        tally.names[case] = [name or ""]


def main() -> None:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_amid_saves(Path(folder), rounds)
    print(f"{rounds} kills amid {tally.acknowledged} acknowledged saves")
    print(f"lost {tally.lost}, torn {tally.torn}, corrupt {tally.corrupt}")
    sys.exit(bool(tally.lost + tally.torn + tally.corrupt))


if __name__ == "__main__":
    main()
