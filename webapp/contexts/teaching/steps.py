"""The tasks a pupil can go to, as a row of numbers."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.teaching import PupilLesson, PupilTask
from webapp.teaching.attending import list_reached
from webapp.teaching.classes import ClassRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A task among the others."""

    id: str
    number: int
    is_here: bool
    state: str
    """In words: answered, revealed, open."""


def list_steps(
    room: ClassRecord, lesson: PupilLesson, here: PupilTask | None, answered: frozenset[str]
) -> tuple[StepLine, ...]:
    """The tasks that the class has reached, with the one that is shown."""
    reached = set(list_reached(room, tuple(task.id for task in lesson.tasks)))
    return tuple(
        StepLine(
            id=task.id,
            number=task.number,
            is_here=here is not None and task.id == here.id,
            state="revealed" if task.id in room.revealed else "answered" if task.id in answered else "open",
        )
        for task in lesson.tasks
        if task.id in reached
    )
