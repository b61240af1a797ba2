"""Long work on a case: how far it is, start it, stop it."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.api.jobs import JobData, tell_job
from webapp.api.operations import Answer, Operation
from webapp.presence import find_person
from webapp.views import find_desk, find_services
from webapp.views.api.speaking import send_value

blueprint = Blueprint("jobs", __name__, url_prefix="/cases/<case_id>/job")
_NOW = Answer(about="How far it is.", gives=JobData)
OPERATIONS = {
    "show_job": Operation(
        summary="See how far a case is compared", about="Ask again every few seconds until `ready`.", answer=_NOW
    ),
    "start_job": Operation(summary="Compare what is not compared, and try again what failed", answer=_NOW),
    "cancel_job": Operation(summary="Stop the work", about="What is compared stays.", answer=_NOW),
}


@blueprint.get("")
def show_job(case_id: str) -> Response:
    """How far the work is."""
    queue = find_desk().queue
    return send_value(tell_job(queue.open_standing(case_id), queue.find_job(case_id)))


@blueprint.post("")
def start_job(case_id: str) -> Response:
    """Have the case compared: in the background where that takes long."""
    queue = find_desk().queue
    if queue.forgive(case_id) or queue.is_long(case_id):
        queue.start(case_id, person=find_person())
    else:
        find_services().open_comparisons(case_id)
    return show_job(case_id)


@blueprint.delete("")
def cancel_job(case_id: str) -> Response:
    """Stop it."""
    find_desk().queue.cancel(case_id)
    return show_job(case_id)
