"""The way to the newsroom's own sign-on and back."""

from __future__ import annotations

import hmac
from dataclasses import asdict

from flask import Blueprint, Response, current_app, redirect, request, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

from webapp.contexts.signing import make_sign_in
from webapp.faults import NotFound, NotInvited, SignOnFailed
from webapp.people.provider import Attempt
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, name_address, show
from webapp.views.entering import is_secure, let_in
from webapp.views.signing import find_local

blueprint = Blueprint("sign_on", __name__, url_prefix="/sign-on")
COOKIE = "copytrail_sign_on"
MINUTES = 10


@blueprint.get("")
def leave() -> Response:
    """Send the browser to the provider; what it must bring back is kept in a cookie of its own, signed."""
    if not find_desk().settings.sign_on or find_rights().is_alone:
        raise NotFound
    signing_on = find_desk().signing_on
    attempt = signing_on.start(request.args.get("next", ""))
    try:
        address = signing_on.find_address(attempt, name_address("sign_on.come_back"))
    except SignOnFailed as error:
        return _refuse(str(error), 502)
    response = current_app.make_response(redirect(address, code=303))
    response.set_cookie(
        COOKIE,
        _signer().dumps(asdict(attempt)),
        max_age=60 * MINUTES,
        path=url_for("sign_on.leave"),
        httponly=True,
        secure=is_secure(),
        samesite="Lax",
    )
    return response


@blueprint.get("/back")
def come_back() -> Response:
    """Take what the provider says, and sign the person in."""
    if not find_desk().settings.sign_on or find_rights().is_alone:
        raise NotFound
    code, state = request.args.get("code", ""), request.args.get("state", "")
    try:
        attempt = _require_own(_read_attempt(), state)
        person = find_desk().signing_on.come_back(code, attempt, name_address("sign_on.come_back"))
    except (SignOnFailed, NotInvited) as error:
        return _refuse(str(error), 422)
    return _forget(let_in(go_to_address(find_local(attempt.going)), person))


def _require_own(attempt: Attempt | None, state: str) -> Attempt:
    """The attempt, if this browser began it and the answer is to it."""
    if attempt is None or not hmac.compare_digest(state.encode(), attempt.state.encode()):
        raise SignOnFailed
    return attempt


def _read_attempt() -> Attempt | None:
    try:
        return Attempt(**_signer().loads(request.cookies.get(COOKIE, ""), max_age=60 * MINUTES))
    except (BadSignature, TypeError):
        return None


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt="sign-on")


def _refuse(problem: str, status: int) -> Response:
    page = make_sign_in(csrf=make_token(), going="", problem=problem, elsewhere=True)
    return _forget(show("people/sign_in.html", page, status))


def _forget(response: Response) -> Response:
    response.delete_cookie(COOKIE, path=url_for("sign_on.leave"))
    return response
