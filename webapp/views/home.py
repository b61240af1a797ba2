"""The first page: cases, unfinished forms, the form for a new case, and the bundled example."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp import examples
from webapp.faults import UnknownDraft
from webapp.presence import find_person
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.forms import address_form, open_form, render_form
from webapp.wording import say_done

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def show_home() -> Response:
    """The cases, and an empty form or the unfinished one that the address names; once compared, its case."""
    drafting = find_desk().drafting
    draft_id = request.args.get("draft", "")
    if not draft_id:
        return render_form(drafting.start(), notice=say_done(request.args.get("done", "")))
    try:
        form = open_form(draft_id)
    except UnknownDraft:
        case_id = drafting.find_case(draft_id)
        if case_id:
            return go_to_address(url_for("cases.show_case", case_id=case_id))
        return render_form(drafting.start(key=draft_id), notice=say_done("gone"))
    return go_to_address(address_form(form)) if form.case_id else render_form(form)


@blueprint.post("/example")
def open_example() -> Response:
    """Open the bundled case, and store it first where it is not stored yet."""
    case = examples.open_example(find_services(), find_person())
    return go_to_address(url_for("cases.show_case", case_id=case.id))
