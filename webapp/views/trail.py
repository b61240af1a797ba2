"""The trail of a case: what its articles share beyond the release."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.contexts.progress import say_work
from webapp.contexts.trail import make_trail
from webapp.views import read_page, show
from webapp.views.case_page import open_summed

blueprint = Blueprint("trail", __name__, url_prefix="/cases/<case_id>")


@blueprint.get("/trail")
def show_trail(case_id: str) -> Response:
    """Shared additions, each with its articles in the order of their dates."""
    summed = open_summed(case_id)
    page = make_trail(summed, page=read_page(request.args), work=say_work(summed.standing))
    return show("trail/page.html", page)
