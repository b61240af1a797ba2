"""The order of the articles of a case: one up or down, or all as they were dragged."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts.order import make_order
from webapp.faults import OrderedMeanwhile
from webapp.presence import find_person
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address, show

blueprint = Blueprint("order", __name__, url_prefix="/cases/<case_id>/order")
_STEPS = {"up": -1, "down": 1}


@blueprint.get("")
def show_order(case_id: str) -> Response:
    """The articles in their order."""
    return _render(case_id, moved=request.args.get("moved", ""))


@blueprint.post("")
def change_order(case_id: str) -> Response:
    """Move one article, or give all the order that they have on the page."""
    ordering = find_desk().catalogue.ordering
    moved = request.form.get("move", "")
    document_id, _, step = moved.partition(".")
    if step in _STEPS:
        ordering.move(case_id, document_id, _STEPS[step], person=find_person())
    else:
        try:
            seen = request.form.get("seen", "").split()
            ordering.arrange(case_id, request.form.getlist("article"), seen=seen, person=find_person())
        except OrderedMeanwhile as error:
            return _render(case_id, problem=str(error))
        moved = request.form.get("moved", "")
    find_desk().shelf.clear()
    return go_to_address(url_for("order.show_order", case_id=case_id, moved=moved or None))


def _render(case_id: str, *, moved: str = "", problem: str = "") -> Response:
    case = find_services().open_case(case_id)
    page = make_order(csrf=make_token(), case=case, moved=moved, problem=problem)
    return show("case/order.html", page, 409 if problem else 200)
