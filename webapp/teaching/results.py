"""What came of a class: points per pupil and per task, and the same as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.export.csv_cells import disarm
from copytrail.teaching import Answer, Lesson, Mark, Task, find_agreement, mark_answer, total_marks
from webapp.teaching.classes import Pupil
from webapp.teaching.pictures import Picture
from webapp.teaching.revealing import tell_answer, tell_key

_HARD = 0.5
"""A task is called hard where the class got less than this share of its points."""
_COLUMNS = ("pupil", "group", "task", "kind", "passage", "answer", "key", "points", "of", "reason", "saved")


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilResult:
    """What one pupil got."""

    pupil: Pupil
    answered: int
    total: Mark
    marks: tuple[Mark | None, ...]
    """For each task; none where it was not answered, or is not marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskResult:
    """What the class got in one task."""

    task: Task
    answered: int
    share: float | None
    """Of the points of those who answered; none where nobody did, or it is not marked."""
    sentence: str
    """How far the class agrees."""

    @property
    def is_hard(self) -> bool:
        """Whether the class got less than half."""
        return self.share is not None and self.share < _HARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All of it."""

    pupils: tuple[PupilResult, ...]
    tasks: tuple[TaskResult, ...]
    agreement: str


def find_results(picture: Picture, lesson: Lesson) -> Results:
    """Points and agreement, from the answers as they stand."""
    agreement = find_agreement(lesson, [each.answer for each in picture.answers])
    said = {each.task_id: each.sentence for each in agreement.tasks}
    return Results(
        pupils=tuple(_sum_pupil(picture, lesson, pupil) for pupil in picture.pupils),
        tasks=tuple(_sum_task(picture, lesson, task, said.get(task.id, "")) for task in lesson.tasks),
        agreement=agreement.sentence,
    )


def write_rows(picture: Picture, lesson: Lesson) -> bytes:
    """One row per pupil and task as CSV; no cell is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in _list_rows(picture, lesson):
        writer.writerow([disarm(cell) for cell in row])
    return ("\ufeff" + written.getvalue()).encode("utf-8", errors="replace")


def _list_rows(picture: Picture, lesson: Lesson) -> Iterator[tuple[str, ...]]:
    for pupil in picture.pupils:
        kept = picture.list_of_pupil(pupil.id)
        for number, task in enumerate(lesson.tasks, 1):
            saved = kept.get(task.id)
            mark = _mark(lesson, saved.answer) if saved else None
            yield (
                pupil.name,
                str(pupil.group or ""),
                str(number),
                task.kind.value,
                task.passage.on_one_line(lesson.derivative.text) if task.passage else "",
                tell_answer(lesson, task, saved.answer) if saved else "",
                tell_key(lesson, task),
                f"{mark.points:g}" if mark else "",
                str(mark.of) if mark else "",
                saved.answer.reason if saved else "",
                f"{saved.saved:%Y-%m-%d %H:%M:%S}" if saved and saved.saved else "",
            )


def _sum_pupil(picture: Picture, lesson: Lesson, pupil: Pupil) -> PupilResult:
    kept = picture.list_of_pupil(pupil.id)
    marks = tuple(_mark(lesson, kept[task.id].answer) if task.id in kept else None for task in lesson.tasks)
    return PupilResult(pupil=pupil, answered=len(kept), total=total_marks(tuple(filter(None, marks))), marks=marks)


def _sum_task(picture: Picture, lesson: Lesson, task: Task, sentence: str) -> TaskResult:
    answers = picture.list_of_task(task.id)
    marks = [mark for each in answers if (mark := _mark(lesson, each.answer))]
    total = total_marks(tuple(marks))
    return TaskResult(
        task=task, answered=len(answers), share=total.points / total.of if total.of else None, sentence=sentence
    )


def _mark(lesson: Lesson, answer: Answer) -> Mark | None:
    task = lesson.find_task(answer.task_id)
    return mark_answer(lesson, answer) if task and task.is_marked else None
