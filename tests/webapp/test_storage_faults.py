"""A disk that is full, a database that cannot be written or does not answer: a sentence, and nothing is lost."""

from __future__ import annotations

import html
import sqlite3
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import event, text

from tests.webapp.conftest import ARTICLE, RELEASE

LONG = "The minister opened the new bridge over the river on Monday and thanked the engineers. " * 200


@contextmanager
def limit_connections(services, pragma):
    """Every connection of the application has this limit for a while."""
    engine = services.database.engine

    def limit(connection, _record):
        connection.execute(f"PRAGMA {pragma}")

    engine.dispose()
    event.listen(engine, "connect", limit)
    yield
    event.remove(engine, "connect", limit)
    engine.dispose()


@contextmanager
def full_disk(services):
    """The database may not grow any more."""
    with services.database.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
    with limit_connections(services, f"max_page_count={pages}"):
        yield


@contextmanager
def read_only(services):
    """The database cannot be written."""
    with limit_connections(services, "query_only=ON"):
        yield


@contextmanager
def locked(services):
    """Somebody else writes and does not come to an end."""
    file = services.database.engine.url.database
    with limit_connections(services, "busy_timeout=50"), closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(full_disk, "disk that holds the database is full"), (read_only, "read but not written"), (locked, "busy")],
)
def test_fault_is_a_sentence_and_passes(reader, services, fault, sentence):
    kept = reader.make_case(title="Kept")
    fields = {"original-text": RELEASE, "article-1-text": LONG, "action": "compare"}

    with fault(services):
        answer = reader.send("/cases", fields)
        still_there = reader.open(f"/cases/{kept}")
    again = reader.send("/cases", fields)

    assert answer.status_code == 503
    assert sentence in html.unescape(answer.text)
    assert "go back" in answer.text.lower()
    assert still_there.status_code == 200
    assert again.status_code == 303
    assert ARTICLE.splitlines()[0] in reader.open(f"/cases/{kept}/articles/1").text
