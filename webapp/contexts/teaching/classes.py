"""What the teacher's page of a class says around what changes: the door, the pupil looked after, notes, the end."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from copytrail.display.visible import show_line
from copytrail.teaching import Lesson
from webapp.contexts.teaching.live import Live
from webapp.settings import LOCAL_HOSTS
from webapp.teaching import wording
from webapp.teaching.classes import ClassState, Pace, Pupil
from webapp.teaching.codes import show_code
from webapp.teaching.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilForm:
    """The pupil whom the teacher looks after."""

    id: str
    name: str
    group: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPage:
    """The teacher's page."""

    title: str
    csrf: str
    class_id: str
    code: str
    state: str
    is_open: bool
    is_over: bool
    sets_pace: bool
    notice: str
    problem: str
    address: str
    reach: str
    """A warning where pupils' devices do not reach the address."""
    deleted: str
    delete_on: str
    live: Live
    pupil: PupilForm | None
    groups: tuple[int, ...]
    note: str
    note_task: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the page adds to how the class stands."""

    notice: str = ""
    problem: str = ""
    address: str = ""
    note: str = ""
    words: str = ""


def make_class(picture: Picture, lesson: Lesson, *, live: Live, pupil_id: str, said: Said) -> ClassPage:
    """The whole page."""
    room = picture.room
    pupil = next((each for each in picture.pupils if each.id == pupil_id), None)
    return ClassPage(
        title=show_line(room.title),
        csrf=live.csrf,
        class_id=room.id,
        code=show_code(room.code),
        state=wording.say_state(room),
        is_open=room.state is ClassState.OPEN,
        is_over=room.is_over,
        sets_pace=room.pace is Pace.TEACHER,
        notice=said.notice,
        problem=said.problem,
        address=said.address,
        reach=wording.ONLY_HERE if is_only_here(said.address) else "",
        deleted=wording.say_deleted(room),
        delete_on=room.delete_on.isoformat(),
        live=live,
        pupil=_open_form(pupil, said.words) if pupil else None,
        groups=tuple(range(1, room.groups + 1)),
        note=said.note,
        note_task=live.shown.id,
        questions=lesson.discussion_questions,
    )


def is_only_here(address: str) -> bool:
    """Whether an address leads to the device it is opened on.

    >>> is_only_here("http://127.0.0.1:8000/join"), is_only_here("https://copytrail.school.example/join")
    (True, False)
    """
    host = urlsplit(address).netloc
    return any(host == name or host.startswith(f"{name}:") for name in LOCAL_HOSTS)


def _open_form(pupil: Pupil, words: str) -> PupilForm:
    return PupilForm(id=pupil.id, name=pupil.name, group=pupil.group, words=words)
