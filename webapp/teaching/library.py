"""The lessons of classes, held in memory as they were when a class was started: thirty devices ask for one at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import RLock
from typing import TypeVar

from copytrail.codec.lessons import read_lesson
from copytrail.teaching import Lesson, PupilLesson, find_agreement, for_pupils
from webapp import store
from webapp.db import Database
from webapp.shelf import Shelf
from webapp.teaching.classes import ClassRecord, SavedAnswer
from webapp.teaching.revealing import Revealed, reveal_task

LESSONS_HELD = 32
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Library:
    """What classes do, for teachers and for pupils, and what they have been shown; a class never changes its lesson."""

    database: Database
    lessons: Shelf[Lesson] = field(default_factory=lambda: Shelf(LESSONS_HELD))
    pages: Shelf[PupilLesson] = field(default_factory=lambda: Shelf(LESSONS_HELD))
    shown: Shelf[Mapping[str, Revealed]] = field(default_factory=lambda: Shelf(LESSONS_HELD))
    made_once: RLock = field(default_factory=RLock)
    """Held while something is made, so that thirty devices which ask at once have it made once."""

    def open_lesson(self, class_id: str) -> Lesson:
        """The lesson of a class, with everything that the teacher knows."""
        return self._fetch(self.lessons, class_id, lambda: self._load(class_id))

    def open_page(self, class_id: str) -> PupilLesson:
        """The lesson of a class as pupils get it."""
        return self._fetch(self.pages, class_id, lambda: for_pupils(self.open_lesson(class_id)))

    def reveal(self, room: ClassRecord) -> Mapping[str, Revealed]:
        """What the class has been shown, by the ids of the tasks; their answers change no more."""
        key = (room.id, room.version)
        return self._fetch(self.shown, key, lambda: self._reveal(room)) if room.revealed else {}

    def look_ahead(self, room: ClassRecord, task_id: str, kept: tuple[SavedAnswer, ...]) -> Revealed:
        """A task as it is, or would be, revealed now, held against those that were."""
        task_ids = room.revealed if task_id in room.revealed else (*room.revealed, task_id)
        key = (room.id, room.version, task_id, len(kept), sum(each.version for each in kept))
        lesson = self.open_lesson(room.id)
        return self._fetch(self.shown, key, lambda: reveal_tasks(lesson, task_ids, kept))[task_id]

    def forget(self) -> None:
        """Forget all of them, because one was deleted."""
        self.lessons.clear()
        self.pages.clear()
        self.shown.clear()

    def _fetch(self, shelf: Shelf[Value], key: Hashable, make: Callable[[], Value]) -> Value:
        found = shelf.find(key)
        if found is not None:
            return found
        with self.made_once:
            return shelf.fetch(key, make)

    def _load(self, class_id: str) -> Lesson:
        with self.database.reading() as connection:
            return read_lesson(store.classes.load_lesson(connection, class_id).encode())

    def _reveal(self, room: ClassRecord) -> Mapping[str, Revealed]:
        with self.database.reading() as connection:
            kept = store.pupil_answers.list_of_class(connection, room.id)
        return reveal_tasks(self.open_lesson(room.id), room.revealed, kept)


def reveal_tasks(lesson: Lesson, task_ids: tuple[str, ...], kept: tuple[SavedAnswer, ...]) -> Mapping[str, Revealed]:
    """These tasks with their keys and how far the class agrees on them."""
    answers = [each.answer for each in kept if each.answer.task_id in task_ids]
    said = {each.task_id: each.sentence for each in find_agreement(lesson, answers).tasks}
    return {
        task.id: reveal_task(
            lesson, task, [each for each in answers if each.task_id == task.id], agreement=said.get(task.id, "")
        )
        for task in lesson.tasks
        if task.id in task_ids
    }
