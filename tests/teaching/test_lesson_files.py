import json
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.codec.lessons import MOST_BYTES, lesson_from_data, lesson_to_data, read_lesson, write_lesson
from copytrail.codec.tasks import answer_from_data, answer_to_data
from copytrail.errors import BadLesson
from copytrail.model import Edit, EditKind, Span
from copytrail.teaching import Answer, Lesson, Provenance, Step, Term, Timing, Verdict
from tests.teaching.lesson_texts import make_lesson, make_task

FULL = make_lesson(
    instructions="Read both.",
    learning_goals=("To see what was taken.",),
    timings=(Timing(minutes=20, steps=(Step(minutes=5, what="Read."),), task_ids=("t1", "t3")),),
    discussion_questions=("Who speaks?",),
    glossary=(Term(word="release", means="What a sender publishes."),),
    provenance=Provenance(author="A teacher", made="2026-11-22", engine="0.1.0", reviewed=True, rights="Ours"),
    hints_allowed=False,
)
DATA = lesson_to_data(FULL)
JUNK = st.sampled_from(
    [None, True, -1, 10**30, 1.5, "", "x" * 10_000, [], [[]], {}, {"start": 0, "end": 10**9}, "\x00"]
)


def paths(data, path=()):
    """Every place of the data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in inside:
        yield (*path, name)
        yield from paths(value, (*path, name))


PATHS = tuple(paths(DATA))


def change(*path, value):
    data = deepcopy(DATA)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


def refused(data):
    with pytest.raises(BadLesson) as told:
        lesson_from_data(data)
    return str(told.value)


def read_or_refuse(data):
    try:
        return lesson_from_data(data)
    except BadLesson as refusal:
        return str(refusal)


def test_a_lesson_comes_back_equal():
    assert read_lesson(write_lesson(FULL)) == FULL
    assert write_lesson(read_lesson(write_lesson(FULL))) == write_lesson(FULL)


def test_edits_come_back_equal():
    edits = (
        Edit(EditKind.KEPT, Span(0, 3), Span(0, 1)),
        Edit(EditKind.INSERTED, None, Span(2, 5)),
        Edit(EditKind.DELETED, Span(4, 11), None),
    )
    lesson = replace(FULL, tasks=(make_task(verdict=Verdict(edits=edits, sources=(Span(0, 11),))),), timings=())

    assert read_lesson(write_lesson(lesson)) == lesson


def test_half_a_surrogate_pair_survives():
    lesson = replace(FULL, title="a \ud800 b")

    assert read_lesson(write_lesson(lesson)).title == "a \ud800 b"


def test_answers_come_back_equal():
    answer = Answer(task_id="t2", spans=(Span(1, 2), Span(4, 9)), text="a", reason="b")

    assert answer_from_data(json.loads(json.dumps(answer_to_data(answer)))) == answer


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"{", b"[" * 100_000, b"[]", b"null", b'{"schema": NaN}', b"1" * 5_000, b" " * (MOST_BYTES + 1)],
    ids=["empty", "binary", "cut", "deep", "list", "null", "nan", "digits", "large"],
)
def test_what_is_no_lesson_is_refused(data):
    with pytest.raises(BadLesson) as told:
        read_lesson(data)

    assert str(told.value).count(".") <= 2
    assert "\n" not in str(told.value)


def test_another_schema_is_refused():
    assert "copytrail.lesson/1" in refused(change("schema", value="copytrail.lesson/2"))


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("tasks", 0, "key", "choices"), ["stolen"], "none of its choices"),
        (("tasks", 0, "key", "choices"), [], "no key"),
        (("tasks", 0, "choices"), [], "no choice"),
        (("tasks", 1, "key", "spans"), [], "no key"),
        (("tasks", 1, "key", "spans"), [[0, 90_000]], "outside its text"),
        (("tasks", 0, "passage"), [0, 90_000], "outside its text"),
        (("tasks", 0, "passage"), [7, 7], "no range"),
        (("tasks", 3, "passage"), None, "about no passage"),
        (("tasks", 0, "verdict", "sources"), [[0, 90_000]], "outside its texts"),
        (("tasks", 0, "verdict", "choice"), "stolen", "none of its choices"),
        (("tasks", 1, "id"), "t1", "same id"),
        (("tasks", 0, "prompt"), " ", "asks nothing"),
        (("tasks", 0, "kind"), "exam", "is none of"),
        (("tasks",), [DATA["tasks"][0]] * 61, "more than 60"),
        (("timings", 0, "tasks"), ["t99"], "not there"),
        (("original", "paragraphs", 0, "end"), 90_000, "do not fit"),
        (("original", "paragraphs", 0, "number"), 2, "do not fit"),
        (("derivative", "paragraphs", 0, "sentences"), [[0, 4], [2, 5]], "do not fit"),
        (("derivative", "text"), "", "do not fit"),
        (("instructions",), "a\x00b", "control characters"),
        (("minutes",), True, "whole number"),
    ],
)
def test_what_contradicts_itself_is_refused(path, value, why):
    assert why in refused(change(*path, value=value))


@given(st.sampled_from(PATHS), JUNK)
def test_any_damage_is_read_or_refused(path, value):
    told = read_or_refuse(change(*path, value=value))

    assert isinstance(told, Lesson) or told.endswith(".")


def test_every_field_but_the_texts_may_miss():
    bare = {name: DATA[name] for name in ("schema", "original", "derivative")}

    assert lesson_from_data(bare).tasks == ()
