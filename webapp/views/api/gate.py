"""What a program must show before it is answered: no other site behind it, and a token that allows what it asks for."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from flask import Response, request

from webapp.api.access import Scope, find_scope
from webapp.api.problems import is_api
from webapp.errors import answer_problem
from webapp.faults import OnlyHere
from webapp.people.rights import Need, Rights
from webapp.presence import NOBODY, find_rights
from webapp.proxies import FORWARDED
from webapp.views import Desk

NO_TOKEN = "Send a token that is valid: Authorization: Bearer …; one is made on the page of your account."  # noqa: S105
FOREIGN = "A page of another site asked for this, which is not allowed."
_BESIDE = "Without a token Copytrail answers only what changes nothing."


def recognise_caller(desk: Desk) -> Rights:
    """Who asks: never whoever the browser is signed in as, since any page may make a browser ask.

    Raises TriedTooOften where a token, or who is alone, asked too often, and OnlyHere where nobody has an account and
    the request came through another server.
    """
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    is_alone = desk.settings.alone or not desk.accounts.has_people()
    if is_alone and FORWARDED in request.environ:
        raise OnlyHere
    if not kind:
        desk.tokens.meter.count("", time.monotonic())
        return _name_alone(desk, Scope.READ) if is_alone else NOBODY
    found = desk.tokens.recognise(shown.strip()) if kind.lower() == "bearer" else None
    if found is None:
        return NOBODY
    token, person = found
    desk.tokens.meter.count(token.id, time.monotonic())
    if is_alone and person is None:
        return _name_alone(desk, token.scope, token.id)
    if is_alone or person is None:
        return NOBODY
    return Rights(person=person, name=person.name, scopes=token.scope.covered, token=token.id)


def _name_alone(desk: Desk, scope: Scope, token: str = "") -> Rights:
    return Rights(is_alone=True, name=desk.accounts.find_desk_name(), scopes=scope.covered, token=token)


def check_caller(need: Need | None) -> Response | None:
    """The answer to a program that another site made ask, or whose token does not allow this."""
    if not is_api(request.path):
        return None
    if is_foreign():
        return answer_problem(FOREIGN, 403)
    rights, scope = find_rights(), find_scope(need)
    if scope is None or rights.scopes is None or scope in rights.scopes:
        return None
    if not rights.token:
        return answer_problem(f"{_BESIDE} {NO_TOKEN}", 401)
    return answer_problem(f"The token does not allow this: it needs the scope {scope.value}.", 403)


def is_foreign() -> bool:
    """Whether a browser asks for a page of another site; programs send neither header."""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc.lower() != request.host.lower()
