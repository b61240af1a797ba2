"""The use cases of whoever teaches a class: start it, lead it, look after its pupils, end and delete it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from copytrail.codec.lessons import read_lesson, write_lesson
from copytrail.teaching import Lesson
from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored, EndedClass, NameTaken, NoTasks, UnknownTask
from webapp.people.rights import Standing, Viewer
from webapp.teaching.arranging import choose_tasks
from webapp.teaching.classes import ClassRecord, ClassState, Pace, Pupil
from webapp.teaching.clearing import delete_due_classes
from webapp.teaching.codes import give_name, make_code, read_name
from webapp.teaching.library import Library
from webapp.teaching.pictures import Picture, Plan
from webapp.teaching.revealing import Revealed

_TRIES = 20
LONGEST_NOTE = 10_000


@dataclass(frozen=True, slots=True)
class Running:
    """What can be done with classes; built once."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    find_viewer: Callable[[], Viewer]
    library: Library

    def start(self, lesson_id: str, plan: Plan) -> ClassRecord:
        """Start a class on a lesson as it is now."""
        with self.database.reading() as connection:
            kept = store.lessons.load_lesson(connection, lesson_id)
        lesson = choose_tasks(read_lesson(kept.data.encode()), plan.minutes)
        if not lesson.tasks:
            raise NoTasks
        room = ClassRecord(
            id=self.make_id(),
            lesson_id=lesson_id,
            title=kept.title,
            owner_id=self.find_viewer().person_id,
            code=make_code(),
            pace=plan.pace,
            groups=plan.groups,
            names=plan.names,
            started=self.clock(),
            delete_on=plan.delete_on,
        )
        for _ in range(_TRIES):
            with suppress(AlreadyStored):
                with self.database.writing() as connection:
                    store.classes.add_class(connection, room, write_lesson(lesson).decode())
                return room
            room = replace(room, code=make_code())
        raise AlreadyStored

    def list_classes(self) -> tuple[ClassRecord, ...]:
        """The classes of whoever asks."""
        with self.database.reading() as connection:
            return store.classes.list_classes(connection, self.find_viewer())

    def find_standing(self, class_id: str, viewer: Viewer) -> Standing:
        """How a person stands to a class."""
        with self.database.reading() as connection:
            return store.classes.find_standing(connection, class_id, viewer)

    def open_class(self, class_id: str) -> ClassRecord:
        """The class without its pupils."""
        with self.database.reading() as connection:
            return store.classes.load_class(connection, class_id)

    def open_lesson(self, class_id: str) -> Lesson:
        """What the class does."""
        return self.library.open_lesson(class_id)

    def take_picture(self, class_id: str) -> Picture:
        """Everything that stands in the class now."""
        with self.database.watching() as connection:
            return Picture(
                room=store.classes.load_class(connection, class_id),
                pupils=store.pupils.list_pupils(connection, class_id),
                answers=store.pupil_answers.list_of_class(connection, class_id),
            )

    def list_notes(self, class_id: str) -> dict[str, str]:
        """What was noted of the talk, by the ids of the tasks."""
        with self.database.reading() as connection:
            return store.classes.list_notes(connection, class_id)

    def go_to(self, class_id: str, task_id: str) -> None:
        """Put the whole class at a task; an empty id has it wait."""
        lesson = self.open_lesson(class_id)
        if task_id and lesson.find_task(task_id) is None:
            raise UnknownTask
        self._change(class_id, lambda room: replace(room, current=task_id))

    def set_pace(self, class_id: str, pace: Pace) -> None:
        """Let pupils go on alone, or take them along."""
        self._change(class_id, lambda room: replace(room, pace=pace))

    def reveal(self, class_id: str, task_id: str) -> None:
        """Show the class the key of a task; its answers stay as they are from now on."""
        if self.open_lesson(class_id).find_task(task_id) is None:
            raise UnknownTask
        room = self._change(
            class_id,
            lambda room: room if task_id in room.revealed else replace(room, revealed=(*room.revealed, task_id)),
            even_over=True,
        )
        self.library.reveal(room)

    def look_ahead(self, picture: Picture, task_id: str) -> Revealed:
        """A task as it is, or would be, revealed now; for the teacher only until it is."""
        return self.library.look_ahead(picture.room, task_id, picture.answers)

    def set_state(self, class_id: str, state: ClassState) -> None:
        """Open or lock the door, or end the class, which cannot be undone; its code leads nowhere then."""
        is_over = state is ClassState.ENDED
        self._change(class_id, lambda room: replace(room, state=state, code="" if is_over else room.code))

    def change_code(self, class_id: str) -> None:
        """Give the class another code; the one before leads nowhere."""
        for _ in range(_TRIES):
            with suppress(AlreadyStored):
                self._change(class_id, lambda room: replace(room, code=make_code()))
                return
        raise AlreadyStored

    def set_day(self, class_id: str, day: date) -> None:
        """Have what the class wrote deleted on another day."""
        self._change(class_id, lambda room: replace(room, delete_on=day), even_over=True)

    def save_note(self, class_id: str, task_id: str, text: str) -> None:
        """Keep what was said in the talk about a task, or about all."""
        with self.database.writing() as connection:
            store.classes.load_class(connection, class_id, to_add=True)
            store.classes.save_note(connection, class_id, task_id, text[:LONGEST_NOTE])

    def rename_pupil(self, class_id: str, pupil_id: str, typed: str) -> None:
        """Give a pupil another name; without one they are given one."""
        name = read_name(typed)
        try:
            self._change_pupil(class_id, pupil_id, lambda pupil: replace(pupil, name=name or give_name()))
        except AlreadyStored as error:
            raise NameTaken from error

    def move_pupil(self, class_id: str, pupil_id: str, group: int) -> None:
        """Put a pupil into another group."""
        self._change_pupil(class_id, pupil_id, lambda pupil: replace(pupil, group=group))

    def renew_words(self, class_id: str, pupil_id: str) -> None:
        """Give a pupil other words to come back by."""
        self._change_pupil(class_id, pupil_id, lambda pupil: replace(pupil, words=pupil.words + 1))

    def remove_pupil(self, class_id: str, pupil_id: str) -> None:
        """Delete a pupil with everything they wrote."""
        with self.database.writing() as connection:
            room = store.classes.load_class(connection, class_id, to_change=True)
            store.pupils.remove_pupil(connection, class_id, pupil_id)
            store.classes.save_class(connection, replace(room, version=room.version + 1))
        self.library.shown.clear()
        self.database.forget()

    def delete(self, class_id: str) -> None:
        """Delete a class with everything that was written in it, at once."""
        with self.database.writing() as connection:
            store.classes.delete_class(connection, class_id)
        self._forget()

    def delete_due(self) -> int:
        """Delete the classes whose day has come; says how many."""
        deleted = delete_due_classes(self.database, self.clock())
        if deleted:
            self.library.forget()
        return deleted

    def _forget(self) -> None:
        self.library.forget()
        self.database.forget()

    def _change(
        self, class_id: str, change: Callable[[ClassRecord], ClassRecord], *, even_over: bool = False
    ) -> ClassRecord:
        with self.database.writing() as connection:
            room = store.classes.load_class(connection, class_id, to_change=True)
            if room.is_over and not even_over:
                raise EndedClass
            changed = change(room)
            if changed != room:
                changed = replace(changed, version=room.version + 1)
                store.classes.save_class(connection, changed)
        return changed

    def _change_pupil(self, class_id: str, pupil_id: str, change: Callable[[Pupil], Pupil]) -> None:
        with self.database.writing() as connection:
            pupil = store.pupils.find_pupil(connection, class_id, pupil_id)
            store.pupils.save_pupil(connection, change(pupil))
