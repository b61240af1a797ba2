"""What a person says of a passage: another label, other sources, another speaker; undone and done again."""

from __future__ import annotations

from flask import Blueprint, Response, request

from copytrail.corrections import CannotCorrect
from copytrail.errors import CopytrailError
from copytrail.model import Correction
from webapp.acts import Entry, Verb
from webapp.checking import check_title
from webapp.correction_form import find_passage, read_correction
from webapp.faults import ChangedMeanwhile
from webapp.presence import find_person
from webapp.views import find_desk, find_services
from webapp.views.reasons import go_back, keep_reasons, refuse_reason

blueprint = Blueprint("corrections", __name__, url_prefix="/cases/<case_id>/articles/<int:number>/corrections")
keep_reasons(blueprint)


@blueprint.errorhandler(CannotCorrect)
def refuse_correction(error: CopytrailError) -> Response:
    """Say what is wrong, with the reason still in its form."""
    return refuse_reason(str(error), 422)


@blueprint.errorhandler(ChangedMeanwhile)
def refuse_second(error: CopytrailError) -> Response:
    """Tell the second editor, with the reason still on the page, which shows what stands now."""
    return refuse_reason(str(error), 409)


@blueprint.post("")
def correct_passage(case_id: str, number: int) -> Response:
    """Keep what a person says of a passage."""
    reason = request.form.get("reason", "").strip()
    errors = check_title("reason", reason)
    if errors:
        return refuse_reason(errors[0].message, 422)
    record = find_services().open_comparison(case_id, number)
    make = read_correction(request.form)
    correction = find_desk().correcting.correct(
        record, make, seen=request.form.get("seen", ""), reason=reason, person=find_person()
    )
    return _show_passage(correction, correction.act.value)


@blueprint.post("/drop")
def drop_correction(case_id: str, number: int) -> Response:
    """Take one correction back, wherever it stands among the others."""
    record = find_services().open_comparison(case_id, number)
    name, seen = request.form.get("claim", ""), request.form.get("seen", "")
    return _show_passage(find_desk().correcting.drop(record, name, seen=seen, person=find_person()), "dropped")


@blueprint.post("/undo")
def undo_correction(case_id: str, number: int) -> Response:
    """Take back the last act."""
    return _move(case_id, number, Verb.UNDO)


@blueprint.post("/redo")
def redo_correction(case_id: str, number: int) -> Response:
    """Make again what was taken back last."""
    return _move(case_id, number, Verb.REDO)


def take_step(case_id: str, number: int, verb: Verb, *, seen: str) -> Entry:
    """One step back or forth; where that was going back to an earlier state, all of that state goes with it."""
    record, desk = find_services().open_comparison(case_id, number), find_desk()
    entry = record.acts.undoable if verb is Verb.UNDO else record.acts.redoable
    if entry and entry.verb is Verb.RESTORE:
        desk.past.move(record, verb, entry, seen=seen, person=find_person())
        return entry
    step = desk.correcting.undo if verb is Verb.UNDO else desk.correcting.redo
    return step(record, seen=seen, person=find_person())


def _move(case_id: str, number: int, verb: Verb) -> Response:
    entry = take_step(case_id, number, verb, seen=request.form.get("seen", ""))
    return _show_passage(entry.correction, verb.value)


def _show_passage(correction: Correction | None, deed: str) -> Response:
    """The page at the passage as it is now."""
    if correction is None:
        return go_back(f"passage.{deed}", "")
    view = request.view_args or {}
    comparison = find_services().open_comparison(view["case_id"], view["number"]).comparison
    key, anchor = find_passage(comparison, correction.place.start)
    return go_back(f"passage.{deed}", anchor, focus=key)
