"""What people say of a comparison: corrections, findings that need no more checking, notes."""

from __future__ import annotations

from flask import Blueprint, Response, request

from copytrail.display.findings import find_claim, list_findings
from webapp.acts import Verb
from webapp.api.about import About
from webapp.api.corrections import CorrectionSent, ReasonSent, SeenSent, write_correction
from webapp.api.notes import NoteChange, NoteSent, ReplySent, name_place
from webapp.api.operations import Answer, Operation, Parameter
from webapp.api.reviews import ReviewData, tell_review
from webapp.correction_form import read_correction
from webapp.faults import NotFound
from webapp.notes import Slip, Spot, read_place
from webapp.presence import find_person
from webapp.views import find_desk, find_services
from webapp.views.api.speaking import IDEMPOTENCY, read_body, send_value
from webapp.views.corrections import take_step

blueprint = Blueprint("reviews", __name__, url_prefix="/cases/<case_id>/articles/<int:number>")
_NOW = Answer(about="The review as it is now.", gives=ReviewData)
_CHANGED = frozenset({409})
OPERATIONS = {
    "show_review": Operation(
        summary="Read what people said", answer=Answer(about="The review.", gives=ReviewData), refuses=_CHANGED
    ),
    "correct": Operation(summary="Correct a passage", takes=CorrectionSent, answer=_NOW, refuses=_CHANGED),
    "undo": Operation(summary="Undo the last correction", takes=SeenSent, answer=_NOW, refuses=_CHANGED),
    "redo": Operation(summary="Make it again", takes=SeenSent, answer=_NOW, refuses=_CHANGED),
    "drop": Operation(summary="Drop one correction", takes=SeenSent, answer=_NOW, refuses=_CHANGED),
    "dismiss": Operation(summary="Dismiss a finding", takes=ReasonSent, answer=_NOW, refuses=_CHANGED),
    "restore": Operation(summary="Restore a finding", answer=_NOW, refuses=_CHANGED),
    "write_note": Operation(
        summary="Write a note", takes=NoteSent, headers=(IDEMPOTENCY,), answer=_NOW, refuses=_CHANGED
    ),
    "reply": Operation(summary="Answer a note", takes=ReplySent, headers=(IDEMPOTENCY,), answer=_NOW, refuses=_CHANGED),
    "change_note": Operation(
        summary="Change, resolve or open a note again", takes=NoteChange, answer=_NOW, refuses=_CHANGED
    ),
    "delete_note": Operation(
        summary="Delete a note or an answer to it",
        about="For good, by who wrote it; a note with answers leaves a mark.",
        query=(
            Parameter(name="version", hint=int, about=About(text="The version that you saw.", least=1)),
            Parameter(name="reply", about=About(text="The id of the answer; without it, the note.", longest=100)),
        ),
        answer=_NOW,
        deletes=True,
        refuses=_CHANGED,
    ),
}


class UnknownFinding(NotFound):
    """There is no such finding; the texts may have been compared anew."""


@blueprint.get("/review")
def show_review(case_id: str, number: int) -> Response:
    """Findings, corrections and notes."""
    return send_value(tell_review(find_services().open_comparison(case_id, number)))


@blueprint.post("/corrections")
def correct(case_id: str, number: int) -> Response:
    """Keep what a person says of a passage."""
    sent = read_body(CorrectionSent)
    record = find_services().open_comparison(case_id, number)
    make = read_correction(write_correction(sent, record.comparison))
    find_desk().correcting.correct(record, make, seen=sent.seen, reason=sent.reason.strip(), person=find_person())
    return show_review(case_id, number)


@blueprint.post("/corrections/undo")
def undo(case_id: str, number: int) -> Response:
    """Take back the last act."""
    take_step(case_id, number, Verb.UNDO, seen=read_body(SeenSent).seen)
    return show_review(case_id, number)


@blueprint.post("/corrections/redo")
def redo(case_id: str, number: int) -> Response:
    """Make again what was taken back last."""
    take_step(case_id, number, Verb.REDO, seen=read_body(SeenSent).seen)
    return show_review(case_id, number)


@blueprint.post("/corrections/<claim>/drop")
def drop(case_id: str, number: int, claim: str) -> Response:
    """Take one correction back."""
    seen = read_body(SeenSent).seen
    record = find_services().open_comparison(case_id, number)
    find_desk().correcting.drop(record, claim, seen=seen, person=find_person())
    return show_review(case_id, number)


@blueprint.post("/findings/<claim>/dismiss")
def dismiss(case_id: str, number: int, claim: str) -> Response:
    """Keep that a finding needs no more checking."""
    reason = read_body(ReasonSent).reason.strip()
    record = find_services().open_comparison(case_id, number)
    line = find_claim(list_findings(record.comparison), claim)
    if line is None:
        raise UnknownFinding
    find_desk().reviewing.dismiss_finding(record, line.finding, reason, person=find_person())
    return show_review(case_id, number)


@blueprint.post("/findings/<claim>/restore")
def restore(case_id: str, number: int, claim: str) -> Response:
    """Take a dismissal back."""
    record = find_services().open_comparison(case_id, number)
    line = find_claim(list_findings(record.comparison), claim)
    if line is None:
        raise UnknownFinding
    if line.dismissal:
        find_desk().reviewing.restore_finding(record, line.dismissal, person=find_person())
        find_desk().shelf.clear()
    return show_review(case_id, number)


@blueprint.post("/notes")
def write_note(case_id: str, number: int) -> Response:
    """Keep a new note."""
    sent = read_body(NoteSent)
    record = find_services().open_comparison(case_id, number)
    place = read_place(record.comparison, name_place(sent, record.comparison))
    find_desk().noting.write(_find_spot(case_id, number), place, _make_slip(sent.text))
    return show_review(case_id, number)


@blueprint.post("/notes/<note_id>/replies")
def reply(case_id: str, number: int, note_id: str) -> Response:
    """Keep an answer to a note."""
    sent = read_body(ReplySent)
    find_desk().noting.reply(_find_spot(case_id, number, note_id), _make_slip(sent.text))
    return show_review(case_id, number)


@blueprint.patch("/notes/<note_id>")
def change_note(case_id: str, number: int, note_id: str) -> Response:
    """Keep another wording, or that nothing is left to do."""
    sent, noting = read_body(NoteChange), find_desk().noting
    if sent.text is not None:
        noting.change(_find_spot(case_id, number, note_id, sent.reply), _make_slip(sent.text, sent.version))
    if sent.resolved is not None:
        noting.settle(_find_spot(case_id, number, note_id), find_person(), is_resolved=sent.resolved)
    find_desk().shelf.clear()
    return show_review(case_id, number)


@blueprint.delete("/notes/<note_id>")
def delete_note(case_id: str, number: int, note_id: str) -> Response:
    """Delete what the same person wrote."""
    spot = _find_spot(case_id, number, note_id, request.args.get("reply", ""))
    find_desk().noting.delete(spot, _make_slip("", int(request.args.get("version", "0"))))
    find_desk().shelf.clear()
    response = show_review(case_id, number)
    response.status_code = 202 if find_desk().services.database.leavings.are_there else 200
    return response


def _find_spot(case_id: str, number: int, note_id: str = "", reply_id: str = "") -> Spot:
    article = find_services().open_case(case_id).find_article(number)
    return Spot(case_id=case_id, document_id=article.id, note_id=note_id, reply_id=reply_id)


def _make_slip(text: str, version: int = 0) -> Slip:
    """What was written; the same words with the same key make no second note."""
    key = request.headers.get("Idempotency-Key", "")[:80]
    return Slip(text=text, person=find_person(), key=key, version=version)
