"""PostgreSQL behind a bad line: nothing is called saved that is not, and all is well again without a restart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import make_url

from bench.relay import Relay
from tests.webapp.conftest import ARTICLE, Reader
from tests.webapp.postgres import empty_database
from webapp import create_app


@pytest.fixture
def line(postgres):
    """The line to the database."""
    empty_database(postgres)
    url = make_url(postgres)
    port = url.port or 5432
    folder = url.query.get("host", "")
    relay = Relay(f"{folder}/.s.PGSQL.{port}" if folder else (url.host or "127.0.0.1", port))
    yield relay
    relay.close()


@pytest.fixture
def reader(line, postgres, settings):
    """Somebody whose server has its database at the end of that line."""
    url = make_url(postgres).set(host="127.0.0.1", port=line.port, query={})
    app = create_app(replace(settings, database=url.render_as_string(hide_password=False)))
    database = app.extensions["copytrail"].services.database
    database.upgrade()
    yield Reader(app.test_client())
    database.close()


def test_cut_answer_is_not_called_saved(reader, line):
    line.cut_on = b"COMMIT"
    refused = reader.compare()
    line.cut_on = b""
    saved = reader.compare()

    assert line.cuts
    assert refused.status_code == 503
    assert "The database does not answer just now." in refused.text
    assert saved.status_code == 303


def test_reset_lines_are_made_anew(reader, line):
    case = reader.make_case()

    line.hang_up()
    page = reader.open(f"/cases/{case}/articles/1")
    line.hang_up()
    saved = reader.compare()

    assert ARTICLE.splitlines()[0] in page.text
    assert saved.status_code == 303


def test_refusing_database_is_told_and_passes(reader, line):
    case = reader.make_case()
    line.refusing = True
    line.hang_up()

    refused = reader.open(f"/cases/{case}/articles/1")
    line.refusing = False
    page = reader.open(f"/cases/{case}/articles/1")

    assert refused.status_code == 503
    assert "The database does not answer just now." in refused.text
    assert ARTICLE.splitlines()[0] in page.text


def test_slow_line_keeps_what_it_confirms(reader, line):
    line.latency = 0.02

    case = reader.make_case(title="Kept")
    line.hang_up()
    line.latency = 0.0

    assert ARTICLE.splitlines()[0] in reader.open(f"/cases/{case}/articles/1").text
