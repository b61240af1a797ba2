"""Documents of a case: add them, read what was kept of each, change what was decided."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response

from copytrail.model import ParagraphKind
from webapp.api.bodies import BadBody, Fault
from webapp.api.cases import CaseData, OpenDocument, tell_text
from webapp.api.operations import Answer, Operation
from webapp.api.sent import DocumentChange, DocumentsSent, ParagraphChange
from webapp.checking import check_description
from webapp.presence import find_person
from webapp.records import GivenText
from webapp.text_forms import TextForm
from webapp.views import find_desk, find_services
from webapp.views.api.receiving import receive_documents, send_received
from webapp.views.api.speaking import IDEMPOTENCY, IF_MATCH, check_match, read_body, send_deleted, send_value
from webapp.views.api.writing import write_once

blueprint = Blueprint("documents", __name__)
_NOW = Answer(about="The document as it is now.", gives=OpenDocument)
OPERATIONS = {
    "add_documents": Operation(
        summary="Add articles or further originals",
        takes=DocumentsSent,
        headers=(IDEMPOTENCY,),
        answer=Answer(about="The case.", status=201, gives=CaseData, headers={"Location": "Where the case is."}),
        refuses=frozenset({409}),
    ),
    "show_document": Operation(
        summary="Read a document",
        about="Its paragraphs, kept and set aside, with the reasons.",
        answer=Answer(about="The document.", gives=OpenDocument),
    ),
    "change_document": Operation(
        summary="Change title, publisher, address, date or language",
        takes=DocumentChange,
        headers=(IF_MATCH,),
        answer=_NOW,
        refuses=frozenset({412}),
    ),
    "change_paragraphs": Operation(
        summary="Set paragraphs aside, restore them, or say who speaks",
        takes=ParagraphChange,
        headers=(IF_MATCH,),
        answer=_NOW,
        refuses=frozenset({412}),
    ),
    "delete_document": Operation(
        summary="Delete an article or a further original",
        about="For good, with its comparison. The original goes with its case only.",
        answer=Answer(about="It is gone.", status=204, media=()),
        deletes=True,
    ),
}


@blueprint.post("/cases/<case_id>/documents")
def add_documents(case_id: str) -> Response:
    """Keep more texts in the case."""
    return write_once(lambda: _add(case_id))


@blueprint.get("/cases/<case_id>/documents/<document_id>")
def show_document(case_id: str, document_id: str) -> Response:
    """The document with its paragraphs."""
    return send_value(tell_text(find_desk().cleaning.open_text(case_id, document_id)))


@blueprint.patch("/cases/<case_id>/documents/<document_id>")
def change_document(case_id: str, document_id: str) -> Response:
    """Change what is named of its description."""
    change = read_body(DocumentChange)
    check_match(show_document(case_id, document_id))
    record = find_services().open_case(case_id).find(document_id)
    names = ("title", "publisher", "url", "published")
    words = {name: getattr(record, name) if getattr(change, name) is None else getattr(change, name) for name in names}
    typed = TextForm(**words)
    errors = check_description("", typed)
    if errors:
        raise BadBody(*(Fault(f"/{error.field.removeprefix('-')}", error.message) for error in errors))
    given: GivenText = replace(typed.give(), language=record.language)
    find_desk().documents.describe(case_id, document_id, given, language=change.language, person=find_person())
    return show_document(case_id, document_id)


@blueprint.patch("/cases/<case_id>/documents/<document_id>/paragraphs")
def change_paragraphs(case_id: str, document_id: str) -> Response:
    """Keep what a person says of paragraphs."""
    change = read_body(ParagraphChange)
    check_match(show_document(case_id, document_id))
    cleaning, person = find_desk().cleaning, find_person()
    if change.furniture is not None:
        kind = ParagraphKind.FURNITURE if change.furniture else ParagraphKind.BODY
        cleaning.set_kinds(case_id, document_id, change.numbers, kind, person=person)
    for number in change.numbers if change.speaker is not None else ():
        cleaning.set_speaker(case_id, document_id, number, change.speaker or "", person=person)
    return show_document(case_id, document_id)


@blueprint.delete("/cases/<case_id>/documents/<document_id>")
def delete_document(case_id: str, document_id: str) -> Response:
    """Delete the document for good."""
    find_desk().documents.delete(case_id, document_id, person=find_person())
    return send_deleted()


def _add(case_id: str) -> Response:
    find_services().open_case(case_id)
    form, texts = receive_documents(case_id, read_body(DocumentsSent))
    case = find_services().add_articles(case_id, texts, form=form.sign(), person=find_person())
    return send_received(case)
