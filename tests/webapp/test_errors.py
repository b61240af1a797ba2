"""What a person reads when something goes wrong."""

from __future__ import annotations

import errno
import logging
import sqlite3

import pytest

from webapp.db import Database
from webapp.faults import StoreBusy, StoreFull, StoreReadOnly
from webapp.people.rights import Need
from webapp.people.table import RIGHTS

FORM = "application/x-www-form-urlencoded"


def test_unknown_address_says_so(reader):
    answer = reader.open("/nothing/here")

    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text
    assert 'href="/"' in answer.text


def test_form_address_opened_like_a_page(reader):
    answer = reader.open("/example")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "OPTIONS, POST"
    assert "it cannot be opened like a page" in answer.text


def test_form_larger_than_the_limit(reader, settings):
    answer = reader.client.post("/cases", data=b"x" * (settings.form_limit + 1), content_type=FORM)

    assert answer.status_code == 413
    assert "One text may have up to 1 MB, one file up to 25 MB." in answer.text


def test_mistake_of_ours_is_a_page_without_details(app, reader, caplog, monkeypatch):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/broken", "broken", break_down)
    monkeypatch.setitem(RIGHTS, "broken", Need.OPEN)

    with caplog.at_level(logging.INFO):
        answer = reader.open("/broken")

    assert answer.status_code == 500
    assert "Copytrail made a mistake." in answer.text
    assert "secret words" not in answer.text + caplog.text
    assert "ValueError in broken at break_down" in caplog.text


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOSPC, errno.ENOMEM])
def test_shortage_of_system_is_told_plainly(app, reader, caplog, monkeypatch, number):
    app.add_url_rule("/short", "short", lambda: run_short(number))
    monkeypatch.setitem(RIGHTS, "short", Need.OPEN)

    answer = reader.open("/short")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "no room, memory or open files left just now." in answer.text
    assert "secret" not in answer.text + caplog.text


def run_short(number):
    raise OSError(number, "no more", "/var/secret-name.txt")


def break_down():
    raise ValueError("the secret words of a draft")


@pytest.mark.parametrize("fault", [StoreBusy, StoreFull, StoreReadOnly])
def test_unavailable_database_is_told_plainly(app, reader, monkeypatch, fault):
    page = reader.open("/")
    monkeypatch.setattr(Database, "reading", lambda self: raise_fault(fault))

    answer = reader.open("/")

    assert page.status_code == 200
    assert answer.status_code == 503
    assert fault.__doc__ in answer.text
    assert answer.headers["Retry-After"] == "5"


def raise_fault(fault):
    raise fault


def test_locked_database_is_told_plainly(reader, settings, monkeypatch):
    monkeypatch.setattr("webapp.sqlite._PRAGMAS", ("busy_timeout=50", "foreign_keys=ON"))
    case = reader.make_case()
    other = sqlite3.connect(settings.database.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    answer = reader.send(f"/cases/{case}/rename", {"title": "x"})
    other.execute("ROLLBACK")
    other.close()

    assert answer.status_code == 503
    assert "busy with another task" in answer.text
    assert reader.send(f"/cases/{case}/rename", {"title": "x"}).status_code == 303


def test_fragment_gets_a_sentence_only(reader):
    answer = reader.open("/cases/nothing", fragment=True)

    assert answer.status_code == 404
    assert answer.text.startswith('<p class="note wrong" role="alert">')
