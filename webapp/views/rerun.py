"""What a newer engine made another of a comparison, and the word that the new result is kept."""

from __future__ import annotations

from flask import Blueprint, Response, url_for

from webapp.contexts.rerun import make_rerun
from webapp.presence import find_person
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address, show

blueprint = Blueprint("rerun", __name__, url_prefix="/cases/<case_id>/articles/<int:number>/changes")


@blueprint.get("")
def show_changes(case_id: str, number: int) -> Response:
    """The new result held against the one that people saw before."""
    record = find_services().open_comparison(case_id, number)
    before = find_desk().former.open_former(record)
    return show("comparison/changes.html", make_rerun(record, before, csrf=make_token()))


@blueprint.post("")
def keep_new(case_id: str, number: int) -> Response:
    """Give the former result up."""
    record = find_services().open_comparison(case_id, number)
    find_desk().former.keep_new(record, person=find_person())
    return go_to_address(url_for("comparison.show_comparison", case_id=case_id, number=number))
