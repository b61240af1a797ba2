"""The cleaning step: what was kept of each text of a case, and what a person changes of it."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from copytrail.errors import UnreadableInput
from copytrail.intake.characters.charsets import knows_charset
from copytrail.intake.extracts import Changes, FileOptions
from copytrail.model import ParagraphKind
from webapp.checking import check_description, check_title
from webapp.cleaning import find_page
from webapp.contexts import Refused, TextPart, make_texts, show_text
from webapp.errors import show_problem
from webapp.presence import find_person
from webapp.security import make_token
from webapp.text_forms import read_text
from webapp.views import find_desk, go_to_address, read_page, show, wants_fragment
from webapp.wording import ADVICE, NAME_TOO_LONG, say_done

blueprint = Blueprint("texts", __name__, url_prefix="/cases/<case_id>")
MOST_AT_ONCE = 5_000
"""So many paragraphs can be restored at once."""
_KINDS = {"aside": ParagraphKind.FURNITURE, "restore": ParagraphKind.BODY}


@blueprint.get("/texts")
def show_texts(case_id: str) -> Response:
    """All texts of the case, kept and set aside."""
    return _show_all(case_id)


@blueprint.post("/documents/<document_id>/paragraphs")
def change_paragraphs(case_id: str, document_id: str) -> Response:
    """Set a paragraph aside, restore one, or keep whose speech some of them are."""
    cleaning = find_desk().cleaning
    for name, kind in _KINDS.items():
        if name in request.form:
            cleaning.set_kinds(case_id, document_id, _read_numbers(request.form[name]), kind, person=find_person())
    known = {each.number: each.speaker for each in cleaning.open_text(case_id, document_id).document.paragraphs}
    for name, speaker in request.form.items():
        number = _read_number(name.removeprefix("speaker-")) if name.startswith("speaker-") else 0
        if known.get(number, speaker) == speaker.strip():
            continue
        if check_title(name, speaker):
            return show_problem(ADVICE["refused"].about(ValueError(NAME_TOO_LONG)), 422)
        cleaning.set_speaker(case_id, document_id, number, speaker, person=find_person())
    return _show_one(case_id, document_id)


@blueprint.post("/documents/<document_id>/reading")
def change_reading(case_id: str, document_id: str) -> Response:
    """Change title, publisher, address, date and language, and how the file is read."""
    desk = find_desk()
    prefix = desk.services.open_case(case_id).find(document_id).anchor
    typed = read_text(prefix, request.form, {})
    errors = check_description(prefix, typed)
    if errors:
        return _show_all(case_id, Refused(document_id=document_id, typed=typed, errors=errors))
    language = request.form.get("language", "")[:20]
    desk.documents.describe(case_id, document_id, typed.give(), language=language, person=find_person())
    try:
        desk.cleaning.read_anew(case_id, document_id, _read_options(), person=find_person())
    except UnreadableInput as error:
        return _show_all(case_id, Refused(document_id=document_id, typed=typed, problem=str(error)))
    return go_to_address(
        url_for("texts.show_texts", case_id=case_id, done="described", of=_name_of(prefix), _anchor=prefix)
    )


@blueprint.post("/documents/<document_id>/changes")
def compare_changes(case_id: str, document_id: str) -> Response:
    """Hold a file without its tracked changes against the same file with them, in a case of its own."""
    case = find_desk().cleaning.compare_changes(case_id, document_id, person=find_person())
    return go_to_address(url_for("comparison.show_comparison", case_id=case.id, number=1))


def _name_of(anchor: str) -> int | None:
    """The number of an article that its page is found by; no number where it stands on every page."""
    number = _read_number(anchor.removeprefix("document-"))
    return number if find_page(number) > 1 else None


def _show_all(case_id: str, refused: Refused | None = None) -> Response:
    desk = find_desk()
    case = desk.services.open_case(case_id)
    article = case.find(refused.document_id).place if refused else read_page(request.args, "of")
    last = find_page(len(case.articles))
    shown = min(max(1, read_page(request.args) if "page" in request.args else find_page(article)), last)
    case, texts = desk.cleaning.open_texts(case_id, shown)
    notice = say_done(request.args.get("done", ""))
    page = make_texts(csrf=make_token(), case=case, texts=texts, notice=notice, refused=refused, pages=(shown, last))
    return show("texts/page.html", page, 422 if refused else 200)


def _show_one(case_id: str, document_id: str) -> Response:
    text = find_desk().cleaning.open_text(case_id, document_id)
    if not wants_fragment():
        anchor = (request.form.get("aside") or request.form.get("restore") or "").partition("-")[0]
        place = f"{text.record.anchor}-{anchor}" if anchor else text.record.anchor
        return go_to_address(
            url_for("texts.show_texts", case_id=case_id, of=_name_of(text.record.anchor), _anchor=place)
        )
    return show("texts/_text.html", TextPart(csrf=make_token(), case_id=case_id, text=show_text(text)))


def _read_options() -> FileOptions:
    """How the form asks for the file to be read; a word that is none asks for nothing."""
    encoding = request.form.get("encoding", "")
    changes = request.form.get("changes", "")
    known = {each.value: each for each in Changes}
    return FileOptions(
        encoding=encoding if knows_charset(encoding) else "", changes=known.get(changes, Changes.ACCEPTED)
    )


def _read_numbers(value: str) -> tuple[int, ...]:
    """The numbers of paragraphs: one, or those from one to another (`5-15`)."""
    first, _, last = value.partition("-")
    start, end = _read_number(first), _read_number(last or first)
    return tuple(range(start, end + 1)) if 0 <= end - start < MOST_AT_ONCE else (0,)


def _read_number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
