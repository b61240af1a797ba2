"""The administrator's page of teams: make one, say who is in it, delete it."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts.people import make_teams
from webapp.faults import BadName
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show

blueprint = Blueprint("teams", __name__, url_prefix="/teams")


@blueprint.get("")
def list_teams() -> Response:
    """All teams."""
    return _show()


@blueprint.post("")
def make_team() -> Response:
    """Make a team."""
    name = request.form.get("name", "")
    try:
        find_desk().teaming.make(name)
    except BadName as error:
        return _show((name, str(error)))
    return _go_back("team-made")


@blueprint.post("/<team_id>")
def change_team(team_id: str) -> Response:
    """Keep the name of a team and who is in it."""
    try:
        find_desk().teaming.change(team_id, name=request.form.get("name", ""), members=request.form.getlist("member"))
    except BadName as error:
        return _show(("", str(error)))
    return _go_back("team-changed")


@blueprint.post("/<team_id>/delete")
def delete_team(team_id: str) -> Response:
    """Delete a team."""
    find_desk().teaming.delete(team_id)
    return _go_back("team-deleted")


def _show(refused: tuple[str, str] = ("", "")) -> Response:
    desk = find_desk()
    teams, people = desk.teaming.list_teams(), desk.accounts.list_people()
    done = request.args.get("done", "")
    page = make_teams(csrf=make_token(), teams=teams, people=people, done=done, refused=refused)
    return show("people/teams.html", page, 422 if refused[1] else 200)


def _go_back(done: str) -> Response:
    return go_to_address(url_for("teams.list_teams", done=done))
