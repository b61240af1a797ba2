"""The use cases of pupils: join, come back, answer; each sees and changes their own answers only."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from copytrail.teaching import Answer, PupilLesson, check_answer
from webapp import store
from webapp.db import Database
from webapp.faults import (
    AlreadyStored,
    AnsweredElsewhere,
    ClosedClass,
    EndedClass,
    FullClass,
    NameTaken,
    NotYet,
    TooLate,
    UnknownClass,
    UnknownTask,
    WrongCode,
    WrongWords,
)
from webapp.people.records import hash_token
from webapp.teaching.classes import MOST_PUPILS, Attendance, ClassRecord, ClassState, Pace, Pupil, SavedAnswer
from webapp.teaching.codes import give_name, make_words, read_code, read_name, read_words, sign_sheet
from webapp.teaching.doors import ANSWERS, WRONG_BY_BROWSER, WRONG_CODES, WRONG_WORDS, Doors
from webapp.teaching.library import Library
from webapp.teaching.revealing import Revealed, mark_revealed

LONGEST_LINK = 200
_TRIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAnswer:
    """An answer as a page sent it: the version it changes, and the keys it is known by."""

    answer: Answer
    version: int
    key: str
    replaces: str = ""
    """The key of an answer that was sent before and never acknowledged."""


@dataclass(frozen=True, slots=True)
class Attending:
    """What pupils can do; built once."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    make_token: Callable[[], str]
    secret: str
    """Of which the words are made by which pupils come back."""
    library: Library
    doors: Doors

    def find_room(self, typed: str, browser: str) -> ClassRecord:
        """The class of a code that was typed; wrong codes are counted."""
        code = read_code(typed)
        self.doors.check(f"browser {browser}", WRONG_BY_BROWSER)
        if not self.doors.is_open("codes", WRONG_CODES) and self.doors.is_open(f"known {code}", 1):
            self.doors.check("codes", WRONG_CODES)
        with self.database.reading() as connection:
            room = store.classes.find_by_code(connection, code) if code else None
        if room is None or room.is_over:
            self.doors.note(f"browser {browser}")
            self.doors.note("codes")
            raise WrongCode
        return room

    def join(self, typed_code: str, typed_name: str, *, browser: str, group: int = 0) -> tuple[Attendance, str]:
        """Join a class under a name; gives the secret for the browser."""
        room = self.find_room(typed_code, browser)
        name = read_name(typed_name) if room.names else ""
        for _ in range(_TRIES):
            try:
                return self._add(room.id, name or give_name(), group)
            except AlreadyStored as error:
                if name:
                    raise NameTaken from error
        raise FullClass

    def come_back(self, typed_code: str, typed_words: str, *, browser: str) -> tuple[Attendance, str]:
        """Go on on another device, by the words; the one before is let go."""
        room = self.find_room(typed_code, browser)
        self.doors.check(f"words {room.id}", WRONG_WORDS)
        words, token = read_words(typed_words), self.make_token()
        with self.database.writing() as connection:
            pupils = store.pupils.list_pupils(connection, room.id)
            pupil = next((each for each in pupils if make_words(self.secret, each) == words), None)
            if pupil:
                store.pupils.change_secret(connection, pupil, hash_token(token))
        if pupil is None:
            self.doors.note(f"words {room.id}")
            self.doors.note(f"browser {browser}")
            raise WrongWords
        return Attendance(room, pupil), token

    def recognise(self, class_id: str, token: str) -> Attendance:
        """The pupil whose browser has this secret; in another class they are nobody."""
        with self.database.reading() as connection:
            found = store.pupils.find_attendance(connection, hash_token(token)) if token else None
        if found is None or found.room.id != class_id:
            raise UnknownClass
        return found

    def open_lesson(self, class_id: str) -> PupilLesson:
        """The lesson as pupils get it."""
        return self.library.open_page(class_id)

    def list_answers(self, here: Attendance) -> dict[str, SavedAnswer]:
        """What the pupil has answered, by the ids of the tasks."""
        with self.database.reading() as connection:
            return {each.answer.task_id: each for each in store.pupil_answers.list_of_pupil(connection, here.pupil.id)}

    def answer(self, here: Attendance, sent: SentAnswer) -> SavedAnswer:
        """Keep an answer; the same form sent again changes nothing, and nothing changes after the reveal."""
        self.doors.check(f"answers {here.pupil.id}", ANSWERS)
        self.doors.note(f"answers {here.pupil.id}")
        task_id, lesson = sent.answer.task_id, self.library.open_lesson(here.room.id)
        if lesson.find_task(task_id) is None:
            raise UnknownTask
        with self.database.writing() as connection:
            room = store.classes.load_class(connection, here.room.id, to_add=True)
            kept = store.pupil_answers.find_answer(connection, here.pupil.id, task_id)
            if kept and kept.key == sent.key:
                return kept
            check_open(room, tuple(task.id for task in lesson.tasks), task_id)
            if kept and kept.version != sent.version and kept.key != (sent.replaces or None):
                raise AnsweredElsewhere
            version = kept.version + 1 if kept else 1
            answer = check_answer(lesson, sent.answer)
            saved = SavedAnswer(
                pupil_id=here.pupil.id, answer=answer, version=version, key=sent.key, saved=self.clock()
            )
            store.pupil_answers.save_answer(connection, room.id, saved)
        return saved

    def reveal(self, here: Attendance) -> dict[str, Revealed]:
        """What was revealed to the class, each with what the pupil's own answer got."""
        shown = self.library.reveal(here.room)
        own = self.list_answers(here) if shown else {}
        lesson = self.library.open_lesson(here.room.id)
        return mark_revealed(lesson, shown, own)

    def tell_words(self, pupil: Pupil) -> str:
        """The words by which a pupil comes back."""
        return make_words(self.secret, pupil)

    def name_sheet(self, pupil: Pupil) -> str:
        """What the link to the sheet of a pupil ends with; nothing of it is kept."""
        return f"{pupil.id}.{sign_sheet(self.secret, pupil)}"

    def open_sheet(self, named: str) -> Attendance:
        """The pupil whose sheet a link opens; a link that was changed opens none."""
        pupil_id, _, signature = named[:LONGEST_LINK].rpartition(".")
        with self.database.reading() as connection:
            found = store.pupils.find_sheet(connection, pupil_id)
        if found is None or not hmac.compare_digest(sign_sheet(self.secret, found.pupil).encode(), signature.encode()):
            raise UnknownClass
        return found

    def _add(self, class_id: str, name: str, group: int) -> tuple[Attendance, str]:
        token = self.make_token()
        with self.database.writing() as connection:
            room = store.classes.load_class(connection, class_id, to_change=True)
            if room.state is not ClassState.OPEN:
                raise ClosedClass
            count = store.pupils.count_pupils(connection, class_id)
            if count >= MOST_PUPILS:
                raise FullClass
            chosen = group if 0 < group <= room.groups else count % room.groups + 1 if room.groups else 0
            pupil = Pupil(id=self.make_id(), class_id=class_id, name=name, group=chosen, joined=self.clock())
            store.pupils.add_pupil(connection, pupil, hash_token(token))
        if self.doors.is_open(f"known {room.code}", 1):
            self.doors.note(f"known {room.code}")
        return Attendance(room, pupil), token


def check_open(room: ClassRecord, task_ids: tuple[str, ...], task_id: str) -> None:
    """Fail where a task can not be answered now."""
    if task_id in room.revealed:
        raise TooLate
    if room.is_over:
        raise EndedClass
    if room.pace is Pace.TEACHER and task_id not in list_reached(room, task_ids):
        raise NotYet


def list_reached(room: ClassRecord, task_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The tasks that pupils may see: all at their own pace, at the teacher's those up to the present one."""
    if room.pace is Pace.OWN:
        return task_ids
    return task_ids[: task_ids.index(room.current) + 1] if room.current in task_ids else ()
