"""What the pages say on which a task is changed, and on which a lesson is looked at as pupils get it."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.teaching import Gesture, Lesson, PupilLesson, Task, for_pupils
from webapp.contexts.teaching.lessons import KINDS
from webapp.contexts.teaching.texts import LaidText, ask_passage, lay_texts
from webapp.teaching import wording
from webapp.teaching.preparing import Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyChoice:
    """An answer that the task offers, and whether it is right."""

    id: str
    words: str
    is_key: bool
    is_machine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage:
    """One task with its key."""

    title: str
    csrf: str
    lesson_id: str
    lesson_name: str
    version: int
    problem: str
    is_new: bool
    id: str
    kind: str
    kind_value: str
    passage_value: str
    passage: str
    prompt: str
    hint: str
    explanation: str
    points: int
    is_marked: bool
    asks_reason: bool
    choices: tuple[KeyChoice, ...]
    can_word: bool
    """Whether the teacher words the choices."""
    texts: tuple[LaidText, ...]
    machine: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """A task as pupils get it."""

    title: str
    lesson_id: str
    instructions: str
    place: str
    prompt: str
    how: str
    hint: str
    passage: str
    choices: tuple[str, ...]
    asks_text: str
    asks_reason: str
    texts: tuple[LaidText, ...]
    steps: tuple[tuple[str, int, bool], ...]


def make_task_page(prepared: Prepared, task: Task, *, csrf: str, is_new: bool = False, problem: str = "") -> TaskPage:
    """The editor of a task, kept or only drafted."""
    lesson = prepared.lesson
    texts = _lay_key(lesson, task)
    return TaskPage(
        title=f"Task · {KINDS[task.kind]}",
        csrf=csrf,
        lesson_id=prepared.id,
        lesson_name=lesson.title,
        version=prepared.version,
        problem=problem,
        is_new=is_new,
        id=task.id,
        kind=KINDS[task.kind],
        kind_value=task.kind.value,
        passage_value=f"{task.passage.start}-{task.passage.end}" if task.passage else "",
        passage=task.passage.on_one_line(lesson.derivative.text) if task.passage else "The whole text",
        prompt=task.prompt,
        hint=task.hint,
        explanation=task.explanation,
        points=task.points,
        is_marked=task.is_marked,
        asks_reason=task.asks_reason,
        choices=tuple(
            KeyChoice(
                id=each.id,
                words=each.words,
                is_key=each.id in task.key.choices,
                is_machine=each.id == task.verdict.choice,
            )
            for each in task.choices
        ),
        can_word=task.kind.value == "speaker",
        texts=tuple(text for text in texts if text.is_tapped) if task.is_marked else (),
        machine=task.verdict.why,
        findings=task.verdict.findings,
    )


def make_preview(lesson_id: str, lesson: PupilLesson, number: int) -> PreviewPage:
    """The page of one task, counted from 1."""
    task = lesson.tasks[max(1, min(number, len(lesson.tasks))) - 1]
    return PreviewPage(
        title="As a pupil sees it",
        lesson_id=lesson_id,
        instructions=lesson.instructions,
        place=wording.say_place(task.number, len(lesson.tasks)),
        prompt=task.prompt,
        how=wording.say_how(task),
        hint=task.hint,
        passage=ask_passage(lesson, task),
        choices=tuple(each.words for each in task.choices),
        asks_text=wording.HOW_TO_CHECK if task.gesture is Gesture.DERIVATIVE_SENTENCES else "",
        asks_reason=wording.ask_reason(lesson.language_level) if task.asks_reason else "",
        texts=lay_texts(lesson, task, ()),
        steps=tuple((each.id, each.number, each is task) for each in lesson.tasks),
    )


def _lay_key(lesson: Lesson, task: Task) -> tuple[LaidText, ...]:
    """Both texts with the places of the key chosen."""
    alone = Lesson(id="", title="", original=lesson.original, derivative=lesson.derivative, tasks=(task,))
    pupils = for_pupils(alone)
    return lay_texts(pupils, pupils.tasks[0], task.key.spans)
