"""What a pupil's page says: the task, both texts, and what they answered; made from what pupils may see."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.visible import show_line
from copytrail.teaching import Answer, Gesture, LanguageLevel, PupilLesson, PupilTask
from webapp.contexts.teaching.steps import StepLine, list_steps
from webapp.contexts.teaching.texts import LaidText, ask_passage, lay_texts
from webapp.teaching import wording
from webapp.teaching.attending import list_reached
from webapp.teaching.classes import Attendance, ClassRecord, Pace, SavedAnswer
from webapp.teaching.revealing import Revealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLine:
    """One of the answers to choose from."""

    id: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkForm:
    """What stands in the form: as it was saved, or as it was typed and refused."""

    answer: Answer
    version: int
    key: str
    saved: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """One task with its texts and the form for the answer."""

    id: str
    place: str
    prompt: str
    how: str
    hint: str
    passage: str
    choices: tuple[ChoiceLine, ...]
    asks_text: str
    asks_reason: str
    texts: tuple[LaidText, ...]
    form: WorkForm
    is_open: bool
    next_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """Who the pupil is in this class."""

    class_id: str
    title: str
    name: str
    group: str
    words: str
    words_about: str
    mark: str
    """By which the browser tells this pupil's unsent answers from another's."""
    deleted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What the pupil is at, and what they did."""

    task: PupilTask | None
    form: WorkForm | None
    answered: frozenset[str]
    revealed: Revealed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """The page of a pupil in a class."""

    title: str
    csrf: str
    plate: Plate
    stamp: str
    notice: str
    look_again: str
    """What to do where the page does not go on by itself: without scripts it does not."""
    instructions: str
    glossary: tuple[tuple[str, str], ...]
    task: TaskView | None
    steps: tuple[StepLine, ...]
    revealed: Revealed | None
    is_over: bool


def make_stamp(room: ClassRecord, task_id: str) -> str:
    """By which a page sees that it is out of date; it tells nothing of other tasks."""
    current = room.current if room.pace is Pace.TEACHER else ""
    return f"{room.state.value}.{room.pace.value}.{current}.{'r' if task_id in room.revealed else ''}"


def choose_task(here: Attendance, lesson: PupilLesson, asked: str) -> PupilTask | None:
    """The task to show: the one asked for where pupils may see it, else the one the class is at."""
    reached = list_reached(here.room, tuple(task.id for task in lesson.tasks))
    wanted = asked if asked in reached else (reached[-1:] if here.room.pace is Pace.TEACHER else reached[:1] or ("",))
    shown = wanted if isinstance(wanted, str) else next(iter(wanted), "")
    return next((task for task in lesson.tasks if task.id == shown), None)


def make_plate(here: Attendance, words: str) -> Plate:
    """What the head of the page says of the pupil."""
    return Plate(
        class_id=here.room.id,
        title=show_line(here.room.title),
        name=show_line(here.pupil.name),
        group=wording.say_group(here.pupil.group),
        words=words,
        words_about=wording.WORDS,
        mark=here.pupil.id[:12],
        deleted=wording.say_deleted(here.room),
    )


def make_form(kept: SavedAnswer | None, task: PupilTask, key: str) -> WorkForm:
    """The form as it was saved, or empty."""
    return WorkForm(
        answer=kept.answer if kept else Answer(task_id=task.id),
        version=kept.version if kept else 0,
        key=key,
        saved=wording.SAVED if kept else wording.NOT_ANSWERED,
    )


def make_work(here: Attendance, lesson: PupilLesson, worked: Worked, *, plate: Plate, csrf: str) -> WorkPage:
    """The page, with one task or none yet."""
    room, task, form = here.room, worked.task, worked.form
    return WorkPage(
        title=plate.title,
        csrf=csrf,
        plate=plate,
        stamp=make_stamp(room, task.id if task else ""),
        notice=wording.OVER if room.is_over else "" if task else wording.say_waiting(plate.name),
        look_again="" if room.is_over else wording.LOOK_AGAIN,
        instructions=lesson.instructions,
        glossary=tuple((term.word, term.means) for term in lesson.glossary),
        task=_show_task(here, lesson, task, form) if task and form else None,
        steps=list_steps(room, lesson, task, worked.answered),
        revealed=worked.revealed,
        is_over=room.is_over,
    )


def _show_task(here: Attendance, lesson: PupilLesson, task: PupilTask, form: WorkForm) -> TaskView:
    ids = [each.id for each in lesson.tasks]
    following = ids[task.number : task.number + 1] if here.room.pace is Pace.OWN else []
    return TaskView(
        id=task.id,
        place=wording.say_place(task.number, len(ids)),
        prompt=task.prompt,
        how=wording.say_how(task),
        hint=task.hint,
        passage=ask_passage(lesson, task),
        choices=tuple(
            ChoiceLine(id=each.id, words=each.words, chosen=each.id == form.answer.choice) for each in task.choices
        ),
        asks_text=wording.HOW_TO_CHECK if task.gesture is Gesture.DERIVATIVE_SENTENCES else "",
        asks_reason=_ask_reason(lesson.language_level) if task.asks_reason else "",
        texts=lay_texts(lesson, task, form.answer.spans),
        form=form,
        is_open=task.id not in here.room.revealed and not here.room.is_over,
        next_id=following[0] if following else "",
    )


def _ask_reason(level: LanguageLevel) -> str:
    return wording.ask_reason(level)
