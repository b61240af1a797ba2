"""Programs that ask the API, without any browser."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.webapp.people.conftest import make_person
from webapp.api.access import Scope

ROOT = "/api/v1"
RELEASE = (
    "The bridge cost twelve million pounds and took three years to build, the department said.\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n"
)
ARTICLE = (
    "The bridge cost fifteen million pounds and took three years to build, the department said.\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "Residents had waited for a crossing since the ferry stopped running two winters ago.\n"
)


@dataclass
class Program:
    """A program with or without a token."""

    client: FlaskClient
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, address: str, **sent: object) -> TestResponse:
        shown = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        headers = {**shown, **self.headers, **sent.pop("headers", {})}
        return self.client.open(ROOT + address, method=method, headers=headers, buffered=True, **sent)

    def get(self, address: str, **sent: object) -> TestResponse:
        return self.ask("GET", address, **sent)

    def post(self, address: str, body: object = None, **sent: object) -> TestResponse:
        return self.ask("POST", address, json={} if body is None else body, **sent)


@pytest.fixture
def program(app) -> Program:
    return Program(app.test_client())


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def ada(app, desk) -> Program:
    person = make_person(desk, "Ada", "member")
    return Program(app.test_client(), desk.tokens.make(person.id, "Tests", scope=Scope.MANAGE, days=7))


@pytest.fixture
def article(ada) -> str:
    """The address of the one article of a case."""
    return f"/cases/{ada.post('/cases', {'original': RELEASE, 'articles': [ARTICLE]}).json['id']}/articles/1"


def read(program: Program, article: str) -> dict:
    return program.get(f"{article}/review").json


def find_match(program: Program, article: str, words: str) -> str:
    matches = program.get(f"{article}/comparison?fields=matches").json["matches"]
    return next(match["id"] for match in matches if words in match["derivative"]["exact"])
