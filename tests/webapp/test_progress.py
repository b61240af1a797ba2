"""The page of long work: it answers at once, says how far it is, and leads to the result."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.jobs import queue as queues
from webapp.jobs.worker import Worker

OTHER = ARTICLE.replace("Bridge opens at last", "Crossing opens for lorries")
THIRD = ARTICLE.replace("Residents", "Neighbours")


@pytest.fixture
def queue(app, monkeypatch):
    monkeypatch.setattr(queues, "PAGE_WORDS", 0)
    queue = app.extensions["copytrail"].queue
    queue.alarm.listeners.append(lambda: None)
    return queue


@pytest.fixture
def worker(services, queue):
    return Worker(services.database, services.clock, "one")


def test_long_form_answers_at_once(reader, queue):
    answer = reader.compare(RELEASE, ARTICLE, OTHER, THIRD)

    assert answer.status_code == 303
    assert answer.location.endswith("/progress")
    assert "0 of 3 articles compared." in reader.open(answer.location).text


def test_progress_is_told_in_words_and_numbers(reader, worker):
    address = reader.compare(RELEASE, ARTICLE, OTHER, THIRD).location
    worker.do(worker.claim())
    worker.claim()

    page = reader.open(address).text

    bar = re.search(r"<progress[^>]*>", page)[0]
    assert 'max="100"' in bar
    assert 0 < int(re.search(r'value="(\d+)"', bar)[1]) < 100
    assert "1 of 3 articles compared." in page
    assert "Being compared now: “Crossing opens for lorries”." in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_quarters_are_said_once(reader, worker):
    address = reader.compare(RELEASE, ARTICLE, OTHER, THIRD).location
    for _ in range(2):
        worker.do(worker.claim())

    first = reader.open(address + "?heard=0", fragment=True).text
    heard = re.search(r"heard=(\d)", first)[1]

    assert "Half is done." in first
    assert "hx-swap-oob" not in reader.open(f"{address}?heard={heard}", fragment=True).text


def test_finished_work_leads_to_the_case(reader, worker):
    address = reader.compare(RELEASE, ARTICLE, OTHER).location
    worker.work_off()

    polled = reader.open(address, fragment=True)
    page = reader.open(address)

    assert (polled.status_code, polled.text) == (204, "")
    assert polled.headers["HX-Redirect"].endswith("?done=compared")
    assert "All articles are compared." in page.text
    assert "hx-get" not in page.text


def test_one_large_article_leads_to_its_comparison(reader, worker):
    address = reader.compare(RELEASE, ARTICLE).location
    worker.work_off()

    assert reader.open(address, follow=False).location.endswith("/articles/1")


def test_stopped_work_waits_for_a_word(reader, worker, queue):
    address = reader.compare(RELEASE, ARTICLE, OTHER).location
    case = address.removesuffix("/progress")

    stopped = reader.send(f"{address}/cancel", follow=True).text
    assert "The comparison was stopped." in stopped
    assert "hx-get" not in stopped
    assert "Not compared yet." in reader.open(case).text
    assert worker.claim() is None

    assert reader.send(f"{case}/compare").location.endswith("/progress")
    worker.work_off()
    assert reader.open(address, follow=False).location.endswith("?done=compared")


def test_page_of_an_article_leads_to_the_progress(reader, queue):
    case = reader.compare(RELEASE, ARTICLE, OTHER).location.removesuffix("/progress")

    for path in ("/articles/1", "/export/json", "/ledger"):
        answer = reader.open(case + path, follow=False)
        assert (answer.status_code, answer.location) == (303, f"{case}/progress")


def test_changed_release_is_compared_in_the_background(reader, worker, services):
    case = reader.compare(RELEASE, ARTICLE, OTHER).location.removesuffix("/progress")
    worker.work_off()
    record = services.open_case(case.rpartition("/")[2])

    fields = {f"{record.original.anchor}-title": "Another name", f"{record.original.anchor}-url": ""}
    reader.send(f"{case}/documents/{record.original.id}/describe", fields)
    assert reader.open(f"{case}/articles/2", follow=False).location == f"{case}/progress"
    worker.work_off()

    assert reader.open(f"{case}/articles/2", follow=False).status_code == 200


def test_unknown_case_has_no_progress(reader):
    assert reader.open("/cases/none/progress").status_code == 404
    assert reader.send("/cases/none/progress/cancel").status_code == 404
    assert reader.send("/cases/none/compare").status_code == 404
