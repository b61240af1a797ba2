"""One's own account: name, password, and where one is signed in; without accounts, one's name."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts.account import Mistake, make_account
from webapp.faults import BadName, BadPassword, NotPermitted, TriedTooOften, WrongCredentials
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show
from webapp.views.entering import hand_token

blueprint = Blueprint("accounts", __name__, url_prefix="/account")


@blueprint.get("")
def show_account() -> Response:
    """The page."""
    return _show()


@blueprint.post("/name")
def change_name() -> Response:
    """Keep another name."""
    name, person = request.form.get("name", ""), find_rights().person
    try:
        if person:
            find_desk().accounts.rename(person.id, name)
        else:
            find_desk().accounts.name_desk(name)
    except BadName as error:
        return _show(Mistake("name", name, str(error)), 422)
    return _go_back("named")


@blueprint.post("/password")
def change_password() -> Response:
    """Set another password; all other browsers are signed out."""
    person, old, new = find_rights().person, request.form.get("old", ""), request.form.get("new", "")
    if person is None:
        raise NotPermitted
    try:
        token = find_desk().signing.change_password(person, old=old, new=new)
    except WrongCredentials as error:
        return _show(Mistake("old", "", str(error)), 422)
    except BadPassword as error:
        return _show(Mistake("new", "", str(error)), 422)
    except TriedTooOften as error:
        return _show(Mistake("old", "", str(error)), 429)
    return hand_token(_go_back("password"), token)


@blueprint.post("/sign-ins/<sign_in_id>/end")
def end_sign_in(sign_in_id: str) -> Response:
    """Sign out one browser of one's own."""
    person = find_rights().person
    if person is None:
        raise NotPermitted
    find_desk().signing.end(person.id, sign_in_id)
    return _go_back("ended")


def _show(mistake: Mistake | None = None, status: int = 200) -> Response:
    rights = find_rights()
    sign_ins = find_desk().signing.list_sign_ins(rights.person.id) if rights.person else ()
    done = request.args.get("done", "")
    page = make_account(csrf=make_token(), rights=rights, sign_ins=sign_ins, done=done, mistake=mistake)
    return show("people/account.html", page, status)


def _go_back(done: str) -> Response:
    return go_to_address(url_for("accounts.show_account", done=done))
