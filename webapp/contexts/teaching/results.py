"""What the page says that shows what came of a class; it can be printed."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.visible import show_line
from copytrail.teaching import Lesson, Mark
from webapp.contexts.teaching.lessons import KINDS, shorten
from webapp.teaching import wording
from webapp.teaching.pictures import Picture
from webapp.teaching.results import Results, TaskResult


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task."""

    number: int
    kind: str
    words: str
    answered: str
    share: str
    is_hard: bool
    agreement: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilRow:
    """One pupil."""

    name: str
    group: str
    answered: str
    total: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """Everything that came of a class."""

    title: str
    class_id: str
    summary: str
    hard: str
    agreement: str
    deleted: str
    numbers: tuple[int, ...]
    tasks: tuple[TaskRow, ...]
    pupils: tuple[PupilRow, ...]


def make_results(picture: Picture, lesson: Lesson, results: Results, notes: dict[str, str]) -> ResultsPage:
    """The page."""
    hard = [number for number, each in enumerate(results.tasks, 1) if each.is_hard]
    return ResultsPage(
        title=show_line(picture.room.title),
        class_id=picture.room.id,
        summary=f"{count(len(picture.pupils), 'pupil')} · {count(len(picture.answers), 'answer')}",
        hard=_say_hard(hard),
        agreement=results.agreement,
        deleted=wording.say_deleted(picture.room),
        numbers=tuple(range(1, len(lesson.tasks) + 1)),
        tasks=tuple(
            _make_row(lesson, each, number, notes.get(each.task.id, "")) for number, each in enumerate(results.tasks, 1)
        ),
        pupils=tuple(
            PupilRow(
                name=show_line(each.pupil.name),
                group=wording.say_group(each.pupil.group),
                answered=f"{each.answered} of {len(lesson.tasks)}",
                total=_tell(each.total),
                cells=tuple(_tell(mark) for mark in each.marks),
            )
            for each in results.pupils
        ),
    )


def _make_row(lesson: Lesson, result: TaskResult, number: int, note: str) -> TaskRow:
    task = result.task
    return TaskRow(
        number=number,
        kind=KINDS[task.kind],
        words=shorten(task.passage.on_one_line(lesson.derivative.text) if task.passage else "The whole text", 140),
        answered=str(result.answered),
        share="–" if result.share is None else f"{result.share:.0%}",
        is_hard=result.is_hard,
        agreement=result.sentence,
        note=note,
    )


def _say_hard(numbers: list[int]) -> str:
    """What the class found hard.

    >>> _say_hard([2, 5])
    'Hard for this class: tasks 2 and 5, with less than half of the points.'
    """
    if not numbers:
        return "No task was hard for this class as a whole: each got half of its points or more."
    *most, last = map(str, numbers)
    named = f"tasks {', '.join(most)} and {last}" if most else f"task {last}"
    return f"Hard for this class: {named}, with less than half of the points."


def _tell(mark: Mark | None) -> str:
    return f"{mark.points:g} of {mark.of}" if mark else "–"
