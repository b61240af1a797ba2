"""Who may see a case: look at it, change it, hand the case over."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request, url_for

from webapp.contexts.access import Circle, make_access
from webapp.faults import BadAccess, UnknownPerson
from webapp.people.records import CaseAccess, Visibility
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show

blueprint = Blueprint("access", __name__, url_prefix="/cases/<case_id>/access")


@blueprint.get("")
def show_access(case_id: str) -> Response:
    """The page."""
    return _show(case_id, find_desk().access.load(case_id))


@blueprint.post("")
def change_access(case_id: str) -> Response:
    """Keep who may see the case, and whose it is; whoever gives it away may not see it any more."""
    desk, rights = find_desk(), find_rights()
    if rights.is_alone:
        return _show(case_id, desk.access.load(case_id))
    access = read_access()
    try:
        desk.access.change(case_id, access, rights)
    except (BadAccess, UnknownPerson) as error:
        return _show(case_id, access, str(error))
    if not desk.access.find_standing(case_id, rights.viewer).sees:
        return go_to_address(url_for("home.show_home", done="given-away"))
    return go_to_address(url_for("cases.show_case", case_id=case_id, done="access"))


def read_access(owner_id: str = "") -> CaseAccess:
    """What a form says of who may see something, and whose it is; without a word of that it stays whose it was."""
    value = request.form.get("visibility", "")
    if value not in {each.value for each in Visibility}:
        abort(400)
    visibility = Visibility(value)
    team_id = request.form.get("team", "")[:40] if visibility is Visibility.TEAM else ""
    return CaseAccess(owner_id=request.form.get("owner", owner_id)[:40], team_id=team_id, visibility=visibility)


def _show(case_id: str, access: CaseAccess, problem: str = "") -> Response:
    desk, rights = find_desk(), find_rights()
    mine = None if rights.is_admin else rights.viewer.person_id
    teams = tuple(
        each for each in desk.teaming.list_teams() if mine is None or mine in each.members or each.id == access.team_id
    )
    may_change = rights.is_admin or desk.access.find_standing(case_id, rights.viewer).owns
    circle = Circle(teams=teams, people=desk.accounts.list_people(), is_alone=rights.is_alone, may_change=may_change)
    case = desk.services.open_case(case_id)
    page = make_access(csrf=make_token(), case=(case.id, case.name), access=access, circle=circle, problem=problem)
    return show("people/access.html", page, 422 if problem else 200)
