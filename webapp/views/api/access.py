"""Who sees a case: look at it, change it, hand the case over."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.api.bodies import BadBody, Fault
from webapp.api.keeping import AccessData, AccessSent, tell_access
from webapp.api.operations import Answer, Operation
from webapp.errors import answer_problem
from webapp.faults import BadAccess, UnknownPerson
from webapp.people.records import CaseAccess, Visibility
from webapp.presence import find_rights
from webapp.views import find_desk
from webapp.views.api.speaking import IF_MATCH, check_match, read_body, send_value

blueprint = Blueprint("access", __name__, url_prefix="/cases/<case_id>/access")
NO_ACCOUNTS = "Nobody has an account here, so whoever reaches this Copytrail sees every case."
OPERATIONS = {
    "show_access": Operation(
        summary="See whose a case is and who may see it", answer=Answer(about="Who sees it.", gives=AccessData)
    ),
    "change_access": Operation(
        summary="Show a case to others, or hand it over",
        about="Who gives a case away may not see it any more.",
        takes=AccessSent,
        headers=(IF_MATCH,),
        answer=Answer(about="Who sees it now.", gives=AccessData),
        refuses=frozenset({409, 412}),
    ),
}


@blueprint.get("")
def show_access(case_id: str) -> Response:
    """Who sees it."""
    find_desk().services.open_case(case_id)
    return _tell(find_desk().access.load(case_id))


@blueprint.put("")
def change_access(case_id: str) -> Response:
    """Keep who sees it, and whose it is."""
    sent, desk, rights = read_body(AccessSent), find_desk(), find_rights()
    desk.services.open_case(case_id)
    if rights.is_alone:
        return answer_problem(NO_ACCOUNTS, 409)
    owner = desk.access.load(case_id).owner_id if sent.owner is None else sent.owner
    team = sent.team if sent.visibility is Visibility.TEAM else ""
    access = CaseAccess(owner_id=owner, team_id=team, visibility=sent.visibility)
    try:
        desk.access.change(case_id, access, rights, check=lambda now: check_match(_tell(now)))
    except BadAccess as error:
        raise BadBody(Fault("", str(error))) from error
    except UnknownPerson as error:
        raise BadBody(Fault("/owner", "There is nobody of this id.")) from error
    return _tell(access)


def _tell(access: CaseAccess) -> Response:
    return send_value(tell_access(access))
