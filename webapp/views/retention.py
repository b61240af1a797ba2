"""The day on which a case is deleted: set, moved, cleared."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.presence import find_person
from webapp.retention import BadDay, read_day
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.case_page import render_case

blueprint = Blueprint("retention", __name__, url_prefix="/cases/<case_id>/retention")


@blueprint.post("")
def set_day(case_id: str) -> Response:
    """Have the case deleted on a day, or keep it."""
    typed = request.form.get("delete_on", "")
    services = find_services()
    try:
        day = read_day(typed, today=services.clock().date())
    except BadDay as error:
        return render_case(case_id, keeping=(typed, str(error)))
    find_desk().deleting.set_day(case_id, day, person=find_person())
    return go_to_address(url_for("cases.show_case", case_id=case_id, done="day-set" if day else "day-cleared"))
