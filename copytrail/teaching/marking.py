"""What an answer is worth, by rules that a pupil can check with a pencil.

A choice is right or wrong; edited for paraphrased, or the other way round, is half right. Places count by the words
that the answer and the key both hold, of those that either holds (Jaccard). Where a number of sentences is asked for,
each right one counts and each wrong one takes one away.
"""

from __future__ import annotations

from copytrail.model import Label, Span
from copytrail.teaching.answers import Answer, Mark
from copytrail.teaching.checking import marked_document
from copytrail.teaching.model import Gesture, Lesson, Task, TaskKind
from copytrail.teaching.wording import (
    NOT_MARKED,
    say_counted,
    say_half,
    say_overlap,
    say_right,
    say_wrong,
)
from copytrail.words import TextWords

NEAR = frozenset({Label.EDITED.value, Label.PARAPHRASED.value})
"""The two labels between which people disagree who know both texts."""


def mark_answer(lesson: Lesson, answer: Answer) -> Mark:
    """What a checked answer is worth, and why."""
    task = lesson.find_task(answer.task_id)
    if task is None or not task.is_marked:
        return Mark(points=0, of=0, why=NOT_MARKED)
    if task.gesture is Gesture.CHOICE:
        return _mark_choice(task, answer.choice)
    words = marked_document(lesson, task).index
    if task.kind is TaskKind.OMISSION and task.wanted:
        return _mark_sentences(task, answer.spans, words)
    return _mark_overlap(task, answer.spans, words)


def total_marks(marks: tuple[Mark, ...]) -> Mark:
    """All marks of one pupil as one, without a sentence."""
    return Mark(points=sum(mark.points for mark in marks), of=sum(mark.of for mark in marks), why="")


def number_words(words: TextWords, spans: tuple[Span, ...]) -> frozenset[int]:
    """The numbers of the words that these places hold."""
    return frozenset(number for span in spans for number in words.touching(span.start, span.end))


def _mark_choice(task: Task, chosen: str) -> Mark:
    shown = {choice.id: choice.words for choice in task.choices}
    key = shown.get(task.key.choices[0], "")
    if chosen in task.key.choices:
        return Mark(points=task.points, of=task.points, why=say_right(shown.get(chosen, "")))
    if task.kind is TaskKind.LABEL and chosen in NEAR and NEAR.intersection(task.key.choices):
        return Mark(points=task.points / 2, of=task.points, why=say_half(key, shown.get(chosen, "")))
    return Mark(points=0, of=task.points, why=say_wrong(key, shown.get(chosen, "")))


def _mark_overlap(task: Task, spans: tuple[Span, ...], words: TextWords) -> Mark:
    """The share of the words in both among those in either, rounded to half points."""
    marked, key = number_words(words, spans), number_words(words, task.key.spans)
    both, either = len(marked & key), len(marked | key)
    points = (4 * task.points * both + either) // (2 * either) / 2 if either else 0.0
    return Mark(points=points, of=task.points, why=say_overlap(both, either, points, task.points))


def _mark_sentences(task: Task, spans: tuple[Span, ...], words: TextWords) -> Mark:
    """So many parts of the points as right sentences were marked beyond the wrong ones."""
    key = number_words(words, task.key.spans)
    right = sum(_is_held(number_words(words, (span,)), key) for span in spans)
    counted = max(0, min(task.wanted, right - (len(spans) - right)))
    points = (4 * task.points * counted + task.wanted) // (2 * task.wanted) / 2
    why = say_counted(right, len(spans) - right, points, task.points)
    return Mark(points=points, of=task.points, why=why)


def _is_held(words: frozenset[int], key: frozenset[int]) -> bool:
    """Whether at least half of a sentence's words are in the key."""
    return bool(words) and 2 * len(words & key) >= len(words)
