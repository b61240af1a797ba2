"""People and teams, to be read: cases are handed over and shown by their ids."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.api.keeping import PersonList, TeamList, tell_person, tell_team
from webapp.api.operations import Answer, Operation
from webapp.presence import find_rights
from webapp.views import find_desk
from webapp.views.api.speaking import send_value

blueprint = Blueprint("people", __name__)
OPERATIONS = {
    "list_people": Operation(
        summary="List the people",
        about="For administrators. They are invited and changed on the pages.",
        answer=Answer(about="Everybody with an account.", gives=PersonList),
    ),
    "list_teams": Operation(
        summary="List the teams",
        about="To which you may show a case.",
        answer=Answer(about="The teams.", gives=TeamList),
    ),
}


@blueprint.get("/people")
def list_people() -> Response:
    """Everybody."""
    return send_value(PersonList(people=tuple(map(tell_person, find_desk().accounts.list_people()))))


@blueprint.get("/teams")
def list_teams() -> Response:
    """All teams for an administrator, one's own for others."""
    rights = find_rights()
    own = None if rights.is_alone or rights.is_admin else rights.viewer.person_id
    return send_value(TeamList(teams=tuple(map(tell_team, find_desk().teaming.list_teams(own)))))
