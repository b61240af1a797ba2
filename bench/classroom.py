"""A class on the production server: 35 pupils do 12 tasks at their teacher's pace, and the server is killed once.

Each pupil's page asks every two seconds whether the class has gone on, opens the task, thinks, and answers; the
teacher's page asks again and again what came in. In the middle the server is killed (`kill -9`) while answers come
in, and started again: pupils send again what was not acknowledged, as their pages do. Run: `python -m bench.classroom`.

With `--joiners 200` so many browsers join at one moment instead.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from bench.server import wait_until_up
from copytrail.lesson_files import bundled_lessons
from webapp import create_app
from webapp.settings import read_settings

PUPILS, TASKS = 35, 12
POLL, LIVE = 2.0, 1.5
"""Seconds between two looks of a pupil's page, and of the teacher's."""
THINKING = 3.0
KILLED_AT = TASKS // 2
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_FIELD = {name: re.compile(rf'name="{name}" value="([^"]*)"') for name in ("version", "key")}


@dataclass
class Record:
    """What was measured, by all threads."""

    waits: list[tuple[str, float]] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    acknowledged: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    behind: list[float] = field(default_factory=list)
    last: float = 0.0
    """When the last answer was acknowledged."""
    down: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, seconds: float) -> None:
        """Note how long one answer of the server took; while it is down nothing is measured."""
        with self.lock:
            if not self.down.is_set():
                self.waits.append((kind, seconds))


class Browser:
    """One device: a connection that is made again when it breaks, and the cookie of the session."""

    def __init__(self, port: int, record: Record) -> None:
        self.port, self.record, self.cookie, self.token = port, record, "", ""
        self.connection: http.client.HTTPConnection | None = None

    def ask(self, kind: str, path: str, fields: dict | None = None, **headers: str) -> tuple[int, str, str]:
        """Ask until the server answers; gives the status, the body and where it leads."""
        while True:
            started = time.perf_counter()
            try:
                answer = self._ask_once(path, fields, headers)
            except (OSError, http.client.HTTPException):
                self.connection = None
                time.sleep(0.3)
                continue
            self.record.note(kind, time.perf_counter() - started)
            return answer

    def _ask_once(self, path: str, fields: dict | None, headers: dict[str, str]) -> tuple[int, str, str]:
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        body = urlencode({"csrf_token": self.token, **fields}, doseq=True) if fields is not None else None
        sent = {"Cookie": self.cookie, **headers}
        if body is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("GET" if body is None else "POST", path, body, sent)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        cookie = answer.getheader("Set-Cookie", "")
        self.cookie = cookie.partition(";")[0] or self.cookie
        found = _TOKEN.search(text)
        if found:
            self.token = found[1]
        return answer.status, text, answer.getheader("Location", "")


def run_pupil(name: str, code: str, port: int, record: Record) -> None:
    """One pupil's whole lesson."""
    browser, chance = Browser(port, record), random.Random(name)
    browser.ask("join", "/join")
    status, _, address = browser.ask("join", "/join", {"code": code, "name": name})
    if status != 303:
        record.failures[f"join {status}"] += 1
        return
    done: set[str] = set()
    stamp = ""
    while len(done) < TASKS:
        time.sleep(POLL * chance.uniform(0.9, 1.1))
        task = re.search(r"\.(t\d+)\.", stamp)
        told = json.loads(browser.ask("poll", f"{address}/now?task={task[1] if task else ''}")[1])
        if told["stamp"] == stamp:
            continue
        page = browser.ask("page", address)[1]
        stamp = re.search(r'data-stamp="([^"]*)"', page)[1]
        here = re.search(r'data-task="([^"]*)"', page)[1]
        if here and here not in done and ".r" not in stamp:
            time.sleep(chance.uniform(0, THINKING))
            if answer_task(browser, address, here, page, chance):
                done.add(here)


def answer_task(browser: Browser, address: str, task: str, page: str, chance: random.Random) -> bool:
    """Answer what the page asks; the same key is sent until the server has said that it keeps it."""
    choices = re.findall(r'name="choice" id="[^"]*" value="([^"]+)"', page)
    spans = re.findall(r'name="span" value="([^"]+)"', page)
    fields = {name: pattern.search(page)[1] for name, pattern in _FIELD.items()}
    chosen = (chance.choice(choices),) if choices else (chance.choice(spans),)
    fields |= {"choice": chosen[0]} if choices else {"span": list(chosen)}
    status, text, _ = browser.ask("answer", f"{address}/answers/{task}", fields, Accept="application/json")
    if status != 200:
        browser.record.failures[f"answer {status} {text[:80]}"] += 1
        return False
    with browser.record.lock:
        browser.record.acknowledged[address + task, browser.cookie] = chosen
        browser.record.last = time.perf_counter()
    return True


def start_server(folder: Path, port: int) -> subprocess.Popen:
    """The server as it is installed."""
    command = [sys.executable, "-m", "webapp.commands", "serve", "--port", str(port)]
    environment = {**os.environ, "COPYTRAIL_DATA": str(folder)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until_up(port)
    return process


def lead(browser: Browser, room: str, record: Record, task_ids: list[str], kill: Callable[[], None]) -> None:
    """The teacher's lesson: a task, all answers, the reveal, the next task."""
    for number, task in enumerate(task_ids, 1):
        browser.ask("lead", f"{room}/lead", {"act": "go", "task": task})
        if number == KILLED_AT:
            time.sleep(POLL + THINKING / 2)
            kill()
        while True:
            text = browser.ask("live", f"{room}?task={task}", **{"HX-Request": "true"})[1]
            if int(re.search(r"(\d+) answers?", text)[1]) >= PUPILS * number:
                break
            time.sleep(LIVE)
        record.behind.append(max(0.0, time.perf_counter() - record.last))
        browser.ask("lead", f"{room}/lead", {"act": "reveal", "task": task})


def prepare(folder: Path) -> tuple[str, str, list[str]]:
    """A class on the long bundled lesson; gives its id, its code and the ids of its tasks."""
    app = create_app(read_settings({"COPYTRAIL_DATA": str(folder)}))
    desk = app.extensions["copytrail"]
    lesson = next(each for each in bundled_lessons() if each.minutes == 90).open()
    with app.test_request_context():
        from webapp.teaching.pictures import Plan  # noqa: PLC0415

        day = desk.running.clock().date().replace(year=2030)
        room = desk.running.start(desk.preparing.keep(lesson), Plan(delete_on=day))
    desk.services.database.close()
    return room.id, room.code, [task.id for task in lesson.tasks][:TASKS]


def count_stored(folder: Path, class_id: str) -> tuple[int, int]:
    """How many answers the database holds, and how many of them were stored more than once."""
    app = create_app(read_settings({"COPYTRAIL_DATA": str(folder)}))
    database = app.extensions["copytrail"].services.database
    kept = app.extensions["copytrail"].running.take_picture(class_id).answers
    database.close()
    return len(kept), sum(each.version != 1 for each in kept)


def main() -> int:
    """Run the lesson and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--joiners", type=int, default=0, help="let so many join at one moment, and do nothing else")
    joiners = parser.parse_args().joiners
    return rush(joiners) if joiners else teach()


def rush(joiners: int) -> int:
    """Let so many join at one moment, each in a browser of its own; all are let in, or told why not."""
    record, answers = Record(), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        class_id, code, _ = prepare(Path(name))
        port = 18_000 + os.getpid() % 1000
        server = start_server(Path(name), port)
        gate = threading.Barrier(joiners)
        threads = [
            threading.Thread(target=rush_in, args=(Browser(port, record), code, gate, answers)) for _ in range(joiners)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        told = Browser(port, record).ask("live", f"/classes/{class_id}")[1]
        server.terminate()
        server.wait(30)
    print(f"{joiners} joiners at one moment: " + ", ".join(f"{number} × {each}" for each, number in answers.items()))
    print(f"in the class: {re.search(r'([0-9]+) pupils?', told)[1]}")
    for kind in ("open", "join", "work"):
        say_waits(kind, record)
    return 0 if set(answers) == {"let in"} else 1


def rush_in(browser: Browser, code: str, gate: threading.Barrier, answers: Counter[str]) -> None:
    """One browser: the page, the code at the same moment as all others, and the page of the class."""
    gate.wait()
    browser.ask("open", "/join")
    status, text, address = browser.ask("join", "/join", {"code": code, "name": ""})
    if status == 303:
        status, text, _ = browser.ask("work", address)
    with browser.record.lock:
        answers["let in" if status == 200 and "data-stamp" in text else f"refused with {status}"] += 1


def teach() -> int:
    """Teach the whole lesson."""
    record = Record()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        class_id, code, task_ids = prepare(folder)
        port = 18_000 + os.getpid() % 1000
        servers = [start_server(folder, port)]

        def kill() -> None:
            record.down.set()
            servers[-1].send_signal(signal.SIGKILL)
            servers[-1].wait()
            servers.append(start_server(folder, port))
            record.down.clear()

        pupils = [
            threading.Thread(target=run_pupil, args=(f"Pupil {number}", code, port, record)) for number in range(PUPILS)
        ]
        started = time.perf_counter()
        for pupil in pupils:
            pupil.start()
        teacher = Browser(port, record)
        while f"{PUPILS} pupils" not in teacher.ask("live", f"/classes/{class_id}")[1]:
            time.sleep(0.5)
        lead(teacher, f"/classes/{class_id}", record, task_ids, kill)
        for pupil in pupils:
            pupil.join(60)
        spent = time.perf_counter() - started
        servers[-1].terminate()
        servers[-1].wait(30)
        stored, again = count_stored(folder, class_id)
    report(record, spent, stored, again)
    return 0 if stored == len(record.acknowledged) == PUPILS * TASKS and not again and not record.failures else 1


def say_waits(kind: str, record: Record) -> None:
    """Say how long answers took: of one kind of request, or of all."""
    waits = sorted(seconds for each, seconds in record.waits if kind in {"", each})
    if waits:
        middle, late = waits[len(waits) // 2], waits[min(len(waits) - 1, int(0.99 * len(waits)))]
        print(f"{kind or 'all':7} {len(waits):6} requests, p50 {1000 * middle:.0f} ms, p99 {1000 * late:.0f} ms")


def report(record: Record, spent: float, stored: int, again: int) -> None:
    """Say what was measured."""
    print(f"{PUPILS} pupils, {TASKS} tasks, {spent:.0f} s, killed once at task {KILLED_AT}")
    print(f"answers acknowledged {len(record.acknowledged)}, stored {stored}, stored twice {again}")
    for kind in ("join", "poll", "page", "answer", "live", "lead", ""):
        say_waits(kind, record)
    print(f"live view behind the last answer: {max(record.behind):.2f} s at most")
    for failure, number in record.failures.items():
        print(f"failed: {number} × {failure}")


if __name__ == "__main__":
    sys.exit(main())
