"""What stands on the wall: the code and who has joined, the task, and what is revealed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.visible import show_line
from copytrail.teaching import Lesson, Task
from webapp.teaching import wording
from webapp.teaching.classes import Pace
from webapp.teaching.codes import show_code
from webapp.teaching.pictures import Picture
from webapp.teaching.revealing import Revealed

THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class WallTask:
    """A task on the wall; of its key only what was revealed."""

    id: str
    place: str
    prompt: str
    passage: str
    choices: tuple[str, ...]
    answered: str
    revealed: Revealed | None
    can_reveal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What is asked for again and again."""

    class_id: str
    csrf: str
    code: str
    address: str
    joined: str
    names: tuple[str, ...]
    task: WallTask | None
    asked: str
    theme: str
    """Light or dark; empty where it follows the computer."""
    next_id: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the wall is shown with."""

    address: str
    csrf: str
    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorPage:
    """The page for the projector."""

    title: str
    themes: tuple[str, ...]
    """The others to choose; both where it follows the computer."""
    wall: Wall


def make_projector(wall: Wall, title: str) -> ProjectorPage:
    """The page around the wall."""
    return ProjectorPage(title=show_line(title), themes=tuple(each for each in THEMES if each != wall.theme), wall=wall)


def make_wall(picture: Picture, lesson: Lesson, shown: Mapping[str, Revealed], *, asked: str, around: Around) -> Wall:
    """A task that was asked for, at the teacher's pace the one the class is at, or the door."""
    room = picture.room
    wanted = "" if asked == "door" else asked or (room.current if room.pace is Pace.TEACHER else "")
    task, ids = lesson.find_task(wanted), [each.id for each in lesson.tasks]
    following = ids[ids.index(task.id) + 1 :] if task else ids
    return Wall(
        class_id=room.id,
        csrf=around.csrf,
        code=show_code(room.code),
        address=around.address,
        joined=f"{count(len(picture.pupils), 'pupil')} joined",
        names=tuple(show_line(each.name) for each in picture.pupils),
        task=_show(picture, lesson, task, shown.get(task.id)) if task else None,
        asked=asked,
        theme=around.theme if around.theme in THEMES else "",
        next_id=following[0] if following else "",
        is_over=room.is_over,
    )


def _show(picture: Picture, lesson: Lesson, task: Task, revealed: Revealed | None) -> WallTask:
    return WallTask(
        id=task.id,
        place=wording.say_place(lesson.tasks.index(task) + 1, len(lesson.tasks)),
        prompt=task.prompt,
        passage=task.passage.on_one_line(lesson.derivative.text) if task.passage else "",
        choices=() if revealed else tuple(each.words for each in task.choices),
        answered=f"{len(picture.list_of_task(task.id))} of {len(picture.pupils)} have answered",
        revealed=revealed,
        can_reveal=revealed is None,
    )
