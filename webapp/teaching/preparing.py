"""The use cases of preparing: lessons made from comparisons, changed, copied from files, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from copytrail.codec.lessons import read_lesson, write_lesson
from copytrail.compare import compare
from copytrail.errors import BadLesson
from copytrail.model import Comparison, Span
from copytrail.teaching import LanguageLevel, Lesson, Task, TaskKind, check_lesson, draft_task, make_lesson
from webapp import store
from webapp.db import Database
from webapp.faults import BadAccess, ChangedLesson, UnknownPerson
from webapp.people.records import CaseAccess, Visibility
from webapp.people.rights import Rights, Standing, Viewer
from webapp.shelf import Shelf
from webapp.teaching.prepared import LessonFile, LessonLine

MOST_TASKS = 60
NO_TEACHER = "A lesson can be handed over to somebody who makes lessons: choose another person."


@dataclass(frozen=True, slots=True)
class Prepared:
    """A lesson that is kept, in one of its versions."""

    id: str
    version: int
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class Preparing:
    """What can be done with lessons; built once."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    find_viewer: Callable[[], Viewer]
    compared: Shelf[Comparison]
    """The comparisons from which tasks were added last."""

    def list_lessons(self) -> tuple[LessonLine, ...]:
        """The lessons that one may see."""
        with self.database.reading() as connection:
            return store.lessons.list_lessons(connection, self.find_viewer())

    def find_standing(self, lesson_id: str, viewer: Viewer) -> Standing:
        """How a person stands to a lesson."""
        with self.database.reading() as connection:
            return store.lessons.find_standing(connection, lesson_id, viewer)

    def open_lesson(self, lesson_id: str) -> Prepared:
        """The lesson as it is kept."""
        with self.database.reading() as connection:
            kept = store.lessons.load_lesson(connection, lesson_id)
        return Prepared(kept.id, kept.version, read_lesson(kept.data.encode()))

    def list_made_from(self, *case_ids: str) -> tuple[LessonLine, ...]:
        """The lessons made from these cases that one may see; they keep the texts when a case is deleted."""
        if not case_ids:
            return ()
        with self.database.reading() as connection:
            return store.lessons.list_lessons_of(connection, case_ids, self.find_viewer())

    def make(self, comparison: Comparison, *, title: str, minutes: int, level: LanguageLevel, case_id: str = "") -> str:
        """Keep a lesson on a comparison, which can be taught as it is; gives its id."""
        lesson = make_lesson(comparison, id="lesson", title=title, minutes=minutes, level=level)
        return self.keep(
            replace(lesson, provenance=replace(lesson.provenance, made=f"{self.clock():%Y-%m-%d}")), case_id
        )

    def keep(self, lesson: Lesson, case_id: str = "") -> str:
        """Keep a lesson, made from a case or come from elsewhere, as one's own; gives its id."""
        lesson_id, viewer = self.make_id(), self.find_viewer()
        access = CaseAccess(owner_id=viewer.person_id, visibility=Visibility.PRIVATE) if viewer.person_id else None
        kept = replace(_file(Prepared(lesson_id, 0, replace(lesson, id=lesson_id))), case_id=case_id)
        with self.database.writing() as connection:
            store.lessons.add_lesson(connection, kept, access or CaseAccess(), self.clock())
        return lesson_id

    def read_file(self, data: bytes) -> str:
        """Keep the lesson of a file; gives its id."""
        if not data:
            raise BadLesson("Choose the file of a lesson first.")
        return self.keep(read_lesson(data))

    def change(self, lesson_id: str, version: int, change: Callable[[Lesson], Lesson]) -> None:
        """Keep what was changed of a version; a lesson that contradicts itself is refused."""
        prepared = self.open_lesson(lesson_id)
        if prepared.version != version:
            raise ChangedLesson
        lesson = change(prepared.lesson)
        check_lesson(lesson)
        with self.database.writing() as connection:
            store.lessons.save_lesson(connection, _file(replace(prepared, lesson=lesson)), self.clock())

    def draft(self, lesson: Lesson, kind: TaskKind, passage: Span | None) -> Task:
        """A further task on a passage, with the key that the machine proposes."""
        key = (lesson.original.sha256, lesson.original.text, lesson.derivative.text)
        comparison = self.compared.fetch(key, lambda: compare(lesson.original, lesson.derivative))
        task = draft_task(comparison, kind, passage, lesson.language_level)
        taken = {each.id for each in lesson.tasks}
        free = next(f"t{number}" for number in range(1, MOST_TASKS + 2) if f"t{number}" not in taken)
        return replace(task, id=free)

    def share(self, lesson_id: str, access: CaseAccess, rights: Rights) -> None:
        """Show the lesson to everybody with an account, to a team or to nobody else, or hand it to a colleague."""
        with self.database.writing() as connection:
            before = store.lessons.load_access(connection, lesson_id)
            teams = store.teams.list_teams(connection, None if rights.is_admin else rights.viewer.person_id)
            known = {before.team_id, *(team.id for team in teams)} - {""}
            if access.visibility is Visibility.TEAM and access.team_id not in known:
                raise BadAccess("Choose one of your teams.")
            if access.owner_id != before.owner_id:
                _require_teacher(connection, access.owner_id)
            store.lessons.save_access(connection, lesson_id, access)

    def load_access(self, lesson_id: str) -> CaseAccess:
        """Whose the lesson is, and who may see it."""
        with self.database.reading() as connection:
            return store.lessons.load_access(connection, lesson_id)

    def delete(self, lesson_id: str) -> None:
        """Delete the lesson for good; classes that do it keep their copy until their day."""
        with self.database.writing() as connection:
            store.lessons.delete_lesson(connection, lesson_id)
        self.compared.clear()
        self.database.forget()


def _require_teacher(connection: store.Connection, person_id: str) -> None:
    try:
        person = store.people.load_person(connection, person_id)
    except UnknownPerson as error:
        raise BadAccess(NO_TEACHER) from error
    if not person.is_active or not person.writes:
        raise BadAccess(NO_TEACHER)


def _file(prepared: Prepared) -> LessonFile:
    data = write_lesson(prepared.lesson).decode()
    return LessonFile(id=prepared.id, title=prepared.lesson.title, data=data, version=prepared.version)
