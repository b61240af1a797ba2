"""What changes on the teacher's page while the class works: who is where, how each task was answered."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.visible import show_line
from copytrail.teaching import Lesson, Task
from webapp.contexts.teaching.lessons import KINDS, shorten
from webapp.teaching import wording
from webapp.teaching.classes import Pace, Pupil
from webapp.teaching.pictures import Picture
from webapp.teaching.presence import Presence
from webapp.teaching.revealing import Revealed, tell_answer


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStand:
    """How far the class is with one task."""

    id: str
    number: int
    kind: str
    words: str
    answered: str
    share: int
    is_shown: bool
    """Whether the page shows this task below."""
    is_current: bool
    is_revealed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilStand:
    """Where one pupil is."""

    id: str
    name: str
    group: str
    where: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The task that the teacher looks at."""

    id: str
    place: str
    prompt: str
    passage: str
    is_current: bool
    is_revealed: bool
    revealed: Revealed
    """As it will be revealed; on the teacher's page only."""
    reasons: tuple[str, ...]
    """What was written, without names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What changes while the class works; asked for every other second."""

    class_id: str
    csrf: str
    summary: str
    tasks: tuple[TaskStand, ...]
    pupils: tuple[PupilStand, ...]
    shown: Shown
    next_id: str
    """The task after the one the class is at."""
    next_words: str
    """What the button says that leads there."""
    is_next_due: bool
    """Whether going on is what the teacher does now; otherwise it is revealing the task."""
    done: str
    """What to do when every task is revealed; empty before."""
    is_over: bool
    sets_pace: bool


def choose_shown(picture: Picture, lesson: Lesson, asked: str) -> Task:
    """The task to look at: the one asked for, or the one the class is at, or the first."""
    return lesson.find_task(asked) or lesson.find_task(picture.room.current) or lesson.tasks[0]


def make_live(picture: Picture, lesson: Lesson, shown: Shown, *, presence: Presence, csrf: str) -> Live:
    """The part of the page that is asked for again and again."""
    room, task = picture.room, lesson.find_task(shown.id)
    ids = [each.id for each in lesson.tasks]
    following = ids[ids.index(room.current) + 1 :] if room.current in ids else ids
    return Live(
        class_id=room.id,
        csrf=csrf,
        summary=f"{count(len(picture.pupils), 'pupil')} · {count(len(picture.answers), 'answer')}",
        tasks=tuple(_stand(picture, lesson, each, number, task) for number, each in enumerate(lesson.tasks, 1)),
        pupils=tuple(_place(picture, pupil, presence.find(pupil.id), ids) for pupil in picture.pupils),
        shown=shown,
        next_id=following[0] if following else "",
        next_words="Next task" if room.current else "Begin with task 1",
        is_next_due=not room.current or room.current in room.revealed,
        done=wording.ALL_REVEALED if set(ids) <= set(room.revealed) and not room.is_over else "",
        is_over=room.is_over,
        sets_pace=room.pace is Pace.TEACHER,
    )


def show_task(picture: Picture, lesson: Lesson, task: Task, revealed: Revealed) -> Shown:
    """One task as it is, or will be, revealed."""
    answers = picture.list_of_task(task.id)
    number = lesson.tasks.index(task) + 1
    written = [
        f"{tell_answer(lesson, task, each.answer)}: {each.answer.reason}" for each in answers if each.answer.reason
    ]
    texts = [each.answer.text for each in answers if each.answer.text]
    return Shown(
        id=task.id,
        place=wording.say_place(number, len(lesson.tasks)),
        prompt=task.prompt,
        passage=task.passage.on_one_line(lesson.derivative.text) if task.passage else "",
        is_current=task.id == picture.room.current,
        is_revealed=task.id in picture.room.revealed,
        revealed=revealed,
        reasons=tuple(show_line(each) for each in (*written, *texts)),
    )


def _stand(picture: Picture, lesson: Lesson, task: Task, number: int, shown: Task | None) -> TaskStand:
    answered, of = len(picture.list_of_task(task.id)), len(picture.pupils)
    words = task.passage.on_one_line(lesson.derivative.text) if task.passage else "The whole text"
    return TaskStand(
        id=task.id,
        number=number,
        kind=KINDS[task.kind],
        words=shorten(words, 70),
        answered=f"{answered} of {of}",
        share=round(100 * answered / max(1, of)),
        is_shown=task is shown,
        is_current=task.id == picture.room.current,
        is_revealed=task.id in picture.room.revealed,
    )


def _place(picture: Picture, pupil: Pupil, where: str | None, ids: list[str]) -> PupilStand:
    at = f"at task {ids.index(where) + 1}" if where in ids else "waiting" if where == "" else "away"
    return PupilStand(
        id=pupil.id,
        name=show_line(pupil.name),
        group=wording.say_group(pupil.group),
        where=at,
        answered=f"{len(picture.list_of_pupil(pupil.id))} of {len(ids)}",
    )
