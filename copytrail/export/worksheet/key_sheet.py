"""The teacher's sheet: goals, course, and for each task the key, how it is marked, why, and what the machine says."""

from __future__ import annotations

from collections.abc import Iterator

from copytrail.display.naming import count, join_words, shorten
from copytrail.display.wording import say_why
from copytrail.export.worksheet.blocks import Block, Heading, Line, Points, Quote, Table
from copytrail.export.worksheet.numbers import Numbers, letter, number_sentences
from copytrail.export.worksheet.pupil_sheet import UNNAMED, list_items
from copytrail.teaching import Gesture, Lesson, PupilTask, Task, Timing, for_pupils, say_rule

_BEGINNING = 60
"""In characters: how much of a sentence with a letter is quoted again."""


def write_key_sheet(lesson: Lesson) -> tuple[Block, ...]:
    """Everything on the sheet."""
    shown = for_pupils(lesson)
    original, derivative = number_sentences(shown.original), number_sentences(shown.derivative)
    tasks = zip(lesson.tasks, shown.tasks, strict=True)
    return (
        Heading(1, f"Answer key: {lesson.title.strip() or UNNAMED}"),
        Line("For the teacher.", "Do not hand this out: it holds every answer."),
        *_list("Learning goals", lesson.learning_goals),
        *(block for timing in lesson.timings for block in _write_timing(timing, lesson)),
        Heading(2, "Answers"),
        *(block for task, asked in tasks for block in _write_answer(task, asked, original, derivative)),
        *_list("To discuss", lesson.discussion_questions),
        *_write_rights(lesson),
    )


def _list(name: str, items: tuple[str, ...]) -> Iterator[Block]:
    if items:
        yield Heading(2, name)
        yield Points(items)


def _write_timing(timing: Timing, lesson: Lesson) -> Iterator[Block]:
    yield Heading(2, f"In {count(timing.minutes, 'minute')}")
    numbers = [str(number) for number, task in enumerate(lesson.tasks, 1) if task.id in timing.task_ids]
    if numbers and len(numbers) < len(lesson.tasks):
        yield Line("Tasks:", join_words(numbers))
    yield Table(("Minutes", "What"), (1, 7), tuple((str(step.minutes), step.what) for step in timing.steps))


def _write_answer(task: Task, asked: PupilTask, original: Numbers, derivative: Numbers) -> Iterator[Block]:
    yield Heading(3, f"Task {asked.number}" + (f" ({count(task.points, 'point')})" if task.points else ""))
    yield Quote(derivative.cut(task.passage)) if task.passage is not None else Line("", task.prompt)
    if task.is_marked:
        yield Line("Key:", _say_key(task, asked, original, derivative))
    yield Line("Marking:", say_rule(task))
    if task.explanation:
        yield Line("Why:", task.explanation)
    machine = _say_machine(task)
    if machine:
        yield Line("The machine says:", machine)


def _say_key(task: Task, asked: PupilTask, original: Numbers, derivative: Numbers) -> str:
    if task.gesture is Gesture.CHOICE:
        names = {each.id: f"{letter(n)} ({each.words.split(':', 1)[0]})" for n, each in enumerate(task.choices)}
        return " or ".join(names[each] for each in task.key.choices if each in names) + "."
    if task.gesture is Gesture.WORDS:
        return join_words([f"“{derivative.cut(span)}”" for span in task.key.spans]) + "."
    if task.offered:
        items = dict(zip(task.offered, list_items(asked, original), strict=True))
        named = [items[span] for span in task.key.spans if span in items]
        return join_words([f"{each} (“{shorten(words, _BEGINNING)}”)" for each, words in named]) + "."
    quoted = " ".join(f"“{original.cut(span)}”" for span in task.key.spans)
    return f"The release’s {original.name(task.key.spans)}: {quoted}"


def _say_machine(task: Task) -> str:
    words = {choice.id: choice.words.split(":", 1)[0] for choice in task.choices}
    chosen = words.get(task.verdict.choice, "")
    told = [f"{chosen}." if chosen else "", task.verdict.why, *task.verdict.findings]
    return say_why(" ".join(each for each in told if each))


def _write_rights(lesson: Lesson) -> Iterator[Block]:
    said = lesson.provenance
    if said.rights:
        yield Heading(2, "The texts")
        yield Line("", said.rights)
    made = " · ".join(
        each for each in (said.author, said.made, f"labels by Copytrail {said.engine}" if said.engine else "") if each
    )
    if made:
        yield Line("", made)
