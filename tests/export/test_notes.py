"""Notes in every form of export that takes them, and in none where they are not to be told."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from copytrail.export import FORMATS, ExportOptions
from copytrail.model import Note, NoteAbout, Reply, Span
from copytrail.notes import lay_notes, place_note
from tests.display.texts import FIRST, SECOND, THIRD, compare_texts
from tests.export.opened import read_text

TIME = datetime(2026, 5, 3, 14, 2, tzinfo=UTC)
PLAIN = compare_texts([FIRST, SECOND, THIRD], [THIRD, FIRST.replace("Monday", "Tuesday")])
REPLY = Reply(id="r1", text="The ministry did, we called.", person="Ben", time=TIME)
NOTE = Note(
    id="n1",
    place=place_note(PLAIN, NoteAbout.PASSAGE, derivative=Span(0, PLAIN.derivative.paragraphs[0].span.end)),
    text="Who wrote this first?",
    person="Ada",
    time=TIME,
    replies=(REPLY,),
    resolved=TIME,
    resolver="Ben",
)
NOTED = lay_notes(PLAIN, [NOTE])
TELLING = [name for name in FORMATS if name not in ("svg", "png")]


@pytest.mark.parametrize("name", TELLING)
def test_notes_and_answers_stand_in_it(name):
    shown = read_text(name, FORMATS[name].render((NOTED,)))

    for words in ("Who wrote this first?", "The ministry did, we called.", "Ada", "Ben"):
        assert words.replace("?", "") in shown.replace("\n", " ")


@pytest.mark.parametrize("name", FORMATS)
def test_notes_are_left_out_where_asked(name):
    shown = read_text(name, FORMATS[name].render((NOTED,), ExportOptions(notes=False)))

    assert "Who wrote this first" not in shown
    assert "we called" not in shown


@pytest.mark.parametrize("name", TELLING)
def test_names_are_left_out_where_asked(name):
    shown = read_text(name, FORMATS[name].render((NOTED,), ExportOptions(names=False)))

    assert "Who wrote this first" in shown
    assert "Ada" not in shown
    assert "Ben" not in shown


def test_table_has_a_row_for_each_note_and_answer():
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].render((NOTED,)).decode("utf-8-sig"))))

    note, reply = (next(row for row in rows if row["row"] == kind) for kind in ("note", "reply"))
    assert (note["note"], note["written_by"], note["paragraph"]) == ("Who wrote this first?", "Ada", "1")
    assert note["resolved"].startswith("2026-05-03")
    assert (reply["note"], reply["written_by"]) == ("The ministry did, we called.", "Ben")


def test_deleted_notes_are_told_nowhere():
    deleted = Note(id="n1", place=NOTE.place, text="", person="Ada", time=TIME, deleted=True, replies=(REPLY,))
    noted = lay_notes(PLAIN, [deleted])

    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].render((noted,)).decode("utf-8-sig"))))
    items = json.loads(FORMATS["annotations"].render((noted,)))["copytrail:pages"][0]["items"]

    assert [row["row"] for row in rows if row["note"]] == ["reply"]
    bodies = next(each for each in items if each["id"].endswith("#note-1"))["body"]
    assert [each["purpose"] for each in bodies] == ["replying"]
