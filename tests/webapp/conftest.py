"""A desk to try things at: an application on a database of its own, and a reader who fills in forms."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.webapp.postgres import empty_database, empty_tables, run_postgres
from webapp.application import QuietFlask, create_app
from webapp.db import open_database
from webapp.settings import Settings, name_database, read_settings

RELEASE = (
    "Minister opens the new bridge\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "The bridge cost twelve million pounds and took three years to build, the department said.\n"
)
ARTICLE = (
    "Bridge opens at last\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "Residents had waited for a crossing since the ferry stopped running two winters ago.\n"
)


@dataclass
class Clock:
    """A clock that stands still until it is moved on."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def move_on(self, **span: int) -> None:
        self.now += timedelta(**span)


class Reader:
    """Somebody in front of a browser, who opens pages and sends the forms on them."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def open(self, address: str, *, fragment: bool = False, follow: bool = True) -> TestResponse:
        headers = {"HX-Request": "true"} if fragment else {}
        return self.client.get(address, headers=headers, follow_redirects=follow, buffered=True)

    def send(self, address: str, fields: dict | None = None, *, fragment: bool = False, follow: bool = False):
        values = {"csrf_token": self.find_field(self.open("/").text, "csrf_token"), **(fields or {})}
        headers = {"HX-Request": "true"} if fragment else {}
        return self.client.post(
            address, data=values, headers=headers, follow_redirects=follow, content_type="multipart/form-data"
        )

    def compare(self, original: str = RELEASE, *articles: str, **fields: object) -> TestResponse:
        values: dict[str, object] = {"original-text": original, "action": "compare"}
        for number, article in enumerate(articles or (ARTICLE,), start=1):
            values[f"article-{number}-text"] = article
        return self.send("/cases", {**values, **{name.replace("_", "-"): value for name, value in fields.items()}})

    def make_case(self, *articles: str, **fields: object) -> str:
        return self.compare(RELEASE, *articles, **fields).location.split("/")[2].partition("?")[0]

    def delete_for_good(self, case: str) -> TestResponse:
        """Delete a case as its page offers it, then again from the trash."""
        self.send(f"/cases/{case}/delete")
        return self.send(f"/cases/{case}/delete-for-good")

    @staticmethod
    def find_field(page: str, name: str) -> str:
        return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def make_settings(folder: Path) -> Settings:
    """Settings for an SQLite database in this folder, with its tables, and with texts that soon are too long."""
    settings = replace(read_settings({"COPYTRAIL_DATA": str(folder / "data")}), text_limit=20_000)
    settings.data_folder.mkdir(parents=True)
    Path(settings.database.removeprefix("sqlite:///")).write_bytes(_make_tables())
    return settings


@cache
def _make_tables() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tables.sqlite3"
        database = open_database(f"sqlite:///{file}")
        database.upgrade()
        database.forget()
        database.close()
        return file.read_bytes()


def give_file(content: bytes, name: str = "release.txt") -> tuple[io.BytesIO, str]:
    """A file as a form sends it."""
    return io.BytesIO(content), name


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres():
    """The address of a PostgreSQL database to try things in; a throw-away server where none is named."""
    named = os.environ.get("COPYTRAIL_TEST_POSTGRES", "")
    if named:
        yield name_database(named, Path())
        return
    with run_postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def each_database(request, tmp_path) -> Settings:
    """Settings for a database with nothing in its tables, once for SQLite and once for PostgreSQL."""
    settings = make_settings(tmp_path)
    if request.param == "postgresql":
        settings = replace(settings, database=request.getfixturevalue("postgres"))
        empty_tables(settings.database)
    return settings


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database(request, tmp_path) -> Settings:
    """Settings for a database without tables, once for SQLite and once for PostgreSQL."""
    settings = read_settings({"COPYTRAIL_DATA": str(tmp_path / "data")})
    if request.param == "postgresql":
        settings = replace(settings, database=request.getfixturevalue("postgres"))
        empty_database(settings.database)
    return settings


class RememberedRule(Rule):
    """A rule whose writer of addresses is compiled once for all applications of a run: an application has 400."""

    _written: ClassVar[dict[tuple, Callable]] = {}

    def _compile_builder(self, append_unknown: bool = True) -> Callable:
        key = (self.rule, tuple(self._trace), repr(self.defaults), append_unknown)
        if key not in self._written:
            self._written[key] = super()._compile_builder(append_unknown)
        return self._written[key]


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory) -> None:
    """Compiles each template and each rule of addresses once for all applications of a run."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    QuietFlask.jinja_options = {**QuietFlask.jinja_options, "bytecode_cache": cache}
    QuietFlask.url_rule_class = RememberedRule


@pytest.fixture
def settings(tmp_path) -> Settings:
    return make_settings(tmp_path)


@pytest.fixture
def app(settings, clock):
    app = create_app(settings, clock=clock)
    app.extensions["copytrail"].services.database.upgrade()
    yield app
    app.extensions["copytrail"].services.database.close()


@pytest.fixture
def services(app):
    return app.extensions["copytrail"].services


@pytest.fixture
def drafting(app):
    return app.extensions["copytrail"].drafting


@pytest.fixture
def reader(app) -> Reader:
    return Reader(app.test_client())
