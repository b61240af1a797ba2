"""Copies, days of deletion, backups and lessons, asked for by a program."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from tests.webapp.api.conftest import Program
from tests.webapp.conftest import ARTICLE, RELEASE, make_settings
from tests.webapp.people.conftest import make_person
from webapp import create_app
from webapp.api.access import Scope
from webapp.backup.reading import open_reader

CASE = {"title": "The bridge", "original": RELEASE, "articles": [ARTICLE]}
ZIP = {"Content-Type": "application/zip"}


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def program(app, desk) -> Program:
    return Program(app.test_client(), desk.tokens.make(None, "Tests", scope=Scope.MANAGE, days=7))


@pytest.fixture
def address(program) -> str:
    return f"/cases/{program.post('/cases', CASE).json['id']}"


def test_case_gets_a_day_and_loses_it(program, address):
    day = program.ask("PUT", f"{address}/day", json={"delete_on": "2026-12-24"})
    kept = program.ask("PUT", f"{address}/day", json={"delete_on": None})

    assert (day.status_code, day.json["delete_on"], kept.json["delete_on"]) == (200, "2026-12-24", None)


@pytest.mark.parametrize("body", [{}, {"delete_on": "2026-11-22"}, {"delete_on": "soon"}])
def test_impossible_day_changes_nothing(program, address, body):
    refused = program.ask("PUT", f"{address}/day", json=body)

    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/delete_on")
    assert program.get(address).json["delete_on"] is None


def test_day_is_not_set_on_what_changed(program, address, clock):
    seen = program.get(address).headers["ETag"]
    clock.move_on(minutes=1)
    program.ask("PATCH", address, json={"title": "Other"})

    refused = program.ask("PUT", f"{address}/day", json={"delete_on": "2026-12-24"}, headers={"If-Match": seen})

    assert refused.status_code == 412
    assert program.get(address).json["delete_on"] is None


def test_copy_stands_beside_its_case(program, address):
    first, again = (program.post(f"{address}/copies", headers={"Idempotency-Key": "copy"}) for _attempt in range(2))

    assert (first.status_code, first.json["title"]) == (201, "Copy of The bridge")
    assert first.json["articles"][0]["sha256"] == program.get(address).json["articles"][0]["sha256"]
    assert (again.status_code, again.headers["Location"]) == (303, first.headers["Location"])
    assert program.get("/cases").json["total"] == 2


def test_case_is_backed_up_and_restored(program, reader, address):
    saved = program.get(f"{address}/backup")
    program.post(f"{address}/trash")
    program.ask("DELETE", address)

    said = program.ask("POST", "/backup/look", data=saved.data, headers=ZIP)
    missing = program.get(address).status_code
    restored = program.ask("POST", "/backup/restore", data=saved.data, headers=ZIP)

    assert saved.content_type == "application/zip"
    assert (said.status_code, said.json["cases"], missing) == (200, 1, 404)
    assert (restored.status_code, restored.json["cases"], restored.json["documents"]) == (201, 1, 2)
    assert program.get(address).json["title"] == "The bridge"


def test_everything_is_one_file(program, address):
    saved = program.get("/backup")

    with open_reader(BytesIO(saved.data)) as backup:
        assert backup.manifest.rows["cases"] == 1
    assert saved.headers["Content-Disposition"] == "attachment; filename=copytrail-2026-11-22.zip"


def test_key_restores_once(program, address):
    saved = program.get("/backup").data
    first, again = (
        program.ask("POST", "/backup/restore", data=saved, headers={**ZIP, "Idempotency-Key": "back"})
        for _attempt in range(2)
    )

    assert (first.status_code, first.json["renamed"], again.status_code) == (201, 1, 303)
    assert program.get("/cases").json["total"] == 2


@pytest.mark.parametrize(
    ("headers", "status"),
    [(ZIP, 422), ({"Content-Type": "application/json"}, 415), ({}, 415)],
    ids=["zip", "json", "none"],
)
def test_what_is_no_backup_is_refused(program, headers, status):
    refused = program.ask("POST", "/backup/restore", data=b"no backup", headers=headers)

    assert (refused.status_code, refused.content_type) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/backup"), ("POST", "/backup/restore"), ("POST", "/backup/look"), ("GET", "/people")]
)
def test_only_administrators_reach_everything(app, desk, method, path):
    make_person(desk, "Ann", "admin")
    ben = make_person(desk, "Ben", "member")
    program = Program(app.test_client(), desk.tokens.make(ben.id, "Run", scope=Scope.MANAGE, days=7))

    assert program.ask(method, path, headers=ZIP, data=b"x").status_code == 403


def test_reading_token_makes_no_backup(app, desk, address):
    program = Program(app.test_client(), desk.tokens.make(None, "Run", scope=Scope.WRITE, days=7))

    assert program.get(f"{address}/backup").status_code == 200
    assert program.get("/backup").status_code == 403


def test_lesson_is_made_exported_and_imported(program, reader, address):
    made = program.post(f"{address}/articles/1/lessons", {"title": "Bridges", "minutes": 45, "level": "plain"})
    place = made.headers["Location"].removeprefix("/api/v1")
    file = program.get(place)
    kept = program.ask("POST", "/lessons", data=file.data, headers={"Content-Type": "application/json"})

    assert (made.status_code, kept.status_code) == (201, 201)
    assert file.data == reader.open(f"/lessons/{made.json['id']}/file").data
    assert json.loads(file.data)["title"] == "Bridges"
    assert [each["title"] for each in program.get("/lessons").json["lessons"]] == ["Bridges", "Bridges"]
    assert program.ask("DELETE", f"/lessons/{kept.json['id']}").status_code == 204
    assert len(program.get("/lessons").json["lessons"]) == 1


def test_lesson_of_another_looks_missing(app, desk):
    people = [make_person(desk, name, "member") for name in ("Ann", "Ben")]
    ann, ben = (
        Program(app.test_client(), desk.tokens.make(person.id, "Run", scope=Scope.MANAGE, days=7)) for person in people
    )
    case = ann.post("/cases", CASE).json["id"]
    lesson = ann.post(f"/cases/{case}/articles/1/lessons").json["id"]

    assert ann.get(f"/lessons/{lesson}/file").status_code == 200
    assert ben.get(f"/lessons/{lesson}/file").status_code == 404
    assert ben.ask("DELETE", f"/lessons/{lesson}").status_code == 404


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"no json"])
def test_what_is_no_lesson_is_refused(program, body):
    refused = program.ask("POST", "/lessons", data=body, headers={"Content-Type": "application/json"})

    assert (refused.status_code, refused.content_type) == (422, "application/problem+json")


def test_case_comes_back_on_another_machine(program, address, tmp_path):
    other = create_app(make_settings(tmp_path / "other"))
    desk = other.extensions["copytrail"]
    there = Program(other.test_client(), desk.tokens.make(None, "Tests", scope=Scope.MANAGE, days=7))

    restored = there.ask("POST", "/backup/restore", data=program.get(f"{address}/backup").data, headers=ZIP)

    assert (restored.status_code, restored.json["renamed"]) == (201, 0)
    assert there.get(address).json == program.get(address).json
    desk.services.database.close()
