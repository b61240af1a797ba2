"""What pages offer: nothing that would be refused to the one who looks, and nothing of cases not shown to them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from flask import Flask

from tests.webapp.conftest import ARTICLE, Clock, make_settings
from tests.webapp.people.conftest import Visitor, let_in, make_person
from webapp import create_app, store
from webapp.catalogue import finding
from webapp.people.records import CaseAccess, Person, Visibility
from webapp.people.rights import Rights, Verdict, judge
from webapp.people.table import RIGHTS

ROLES = {"admin": "admin", "owner": "member", "other": "member", "reader": "reader"}
PAGES = (
    "",
    "/articles/1?focus=m1",
    "/articles/1?view=findings",
    "/articles/1/notes",
    "/notes",
    "/history",
    "/texts",
    "/progress",
    "/exports",
    "/grid",
    "/trail",
    "/shares",
    "/access",
    "/order",
)
FOR_ALL = ("/", "/cases", "/cases?in=archive", "/cases?in=trash", "/tags", "/account", "/lessons")


class Office(NamedTuple):
    app: Flask
    people: dict[str, Person]
    visitors: dict[str, Visitor]
    case: str
    trashed: str


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A case for all with all that may be done to one, and one in the trash, both of one of them."""
    app = create_app(make_settings(tmp_path_factory.mktemp("office")), clock=Clock())
    desk = app.extensions["copytrail"]
    people = {name: make_person(desk, name, role) for name, role in ROLES.items()}
    visitors = {name: let_in(app, person) for name, person in people.items()}
    owner = visitors["owner"]
    case, trashed = (owner.make_case(ARTICLE, ARTICLE + "Again.\n", title=title) for title in ("Bridge", "Ferry"))
    for each in (case, trashed):
        with desk.services.database.writing() as connection:
            access = CaseAccess(owner_id=people["owner"].id, visibility=Visibility.ALL)
            store.access.save_access(connection, each, access)
    owner.send(f"/cases/{case}/tags", {"tags": "river"})
    owner.send(f"/cases/{case}/articles/1/notes", {"on": "whole", "text": "Check.", "back": "notes"})
    owner.send(f"/cases/{case}/shares", {"what": "case", "until": "revoked", "key": "k" * 27})
    owner.send(f"/cases/{trashed}/delete")
    yield Office(app, people, visitors, case, trashed)
    desk.services.database.close()


def list_forms(page: str) -> list[str]:
    return re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"', page.replace("\n", " "))


def list_links(page: str) -> list[str]:
    return re.findall(r'<a [^>]*href="(/[^"#]*)', page.replace("\n", " "))


def is_allowed(office: Office, who: str, action: str, method: str = "POST") -> bool:
    """Whether the table of rights lets this person send a form there, or follow a link."""
    path = action.partition("?")[0].replace("&amp;", "&")
    endpoint, values = office.app.url_map.bind("localhost").match(path, method=method)
    desk, rights = office.app.extensions["copytrail"], Rights(person=office.people[who])
    standing = desk.access.find_standing(values.get("case_id", ""), rights.viewer)
    return judge(RIGHTS[endpoint], rights, standing) is Verdict.ALLOWED


@pytest.mark.parametrize("who", ROLES)
def test_every_form_goes_where_the_role_may(office, who):
    addresses = [*FOR_ALL, f"/cases/{office.trashed}", *(f"/cases/{office.case}{page}" for page in PAGES)]

    shown = [office.visitors[who].open(address) for address in addresses]
    forms = {form for page in shown for form in list_forms(page.text)}

    assert forms >= {"/sign-out"}
    assert [form for form in sorted(forms) if not is_allowed(office, who, form)] == []


@pytest.mark.parametrize("who", ROLES)
def test_every_link_leads_where_the_role_may(office, who):
    addresses = [*FOR_ALL, f"/cases/{office.trashed}", *(f"/cases/{office.case}{page}" for page in PAGES)]

    shown = [office.visitors[who].open(address) for address in addresses]
    links = {link for page in shown if page.status_code == 200 for link in list_links(page.text)}

    assert f"/cases/{office.case}/articles/1" in {link.partition("?")[0] for link in links}
    assert [link for link in sorted(links) if not is_allowed(office, who, link, "GET")] == []


@pytest.mark.parametrize(("who", "sees"), [("admin", True), ("owner", True), ("other", False), ("reader", False)])
def test_deleting_is_offered_to_those_who_may(office, who, sees):
    visitor = office.visitors[who]
    pages = [visitor.open(address).text for address in (f"/cases/{office.case}", f"/cases/{office.trashed}")]
    listed, lying = visitor.open("/cases").text, visitor.open("/cases?in=trash").text

    for case, page in zip((office.case, office.trashed), pages, strict=True):
        assert (f"/cases/{case}/delete" in page) == sees
    assert ('value="trash"' in listed) == ('value="delete"' in lying) == ("Empty the trash" in lying) == sees
    assert ("Only the owner of a case" in listed) == (who == "other")
    assert ("can restore it" in pages[1]) == (who == "other")


def test_member_tags_and_archives_cases_of_others(office):
    listed = office.visitors["other"].open("/cases").text

    assert 'value="tag"' in listed
    assert 'value="archive"' in listed
    assert f'id="case-{office.case}" name="case"' in listed


def test_texts_of_hidden_cases_are_not_counted(app, add_person, monkeypatch):
    owner, other = let_in(app, add_person("Owner")), let_in(app, add_person("Other"))
    owner.make_case(title="The old bridge")
    monkeypatch.setattr(finding, "PATIENCE", 0.0)

    assert "3 texts are not searched yet" in owner.open("/cases?q=bridge").text
    assert "not searched yet" not in other.open("/cases?q=bridge").text


def test_search_copies_what_one_may_see(app, add_person):
    owner, other = let_in(app, add_person("Owner")), let_in(app, add_person("Other"))
    owner.make_case(title="The old bridge")

    other.open("/cases?q=bridge")

    assert "The old <mark>bridge</mark>" in owner.open("/cases?q=bridge").text


def test_readers_look_at_lessons_only(office):
    owner, reader = office.visitors["owner"], office.visitors["reader"]
    lesson = owner.send("/lessons/bundled/whose-words").location.partition("?")[0]
    owner.send(f"{lesson}/share", {"visibility": "all"})

    forms = [list_forms(visitor.open(lesson).text) for visitor in (owner, reader)]

    assert [any(form.startswith(lesson) for form in each) for each in forms] == [True, False]
    assert "Save" not in reader.open(f"{lesson}/tasks/t1").text
    assert "Worksheet (PDF)" in reader.open(lesson).text


def test_lesson_offers_deletion_to_its_owner(office):
    owner, other = office.visitors["owner"], office.visitors["other"]
    lesson = owner.send("/lessons/bundled/whose-words").location.partition("?")[0]
    owner.send(f"{lesson}/share", {"visibility": "all"})

    pages = [visitor.open(lesson).text for visitor in (owner, other)]

    assert [f'action="{lesson}/delete"' in page for page in pages] == [True, False]
    assert [f'action="{lesson}/share"' in page for page in pages] == [True, False]
    assert all("whose words" in page.casefold() for page in pages)
