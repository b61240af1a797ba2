"""Long work and many pairs, for programs."""

from __future__ import annotations

import json

import pytest

from copytrail.pairs import PairLine, PairOptions, compare_line
from tests.webapp.api.conftest import Program
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.api import batch
from webapp.api.access import Scope
from webapp.jobs import queue


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def writer(app, desk) -> Program:
    return Program(app.test_client(), desk.tokens.make(None, "Tests", scope=Scope.WRITE, days=7))


@pytest.fixture
def in_background(desk, monkeypatch):
    """Somebody would work in the background, and everything takes long."""
    desk.queue.alarm.listeners.append(lambda: None)
    monkeypatch.setattr(queue, "PAGE_WORDS", 10)


def test_case_that_is_compared_is_ready(writer):
    case = writer.post("/cases", {"original": RELEASE, "articles": [ARTICLE]}).json["id"]

    job = writer.post(f"/cases/{case}/job").json

    assert job == {"ready": True, "state": None, "share": 1.0, "articles": 1, "compared": 1, "failed": []}


def test_work_is_seen_and_stopped(writer, in_background):
    case = writer.post("/cases", {"original": RELEASE, "articles": [ARTICLE, ARTICLE]}).json["id"]

    running = writer.get(f"/cases/{case}/job").json
    stopped = writer.ask("DELETE", f"/cases/{case}/job").json
    begun = writer.post(f"/cases/{case}/job").json

    assert (running["ready"], running["state"], running["compared"]) == (False, "open", 0)
    assert (stopped["state"], begun["state"]) == ("cancelled", "open")


def make_pairs() -> list[dict]:
    page = f"<html><body><article><p>{ARTICLE}</p></article></body></html>"
    return [
        {"id": "one", "original": RELEASE, "derivative": ARTICLE},
        {"id": "two", "original": {"text": RELEASE, "title": "T"}, "derivative": {"html": page}},
        {"id": "three", "original": RELEASE, "derivative": " "},
    ]


def test_lines_are_those_of_the_command_line(program, tmp_path):
    pairs = make_pairs()
    lines = [PairLine(number, json.dumps(pair).encode()) for number, pair in enumerate(pairs, start=1)]

    answer = program.post("/batch", {"pairs": pairs})

    assert answer.content_type == "application/x-ndjson"
    assert answer.data == b"".join(compare_line(line, PairOptions(folder=tmp_path)).content for line in lines)
    assert [json.loads(line)["id"] for line in answer.data.splitlines()] == ["one", "two", "three"]
    assert "error" in json.loads(answer.data.splitlines()[2])


def test_fields_can_be_chosen(program):
    answer = program.post("/batch", {"pairs": make_pairs()[:1], "fields": ["summary"]})

    assert set(json.loads(answer.data)) == {"id", "schema", "summary"}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"pairs": [{"id": "a", "original": RELEASE}]}, "/pairs/0/derivative"),
        ({"pairs": [{"id": "a", "original": {"path": "/etc/passwd"}, "derivative": "x"}]}, "/pairs/0/original/path"),
        ({"pairs": [{"id": "a", "original": RELEASE, "derivative": {"title": "x"}}]}, "/pairs/0/derivative"),
        ({"pairs": [{"id": "a", "original": "x" * 20_001, "derivative": "x"}]}, "/pairs/0/original"),
        ({"pairs": make_pairs(), "fields": ["nonsense"]}, "/fields"),
        ({"pairs": make_pairs() * 67}, "/pairs"),
    ],
)
def test_wrong_batches_are_refused_as_a_whole(program, body, pointer):
    answer = program.post("/batch", body)

    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json["errors"]]


def test_too_much_is_refused(program, monkeypatch):
    monkeypatch.setattr(batch, "ALL_WORDS", 10)

    assert program.post("/batch", {"pairs": make_pairs()}).status_code == 413


def test_place_is_free_after_a_batch(program):
    for _ in range(4):
        assert program.post("/batch", {"pairs": make_pairs()}).status_code == 200


def test_place_is_free_when_nobody_waits(program):
    for _ in range(4):
        answer = program.client.post("/api/v1/batch", json={"pairs": make_pairs()}, buffered=False)
        assert answer.status_code == 200
        answer.close()
