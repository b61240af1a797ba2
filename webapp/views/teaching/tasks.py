"""The tasks of a lesson: look at one with its key, change it, add one, put them in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, Response, request, url_for

from copytrail.errors import BadLesson
from copytrail.teaching import Lesson, Task
from webapp.contexts.teaching.tasks import make_task_page
from webapp.contexts.teaching.texts import read_spans
from webapp.faults import ChangedLesson, UnknownTask
from webapp.security import make_token
from webapp.teaching.arranging import change_task, drop_task, move_task
from webapp.teaching.lesson_form import find_kind, lay_task
from webapp.teaching.preparing import MOST_TASKS, Prepared
from webapp.views import find_desk, go_to_address, read_page, show

blueprint = Blueprint("lesson_tasks", __name__, url_prefix="/lessons/<lesson_id>/tasks")


@blueprint.get("/new")
def draft_task(lesson_id: str) -> Response:
    """A task that is not kept yet, with the key that the machine proposes."""
    prepared = find_desk().preparing.open_lesson(lesson_id)
    page = make_task_page(prepared, _draft(prepared.lesson, request.args), csrf=make_token(), is_new=True)
    return show("teaching/task.html", page)


@blueprint.get("/<task_id>")
def show_task(lesson_id: str, task_id: str) -> Response:
    """One task."""
    prepared = find_desk().preparing.open_lesson(lesson_id)
    return show("teaching/task.html", make_task_page(prepared, _find(prepared, task_id), csrf=make_token()))


@blueprint.post("/new")
def add_task(lesson_id: str) -> Response:
    """Keep a drafted task at the end of the lesson."""
    prepared = find_desk().preparing.open_lesson(lesson_id)
    task = _lay(_draft(prepared.lesson, request.form))
    return _keep(prepared, task, is_new=True)


@blueprint.post("/<task_id>")
def change_one(lesson_id: str, task_id: str) -> Response:
    """Keep what was changed of a task."""
    prepared = find_desk().preparing.open_lesson(lesson_id)
    return _keep(prepared, _lay(_find(prepared, task_id)), is_new=False)


@blueprint.post("/<task_id>/place")
def place_task(lesson_id: str, task_id: str) -> Response:
    """Put a task earlier or later, or take it out."""
    act = request.form.get("act", "")
    if act == "delete":
        find_desk().preparing.change(lesson_id, _read_version(), lambda lesson: drop_task(lesson, task_id))
    else:
        by = -1 if act == "up" else 1
        find_desk().preparing.change(lesson_id, _read_version(), lambda lesson: move_task(lesson, task_id, by))
    return go_to_address(url_for("lessons.show_lesson", lesson_id=lesson_id, _anchor="tasks"))


@blueprint.errorhandler(ChangedLesson)
def refuse_stale(_error: ChangedLesson) -> Response:
    """The order was changed on another page: show it as it is now."""
    lesson_id = (request.view_args or {})["lesson_id"]
    return go_to_address(url_for("lessons.show_lesson", lesson_id=lesson_id, _anchor="tasks"))


def _keep(prepared: Prepared, task: Task, *, is_new: bool) -> Response:
    """Keep the task, or show what is wrong with everything still as it was typed."""
    try:
        find_desk().preparing.change(
            prepared.id,
            _read_version(),
            lambda lesson: _add(lesson, task) if is_new else change_task(lesson, task),
        )
    except (BadLesson, ChangedLesson) as error:
        status = 409 if isinstance(error, ChangedLesson) else 422
        page = make_task_page(prepared, task, csrf=make_token(), is_new=is_new, problem=str(error))
        return show("teaching/task.html", page, status)
    return go_to_address(url_for("lessons.show_lesson", lesson_id=prepared.id, done="saved", _anchor="tasks"))


def _add(lesson: Lesson, task: Task) -> Lesson:
    if len(lesson.tasks) >= MOST_TASKS:
        raise BadLesson(f"A lesson has up to {MOST_TASKS} tasks.")
    return replace(lesson, tasks=(*lesson.tasks, task))


def _draft(lesson: Lesson, values: Mapping[str, str]) -> Task:
    passage = next(iter(read_spans([values.get("passage", "")])), None)
    if passage and passage.end > len(lesson.derivative.text):
        raise UnknownTask
    return find_desk().preparing.draft(lesson, find_kind(values.get("kind", "")), passage)


def _lay(task: Task) -> Task:
    chosen, spans = tuple(request.form.getlist("key")), read_spans(request.form.getlist("span"))
    return lay_task(task, request.form, chosen, spans)


def _find(prepared: Prepared, task_id: str) -> Task:
    task = prepared.lesson.find_task(task_id)
    if task is None:
        raise UnknownTask
    return task


def _read_version() -> int:
    return read_page(request.form, "version")
