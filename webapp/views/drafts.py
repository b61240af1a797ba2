"""Unfinished forms: saved while a person types, discarded at a button's click."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts import DraftNote
from webapp.views import find_desk, go_to_address, show, wants_fragment
from webapp.views.forms import address_form, read_sent_form
from webapp.wording import say_clock

blueprint = Blueprint("drafts", __name__, url_prefix="/drafts")


@blueprint.post("")
def save_draft() -> Response:
    """Keep the form as it stands."""
    form = read_sent_form(request.form.get("case") or None)
    desk = find_desk()
    if form.case_id:
        desk.services.open_case(form.case_id)
    saved = desk.drafting.save(form)
    if not wants_fragment():
        return go_to_address(address_form(form))
    note = f"Unfinished form saved at {say_clock(desk.services.clock())} UTC" if saved else ""
    response = show("home/_saved.html", DraftNote(note=note))
    if saved:
        response.headers["HX-Replace-Url"] = address_form(form)
    return response


@blueprint.post("/<draft_id>/discard")
def discard_draft(draft_id: str) -> Response:
    """Delete an unfinished form for good."""
    find_desk().drafting.discard(draft_id)
    return go_to_address(url_for("home.show_home", done="discarded"))
