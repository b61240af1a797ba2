"""What a reader says of a finding: dismiss it with a reason, restore it. Plain forms; htmx follows the same way."""

from __future__ import annotations

from flask import Blueprint, Response, request

from copytrail.display.findings import find_claim, list_findings
from webapp.checking import check_title
from webapp.presence import find_person
from webapp.views import find_desk, find_services
from webapp.views.reasons import go_back, keep_reasons, refuse_reason
from webapp.wording import say_done

blueprint = Blueprint("review", __name__, url_prefix="/cases/<case_id>/articles/<int:number>/findings")


keep_reasons(blueprint)


@blueprint.post("/dismiss")
def dismiss_finding(case_id: str, number: int) -> Response:
    """Keep that a finding needs no more checking."""
    reason = request.form.get("reason", "").strip()
    errors = check_title("reason", reason)
    if errors:
        return refuse_reason(errors[0].message, 422)
    record = find_services().open_comparison(case_id, number)
    line = find_claim(list_findings(record.comparison), request.form.get("claim", ""))
    if line is None:
        return refuse_reason(say_done("finding-gone"), 409)
    find_desk().reviewing.dismiss_finding(record, line.finding, reason, person=find_person())
    return go_back(f"{line.key}.dismissed", line.places[0].address if line.places else "")


@blueprint.post("/restore")
def restore_finding(case_id: str, number: int) -> Response:
    """Take a dismissal back; where its finding is gone, delete it."""
    claim = request.form.get("claim", "")
    record = find_services().open_comparison(case_id, number)
    find_desk().reviewing.restore_finding(record, claim, person=find_person())
    find_desk().shelf.clear()
    line = find_claim(list_findings(record.comparison), claim)
    if line is None:
        return go_back("finding-0.forgotten", "")
    return go_back(f"{line.key}.restored", line.places[0].address if line.places else "")
