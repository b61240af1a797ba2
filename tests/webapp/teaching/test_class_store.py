"""Classes, pupils and answers in either database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from copytrail.model import Span
from copytrail.teaching import Answer
from webapp import store
from webapp.db import open_database
from webapp.people.records import hash_token
from webapp.people.rights import ALONE
from webapp.teaching.classes import ClassRecord, ClassState, Pace, Pupil, SavedAnswer

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ROOM = ClassRecord(
    id="r", lesson_id="l", title="A\x00 \ud800 room", code="CDFHJK", pace=Pace.OWN, current="t2", revealed=("t1", "t2"),
    groups=3, names=False, started=NOW, delete_on=date(2026, 12, 22), version=4,
)  # fmt: skip
PUPIL = Pupil(id="p", class_id="r", name="Zoë \ud800", words=2, group=1, joined=NOW)


@pytest.fixture
def connection(each_database):
    database = open_database(each_database.database)
    database.upgrade()
    with database.writing() as connection:
        store.classes.add_class(connection, ROOM, "{}")
        store.pupils.add_pupil(connection, PUPIL, hash_token("secret"))
        yield connection
    database.close()


def test_class_and_pupil_come_back_equal(connection):
    here = store.pupils.find_attendance(connection, hash_token("secret"))

    assert here is not None
    assert (here.room, here.pupil) == (ROOM, PUPIL)
    assert store.classes.list_classes(connection, ALONE) == (ROOM,)
    assert store.classes.find_by_code(connection, "CDFHJK") == ROOM


def test_ended_classes_share_no_code(connection):
    for number in "ab":
        ended = ClassRecord(
            id=number, lesson_id="l", title="", state=ClassState.ENDED, started=NOW, delete_on=NOW.date()
        )
        store.classes.add_class(connection, ended, "{}")

    assert store.classes.find_by_code(connection, "") is None


def test_answer_comes_back_in_its_last_version(connection):
    first = SavedAnswer(pupil_id="p", answer=Answer(task_id="t1", choice="added"), key="k1", saved=NOW)
    answer = Answer(task_id="t1", spans=(Span(3, 9), Span(12, 20)), text="\x00", reason="\ud800")
    last = replace(first, answer=answer, version=2, key="k2")

    for each in (first, last):
        store.pupil_answers.save_answer(connection, "r", each)

    assert store.pupil_answers.list_of_class(connection, "r") == (last,)
    assert store.pupil_answers.find_answer(connection, "p", "t1") == last


def test_deleted_class_takes_all_along(connection):
    store.pupil_answers.save_answer(connection, "r", SavedAnswer(pupil_id="p", answer=Answer(task_id="t1"), key="k"))
    store.classes.save_note(connection, "r", "t1", "Note")

    store.classes.delete_class(connection, "r")

    assert store.pupil_answers.list_of_class(connection, "r") == ()
    assert store.pupils.list_pupils(connection, "r") == ()
    assert store.classes.list_notes(connection, "r") == {}


def test_code_stands_for_one_class(connection):
    with pytest.raises(IntegrityError):
        store.classes.add_class(connection, replace(ROOM, id="s"), "{}")
    connection.rollback()
