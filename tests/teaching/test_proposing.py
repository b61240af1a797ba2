from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.codec.lessons import read_lesson, write_lesson
from copytrail.corrections.making import relabel_match, unpair_match
from copytrail.errors import BadLesson
from copytrail.model import Label, ParagraphKind, Span
from copytrail.teaching import (
    LanguageLevel,
    TaskKind,
    check_lesson,
    count_tasks,
    draft_task,
    make_lesson,
    number_tasks,
    propose_tasks,
)
from tests.engine.correction_texts import SAID, find_match, find_span, hold, lay

NAMES = "Ann Bell, Bob Cole, Dan East, Eve Ford, Fay Gray, Guy Hill, Ida Judd, Kay Lord, Ned Orr, Leo Hart"
NAMED = tuple(enumerate(NAMES.split(", "), start=100))
CASE = bundled_cases()[0]


@cache
def article(number):
    return compare(CASE.original.read(), CASE.derivatives[number - 1].read())


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_proposed_lesson_agrees_with_itself(number):
    lesson = make_lesson(article(number), id="a", title="b")

    check_lesson(lesson)

    assert len(lesson.tasks) == count_tasks(45) == 12
    assert lesson == make_lesson(article(number), id="a", title="b")


@pytest.mark.parametrize("number", range(25))
def test_never_more_tasks_than_asked_for(number):
    assert len(propose_tasks(article(1), number=number)) <= number


def test_tasks_follow_the_text():
    passages = [task.passage for task in propose_tasks(article(3)) if task.passage]

    assert passages == sorted(passages)


def test_no_passage_is_furniture_or_too_long():
    document = article(2).derivative
    furniture = [each.span for each in document.paragraphs if each.kind is ParagraphKind.FURNITURE]

    for task in propose_tasks(article(2), number=20):
        if task.passage:
            assert not any(task.passage.overlaps(span) for span in furniture)
            assert 8 <= document.index.count(task.passage.start, task.passage.end) <= 60


def test_labels_are_balanced():
    keys = Counter(task.key.choices for task in propose_tasks(article(3)) if task.kind is TaskKind.LABEL)

    assert len(keys) == 4
    assert 2 * max(keys.values()) <= keys.total()


def test_what_is_worth_checking_is_asked():
    tasks = propose_tasks(article(1))

    told = " ".join(why for task in tasks for why in task.verdict.findings)
    speakers = [task for task in tasks if task.kind is TaskKind.SPEAKER]
    assert "which claims more" in told
    assert "Hamish Falconer" in told
    assert speakers[-1].choices[int(speakers[-1].key.choices[0][1:]) - 1].words == "Hamish Falconer"


def test_a_changed_figure_is_the_key():
    found = hold(article="It cost six million pounds, and the county council paid half of the whole sum.")

    (task,) = propose_tasks(found, kinds=frozenset({TaskKind.CHANGED_FIGURE}))

    assert [span.of(found.derivative.text) for span in task.key.spans] == ["six million pounds"]


def test_omissions_stand_among_used_sentences():
    (task,) = propose_tasks(article(1), kinds=frozenset({TaskKind.OMISSION}))

    assert set(task.key.spans) < set(task.offered)
    assert list(task.offered) == sorted(task.offered)
    assert task.wanted == len(task.key.spans) == 2


def test_origins_are_sentences_of_the_original():
    found = article(1)
    passage = find_span(found.derivative.text, "The agreement establishes formal processes")

    task = draft_task(found, TaskKind.ORIGIN, passage)

    assert [span.of(found.original.text)[:30] for span in task.key.spans] == ["As part of a two-day visit to "]


def test_the_key_starts_from_the_reviewed_label():
    found = hold()
    match = find_match(found, "reserves")
    relabelled = lay(found, relabel_match(found, match, Label.PARAPHRASED, SAID))
    unpaired = lay(found, unpair_match(found, match, SAID))

    tasks = [draft_task(each, TaskKind.LABEL, match.derivative) for each in (found, relabelled, unpaired)]

    assert [task.key.choices for task in tasks] == [("edited",), ("paraphrased",), ("added",)]
    assert {task.verdict.choice for task in tasks} == {"edited"}


@pytest.mark.parametrize("level", list(LanguageLevel))
def test_a_lesson_starts_with_goals_and_words(level):
    lesson = make_lesson(article(1), id="l", title="T", level=level)

    assert len(lesson.learning_goals) >= 2
    assert len(lesson.discussion_questions) >= 3
    assert {"release", "source"} <= {term.word for term in lesson.glossary}


def test_plain_words_are_asked_in_plain_lessons():
    plain = propose_tasks(article(1), level=LanguageLevel.PLAIN)
    standard = propose_tasks(article(1))

    assert [task.key for task in plain] == [task.key for task in standard]
    assert {task.prompt for task in plain}.isdisjoint(task.prompt for task in standard)


def test_numbered_tasks_tell_their_order_only():
    tasks = propose_tasks(article(1))

    assert [task.id for task in number_tasks(reversed(tasks))] == [task.id for task in tasks]


def test_speakers_are_offered_by_name():
    for task in propose_tasks(article(3), kinds=frozenset({TaskKind.SPEAKER})):
        names = [choice.words for choice in task.choices[:-1]]

        assert all(one < other for one, other in pairwise(names))
        assert task.choices[-1].words.startswith("Nobody")


def test_a_text_without_matches_still_makes_a_lesson():
    found = hold(article="Nothing of this was ever said by anybody who built that thing there.")

    tasks = propose_tasks(found)

    assert [task.key.choices for task in tasks if task.kind is TaskKind.LABEL] == [("added",)]
    assert all(task.passage is None or task.passage != Span(0, 0) for task in tasks)


PAIRS = sorted(Path(__file__).parents[1].glob("pairs/**/*.original.txt"))


def test_any_pair_makes_a_lesson_that_fits():
    assert PAIRS
    for path in PAIRS:
        texts = (path, path.with_name(path.name.replace(".original.", ".derivative.")))
        found = compare(*(read_plain(text.read_bytes(), id=text.stem) for text in texts))
        lesson = make_lesson(found, id="a", title="b")
        check_lesson(lesson)
        assert read_lesson(write_lesson(lesson)) == lesson


SIGNS = st.text("ab \x00\x0b\u202e“”.:\n£1", max_size=80)


@given(SIGNS, SIGNS)
def test_any_text_makes_a_lesson_that_travels(one, other):
    said = "“The bridge is long,” said Ann Bell\x0b. It cost £5 million."
    found = compare(read_plain(f"{said} {one}"), read_plain(f"{said.replace('5', '6')} {other}"))
    lesson = make_lesson(found, id="a", title="b")

    assert read_lesson(write_lesson(lesson)) == lesson


def test_many_speakers_leave_a_readable_choice():
    said = "\n\n".join(f"“The number {n} is what matters most to all of us,” said {name}." for n, name in NAMED)
    found = compare(read_plain(said), read_plain(said))
    task = draft_task(found, TaskKind.SPEAKER, found.derivative.paragraphs[-1].span)

    assert len(task.choices) == 8
    assert task.choices[int(task.key.choices[0][1:]) - 1].words == "Leo Hart"


def test_a_text_too_long_for_a_class_is_refused():
    lesson = make_lesson(hold(), id="a", title="b")
    long = replace(lesson.original, text=lesson.original.text + " " * 1_000_000)

    with pytest.raises(BadLesson, match="too long"):
        check_lesson(replace(lesson, original=long))
