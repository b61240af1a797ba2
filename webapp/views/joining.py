"""What links open: accept an invitation, set a new password."""

from __future__ import annotations

from flask import Blueprint, Response, request, session, url_for

from webapp.contexts.signing import make_invitation, make_reset
from webapp.faults import BadName, BadPassword
from webapp.people.passwords import check_password
from webapp.people.records import LinkKind
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show
from webapp.views.entering import end_sign_in, let_in, remember
from webapp.views.guard import COOKIE
from webapp.views.signing import find_address

blueprint = Blueprint("joining", __name__)


@blueprint.get("/join/<token>")
def show_invitation(token: str) -> Response:
    """The page that accepts an invitation."""
    link = find_desk().inviting.open(token, LinkKind.INVITE, address=find_address())
    return show("people/join.html", make_invitation(csrf=make_token(), token=token, link=link))


@blueprint.post("/join/<token>")
def accept_invitation(token: str) -> Response:
    """Make the account, and sign in."""
    desk, name = find_desk(), request.form.get("name", "")
    link = desk.inviting.open(token, LinkKind.INVITE, address=find_address())
    try:
        person = desk.inviting.accept(token, name, request.form.get("password", ""))
    except (BadName, BadPassword) as error:
        page = make_invitation(csrf=make_token(), token=token, link=link, name=name, problem=str(error))
        return show("people/join.html", page, 422)
    return let_in(go_to_address(url_for("home.show_home")), person)


@blueprint.get("/reset/<token>")
def show_reset(token: str) -> Response:
    """The page that sets a new password."""
    inviting = find_desk().inviting
    person = inviting.find_person(inviting.open(token, LinkKind.RESET, address=find_address()))
    return show("people/join.html", make_reset(csrf=make_token(), token=token, person=person.name))


@blueprint.post("/reset/<token>")
def set_password(token: str) -> Response:
    """Set the password; it ends all sign-ins of the person, and the one that this browser has."""
    desk, password = find_desk(), request.form.get("password", "")
    person = desk.inviting.find_person(desk.inviting.open(token, LinkKind.RESET, address=find_address()))
    try:
        check_password(password, person.name)
    except BadPassword as error:
        page = make_reset(csrf=make_token(), token=token, person=person.name, problem=str(error))
        return show("people/join.html", page, 422)
    desk.signing.set_password(desk.inviting.use_reset(token), password)
    end_sign_in()
    session.clear()
    response = go_to_address(url_for("signing.show_sign_in", done="password"))
    response.delete_cookie(COOKIE)
    return remember(response, person)
