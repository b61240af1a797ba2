"""Real worker processes: killed, stopped, cancelled or stuck, they leave the work to others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.jobs import crew as crews
from webapp.jobs import queue as queues
from webapp.jobs.crew import Crew
from webapp.jobs.values import JobState
from webapp.records import GivenText

pytestmark = pytest.mark.slow
PATIENCE = 60
STUCK = "import threading\nfrom webapp import comparing\ncomparing.compare_pair = lambda pair: threading.Event().wait()"


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def clock():
    return crews.tell_time


@pytest.fixture
def queue(app, monkeypatch):
    monkeypatch.setattr(queues, "PAGE_WORDS", 0)
    queue = app.extensions["copytrail"].queue
    queue.alarm.listeners.append(lambda: None)
    return queue


@pytest.fixture
def case(services, queue):
    texts = tuple(GivenText(content=ARTICLE.replace("Monday", day).encode()) for day in ("Tuesday", "Friday"))
    return services.create_case("The bridge", GivenText(content=RELEASE.encode()), texts)


@pytest.fixture
def crew(services, queue):
    crew = Crew(services.database, 1)
    crew.start()
    queue.alarm.listeners.append(crew.ring)
    yield crew
    crew.stop()


def wait_until(holds) -> None:
    """Ask until it holds, each time after the workers had a moment."""
    pause = threading.Event()
    for _ in range(PATIENCE * 10):
        if holds():
            return
        pause.wait(0.1)
    pytest.fail("it never came to that")


def start_worker(services, owner: str, fault: str = "") -> subprocess.Popen:
    """A worker in a process of its own; `fault` is run in it first."""
    program = f"{fault}\nfrom webapp.jobs.process import main; main()"
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE)
    address = services.database.engine.url.render_as_string(hide_password=False)
    process.stdin.write(json.dumps({"database": address, "owner": owner}).encode() + b"\n")
    process.stdin.flush()
    return process


def test_killed_worker_is_replaced(services, queue, case, crew):
    wait_until(lambda: crew.processes)
    os.kill(crew.processes[0], signal.SIGKILL)

    wait_until(lambda: queue.find_job(case.id).state is JobState.DONE)

    assert [record.number for record in services.open_comparisons(case.id)] == [1, 2]


def test_article_that_kills_its_worker_is_named(services, queue, case, reader):
    fault = (
        "import os, signal\n"
        "from webapp import comparing\n"
        "compare = comparing.compare_pair\n"
        "def die(pair):\n"
        "    if pair.derivative.record.place == 1: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return compare(pair)\n"
        "comparing.compare_pair = die"
    )
    for owner in ("first", "second"):
        process = start_worker(services, owner, fault)
        assert process.wait(PATIENCE) == -signal.SIGKILL
        process.stdin.close()
        crews.make_worker(services.database, owner).release(died=True)

    process = start_worker(services, "third", fault)
    wait_until(lambda: queue.find_job(case.id).state is JobState.DONE)
    process.stdin.close()
    process.wait(PATIENCE)

    page = reader.open(f"/cases/{case.id}").text
    assert "gave up" in page
    assert page.count('class="verdict"') == 1


def test_stopped_server_leaves_its_work_to_the_next(services, queue, case):
    process = start_worker(services, "old", STUCK)
    wait_until(lambda: any(step.state == "running" for step in queue.find_job(case.id).steps))

    process.stdin.close()
    assert process.wait(PATIENCE) == 0

    assert [step.state for step in queue.find_job(case.id).articles] == ["waiting", "waiting"]
    crews.make_worker(services.database, "new").work_off()
    assert queue.open_standing(case.id).is_ready


def test_cancelled_step_ends_its_process(services, queue, case):
    process = start_worker(services, "busy", STUCK)
    wait_until(lambda: any(step.state == "running" for step in queue.find_job(case.id).steps))

    queue.cancel(case.id)

    assert process.wait(PATIENCE) == 0
    process.stdin.close()


def test_comparison_without_end_times_out(services, queue, case):
    impatient = "from webapp.jobs import process\nprocess.STEP_SECONDS = 0.5"
    process = start_worker(services, "slow", f"{STUCK}\n{impatient}")

    assert process.wait(PATIENCE) == 0
    process.stdin.close()

    assert list(queue.open_standing(case.id).failed.values()) == ["timed_out"]
