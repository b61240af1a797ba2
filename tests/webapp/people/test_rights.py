"""Who may do what: every address, every role, one's own cases and other people's."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from flask import Flask

from tests.webapp.conftest import Clock, make_settings
from tests.webapp.people.conftest import Visitor, let_in, make_person
from webapp import create_app, store
from webapp.api.access import Scope
from webapp.api.problems import is_api
from webapp.people.records import CaseAccess, Visibility
from webapp.people.rights import Need
from webapp.people.table import RIGHTS

CASE_NEEDS = {Need.READ_CASE, Need.EDIT_CASE, Need.MANAGE_CASE}
FILLING = {"number": 1, "name": "json", "document_id": "none", "draft_id": "none", "filename": "icon.svg"}


class Newsroom(NamedTuple):
    app: Flask
    visitors: dict[str, Visitor]
    cases: dict[str, str]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """Everybody signed in; a private case of one of them, one for a team, one for all. Nothing here changes them."""
    app = create_app(make_settings(tmp_path_factory.mktemp("newsroom")), clock=Clock())
    desk = app.extensions["copytrail"]
    people = {
        name: make_person(desk, name, role)
        for name, role in {
            "admin": "admin",
            "owner": "member",
            "other": "member",
            "mate": "member",
            "reader": "reader",
            "ended": "member",
        }.items()
    }
    visitors = {name: let_in(app, person) for name, person in people.items()}
    for name, visitor in visitors.items():
        visitor.token = desk.tokens.make(people[name].id, "All of it", scope=Scope.MANAGE, days=30)
    desk.accounts.end(people["ended"].id)
    visitors["nobody"] = Visitor(app.test_client())
    visitors["nobody"].token = "ct.none.none"
    team = desk.teaming.make("Desk")
    desk.teaming.change(team.id, name="Desk", members=[people["owner"].id, people["mate"].id])
    private, shared, common = (visitors["owner"].make_case(title=f"Case {n}") for n in range(3))
    for case_id, access in {
        shared: CaseAccess(owner_id=people["owner"].id, team_id=team.id, visibility=Visibility.TEAM),
        common: CaseAccess(owner_id=people["owner"].id, visibility=Visibility.ALL),
    }.items():
        with desk.services.database.writing() as connection:
            store.access.save_access(connection, case_id, access)
    yield Newsroom(app, visitors, {"private": private, "shared": shared, "common": common})
    desk.services.database.close()


def list_addresses(app: Flask, case_id: str):
    """Each endpoint with its method and an address of this case."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        values = {name: case_id if name == "case_id" else FILLING.get(name, "none") for name in rule.arguments}
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
            yield rule.endpoint, method, adapter.build(rule.endpoint, values, method=method)


def ask(visitor, method: str, address: str) -> int:
    """How a bare request is answered; a form that lacks everything still passes the gate, or does not.

    Programs show a token, and a parameter that no operation knows, so that nothing is changed behind the gate.
    """
    if is_api(address):
        shown = {"Authorization": f"Bearer {visitor.token}"}
        return visitor.client.open(f"{address}?none=1", method=method, headers=shown).status_code
    if method == "GET":
        return visitor.open(address, follow=False).status_code
    return visitor.client.post(address, content_type="multipart/form-data", data={}).status_code


def test_every_address_is_in_the_table(app):
    known = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert known - set(RIGHTS) == set()
    assert set(RIGHTS) - known == set()


def test_address_without_a_row_is_refused(app, reader, monkeypatch):
    monkeypatch.delitem(RIGHTS, "pages.show_sending")

    assert reader.open("/pages").status_code == 403


def test_strangers_reach_what_is_open_only(newsroom):
    app, visitors, cases = newsroom

    for who in ("nobody", "ended"):
        for endpoint, method, address in list_addresses(app, cases["common"]):
            status = ask(visitors[who], method, address)
            if RIGHTS[endpoint] is Need.OPEN:
                assert status in {200, 303, 400, 404, 422}, (who, address)
            elif RIGHTS[endpoint] is Need.PUPIL:
                assert status == 404, (who, address)
            elif is_api(address):
                assert status == 401, (who, method, address)
            else:
                assert status == (303 if method == "GET" else 401), (who, method, address)


@pytest.mark.parametrize("who", ["other", "mate", "admin", "reader"])
def test_private_case_looks_missing_to_others(newsroom, who):
    app, visitors, cases = newsroom

    for endpoint, method, address in list_addresses(app, cases["private"]):
        if RIGHTS[endpoint] in CASE_NEEDS:
            unknown = address.replace(cases["private"], "unknown")
            assert ask(visitors[who], method, address) == 404, (method, address)
            assert ask(visitors[who], method, unknown) == 404, (method, unknown)


EXPECTED = {
    ("owner", "private"): CASE_NEEDS,
    ("owner", "shared"): CASE_NEEDS,
    ("mate", "shared"): {Need.READ_CASE, Need.EDIT_CASE},
    ("other", "common"): {Need.READ_CASE, Need.EDIT_CASE},
    ("admin", "common"): CASE_NEEDS,
    ("reader", "common"): {Need.READ_CASE},
}


@pytest.mark.parametrize(("who", "which"), EXPECTED)
def test_shown_case_gives_what_the_role_has(newsroom, who, which):
    app, visitors, cases = newsroom

    for endpoint, method, address in list_addresses(app, cases[which]):
        if RIGHTS[endpoint] not in CASE_NEEDS:
            continue
        status = ask(visitors[who], method, address)
        allowed = RIGHTS[endpoint] in EXPECTED[who, which]
        assert (status != 403) == allowed, (method, address, status)
        if is_api(address):
            assert status == (422 if allowed else 403), (method, address)
        elif method == "POST":
            assert status == (400 if allowed else 403), (address, status)


@pytest.mark.parametrize("who", ["owner", "reader"])
def test_administration_is_for_administrators(newsroom, who):
    app, visitors, cases = newsroom

    for endpoint, method, address in list_addresses(app, cases["private"]):
        if RIGHTS[endpoint] is Need.ADMIN:
            assert ask(visitors[who], method, address) == 403
            assert ask(visitors["admin"], method, address) in {200, 400, 422}


def test_reader_writes_nothing(newsroom):
    app, visitors, cases = newsroom

    for endpoint, method, address in list_addresses(app, cases["common"]):
        if RIGHTS[endpoint] is Need.MEMBER:
            assert ask(visitors["reader"], method, address) == 403


def test_lists_show_what_one_may_see(newsroom):
    visitors = newsroom.visitors

    shown = {who: {n for n in range(3) if f"Case {n}" in visitors[who].open("/").text} for who in visitors}

    assert shown["owner"] == {0, 1, 2}
    assert shown["mate"] == {1, 2}
    assert shown["other"] == shown["admin"] == shown["reader"] == {2}


def test_missing_and_hidden_cases_read_the_same(newsroom):
    _, visitors, cases = newsroom

    hidden = visitors["other"].open(f"/cases/{cases['private']}").text
    unknown = visitors["other"].open("/cases/unknown").text

    assert hidden.partition("csrf_token")[0] == unknown.partition("csrf_token")[0]


def test_forms_name_no_case_of_others(newsroom):
    _, visitors, cases = newsroom

    answer = visitors["other"].send("/drafts", {"case": cases["private"], "article-1-text": "Words"})

    assert answer.status_code == 404


def test_unfinished_forms_are_their_writers(newsroom):
    visitors = newsroom.visitors
    visitors["owner"].send("/drafts", {"key": "k" * 27, "writer": "w", "original-text": "Confidential words"})

    assert "Confidential words" in visitors["owner"].open("/?draft=" + "k" * 27).text
    assert "Confidential words" not in visitors["other"].open("/?draft=" + "k" * 27).text
    assert "Confidential words" not in visitors["other"].open("/").text
    assert visitors["other"].send("/drafts/" + "k" * 27 + "/discard").status_code == 404
    assert visitors["other"].send("/drafts", {"key": "k" * 27, "original-text": "Mine"}).status_code == 404
    assert "Confidential words" in visitors["owner"].open("/?draft=" + "k" * 27).text


def test_sent_page_is_its_first_readers(newsroom):
    visitors = newsroom.visitors
    page = "<html><body><p>" + "A sentence of the page. " * 20 + "</p></body></html>"
    arrived = visitors["nobody"].client.post("/pages", data={"html": page, "title": "Sent title"})
    address = "/pages/" + arrived.text.split("/pages/")[1].split('"')[0]

    assert visitors["owner"].open(address).status_code == 200
    assert visitors["other"].open(address).status_code == 404


def test_reader_is_offered_no_form_that_changes(newsroom):
    _, visitors, cases = newsroom
    case = f"/cases/{cases['common']}"

    shown = [visitors["reader"].open(address).text for address in ("/", case, f"{case}/articles/1?focus=m1")]
    offered = [visitors["other"].open(address).text for address in ("/", case, f"{case}/articles/1?focus=m1")]

    assert [page.count('method="post"') for page in shown] == [1, 1, 1]
    assert all(page.count('method="post"') > 1 for page in offered)
