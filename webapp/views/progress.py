"""Long work on a case: how far it is, start it, stop it; pages that cannot wait for it lead here."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.contexts.progress import make_progress
from webapp.faults import StillComparing
from webapp.jobs.standing import Standing
from webapp.presence import find_person
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, read_page, show, wants_fragment

blueprint = Blueprint("progress", __name__, url_prefix="/cases/<case_id>")


@blueprint.app_errorhandler(StillComparing)
def show_busy(error: StillComparing) -> Response:
    """A page that would take too long: have it made ready in the background, and say how far that is."""
    find_desk().queue.go_on(error.case_id)
    return _move_on(url_for("progress.show_progress", case_id=error.case_id))


@blueprint.get("/progress")
def show_progress(case_id: str) -> Response:
    """How far the work on the case is; once all is done, its result."""
    queue = find_desk().queue
    job, standing = queue.find_job(case_id), queue.open_standing(case_id)
    is_running = bool(job and job.is_open)
    if standing.is_ready and not is_running:
        return _move_on(_address_result(standing))
    if wants_fragment() and not is_running:
        return _move_on(url_for("progress.show_progress", case_id=case_id))
    heard = read_page(request.args, "heard") if "heard" in request.args else 0
    page = make_progress(csrf=make_token(), standing=standing, job=job, heard=heard)
    return show("progress/_poll.html" if wants_fragment() else "progress/page.html", page)


@blueprint.post("/compare")
def start_comparing(case_id: str) -> Response:
    """Compare what is not compared, and try again what could not be."""
    queue = find_desk().queue
    if queue.forgive(case_id) or queue.is_long(case_id):
        queue.start(case_id, person=find_person())
        return go_to_address(url_for("progress.show_progress", case_id=case_id))
    return go_to_address(url_for("cases.show_case", case_id=case_id))


@blueprint.post("/progress/cancel")
def cancel_comparing(case_id: str) -> Response:
    """Stop the work; what is compared stays."""
    find_desk().queue.cancel(case_id)
    return go_to_address(url_for("progress.show_progress", case_id=case_id))


def _move_on(address: str) -> Response:
    """Send the browser on, also where only a part of the page asked."""
    response = go_to_address(address)
    if wants_fragment():
        response = Response(status=204)
        response.headers["HX-Redirect"] = address
    return response


def _address_result(standing: Standing) -> str:
    """The one comparison of the case, or the case."""
    case = standing.record
    if len(case.articles) == 1 and not standing.failed:
        return url_for("comparison.show_comparison", case_id=case.id, number=1)
    done = "compared-some" if standing.failed else "compared"
    return url_for("cases.show_case", case_id=case.id, done=done)
