"""A desk on either database, and somebody who looks for cases."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.webapp.conftest import Reader
from webapp import create_app


@pytest.fixture
def each_desk(each_database, clock):
    app = create_app(each_database, clock=clock)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    yield desk, Reader(app.test_client())
    desk.services.database.close()


@pytest.fixture
def each_reader(each_desk) -> Reader:
    return each_desk[1]


class Desk:
    """The list of cases as its page shows it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def open(self, **query: str) -> str:
        return self.reader.client.get("/cases", query_string=query).text

    def list_names(self, **query: str) -> list[str]:
        names = re.findall(r'<a class="name"[^>]*><bdi>(.*?)</bdi>', self.open(**query), re.DOTALL)
        return [unescape(re.sub(r"</?mark>", "", name)) for name in names]

    def act(self, act: str, *cases: str, **fields: str):
        return self.reader.send("/cases/several", {"act": act, "case": list(cases), **fields})


@pytest.fixture
def open_desk():
    return Desk


@pytest.fixture
def desk(reader) -> Desk:
    return Desk(reader)
