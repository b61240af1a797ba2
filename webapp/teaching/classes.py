"""A class that is taught, its pupils and their answers, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from copytrail.teaching import Answer

MOST_PUPILS = 250
"""So many pupils join one class."""
MOST_GROUPS = 12
KEEP_DAYS, MOST_DAYS = 30, 365
"""After so many days what a class wrote is deleted; and the most that can be asked for."""


class Pace(StrEnum):
    """Who says which task a pupil is at."""

    TEACHER = "teacher"
    OWN = "own"


class ClassState(StrEnum):
    """Whether pupils can join and answer."""

    OPEN = "open"
    LOCKED = "locked"
    """Nobody joins; those who have joined go on."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRecord:
    """One class: the lesson it does lies beside it, as it was when the class was started."""

    id: str
    lesson_id: str
    title: str
    owner_id: str = ""
    code: str = ""
    """By which pupils join; empty once the class has ended."""
    state: ClassState = ClassState.OPEN
    pace: Pace = Pace.TEACHER
    current: str = ""
    """The id of the task the class is at, at the teacher's pace; empty before the first."""
    revealed: tuple[str, ...] = ()
    """The ids of the tasks whose key the class has been shown."""
    groups: int = 0
    names: bool = True
    """Whether pupils choose a name; otherwise they are given one."""
    started: datetime
    delete_on: date
    version: int = 0
    """Counts the changes, so that pages know when to look again."""

    @property
    def is_over(self) -> bool:
        """Whether answers stay as they are."""
        return self.state is ClassState.ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """Somebody in a class, under a name for this class only."""

    id: str
    class_id: str
    name: str
    words: int = 0
    """How many times the words to come back by were made anew."""
    group: int = 0
    """From 1; 0 where there are no groups."""
    joined: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer:
    """An answer as it is kept: whose it is, and which of the versions."""

    pupil_id: str
    answer: Answer
    version: int = 1
    key: str = ""
    """Of the form that brought it: the same form sent again changes nothing."""
    saved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A pupil with the class they are in."""

    room: ClassRecord
    pupil: Pupil
