"""Whether a lesson agrees with itself: places inside its texts, keys among its choices, ids that tell tasks apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from copytrail.errors import BadLesson
from copytrail.model import Document, Span
from copytrail.teaching.model import Gesture, Lesson, Task

LONGEST_TEXT = 1_000_000
"""In characters; far more than a class can read."""


def check_lesson(lesson: Lesson) -> None:
    """Raises BadLesson, with a sentence about the first thing that does not fit."""
    for name, document in (("original", lesson.original), ("derivative", lesson.derivative)):
        _require(len(document.text) <= LONGEST_TEXT, f"The {name} is too long for a lesson: a class cannot read it.")
        _check_document(document, name)
    ids = [task.id for task in lesson.tasks]
    _require(all(ids) and len(set(ids)) == len(ids), "Two tasks of the lesson have the same id, or one has none.")
    for task in lesson.tasks:
        _check_task(lesson, task)
    known = {each for timing in lesson.timings for each in timing.task_ids} <= set(ids)
    _require(known, "A timing of the lesson names a task that is not there.")


def _check_document(document: Document, name: str) -> None:
    spans = [paragraph.span for paragraph in document.paragraphs]
    sentences = [(paragraph.span, paragraph.sentences) for paragraph in document.paragraphs]
    whole = Span(0, len(document.text))
    _require(
        [paragraph.number for paragraph in document.paragraphs] == list(range(1, len(spans) + 1))
        and _follow_one_another(spans, whole)
        and all(_follow_one_another(inside, span) for span, inside in sentences),
        f"The paragraphs of the lesson’s {name} do not fit its text.",
    )


def _check_task(lesson: Lesson, task: Task) -> None:
    marked = marked_document(lesson, task)
    ids = [choice.id for choice in task.choices]
    name = f"The task {task.id} of the lesson"
    _require(bool(task.prompt.strip()), f"{name} asks nothing.")
    _require(all(ids) and len(set(ids)) == len(ids), f"{name} has two choices with the same id, or one has none.")
    if task.gesture is Gesture.CHOICE:
        _require(len(ids) > 1, f"{name} offers no choice.")
        _require(bool(task.key.choices), f"{name} has no key.")
    elif task.is_marked:
        _require(bool(task.key.spans), f"{name} has no key.")
    _require({*task.key.choices, task.verdict.choice} <= {*ids, ""}, f"{name} has a key that is none of its choices.")
    _require("" not in task.key.choices, f"{name} has a key that is none of its choices.")
    _require(_are_inside([task.passage], lesson.derivative), f"{name} is about a passage outside its text.")
    _require(_are_inside([*task.offered, *task.key.spans], marked), f"{name} marks places outside its text.")
    _require(task.gesture is not Gesture.WORDS or task.passage is not None, f"{name} is about no passage.")
    edits = task.verdict.edits
    told = [*task.verdict.sources, *(edit.original for edit in edits)]
    in_place = _are_inside(told, lesson.original) and _are_inside((e.derivative for e in edits), lesson.derivative)
    _require(in_place, f"{name} compares places outside its texts.")


def marked_document(lesson: Lesson, task: Task) -> Document:
    """The document whose words or sentences a task marks."""
    return lesson.original if task.gesture is Gesture.ORIGINAL_SENTENCES else lesson.derivative


def _are_inside(spans: Iterable[Span | None], document: Document) -> bool:
    whole = Span(0, len(document.text))
    return all(span is None or (len(span) > 0 and whole.contains(span)) for span in spans)


def _follow_one_another(spans: Iterable[Span], inside: Span) -> bool:
    listed = list(spans)
    return all(len(span) > 0 and inside.contains(span) for span in listed) and all(
        one.end <= other.start for one, other in pairwise(listed)
    )


def _require(fits: bool, sentence: str) -> None:
    if not fits:
        raise BadLesson(sentence)
