"""The bundled lessons fit their texts; where a key disagrees with the machine, its explanation says why."""

from __future__ import annotations

from functools import cache

import pytest

from copytrail.codec.lessons import read_lesson, write_lesson
from copytrail.errors import BadLesson
from copytrail.lesson_files import bundled_lessons
from copytrail.teaching import LanguageLevel, TaskKind, draft_task, for_pupils, marked_document

LESSONS = {lesson.id: lesson for lesson in bundled_lessons()}
NAMES = tuple(LESSONS)


@cache
def opened(name):
    return LESSONS[name].open()


@cache
def compared(name):
    return LESSONS[name].compare()


def test_there_is_one_for_each_length():
    assert [lesson.minutes for lesson in LESSONS.values()] == [20, 20, 45, 45, 90]
    assert {lesson.article for lesson in LESSONS.values()} == {f"article-{number}" for number in range(1, 5)}
    assert LESSONS["whose-words"].language_level is LanguageLevel.PLAIN


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_lesson_travels(name):
    assert read_lesson(write_lesson(opened(name))) == opened(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_lesson_is_complete(name):
    lesson = opened(name)

    assert len(lesson.learning_goals) >= 4
    assert len(lesson.discussion_questions) >= 4
    assert len(lesson.glossary) >= 5
    assert lesson.instructions
    assert "Crown copyright" in lesson.provenance.rights
    assert all(len(task.explanation.split()) >= 20 and task.hint and task.prompt for task in lesson.tasks)


@pytest.mark.parametrize("name", NAMES)
def test_steps_fill_the_time(name):
    timings = opened(name).timings

    assert [timing.minutes for timing in timings] == [20, 45, 90]
    assert [sum(step.minutes for step in timing.steps) for timing in timings] == [20, 45, 90]


@pytest.mark.parametrize("name", NAMES)
def test_a_key_that_disagrees_says_why(name):
    for task in opened(name).tasks:
        machine = draft_task(compared(name), task.kind, task.passage, opened(name).language_level)
        if task.kind not in {TaskKind.OMISSION, TaskKind.PRIORITIES} and set_of(task) != set_of(machine):
            assert "machine" in task.explanation.lower(), (task.id, task.explanation)


def set_of(task):
    """The words of the choices, or the places by the figures in them, that a key holds."""
    chosen = [choice.words for choice in task.choices if choice.id in task.key.choices]
    return chosen, {span.start for span in task.key.spans if task.kind is not TaskKind.CHANGED_FIGURE}


@pytest.mark.parametrize("name", NAMES)
def test_figures_of_a_key_are_not_the_originals(name):
    for task in opened(name).tasks:
        if task.kind is TaskKind.CHANGED_FIGURE:
            figures = draft_task(compared(name), task.kind, task.passage).key.spans

            assert figures
            assert all(any(span.overlaps(figure) for span in task.key.spans) for figure in figures)


@pytest.mark.parametrize("name", ["from-release-to-news", "news-or-advertising", "rewritten-or-reported"])
def test_omissions_are_left_out_and_others_used(name):
    found = compared(name)
    (task,) = (task for task in opened(name).tasks if task.kind is TaskKind.OMISSION)
    lost = {span for span in task.offered if any(each.span.contains(span) for each in found.omissions)}
    used = {span for span in task.offered if any(m.overlaps(span) for each in found.matches for m in each.original)}

    assert set(task.key.spans) == lost
    assert set(task.offered) - lost <= used
    assert task.verdict.findings


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_places_of_their_texts(name):
    lesson = opened(name)

    for task in lesson.tasks:
        text = marked_document(lesson, task).text
        assert all(span.of(text).strip() == span.of(text) for span in task.key.spans)


@pytest.mark.parametrize("name", NAMES)
def test_pupils_read_no_explanation(name):
    told = repr(for_pupils(opened(name)))

    assert not any(task.explanation[:60] in told for task in opened(name).tasks)


def test_words_that_are_not_there_are_refused():
    from dataclasses import replace

    from copytrail.codec.fields import Fields

    lesson = LESSONS["whose-words"]
    said = {**lesson.said.data, "tasks": [{"kind": "label", "passage": "No such words."}]}

    with pytest.raises(BadLesson, match="exactly once"):
        replace(lesson, said=Fields(said)).open()
