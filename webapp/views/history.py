"""The history of a case: who did what, when, the newest first."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.contexts.history import make_history
from webapp.views import find_desk, show

blueprint = Blueprint("history", __name__, url_prefix="/cases/<case_id>/history")


@blueprint.get("")
def show_history(case_id: str) -> Response:
    """One page of what was done to the case."""
    case, events = find_desk().history.read(case_id)
    number = request.args.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
    return show("case/history.html", make_history(case, events, page))
