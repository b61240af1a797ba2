"""Programs that ask the API, without any browser."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ROOT = "/api/v1"


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
