"""Unfinished forms: saved while a person types, discarded at a button's click."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts import DraftNote
from webapp.fields import show_state
from webapp.unfinished import Claim
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
        return go_to_address(address_form(saved or form))
    if not saved:
        return show("home/_saved.html", DraftNote(note=""))
    note = f"Unfinished form saved at {say_clock(desk.services.clock())} UTC"
    response = show("home/_saved.html", DraftNote(note=note, state=show_state(saved)))
    response.headers["HX-Replace-Url"] = address_form(saved)
    return response


@blueprint.get("/<draft_id>/newer")
def find_newer(draft_id: str) -> Response:
    """Whether another page saved the form after the page that asks had seen it; the answer is its status."""
    claim = Claim(draft_id, request.args.get("writer", ""), request.args.get("seen", 0, type=int))
    return Response(status=200 if find_desk().drafting.is_changed(claim) else 204)


@blueprint.post("/<draft_id>/discard")
def discard_draft(draft_id: str) -> Response:
    """Delete an unfinished form for good."""
    find_desk().drafting.discard(draft_id)
    return go_to_address(url_for("home.show_home", done="discarded"))


@blueprint.post("/discard")
def discard_all() -> Response:
    """Delete the unfinished forms that the page listed for good; those begun since stay."""
    find_desk().drafting.discard(*request.form.getlist("draft"))
    return go_to_address(url_for("home.show_home", done="all-discarded"))
