"""An article as it was at an earlier time, read-only, and the way back to that state."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response, abort, request, url_for

from copytrail.display.naming import say_time
from copytrail.display.state import read_state
from webapp.contexts import Then
from webapp.faults import ChangedMeanwhile
from webapp.past import Moment, read_stamp
from webapp.presence import find_person
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.comparison import render_comparison

blueprint = Blueprint("past", __name__, url_prefix="/cases/<case_id>/articles/<int:number>/then/<stamp>")
CHANGED = (
    "Somebody changed the comparison meanwhile. Nothing was brought back: look at it again, then go back once more."
)


@blueprint.errorhandler(ChangedMeanwhile)
def refuse_second(_error: ChangedMeanwhile) -> Response:
    """Tell the second editor, on the state that was to be brought back."""
    view = request.view_args or {}
    return _show(view["case_id"], view["number"], _read(view["stamp"]), refused=CHANGED)


@blueprint.get("")
def show_then(case_id: str, number: int, stamp: str) -> Response:
    """The comparison as it was."""
    return _show(case_id, number, _read(stamp))


@blueprint.post("")
def go_back_then(case_id: str, number: int, stamp: str) -> Response:
    """Bring back what stood then, as an act that can be undone."""
    time = _read(stamp)
    record = find_services().open_comparison(case_id, number)
    seen = request.form.get("seen", "")
    find_desk().past.go_back(record, Moment(time), seen=seen, person=find_person())
    find_desk().shelf.clear()
    address = url_for("comparison.show_comparison", case_id=case_id, number=number, done="passage.back")
    return go_to_address(address)


def _show(case_id: str, number: int, time: datetime, *, refused: str = "") -> Response:
    now = find_services().open_comparison(case_id, number)
    record = find_desk().past.open_then(case_id, number, Moment(time))
    then = Then(time=say_time(time), address=request.path, seen=now.seen, refused=refused)
    return render_comparison(record, read_state(request.args), then=then, status=409 if refused else 200)


def _read(stamp: str) -> datetime:
    """The moment that the address names; one that is none leads nowhere."""
    time = read_stamp(stamp)
    return time or abort(404)
