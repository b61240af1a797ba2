"""People with accounts, each in front of a browser of their own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.webapp.conftest import Reader
from webapp import store
from webapp.people.passwords import hash_password
from webapp.people.records import PersonRole
from webapp.views.guard import COOKIE

PASSWORD = "tide tables and biscuits"


@cache
def hash_once() -> str:
    return hash_password(PASSWORD)


def make_person(desk, name: str, role: str):
    """An account whose password is kept as it would be; it is hashed once for all tests."""
    person = desk.accounts.add(name, PersonRole(role))
    known = replace(person, password=hash_once())
    with desk.services.database.writing() as connection:
        store.people.save_person(connection, known)
    return known


def let_in(app, person) -> Visitor:
    """Somebody who is signed in already."""
    visitor = Visitor(app.test_client())
    visitor.client.set_cookie(COOKIE, app.extensions["copytrail"].signing.begin(person.id))
    return visitor


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def add_person(desk):
    """Makes accounts."""

    def add(name: str, role: str = "member"):
        return make_person(desk, name, role)

    return add


@pytest.fixture
def sign_in(app):
    """Signs somebody in, in a browser of their own."""

    def enter(name: str, password: str = PASSWORD) -> Reader:
        reader = Visitor(app.test_client())
        reader.answer = reader.send("/sign-in", {"name": name, "password": password})
        return reader

    return enter


@pytest.fixture
def stranger(app) -> Visitor:
    return Visitor(app.test_client())


class Visitor(Reader):
    """Somebody who may have to sign in: takes the form's token from any page that shows one."""

    def send(self, address: str, fields: dict | None = None, *, fragment: bool = False, follow: bool = False):
        page = self.open("/account").text
        values = {"csrf_token": self.find_field(page, "csrf_token"), **(fields or {})}
        headers = {"HX-Request": "true"} if fragment else {}
        return self.client.post(
            address, data=values, headers=headers, follow_redirects=follow, content_type="multipart/form-data"
        )
