"""Links, and who sees a case, asked for and changed by a program."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.webapp.api.conftest import Program
from tests.webapp.conftest import ARTICLE, RELEASE, make_settings
from tests.webapp.people.conftest import make_person
from webapp import create_app
from webapp.api.access import Scope
from webapp.people.records import Visibility

ROLES = {"Ann": "admin", "Ben": "member", "Cy": "member"}
CASE = {"title": "The bridge", "original": RELEASE, "articles": [ARTICLE, ARTICLE]}


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def program(app, desk) -> Program:
    return Program(app.test_client(), desk.tokens.make(None, "Tests", scope=Scope.MANAGE, days=7))


@pytest.fixture
def address(program) -> str:
    return f"/cases/{program.post('/cases', CASE).json['id']}"


def open_link(program: Program, made: dict) -> int:
    """How the link is answered to somebody who has nothing else."""
    return program.client.get(made["address"].removeprefix("http://localhost")).status_code


def test_link_is_told_once(program, address):
    made = program.post(f"{address}/shares", {"article": 2, "names": True, "label": "For Ada", "days": 30})

    share = made.json["share"]
    listed = program.get(f"{address}/shares")
    assert made.status_code == 201
    assert (share["article"], share["names"], share["reasons"], share["standing"]) == (2, True, False, "open")
    assert share["expires"] == "2026-12-22T09:00:00+00:00"
    assert open_link(program, made.json) == 200
    assert [each["label"] for each in listed.json["shares"]] == ["For Ada"]
    assert made.json["address"].rpartition("/")[2] not in listed.text
    assert program.get(made.headers["Location"].removeprefix("/api/v1")).json["opened"] == 1


def test_link_without_a_span_ends_in_a_week(program, address):
    assert program.post(f"{address}/shares").json["share"]["expires"] == "2026-11-29T09:00:00+00:00"


def test_revoked_link_leads_nowhere(program, address):
    made = program.post(f"{address}/shares").json
    place = f"{address}/shares/{made['share']['id']}"

    revoked = program.ask("DELETE", place)

    assert (revoked.status_code, revoked.json["standing"]) == (200, "revoked")
    assert open_link(program, made) == 404
    assert program.ask("DELETE", place).status_code == 404
    assert program.ask("PATCH", place, json={"days": 3}).status_code == 404


def test_end_of_a_link_is_moved(program, address, clock):
    made = program.post(f"{address}/shares", {"days": 1}).json
    place = f"{address}/shares/{made['share']['id']}"

    kept = program.ask("PATCH", place, json={"last_day": "2026-12-24"}).json
    clock.move_on(days=3)
    opened = open_link(program, made)
    endless = program.ask("PATCH", place, json={"until_revoked": True}).json

    assert (kept["expires"], opened, endless["expires"]) == ("2026-12-25T00:00:00+00:00", 200, None)


def test_end_seen_otherwise_is_not_moved(program, address):
    made = program.post(f"{address}/shares").json
    place = f"{address}/shares/{made['share']['id']}"
    seen = program.get(place).headers["ETag"]
    program.ask("PATCH", place, json={"days": 30})

    refused = program.ask("PATCH", place, json={"days": 1}, headers={"If-Match": seen})

    assert refused.status_code == 412
    assert program.get(place).json["expires"] == "2026-12-22T09:00:00+00:00"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"article": 3}, "/article"),
        ({"sites": ["https://news.example/page"]}, "/sites"),
        ({"label": "l" * 201}, "/label"),
        ({"last_day": "2026-11-21"}, "/last_day"),
        ({"days": 1, "until_revoked": True}, ""),
        ({"days": 366}, "/days"),
    ],
)
def test_refused_link_is_not_made(program, address, body, pointer):
    refused = program.post(f"{address}/shares", body)

    assert refused.status_code == 422
    assert [error["pointer"] for error in refused.json["errors"]] == [pointer]
    assert program.get(f"{address}/shares").json["shares"] == []


def test_key_makes_one_link(program, address):
    first, second = (
        program.post(f"{address}/shares", {}, headers={"Idempotency-Key": "link-1"}) for _attempt in range(2)
    )

    assert (first.status_code, second.status_code) == (201, 303)
    assert second.headers["Location"] == first.headers["Location"]
    assert len(program.get(f"{address}/shares").json["shares"]) == 1


def test_links_may_be_switched_off(tmp_path):
    app = create_app(replace(make_settings(tmp_path), sharing=False))
    desk = app.extensions["copytrail"]
    program = Program(app.test_client(), desk.tokens.make(None, "Tests", scope=Scope.MANAGE, days=7))
    address = f"/cases/{program.post('/cases', CASE).json['id']}"

    refused = program.post(f"{address}/shares")

    assert (refused.status_code, refused.content_type) == (403, "application/problem+json")
    assert program.get(f"{address}/shares").json == {"shares": [], "is_on": False}
    desk.services.database.close()


@pytest.fixture
def newsroom(app, desk):
    """Programs of an administrator, of somebody with a case, and of somebody else."""
    people = {name: make_person(desk, name, role) for name, role in ROLES.items()}
    return people, {
        name: Program(app.test_client(), desk.tokens.make(person.id, "Run", scope=Scope.MANAGE, days=7))
        for name, person in people.items()
    }


def test_case_is_shown_to_a_team(desk, newsroom):
    people, programs = newsroom
    team = desk.teaming.make("Desk")
    desk.teaming.change(team.id, name="Desk", members=[people["Ben"].id, people["Cy"].id])
    address = f"/cases/{programs['Ben'].post('/cases', CASE).json['id']}"
    before = (programs["Ben"].get(f"{address}/access").json, programs["Cy"].get(address).status_code)

    (known,) = programs["Ben"].get("/teams").json["teams"]
    shown = programs["Ben"].ask("PUT", f"{address}/access", json={"visibility": "team", "team": known["id"]})

    assert before == ({"owner": people["Ben"].id, "visibility": "private", "team": ""}, 404)
    assert shown.json == {"owner": people["Ben"].id, "visibility": "team", "team": team.id}
    assert programs["Cy"].get(address).status_code == 200
    assert programs["Cy"].ask("PUT", f"{address}/access", json={"visibility": "all"}).status_code == 403
    assert programs["Ann"].get(address).status_code == 404


def test_case_is_handed_over(newsroom):
    people, programs = newsroom
    address = f"/cases/{programs['Ben'].post('/cases', CASE).json['id']}"

    given = programs["Ben"].ask("PUT", f"{address}/access", json={"visibility": "private", "owner": people["Cy"].id})

    assert (given.status_code, given.json["owner"]) == (200, people["Cy"].id)
    assert programs["Ben"].get(address).status_code == 404
    assert programs["Cy"].get(f"{address}/access").json["visibility"] == "private"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [({"visibility": "team"}, ""), ({"visibility": "private", "owner": "nobody"}, "/owner"), ({}, "/visibility")],
)
def test_refused_access_changes_nothing(newsroom, body, pointer):
    _people, programs = newsroom
    address = f"/cases/{programs['Ben'].post('/cases', CASE).json['id']}"

    refused = programs["Ben"].ask("PUT", f"{address}/access", json=body)

    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, pointer)
    assert programs["Ben"].get(f"{address}/access").json["visibility"] == Visibility.PRIVATE


def test_access_seen_otherwise_is_not_changed(newsroom):
    _people, programs = newsroom
    address = f"/cases/{programs['Ben'].post('/cases', CASE).json['id']}/access"
    seen = programs["Ben"].get(address).headers["ETag"]
    first, second = (
        programs["Ben"].ask("PUT", address, json={"visibility": value}, headers={"If-Match": seen}).status_code
        for value in ("all", "private")
    )

    assert (first, second) == (200, 412)
    assert programs["Ben"].get(address).json["visibility"] == "all"


def test_access_needs_accounts(program, address):
    refused = program.ask("PUT", f"{address}/access", json={"visibility": "all"})

    assert (refused.status_code, refused.content_type) == (409, "application/problem+json")


def test_people_are_listed_for_administrators(newsroom):
    people, programs = newsroom

    listed = programs["Ann"].get("/people").json["people"]

    assert {each["name"]: each["role"] for each in listed} == ROLES
    assert set(listed[0]) == {"id", "name", "role", "email", "is_active"}
    assert programs["Ben"].get("/people").status_code == 403
    assert {each["id"] for each in listed} == {person.id for person in people.values()}
