"""A pupil's pages: the task, the answer, whether there is something new, their own sheet, and leaving."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, g, jsonify, request, session, url_for
from flask_wtf.csrf import CSRFError

from copytrail.errors import BadAnswer, CopytrailError
from copytrail.teaching import Answer
from webapp.contexts.teaching.joining import make_problem
from webapp.contexts.teaching.sheets import make_sheet
from webapp.contexts.teaching.texts import read_spans
from webapp.contexts.teaching.work import Worked, WorkForm, choose_task, make_form, make_plate, make_stamp, make_work
from webapp.faults import (
    AlreadyStored,
    AnsweredElsewhere,
    EndedClass,
    NotFound,
    NotYet,
    StoreUnavailable,
    TooLate,
    TriedTooOften,
)
from webapp.ids import make_id
from webapp.security import make_token
from webapp.teaching import wording
from webapp.teaching.attending import SentAnswer
from webapp.teaching.classes import Attendance
from webapp.views import find_desk, go_to_address, name_address, show
from webapp.views.guard import PUPIL

blueprint = Blueprint("class_work", __name__, url_prefix="/class/<class_id>")
LONGEST_KEY = 64
_CONFLICTS = (TooLate, NotYet, EndedClass, AnsweredElsewhere, AlreadyStored)


@blueprint.get("")
def show_work(class_id: str) -> Response:
    """The task that the class is at, or the one that was asked for."""
    del class_id
    return _show_task(request.args.get("task", ""))


@blueprint.get("/now")
def tell_now(class_id: str) -> Response:
    """Whether the page is still the one to look at: a word to compare, and nothing else."""
    del class_id
    here, asked = find_here(), request.args.get("task", "")[:40]
    find_desk().presence.note(here.pupil.id, asked)
    return jsonify(stamp=make_stamp(here.room, asked))


@blueprint.post("/answers/<task_id>")
def save_answer(class_id: str, task_id: str) -> Response:
    """Keep an answer; a script is told so in a word, a form gets the page again."""
    saved = find_desk().attending.answer(find_here(), _read_answer(task_id))
    if _is_script():
        return jsonify(saved=saved.version)
    task = request.form.get("next", "") or task_id
    return go_to_address(url_for("class_work.show_work", class_id=class_id, task=task, _anchor="task"))


@blueprint.get("/sheet")
def show_sheet(class_id: str) -> Response:
    """What the pupil answered, with the key of what was revealed; to keep or to print."""
    del class_id
    here, attending = find_here(), find_desk().attending
    shown = attending.reveal(here)
    page = make_sheet(here, attending.open_lesson(here.room.id), attending.list_answers(here), shown=shown)
    address = name_address("class_door.show_sheet", named=attending.name_sheet(here.pupil))
    return show("class/sheet.html", replace(page, link=address))


@blueprint.post("/leave")
def leave(class_id: str) -> Response:
    """Let this browser forget who it is in the class."""
    del class_id
    session.pop(PUPIL, None)
    response = go_to_address(url_for("class_door.show_join"))
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


@blueprint.errorhandler(NotFound)
def show_nothing(error: NotFound) -> Response:
    """A class one is not in looks like one that is not there."""
    if _is_script():
        return _tell(str(error), 404)
    page = make_problem(wording.NO_CLASS, wording.NO_CLASS_WHY, wording.NO_CLASS_ADVICE)
    return show("class/problem.html", page, 404)


@blueprint.errorhandler(CSRFError)
def ask_again(_error: CSRFError) -> Response:
    """The form's token is not this browser's."""
    if _is_script():
        return _tell(wording.FORM_LOST, 400)
    return show("class/problem.html", make_problem(wording.TROUBLE, wording.FORM_LOST, ""), 400)


@blueprint.errorhandler(CopytrailError)
def refuse(error: CopytrailError) -> Response:
    """Say what was wrong; what was typed stays in the form."""
    status = _find_status(error)
    if _is_script():
        return _tell(str(error), status)
    if request.endpoint != "class_work.save_answer" or status in {429, 503}:
        return show("class/problem.html", make_problem(wording.TROUBLE, str(error), wording.TROUBLE_ADVICE), status)
    return _show_task((request.view_args or {})["task_id"], problem=str(error), status=status)


def find_here() -> Attendance:
    """The pupil who asks, as the gate found them."""
    here = g.get("attendance")
    if not isinstance(here, Attendance):
        raise TypeError
    return here


def _find_status(error: CopytrailError) -> int:
    if isinstance(error, _CONFLICTS):
        return 409
    if isinstance(error, TriedTooOften):
        return 429
    return 503 if isinstance(error, StoreUnavailable) else 422


def _read_answer(task_id: str) -> SentAnswer:
    form = request.form
    version = form.get("version", "0")
    answer = Answer(
        task_id=task_id,
        choice=form.get("choice", "")[:40],
        spans=read_spans(form.getlist("span")),
        text=form.get("text", "").replace("\r\n", "\n"),
        reason=form.get("reason", "").replace("\r\n", "\n"),
    )
    key = form.get("key", "")
    if not 10 <= len(key) <= LONGEST_KEY or not version.isascii() or not version.isdigit() or len(version) > 6:
        raise BadAnswer("The form was not whole. Please send it once more.")
    return SentAnswer(answer=answer, version=int(version), key=key, replaces=form.get("replaces", "")[:LONGEST_KEY])


def _show_task(asked: str, *, problem: str = "", status: int = 200) -> Response:
    here, attending = find_here(), find_desk().attending
    lesson, kept = attending.open_lesson(here.room.id), attending.list_answers(here)
    task = choose_task(here, lesson, asked)
    form: WorkForm | None = None
    if task:
        form = make_form(kept.get(task.id), task, make_id())
        if problem and task.id == asked:
            form = replace(form, answer=_keep_typed(task.id), problem=problem, saved=wording.NOT_SAVED)
    find_desk().presence.note(here.pupil.id, task.id if task else "")
    worked = Worked(
        task=task,
        form=form,
        answered=frozenset(kept),
        revealed=attending.reveal(here).get(task.id) if task else None,
    )
    plate = make_plate(here, attending.tell_words(here.pupil))
    page = make_work(here, lesson, worked, plate=plate, csrf=make_token())
    return show("class/work.html", page, status)


def _keep_typed(task_id: str) -> Answer:
    form = request.form
    return Answer(
        task_id=task_id,
        choice=form.get("choice", ""),
        spans=read_spans(form.getlist("span")),
        text=form.get("text", ""),
        reason=form.get("reason", ""),
    )


def _is_script() -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _tell(sentence: str, status: int) -> Response:
    response = jsonify(problem=sentence)
    response.status_code = status
    return response
