"""Deleted words that a reader keeps in the write-ahead log: never told as gone, and gone in the end."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from threading import Event

import pytest

from tests.webapp.api.conftest import Program
from tests.webapp.retention.test_traces import find_traces
from webapp import commands, db, sqlite
from webapp.api.access import Scope
from webapp.leavings import LINGERS
from webapp.retention import deleting as subject
from webapp.retention import keep_deleting

SAID = "its words are still in the database’s log"
WORDS = "The xylophonist played on the new bridge, and the council thanked her for it.\n"


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture(autouse=True)
def no_patience(monkeypatch):
    monkeypatch.setattr(sqlite, "PATIENCE", 0.0)


@contextmanager
def somebody_reads(desk):
    """Another program sees an earlier state of the database, and goes on looking."""
    other = sqlite3.connect(desk.services.database.engine.url.database)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM cases").fetchone()
    try:
        yield
    finally:
        other.close()


def test_pages_say_that_words_remain(reader, desk, settings):
    case = reader.compare(WORDS, WORDS).location.split("/")[2].partition("?")[0]

    with somebody_reads(desk):
        reader.delete_for_good(case)
        told = reader.open("/cases").text
        left = find_traces(settings.data_folder)
    desk.deleting.forget_rest()

    assert SAID in told
    assert left
    assert SAID not in reader.open("/cases").text
    assert find_traces(settings.data_folder) == []


def test_server_tries_again_until_they_are_gone(reader, desk, settings, monkeypatch):
    case = reader.compare(WORDS, WORDS).location.split("/")[2].partition("?")[0]
    with somebody_reads(desk):
        reader.delete_for_good(case)
    stop = Event()
    forget = desk.services.database.__class__.forget
    monkeypatch.setattr(subject, "AGAIN", 0.01)
    monkeypatch.setattr(desk.services.database.__class__, "forget", lambda database: (forget(database), stop.set())[0])

    keep_deleting(desk.deleting, stop)

    assert not desk.services.database.leavings.are_there
    assert find_traces(settings.data_folder) == []


def test_next_server_empties_what_was_left(reader, desk, settings):
    case = reader.compare(WORDS, WORDS).location.split("/")[2].partition("?")[0]
    with somebody_reads(desk):
        reader.delete_for_good(case)
    left = find_traces(settings.data_folder)
    later = db.open_database(settings.database)
    stop = Event()
    stop.set()

    keep_deleting(subject.Deleting(replace(desk.services, database=later)), stop)

    assert left
    assert find_traces(settings.data_folder) == []
    later.close()


def test_program_learns_that_words_remain(app, desk, reader):
    program = Program(app.test_client(), desk.tokens.make(None, "Tests", scope=Scope.MANAGE, days=7))
    first, second = reader.make_case(), reader.make_case()
    for case in (first, second):
        program.post(f"/cases/{case}/trash")

    with somebody_reads(desk):
        early = program.ask("DELETE", f"/cases/{first}")
    late = program.ask("DELETE", f"/cases/{second}")

    assert (early.status_code, early.json) == (202, {"detail": LINGERS})
    assert late.status_code == 204
    assert program.get(f"/cases/{first}").status_code == 404


@pytest.mark.parametrize("command", [["delete-due"], ["case", "delete", "CASE"]], ids=["due", "case"])
def test_commands_say_that_words_remain(desk, reader, settings, monkeypatch, capsys, command):
    case = reader.make_case()
    reader.send(f"/cases/{case}/delete")
    monkeypatch.setenv("COPYTRAIL_DATA", str(settings.data_folder))
    desk.deleting.set_day(reader.make_case(), desk.services.clock().date())

    with somebody_reads(desk):
        failed = commands.main([case if word == "CASE" else word for word in command])
    said = capsys.readouterr().err
    done = commands.main(["delete-due"])

    assert (failed, done) == (1, 0)
    assert SAID in said
    assert SAID not in capsys.readouterr().err
