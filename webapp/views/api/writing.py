"""Writes that a program may send again where it did not hear the answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from flask import Response, make_response, request

from webapp.api.bodies import BadBody, Fault
from webapp.api.repeats import LONGEST_KEY
from webapp.errors import answer_problem
from webapp.presence import find_rights
from webapp.views import find_desk

KEY = "Idempotency-Key"
OTHER = "This Idempotency-Key came with another request before: use a new one for each."
UNDER_WAY = "The same request is being answered just now: ask again in a moment."


def write_once(write: Callable[[], Response]) -> Response:
    """Do what the request asks for; where its key was answered before, lead to what came of it."""
    key = request.headers.get(KEY, "")
    if not key:
        return write()
    if len(key) > LONGEST_KEY:
        raise BadBody(Fault(KEY, f"A key has up to {LONGEST_KEY} characters."))
    repeats, name, asked = find_desk().repeats, _name(key), _digest(key.encode() + b"\0" + request.get_data())
    known = repeats.claim(name, asked)
    if known is None:
        return _answer(write, name)
    if known.request != asked:
        return answer_problem(OTHER, 422)
    if not known.place:
        return answer_problem(UNDER_WAY, 409)
    response = make_response(b"", 303)
    response.headers["Location"] = known.place
    return response


def _answer(write: Callable[[], Response], name: str) -> Response:
    """The answer, of which the place is kept; a refused request may be sent again under its key."""
    place = ""
    try:
        response = write()
        place = response.headers.get("Location", "") if response.status_code < 300 else ""
    finally:
        find_desk().repeats.settle(name, place)
    return response


def _name(key: str) -> str:
    """Whose key it is: two programs may choose the same."""
    rights = find_rights()
    whose = rights.person.id if rights.person else ""
    return _digest(f"{whose}\0{request.method}\0{request.path}\0{key}".encode("utf-8", "surrogateescape"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
