"""The pupil's sheet: made from a `PupilLesson` alone, so that it cannot hold the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copytrail.display.naming import count
from copytrail.export.worksheet.blocks import Blanks, Block, Heading, Letters, Line, NewPage, Quote, Together
from copytrail.export.worksheet.numbers import Numbers, letter, number_sentences
from copytrail.teaching import Gesture, PupilLesson, PupilTask

UNNAMED = "Worksheet"
"""The title of a sheet without one; a heading that says nothing cannot be read aloud."""
_REASON_LINES, _CHECK_LINES = 2, 2


def write_pupil_sheet(lesson: PupilLesson) -> tuple[Block, ...]:
    """Everything on the sheet."""
    original, derivative = number_sentences(lesson.original), number_sentences(lesson.derivative)
    return (
        Heading(1, lesson.title.strip() or UNNAMED),
        Line("", _say_size(lesson)),
        Blanks("Name"),
        *_write_introduction(lesson),
        Heading(2, "Tasks"),
        *(Together(tuple(_write_task(task, original, derivative))) for task in _hint_once(lesson.tasks)),
        NewPage(),
        *_write_text("The release", original),
        NewPage(),
        *_write_text("The article", derivative),
    )


def list_items(task: PupilTask, original: Numbers) -> tuple[tuple[str, str], ...]:
    """What a task offers on paper, each with its letter: choices, or sentences of the original."""
    words = [choice.words for choice in task.choices] or [original.cut(span) for span in task.offered]
    return tuple((letter(number), each) for number, each in enumerate(words))


def _write_introduction(lesson: PupilLesson) -> Iterator[Block]:
    if lesson.instructions:
        yield Heading(2, "What to do")
        yield Line("", lesson.instructions)
    if lesson.glossary:
        yield Heading(2, "Words to know")
    for term in lesson.glossary:
        yield Line(f"{term.word}:", term.means)


def _say_size(lesson: PupilLesson) -> str:
    points = sum(task.points for task in lesson.tasks)
    return f"{count(len(lesson.tasks), 'task')} · {count(points, 'point')} · {count(lesson.minutes, 'minute')}"


def _hint_once(tasks: tuple[PupilTask, ...]) -> Iterator[PupilTask]:
    """The tasks, each hint where it comes first: on paper it can be looked up."""
    given: set[str] = set()
    for task in tasks:
        yield replace(task, hint="") if task.hint in given else task
        given.add(task.hint)


def _write_task(task: PupilTask, original: Numbers, derivative: Numbers) -> Iterator[Block]:
    yield Heading(3, f"Task {task.number}" + (f" ({count(task.points, 'point')})" if task.points else ""))
    yield Line("", task.prompt)
    if task.passage is not None:
        yield Quote(derivative.cut(task.passage), wide=task.gesture is Gesture.WORDS)
    if task.hint:
        yield Line("Hint:", task.hint)
    items = list_items(task, original)
    if items:
        yield Letters(items)
    yield from _ask(task, has_items=bool(items))
    if task.asks_reason:
        yield Blanks("Because", _REASON_LINES)


def _ask(task: PupilTask, *, has_items: bool) -> Iterator[Block]:
    """Where the answer is written."""
    if task.gesture is Gesture.WORDS:
        yield Line("", "Underline the words in the passage.")
    elif task.gesture is Gesture.DERIVATIVE_SENTENCES:
        for number in range(1, (task.wanted or 1) + 1):
            yield Blanks(f"{number}. Sentence of the article, and how to check it", _CHECK_LINES)
    elif has_items:
        yield Blanks("Letters" if task.wanted > 1 else "Letter", 0)
    else:
        yield Blanks("Numbers of sentences of the release")


def _write_text(name: str, numbers: Numbers) -> Iterator[Block]:
    text = numbers.text
    yield Heading(2, name)
    told = " · ".join(each for each in (text.title, text.publisher, text.published) if each)
    if told:
        yield Line("", told)
    yield Line("", "The numbers in brackets count the sentences.")
    yield numbers.show()
