"""The day on which a case is deleted: set, moved, cleared."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request, url_for

from webapp.contexts import make_case
from webapp.contexts.retention import show_retention
from webapp.retention import BadDay, read_day
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.cases import render_case

blueprint = Blueprint("retention", __name__, url_prefix="/cases/<case_id>/retention")


@blueprint.post("")
def set_day(case_id: str) -> Response:
    """Have the case deleted on a day, or keep it."""
    typed = request.form.get("delete_on", "")
    services = find_services()
    try:
        day = read_day(typed, today=services.clock().date())
    except BadDay as error:
        comparisons = services.open_comparisons(case_id)
        case = services.open_case(case_id)
        page = make_case(csrf=make_token(), case=case, comparisons=comparisons)
        page = replace(page, retention=show_retention(case.delete_on, (typed, str(error))))
        return render_case(case, page, 422)
    find_desk().deleting.set_day(case_id, day)
    return go_to_address(url_for("cases.show_case", case_id=case_id, done="day-set" if day else "day-cleared"))
