"""A class, for whoever teaches it: start it, watch it, lead it, look after its door and its pupils."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, request, url_for

from copytrail.errors import CopytrailError
from webapp.contexts.teaching.classes import Said, make_class
from webapp.contexts.teaching.lessons import Said as LessonSaid
from webapp.contexts.teaching.live import choose_shown, make_live, show_task
from webapp.faults import BadNickname, EndedClass, NameTaken, NoTasks
from webapp.retention import BadDay, read_day
from webapp.security import make_token
from webapp.teaching.classes import KEEP_DAYS, MOST_DAYS, MOST_GROUPS, ClassState, Pace
from webapp.teaching.pictures import Plan
from webapp.teaching.running import LONGEST_NOTE
from webapp.views import find_desk, go_to_address, name_address, show, wants_fragment
from webapp.views.teaching.lesson_page import show_lesson_page

blueprint = Blueprint("classes", __name__)
_NOTICES = {
    "code": "The class has a new code; the one before leads nowhere.",
    "noted": "The note is kept.",
    "renamed": "The pupil has another name.",
    "removed": "The pupil was removed, with everything they wrote.",
    "words": "The pupil has new words; those before lead nowhere.",
    "moved": "The pupil is in another group.",
    "day": "The day was changed.",
}


@blueprint.post("/lessons/<lesson_id>/classes")
def start_class(lesson_id: str) -> Response:
    """Start a class on a lesson."""
    form, running = request.form, find_desk().running
    today = running.clock().date()
    plan = Plan(
        pace=Pace.OWN if form.get("pace") == Pace.OWN.value else Pace.TEACHER,
        groups=_read_number("groups", 0, MOST_GROUPS),
        names=form.get("names", "") != "given",
        delete_on=today + timedelta(days=max(1, _read_number("days", KEEP_DAYS, MOST_DAYS))),
        minutes=_read_number("minutes", 0, 600),
    )
    room = running.start(lesson_id, plan)
    return go_to_address(url_for("classes.show_class", class_id=room.id))


@blueprint.get("/classes/<class_id>")
def show_class(class_id: str) -> Response:
    """How the class stands; the part that changes is asked for again and again."""
    return _show(class_id)


@blueprint.post("/classes/<class_id>/lead")
def lead_class(class_id: str) -> Response:
    """Put the class at a task, reveal one, or let pupils go on alone."""
    running, form = find_desk().running, request.form
    act, task_id = form.get("act", ""), form.get("task", "")
    if act == "reveal":
        running.reveal(class_id, task_id)
    elif act == "pace":
        running.set_pace(class_id, Pace.OWN if form.get("pace") == Pace.OWN.value else Pace.TEACHER)
    elif act == "go":
        running.go_to(class_id, task_id)
    if form.get("from") == "projector":
        return go_to_address(url_for("projector.show_projector", class_id=class_id, theme=form.get("theme")))
    return _go_back(class_id, task=task_id or None)


@blueprint.post("/classes/<class_id>/door")
def change_door(class_id: str) -> Response:
    """Open or lock the class, give it another code, or end it."""
    running, act = find_desk().running, request.form.get("act", "")
    if act == "code":
        running.change_code(class_id)
    elif act in set(ClassState):
        running.set_state(class_id, ClassState(act))
    return _go_back(class_id, done=act)


@blueprint.post("/classes/<class_id>/pupils/<pupil_id>")
def change_pupil(class_id: str, pupil_id: str) -> Response:
    """Give a pupil another name, group or words; or remove them with what they wrote."""
    running, act = find_desk().running, request.form.get("act", "")
    if act == "removed":
        running.remove_pupil(class_id, pupil_id)
        return _go_back(class_id, done=act)
    if act == "renamed":
        running.rename_pupil(class_id, pupil_id, request.form.get("name", ""))
    elif act == "moved":
        running.move_pupil(class_id, pupil_id, _read_number("group", 0, MOST_GROUPS))
    elif act == "words":
        running.renew_words(class_id, pupil_id)
    return _go_back(class_id, done=act, pupil=pupil_id, anchor="pupil")


@blueprint.post("/classes/<class_id>/notes")
def write_note(class_id: str) -> Response:
    """Keep what was said in the talk about a task."""
    task_id, text = request.form.get("task", "")[:40], request.form.get("note", "")
    if len(text) > LONGEST_NOTE:
        return _show(class_id, Said(problem=f"A note has up to {LONGEST_NOTE:,} characters.", note=text), 422)
    find_desk().running.save_note(class_id, task_id, text)
    return _go_back(class_id, done="noted", task=task_id, anchor="note")


@blueprint.post("/classes/<class_id>/day")
def set_day(class_id: str) -> Response:
    """Have what the class wrote deleted on another day."""
    running = find_desk().running
    today = running.clock().date()
    day = read_day(request.form.get("day", ""), today=today)
    if day is None or day > today + timedelta(days=MOST_DAYS):
        raise BadDay(f"Choose a day within {MOST_DAYS} days: what pupils wrote is never kept for good.")
    running.set_day(class_id, day)
    return _go_back(class_id, done="day")


@blueprint.post("/classes/<class_id>/delete")
def delete_class(class_id: str) -> Response:
    """Delete the class with everything that was written in it, at once."""
    find_desk().running.delete(class_id)
    return go_to_address(url_for("lessons.list_lessons"))


def refuse(error: CopytrailError) -> Response:
    """Say what was wrong beside what was typed."""
    named = request.view_args or {}
    if "class_id" in named:
        return _show(named["class_id"], Said(problem=str(error)), 422)
    return show_lesson_page(named["lesson_id"], LessonSaid(problem=str(error)), 422)


for _mistake in (BadDay, BadNickname, NameTaken, EndedClass, NoTasks):
    blueprint.register_error_handler(_mistake, refuse)


def _show(class_id: str, said: Said | None = None, status: int = 200) -> Response:
    desk, asked = find_desk(), request.values.get("task", "")
    picture, lesson = desk.running.take_picture(class_id), desk.running.open_lesson(class_id)
    task = choose_shown(picture, lesson, asked)
    shown = show_task(picture, lesson, task, desk.running.look_ahead(picture, task.id))
    live = make_live(picture, lesson, shown, presence=desk.presence, csrf=make_token())
    if wants_fragment():
        return show("teaching/_live.html", live)
    said = said or Said()
    pupil_id = request.args.get("pupil", "") or (request.view_args or {}).get("pupil_id", "")
    pupil = next((each for each in picture.pupils if each.id == pupil_id), None)
    full = Said(
        notice=_NOTICES.get(request.args.get("done", ""), ""),
        problem=said.problem,
        address=name_address("class_door.show_join"),
        note=said.note or desk.running.list_notes(class_id).get(shown.id, ""),
        words=desk.attending.tell_words(pupil) if pupil else "",
    )
    return show("teaching/class.html", make_class(picture, lesson, live=live, pupil_id=pupil_id, said=full), status)


def _read_number(name: str, instead: int, most: int) -> int:
    typed = request.form.get(name, "").strip()
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 5
    return min(most, int(typed)) if is_number else instead


def _go_back(class_id: str, *, anchor: str | None = None, **values: str | None) -> Response:
    named: dict[str, Any] = {"class_id": class_id, "_anchor": anchor, **values}
    return go_to_address(url_for("classes.show_class", **named))
