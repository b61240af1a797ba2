"""Letting somebody in, by whichever door: the sign-in the browser had ends, a new one begins."""

from __future__ import annotations

from flask import Response, current_app, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

from webapp.ids import make_id
from webapp.people.browsers import Browser
from webapp.people.records import Person
from webapp.views import find_desk
from webapp.views.guard import COOKIE

KNOWN = "copytrail_known"
_DAY = 86_400
KNOWN_DAYS = 365
"""So many days after the last sign-in a browser is a known one."""


def let_in(response: Response, person: Person) -> Response:
    """Sign somebody in; nothing of another person who was signed in here is left, their forms' token among it."""
    browser = read_browser()
    end_sign_in()
    if not browser.was_last(person.id):
        session.clear()
    hand_token(response, find_desk().signing.begin(person.id))
    return remember(response, person)


def end_sign_in() -> None:
    """End the sign-in that the browser has, whoever's it is."""
    token = request.cookies.get(COOKIE)
    if token:
        find_desk().signing.leave(token)


def hand_token(response: Response, token: str) -> Response:
    """Give the browser what it is known by; links from mail bring it along, forms of other sites do not."""
    return _set_cookie(response, COOKIE, token, find_desk().settings.session_days)


def remember(response: Response, person: Person) -> Response:
    """Have the browser keep that this person is at home in it."""
    browser = read_browser().remember(person.id, make_id())
    return _set_cookie(response, KNOWN, _signer().dumps([browser.id, *browser.people]), KNOWN_DAYS)


def read_browser() -> Browser:
    """What the browser keeps of who signed in there; what we did not sign is nothing."""
    try:
        own, *people = _signer().loads(request.cookies.get(KNOWN, ""), max_age=_DAY * KNOWN_DAYS)
    except BadSignature:
        return Browser()
    return Browser(own, tuple(people))


def is_secure() -> bool:
    """Whether cookies may go over https only."""
    return find_desk().settings.secure_cookies or request.is_secure


def _set_cookie(response: Response, name: str, value: str, days: int) -> Response:
    response.set_cookie(name, value, max_age=_DAY * days, httponly=True, secure=is_secure(), samesite="Lax")
    return response


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt="known-browser")
