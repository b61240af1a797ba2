"""How a class is to be taught, and everything that stands in it at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from webapp.teaching.classes import ClassRecord, Pace, Pupil, SavedAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a class is to be taught."""

    pace: Pace = Pace.TEACHER
    groups: int = 0
    names: bool = True
    delete_on: date
    minutes: int = 0
    """For how long; 0 does all tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What stands in a class at one moment."""

    room: ClassRecord
    pupils: tuple[Pupil, ...]
    answers: tuple[SavedAnswer, ...]

    def list_of_task(self, task_id: str) -> tuple[SavedAnswer, ...]:
        """The answers to one task."""
        return tuple(each for each in self.answers if each.answer.task_id == task_id)

    def list_of_pupil(self, pupil_id: str) -> dict[str, SavedAnswer]:
        """The answers of one pupil, by the ids of the tasks."""
        return {each.answer.task_id: each for each in self.answers if each.pupil_id == pupil_id}
