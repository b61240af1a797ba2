"""Joining a class: by its code, under a name for this lesson, or again by the three words."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request, session, url_for
from flask_wtf.csrf import CSRFError

from copytrail.errors import CopytrailError
from webapp.contexts.teaching.joining import JoinForm, make_join, make_problem
from webapp.contexts.teaching.sheets import make_sheet
from webapp.faults import NotFound, StoreUnavailable, TriedTooOften
from webapp.people.records import hash_token
from webapp.security import make_token
from webapp.teaching import wording
from webapp.teaching.codes import read_code, show_code
from webapp.views import find_desk, go_to_address, show
from webapp.views.guard import PUPIL

blueprint = Blueprint("class_door", __name__, url_prefix="/join")


@blueprint.get("")
def show_join() -> Response:
    """The form; the code on the board may lead here with itself filled in."""
    return _show(JoinForm(code=show_code(read_code(request.args.get("code", "")))))


@blueprint.post("")
def join() -> Response:
    """Join a class for the first time."""
    form = JoinForm(code=request.form.get("code", ""), name=request.form.get("name", ""))
    group = request.form.get("group", "")
    number = int(group) if group.isascii() and group.isdigit() and len(group) < 3 else 0
    here, token = find_desk().attending.join(form.code, form.name, browser=find_browser(), group=number)
    session[PUPIL] = token
    return go_to_address(url_for("class_work.show_work", class_id=here.room.id))


@blueprint.post("/again")
def come_back() -> Response:
    """Go on where another device stopped."""
    code, words = request.form.get("code", ""), request.form.get("words", "")
    here, token = find_desk().attending.come_back(code, words, browser=find_browser())
    session[PUPIL] = token
    return go_to_address(url_for("class_work.show_work", class_id=here.room.id))


@blueprint.get("/sheet/<named>")
def show_sheet(named: str) -> Response:
    """A pupil's sheet by its link: to read and to print, and nothing else."""
    attending = find_desk().attending
    here = attending.open_sheet(named)
    answers, shown = attending.list_answers(here), attending.reveal(here)
    page = make_sheet(here, attending.open_lesson(here.room.id), answers, shown=shown)
    return show("class/sheet.html", replace(page, is_here=False))


@blueprint.errorhandler(NotFound)
def show_nothing(_error: NotFound) -> Response:
    """A link that was changed looks like one whose class was deleted."""
    return show("class/problem.html", make_problem(wording.NO_SHEET, wording.NO_SHEET_WHY, ""), 404)


@blueprint.errorhandler(CopytrailError)
def refuse(error: CopytrailError) -> Response:
    """What was typed stays in the form, with what is wrong with it."""
    status = 429 if isinstance(error, TriedTooOften) else 503 if isinstance(error, StoreUnavailable) else 422
    form = JoinForm(
        code=request.form.get("code", ""),
        name=request.form.get("name", ""),
        words=request.form.get("words", ""),
        problem=str(error),
        is_again=request.endpoint == "class_door.come_back",
    )
    response = _show(form, status)
    if isinstance(error, TriedTooOften):
        response.headers["Retry-After"] = str(error.seconds)
    return response


@blueprint.errorhandler(CSRFError)
def ask_again(_error: CSRFError) -> Response:
    """The browser has no session of ours: it gets one with the form."""
    return show("class/problem.html", make_problem(wording.TROUBLE, wording.FORM_LOST, ""), 400)


def find_browser() -> str:
    """By which tries are counted; no address, because a school has one for all."""
    return hash_token(str(session.get("csrf_token", "")))


def _show(form: JoinForm, status: int = 200) -> Response:
    return show("class/join.html", make_join(form, csrf=make_token()), status)
