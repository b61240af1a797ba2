"""Long work in the browser: the page follows it by itself, and leads to the result; so it does without scripts."""

from __future__ import annotations

import re
import threading

import pytest

from tests.browser.axe import list_violations
from webapp import create_app
from webapp.jobs.crew import make_worker
from webapp.serving import open_server
from webapp.settings import read_settings

pytestmark = pytest.mark.browser
expect = pytest.importorskip("playwright.sync_api").expect
RELEASE = "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n" * 80
ARTICLE = RELEASE.replace("Monday", "Friday") * 2


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The desk of a server whose only worker is the test itself."""
    folder = tmp_path_factory.mktemp("progress")
    app = create_app(read_settings({"COPYTRAIL_DATA": str(folder), "COPYTRAIL_WORKERS": "0"}))
    desk = app.extensions["copytrail"]
    desk.queue.alarm.listeners.append(lambda: None)
    yield app, desk
    desk.services.database.close()


@pytest.fixture(scope="module")
def address(desk):
    server = open_server(desk[0], host="127.0.0.1", ports=[0])
    threading.Thread(target=server.run, daemon=True).start()
    yield server.address
    server.close()


def send_long_form(reader) -> None:
    """Compare one release with four long articles."""
    reader.open_home()
    boxes = reader.page.locator("textarea")
    for number in range(3, 6):
        reader.page.get_by_role("button", name=re.compile("another article", re.IGNORECASE)).first.click()
        expect(boxes).to_have_count(number)
    boxes.nth(0).fill(RELEASE)
    for number in range(1, 5):
        boxes.nth(number).fill(f"{ARTICLE}Story {number}.")
    reader.page.get_by_role("button", name=re.compile("^Compare")).last.click()
    reader.page.wait_for_url("**/progress")


def test_progress_is_followed_to_its_end(open_reader, desk):
    reader = open_reader()
    send_long_form(reader)
    bar = reader.page.get_by_role("progressbar", name="Comparing")
    worker = make_worker(desk[1].services.database, "test")

    expect(bar).to_be_visible()
    assert list_violations(reader.page) == []
    for _ in range(2):
        worker.do(worker.claim())
    expect(reader.page.get_by_text("2 of 4 articles compared.")).to_be_visible()
    expect(reader.page.locator("#quarters")).to_have_text(re.compile("is done"))
    worker.work_off()

    reader.page.wait_for_url("**?done=compared")
    expect(reader.page.get_by_role("heading", name=re.compile("^Story|^The minister|^Article")).first).to_be_visible()


def test_stop_button_keeps_the_focus(open_reader):
    reader = open_reader()
    send_long_form(reader)
    stop = reader.page.get_by_role("button", name="Stop comparing")
    stop.focus()
    with reader.page.expect_response(lambda answer: "heard=" in answer.url):
        pass

    expect(stop).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("button", name="Compare the rest")).to_be_visible()


def test_pages_of_a_whole_case_have_no_axe_violation(open_reader):
    reader = open_reader(viewport={"width": 320, "height": 800})
    case = reader.open_example()

    found = {}
    for page in ("grid", "trail", "ledger"):
        reader.page.goto(f"{case}/{page}")
        found[page] = list_violations(reader.page)
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert {page: each for page, each in found.items() if each} == {}
