"""Notes: written on a card, beside selected words or on the page of all notes; answered, changed, resolved, deleted."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request, url_for
from flask_wtf.csrf import CSRFError

from copytrail.display.notes import view_notes
from copytrail.display.page import name_document
from copytrail.display.pieces import find_pieces
from copytrail.display.state import PageState
from copytrail.display.wording import say_done as say_done_here
from copytrail.errors import CopytrailError
from webapp.contexts import NoteDesk, RefusedReason
from webapp.contexts.notes import Around, Chosen, Noted, Which, make_notes
from webapp.errors import show_problem
from webapp.faults import BadNote, ChangedMeanwhile, NotTheWriter, UnknownNote
from webapp.ids import make_id
from webapp.notes import LONGEST_NOTE, Slip, Spot, read_place
from webapp.presence import find_person, find_rights
from webapp.records import ComparisonRecord
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address, show
from webapp.views.comparison import make_note_desk
from webapp.views.reasons import go_back, keep_reasons, refuse_reason
from webapp.wording import ADVICE, say_done

blueprint = Blueprint("notes", __name__, url_prefix="/cases/<case_id>")
keep_reasons(blueprint)
_STATUS = {BadNote: 422, NotTheWriter: 403, ChangedMeanwhile: 409, UnknownNote: 404}
OLDER = "Somebody changed this note meanwhile. Nothing was kept: read it again, then send yours once more."


@blueprint.errorhandler(BadNote)
@blueprint.errorhandler(NotTheWriter)
@blueprint.errorhandler(ChangedMeanwhile)
@blueprint.errorhandler(UnknownNote)
def refuse_note(error: CopytrailError) -> Response:
    """Say what is wrong, with what was typed still in its form."""
    message = OLDER if isinstance(error, ChangedMeanwhile) else str(error)
    return _refuse(message, _STATUS[type(error)])


@blueprint.errorhandler(CSRFError)
def refuse_stale_form(error: CSRFError) -> Response:
    """Keep what was typed into a form that had become too old."""
    del error
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return show_problem(ADVICE["form"], 400)
    return _refuse(say_done("stale"), 400)


@blueprint.get("/notes")
def show_case_notes(case_id: str) -> Response:
    """All notes of the case, by article."""
    case, numbers = find_desk().noting.list_noted(case_id)
    records = [find_services().open_comparison(case.id, number) for number in numbers]
    own = find_desk().noting.list_own(case.id, find_person())
    desk = NoteDesk(key=make_id(), turn=0, own=own, limit=LONGEST_NOTE, back="case")
    around = Around(csrf=make_token(), notes=desk)
    page = make_notes(case, [_note(each) for each in records], number=0, chosen=_read_chosen(), around=around)
    return show("notes/page.html", replace(page, may_edit=find_rights().writes))


@blueprint.get("/articles/<int:number>/notes")
def show_notes(case_id: str, number: int) -> Response:
    """The notes on one comparison, and a form for one on the whole."""
    return _show_all(find_services().open_comparison(case_id, number))


@blueprint.post("/articles/<int:number>/notes")
def write_note(case_id: str, number: int) -> Response:
    """Keep a new note on what its form names."""
    record = find_services().open_comparison(case_id, number)
    place = read_place(record.comparison, request.form)
    find_desk().noting.write(_find_spot(case_id, number), place, _read_slip())
    return _go_on("written")


@blueprint.post("/articles/<int:number>/notes/<note_id>/replies")
def reply_to_note(case_id: str, number: int, note_id: str) -> Response:
    """Keep an answer to a note."""
    find_desk().noting.reply(_find_spot(case_id, number, note_id), _read_slip())
    return _go_on("replied")


@blueprint.post("/articles/<int:number>/notes/<note_id>/change")
def change_note(case_id: str, number: int, note_id: str) -> Response:
    """Keep another wording of a note or an answer; the form's other button deletes it."""
    spot, slip = _find_spot(case_id, number, note_id), _read_slip()
    if request.form.get("act") == "delete":
        find_desk().noting.delete(spot, slip)
        find_desk().shelf.clear()
        return _go_on("deleted")
    find_desk().noting.change(spot, slip)
    find_desk().shelf.clear()
    return _go_on("changed")


@blueprint.post("/articles/<int:number>/notes/<note_id>/state")
def settle_note(case_id: str, number: int, note_id: str) -> Response:
    """Keep that nothing is left to do about a note, or that something is again."""
    is_resolved = request.form.get("act") == "resolve"
    find_desk().noting.settle(_find_spot(case_id, number, note_id), find_person(), is_resolved=is_resolved)
    return _go_on("resolved" if is_resolved else "reopened")


def _refuse(message: str, status: int) -> Response:
    """The page that the form stood on, with what was typed."""
    view = request.view_args or {}
    if "number" not in view or request.method != "POST":
        return show_problem(ADVICE["missing"], 404)
    if request.form.get("back", "card") == "card":
        return refuse_reason(message, status)
    refused = RefusedReason(request.form.get("claim", ""), request.form.get("text", ""), message)
    return _show_all(find_services().open_comparison(view["case_id"], view["number"]), refused, status)


def _show_all(record: ComparisonRecord, refused: RefusedReason | None = None, status: int = 200) -> Response:
    done = request.args.get("done", "")
    around = Around(
        csrf=make_token(),
        notes=make_note_desk(record, "notes"),
        notice=say_done_here(done) if done.startswith("note.") else "",
        refused=refused,
    )
    page = make_notes(record.case, [_note(record)], number=record.number, chosen=_read_chosen(), around=around)
    return show("notes/page.html", replace(page, may_edit=find_rights().writes), status)


def _note(record: ComparisonRecord) -> Noted:
    """The notes on one comparison, in words."""
    comparison = record.noted
    views = view_notes(comparison, find_pieces(comparison), PageState())
    return Noted(number=record.number, name=name_document(comparison.derivative, "Article"), notes=views)


def _find_spot(case_id: str, number: int, note_id: str = "") -> Spot:
    article = find_services().open_case(case_id).find_article(number)
    return Spot(case_id=case_id, document_id=article.id, note_id=note_id, reply_id=request.form.get("reply", ""))


def _read_slip() -> Slip:
    version = request.form.get("version", "")
    return Slip(
        text=request.form.get("text", ""),
        person=find_person(),
        key=request.form.get("key", "")[:80],
        version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
    )


def _read_chosen() -> Chosen:
    asked = request.args.get("show", "")
    return Chosen(Which(asked) if asked in set(Which) else Which.ALL, request.args.get("by"))


def _go_on(deed: str) -> Response:
    """Back to the page that the form stood on."""
    view = request.view_args or {}
    back = request.form.get("back", "card")
    if back == "card":
        return go_back(f"note.{deed}", "")
    if back == "case":
        return go_to_address(url_for("notes.show_case_notes", case_id=view["case_id"]))
    return go_to_address(
        url_for("notes.show_notes", case_id=view["case_id"], number=view["number"], done=f"note.{deed}")
    )
