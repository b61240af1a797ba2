"""Zip files made by real worker processes: one that is killed leaves the file to the next, one cancelled is let be."""

from __future__ import annotations

import os
import signal

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from tests.webapp.test_workers import start_worker, wait_until
from webapp.jobs import crew as crews
from webapp.jobs.crew import Crew
from webapp.parcels.values import ParcelState
from webapp.records import GivenText

pytestmark = pytest.mark.slow
STUCK = (
    "import threading\n"
    "from webapp.parcels.packing import Packer\n"
    "Packer._pack = lambda packer, parcel: threading.Event().wait()"
)


@pytest.fixture
def clock():
    return crews.tell_time


@pytest.fixture
def parcels(app):
    return app.extensions["copytrail"].parcels


@pytest.fixture
def case(services, parcels) -> str:
    """A case whose zip file was asked for."""
    given = GivenText(content=ARTICLE.encode())
    case = services.create_case("The bridge", GivenText(content=RELEASE.encode()), (given, given))
    parcels.ask(case.id, "formats=text")
    return case.id


@pytest.fixture
def stuck(services, case):
    """A worker that begins the zip file and gets no further."""
    with start_worker(services, "stuck", STUCK) as process:
        yield process


def find_state(parcels, case: str) -> ParcelState:
    return parcels.list_kept(case)[0].state


def test_crew_makes_what_a_killed_worker_left(services, parcels, case, stuck):
    wait_until(lambda: find_state(parcels, case) is ParcelState.RUNNING)
    os.kill(stuck.pid, signal.SIGKILL)
    stuck.wait()
    crew = Crew(services.database, 1)
    crew.start()
    try:
        wait_until(lambda: find_state(parcels, case) is ParcelState.DONE)
    finally:
        crew.stop()

    assert b"".join(parcels.open_file(case, parcels.list_kept(case)[0].id)).startswith(b"PK")


def test_cancelled_file_ends_its_worker(parcels, case, stuck):
    wait_until(lambda: find_state(parcels, case) is ParcelState.RUNNING)

    parcels.drop(case, parcels.list_kept(case)[0].id)

    wait_until(lambda: stuck.poll() is not None)
    assert stuck.returncode == 0
