"""What the list of lessons and classes says, and the page on which a lesson is made from a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from copytrail.display.naming import say_time
from copytrail.display.visible import show_line
from copytrail.lesson_files import BundledLesson
from copytrail.teaching import LanguageLevel
from webapp.contexts.teaching.lessons import LEVELS, Option, Said, list_levels
from webapp.teaching.classes import ClassRecord, ClassState
from webapp.teaching.codes import show_code
from webapp.teaching.lesson_form import MINUTES
from webapp.teaching.prepared import LessonLine

READY = (
    "Use one, then choose “Start a class”: pupils join with the code that you see there. "
    "The first is for a first lesson. It becomes a lesson of yours, which you can change."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A lesson or a class in a list."""

    id: str
    name: str
    about: str
    goal: str = ""
    """What a bundled lesson is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonsPage:
    """Lessons and classes."""

    title: str
    csrf: str
    said: Said
    ready: str = READY
    """How one of the bundled lessons becomes a class."""
    bundled: tuple[Line, ...]
    lessons: tuple[Line, ...]
    classes: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingPage:
    """The page on which a lesson is made from a comparison."""

    title: str
    csrf: str
    case_id: str
    number: int
    name: str
    minutes: tuple[Option, ...]
    levels: tuple[Option, ...]


def make_lessons(
    lessons: tuple[LessonLine, ...],
    classes: tuple[ClassRecord, ...],
    *,
    bundled: tuple[BundledLesson, ...],
    csrf: str,
    said: Said,
) -> LessonsPage:
    """The lists."""
    return LessonsPage(
        title="Lessons",
        csrf=csrf,
        said=said,
        bundled=tuple(
            Line(
                id=each.id,
                name=show_line(each.title),
                about=f"{each.minutes} minutes · {LEVELS[each.language_level]}",
                goal=each.about,
            )
            for each in sorted(bundled, key=_come_first)
        ),
        lessons=tuple(
            Line(id=each.id, name=show_line(each.title), about=f"changed {say_time(each.changed)}") for each in lessons
        ),
        classes=tuple(
            Line(id=each.id, name=show_line(each.title), about=_tell_class(each, each.started)) for each in classes
        ),
    )


def make_making(name: str, *, case_id: str, number: int, csrf: str) -> MakingPage:
    """The page that asks for how long and for whom."""
    return MakingPage(
        title="Teach with this",
        csrf=csrf,
        case_id=case_id,
        number=number,
        name=show_line(name),
        minutes=tuple(Option(value=str(each), words=f"{each} minutes", chosen=each == 45) for each in MINUTES),
        levels=list_levels(LanguageLevel.STANDARD),
    )


def _come_first(lesson: BundledLesson) -> tuple[int, bool]:
    """The shortest first, and of those the one in plain words."""
    return lesson.minutes, lesson.language_level is not LanguageLevel.PLAIN


def _tell_class(room: ClassRecord, started: datetime) -> str:
    state = {ClassState.OPEN: "open", ClassState.LOCKED: "locked", ClassState.ENDED: "ended"}[room.state]
    code = f" · code {show_code(room.code)}" if room.code else ""
    return f"{state}{code} · started {say_time(started)} · deleted on {_say_day(room.delete_on)}"


def _say_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
