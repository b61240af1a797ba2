"""The administrator's page of people: invite somebody, change a role, end an account, bring one back."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request, url_for

from webapp.contexts.people import Directory, make_people
from webapp.errors import show_problem
from webapp.faults import BadName, LastAdmin
from webapp.people.inviting import DAYS, Invitation
from webapp.people.records import Person, PersonRole
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, name_address, show
from webapp.wording import ADVICE

blueprint = Blueprint("people", __name__, url_prefix="/people")


@blueprint.before_request
def refuse_alone() -> Response | None:
    """Without accounts there is nobody to change."""
    if find_rights().is_alone and request.method == "POST":
        return show_problem(ADVICE["no-accounts"], 422)
    return None


@blueprint.errorhandler(LastAdmin)
def keep_last_admin(error: LastAdmin) -> Response:
    """Say that somebody must be left to look after the people."""
    return _show(problem=str(error))


@blueprint.get("")
def list_people() -> Response:
    """Everybody, and the invitations that are still good."""
    return _show()


@blueprint.post("/invite")
def invite_person() -> Response:
    """Make an invitation and show its link."""
    desk = find_desk()
    days, team_id = request.form.get("days", ""), request.form.get("team", "") or None
    if days not in {str(each) for each in DAYS} or team_id not in {
        None,
        *(each.id for each in desk.teaming.list_teams()),
    }:
        abort(400)
    email = request.form.get("email", "")
    try:
        token = desk.inviting.invite(Invitation(role=_read_role(), team_id=team_id, email=email, days=int(days)))
    except BadName as error:
        return _show(problem=str(error))
    return _show(link=name_address("joining.show_invitation", token=token))


@blueprint.post("/invitations/<link_id>/withdraw")
def withdraw_link(link_id: str) -> Response:
    """Make an invitation good no more."""
    find_desk().inviting.withdraw(link_id)
    return _go_back("withdrawn")


@blueprint.post("/<person_id>/reset")
def reset_person(person_id: str) -> Response:
    """Make a link by which somebody sets a new password, and show it."""
    token = find_desk().inviting.reset(_find(person_id))
    return _show(link=name_address("joining.show_reset", token=token))


@blueprint.post("/<person_id>/role")
def change_role(person_id: str) -> Response:
    """Make somebody an administrator, a member or a reader."""
    find_desk().accounts.change_role(person_id, _read_role())
    return _go_back("role")


@blueprint.post("/<person_id>/end")
def end_person(person_id: str) -> Response:
    """End an account."""
    find_desk().accounts.end(person_id)
    return _go_back("ended")


@blueprint.post("/<person_id>/back")
def bring_back(person_id: str) -> Response:
    """Let somebody sign in again."""
    find_desk().accounts.bring_back(person_id)
    return _go_back("back")


@blueprint.post("/<person_id>/hand-over")
def hand_over(person_id: str) -> Response:
    """Give the cases and lessons of somebody who left to another person."""
    if _find(person_id).is_active:
        abort(400)
    find_desk().accounts.hand_over(person_id, request.form.get("heir", ""), by=find_rights().name)
    return _go_back("handed")


def _show(link: str = "", problem: str = "") -> Response:
    desk = find_desk()
    directory = Directory(
        people=desk.accounts.list_people(),
        invitations=desk.inviting.list_invitations(),
        teams=desk.teaming.list_teams(),
        cases=desk.accounts.count_cases(),
        teachers=desk.accounts.list_teachers(),
        has_left=not desk.adopting.find_left(find_rights().viewer).is_nothing,
    )
    done = request.args.get("done", "")
    page = make_people(csrf=make_token(), directory=directory, link=link, done=done, problem=problem)
    return show("people/people.html", page, 422 if problem else 200)


def _find(person_id: str) -> Person:
    return find_desk().accounts.load(person_id)


def _read_role() -> PersonRole:
    value = request.form.get("role", "")
    if value not in {role.value for role in PersonRole}:
        abort(400)
    return PersonRole(value)


def _go_back(done: str) -> Response:
    return go_to_address(url_for("people.list_people", done=done))
