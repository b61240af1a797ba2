"""What a reader says of a finding: dismiss it with a reason, restore it. Plain forms; htmx follows the same way."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for
from flask_wtf.csrf import CSRFError

from copytrail.display.findings import find_claim, list_findings
from copytrail.display.state import read_state
from webapp.checking import check_title
from webapp.contexts import RefusedReason
from webapp.errors import show_problem, show_unavailable
from webapp.faults import StoreBusy, StoreFull, StoreReadOnly, StoreUnavailable
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.comparison import render_comparison
from webapp.wording import ADVICE, say_done

blueprint = Blueprint("review", __name__, url_prefix="/cases/<case_id>/articles/<int:number>/findings")


@blueprint.errorhandler(CSRFError)
def refuse_stale_form(_error: CSRFError) -> Response:
    """Keep the reason that was typed into a form that had become too old."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return show_problem(ADVICE["form"], 400)
    return _refuse(say_done("stale"), 400)


@blueprint.errorhandler(StoreUnavailable)
def stay_on_page(error: StoreUnavailable) -> Response:
    """Where the page itself cannot be read anew, it stays as it is, with the reason in its form."""
    response = show_unavailable(error)
    response.headers["HX-Reswap"] = "none"
    return response


@blueprint.errorhandler(StoreBusy)
@blueprint.errorhandler(StoreReadOnly)
@blueprint.errorhandler(StoreFull)
def refuse_unkept(error: StoreUnavailable) -> Response:
    """Keep the reason on the page where the database could not."""
    response = _refuse(f"{error} Nothing was changed: please try again.", 503)
    response.headers["Retry-After"] = "5"
    return response


@blueprint.post("/dismiss")
def dismiss_finding(case_id: str, number: int) -> Response:
    """Keep that a finding needs no more checking."""
    reason = request.form.get("reason", "").strip()
    errors = check_title("reason", reason)
    if errors:
        return _refuse(errors[0].message, 422)
    record = find_services().open_comparison(case_id, number)
    line = find_claim(list_findings(record.comparison), request.form.get("claim", ""))
    if line is None:
        return _refuse(say_done("finding-gone"), 409)
    find_desk().reviewing.dismiss_finding(record, line.finding, reason)
    return _go_back(f"{line.key}.dismissed", line.places[0].address if line.places else "")


@blueprint.post("/restore")
def restore_finding(case_id: str, number: int) -> Response:
    """Take a dismissal back; where its finding is gone, delete it."""
    claim = request.form.get("claim", "")
    record = find_services().open_comparison(case_id, number)
    find_desk().reviewing.restore_finding(record, claim)
    find_desk().shelf.clear()
    line = find_claim(list_findings(record.comparison), claim)
    if line is None:
        return _go_back("finding-0.forgotten", "")
    return _go_back(f"{line.key}.restored", line.places[0].address if line.places else "")


def _refuse(message: str, status: int) -> Response:
    """The page as it was, with the reason still in its form."""
    refused = RefusedReason(request.form.get("claim", ""), request.form.get("reason", ""), message)
    view = request.view_args or {}
    record = find_services().open_comparison(view["case_id"], view["number"])
    state = read_state(request.form)
    response = render_comparison(record, state, refused=refused, status=status)
    response.headers["HX-Replace-Url"] = _find_address() + state.address()
    return response


def _go_back(done: str, anchor: str) -> Response:
    """The page as it was, at the finding, with what was done to it."""
    query = read_state(request.form).address()
    end = f"#{anchor}" if anchor else ""
    return go_to_address(f"{_find_address()}{query}{'&' if query != '?' else ''}done={done}{end}")


def _find_address() -> str:
    """Where the comparison stands that the form belongs to."""
    view = request.view_args or {}
    return url_for("comparison.show_comparison", case_id=view["case_id"], number=view["number"])
