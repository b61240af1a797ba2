"""What belongs to nobody: an administrator gives it to somebody."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts.left import WHO_TAKES, make_left
from webapp.errors import show_problem
from webapp.faults import UnknownPerson
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show
from webapp.wording import ADVICE

blueprint = Blueprint("left", __name__, url_prefix="/people/left")


@blueprint.before_request
def leave_alone() -> Response | None:
    """Without accounts there is nobody to give anything to."""
    if not find_rights().is_alone:
        return None
    if request.method == "POST":
        return show_problem(ADVICE["no-accounts"], 422)
    return go_to_address(url_for("people.list_people"))


@blueprint.get("")
def show_left() -> Response:
    """The page."""
    return _show()


@blueprint.post("")
def give_all() -> Response:
    """Give cases, lessons and classes of nobody to somebody."""
    find_desk().adopting.give_all(request.form.get("heir", ""), by=find_rights().name)
    return go_to_address(url_for("left.show_left", done="given"))


@blueprint.post("/notes")
def give_notes() -> Response:
    """Give the notes that are signed with a name to somebody."""
    heir, key = request.form.get("heir", ""), request.form.get("key", "")
    find_desk().adopting.give_notes(key, heir, find_rights().viewer)
    return go_to_address(url_for("left.show_left", done="notes"))


@blueprint.errorhandler(UnknownPerson)
def refuse_heir(_error: UnknownPerson) -> Response:
    """Nobody who could take it was named."""
    return _show(WHO_TAKES)


def _show(problem: str = "") -> Response:
    desk, viewer = find_desk(), find_rights().viewer
    page = make_left(
        desk.adopting.find_left(viewer),
        csrf=make_token(),
        people=desk.accounts.list_people(),
        me=viewer.person_id,
        done="" if problem else request.args.get("done", ""),
        problem=problem,
    )
    return show("people/left.html", page, 422 if problem else 200)
