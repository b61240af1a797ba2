"""Notes in the files that leave the desk: in every format, from every door, and nowhere that they are not to be."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import text

from copytrail.corrections.making import relabel_match
from copytrail.export import FORMATS
from copytrail.model import Label
from tests.export.opened import read_text
from tests.webapp.sharing.conftest import Sharer
from tests.webapp.sharing.test_shared import RELEASE, STORY

NOTE, ANSWER, REASON, NAME = "Harbour office unasked", "Called them twice", "Canary sang first", "Ada Canary"
PICTURES = ("svg", "png")
"""They hold counts, and say in words beside them what was overruled and why; notes have no place in them."""


@pytest.fixture
def case(reader, app, monkeypatch) -> str:
    """A case of one article with a note, an answer to it, a dismissed finding and a corrected label, all by one."""
    monkeypatch.setattr("webapp.views.notes.find_person", lambda: NAME)
    case = reader.compare(RELEASE, STORY).location.split("/")[2]
    address = f"/cases/{case}/articles/1"
    reader.send(f"{address}/notes", {"on": "passage", "focus": "m1", "text": NOTE})
    desk = app.extensions["copytrail"]
    record = desk.services.open_comparison(case, 1)
    reader.send(f"{address}/notes/{record.review.notes[0].id}/replies", {"text": ANSWER})
    desk.reviewing.dismiss_finding(record, record.comparison.findings[0], REASON)
    with desk.services.database.writing() as connection:
        connection.execute(text("UPDATE dismissals SET person = :name"), {"name": NAME})
    record = desk.services.open_comparison(case, 1)

    def correct(comparison, said):
        return relabel_match(comparison, comparison.matches[0], Label.EDITED, replace(said, person=NAME, reason=REASON))

    desk.correcting.correct(record, correct, seen=record.seen)
    return case


def find_told(name: str, data: bytes) -> dict[str, bool]:
    shown = " ".join(read_text(name, data).split())
    return {words: words in shown for words in (NOTE, ANSWER, REASON, NAME)}


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", FORMATS)
def test_page_tells_what_was_chosen(reader, case, name, whole):
    address = f"/cases/{case}{'' if whole else '/articles/1'}/export/{name}"

    for notes, names in product((True, False), repeat=2):
        left_out = [*([] if notes else ["without-notes=yes"]), *([] if names else ["without-names=yes"])]
        told = find_told(name, reader.open(f"{address}?{'&'.join(left_out)}").data)

        noted = notes and name not in PICTURES
        assert told == {NOTE: noted, ANSWER: noted, REASON: notes, NAME: names}


@pytest.mark.parametrize("left_out", ["", "without-notes=yes", "without-names=yes"])
@pytest.mark.parametrize("name", ["json", "csv", "docx", "zip"])
def test_api_answers_what_the_page_gives(reader, app, case, name, left_out):
    page = reader.open(f"/cases/{case}/articles/1/export/{name}?{left_out}")

    answer = app.test_client().get(f"/api/v1/cases/{case}/articles/1/comparison?format={name}&{left_out}")

    assert answer.data == page.data


@pytest.mark.parametrize("what", ["article-1", "case"])
@pytest.mark.parametrize(("reasons", "names"), [*product((True, False), repeat=2)])
def test_shared_report_keeps_to_its_terms(reader, case, app, what, reasons, names):
    holder = app.test_client(use_cookies=False)
    terms = {**({"reasons": "on"} if reasons else {}), **({"names": "on"} if names else {})}
    link = Sharer(reader, case).make(what, download="on", **terms)

    report = holder.get(f"{link}/report?without-notes=&format=json").data

    assert find_told("html", report) == {NOTE: reasons, ANSWER: reasons, REASON: reasons, NAME: names}


def test_deleted_note_is_in_no_file(reader, app, case):
    desk = app.extensions["copytrail"]
    note = desk.services.open_comparison(case, 1).review.notes[0]
    reader.send(f"/cases/{case}/articles/1/notes/{note.id}/change", {"act": "delete", "version": "1"})

    assert all(NOTE not in read_text(name, reader.open(f"/cases/{case}/export/{name}").data) for name in ("json", "md"))
