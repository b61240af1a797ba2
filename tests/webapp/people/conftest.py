"""People with accounts, each in front of a browser of their own."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import Reader
from webapp.people.records import PersonRole

PASSWORD = "tide tables and biscuits"


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def add_person(desk):
    """Makes accounts."""

    def add(name: str, role: str = "member"):
        return desk.accounts.add(name, PersonRole(role), password=PASSWORD)

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
