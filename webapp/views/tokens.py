"""One's own tokens for programs: make one, shown once; revoke one."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request, url_for

from webapp.api.access import Scope
from webapp.api.tokens import BadToken
from webapp.contexts.tokens import Asked, make_tokens
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show

blueprint = Blueprint("tokens", __name__, url_prefix="/account/tokens")


@blueprint.get("")
def show_tokens() -> Response:
    """The tokens that are good, and the form."""
    return _show(done=request.args.get("done", ""))


@blueprint.post("")
def add_token() -> Response:
    """Make a token, and show it this once."""
    asked = _read_asked()
    if asked.scope not in (set(Scope) if find_rights().writes else {Scope.READ}):
        return _show(replace(asked, problem="Choose what it allows."), status=422)
    days = int(asked.days) if asked.days.isascii() and asked.days.isdigit() and len(asked.days) < 5 else 0
    try:
        made = find_desk().tokens.make(_find_owner(), asked.name, scope=Scope(asked.scope), days=days)
    except BadToken as error:
        return _show(Asked(asked.name, asked.scope, asked.days, str(error)), status=422)
    return _show(made=made)


@blueprint.post("/<token_id>/revoke")
def revoke_token(token_id: str) -> Response:
    """Make a token good no more."""
    find_desk().tokens.revoke(_find_owner(), token_id)
    return go_to_address(url_for("tokens.show_tokens", done="revoked"))


def _read_asked() -> Asked:
    name, scope, days = (request.form.get(each, "") for each in ("name", "scope", "days"))
    return Asked(name[:1000], scope, days)


def _find_owner() -> str | None:
    """Whose the tokens on this page are; nobody's without accounts."""
    person = find_rights().person
    return person.id if person else None


def _show(asked: Asked = Asked(), *, made: str = "", done: str = "", status: int = 200) -> Response:  # noqa: B008
    tokens = find_desk().tokens.list_tokens(_find_owner())
    page = make_tokens(csrf=make_token(), rights=find_rights(), tokens=tokens, asked=asked, made=made, done=done)
    return show("people/tokens.html", page, status)
