"""Lines that pages of one site repeat, set aside once a case holds several of them; a person's word on a line stays."""

from __future__ import annotations

from datetime import datetime

from copytrail.intake.furniture.repeated import REPEATED, find_repeated
from copytrail.model import Document, ParagraphKind
from webapp import store
from webapp.db import Database
from webapp.reading import read_document
from webapp.records import DocumentRecord, KindChoice, StoredText

_PAGES = 2


def mark_repeated(database: Database, case_id: str, now: datetime) -> None:
    """Set aside what the articles of one site in a case repeat and its release does not say."""
    with database.reading() as connection:
        case = store.cases.load_case(connection, case_id)
        if sum(map(_tells_site, case.articles)) < _PAGES:
            return
        original = store.documents.load_text(connection, case.original)
        texts = [store.documents.load_text(connection, record) for record in case.articles]
    documents = [read_document(text) for text in texts]
    found = find_repeated(documents, read_document(original))
    new = [(texts[place].record.id, _list_new(texts[place], documents[place], set(found[place]))) for place in found]
    if any(choices for _id, choices in new):
        with database.writing() as connection:
            for document_id, choices in new:
                for choice in choices:
                    store.choices.save_choice(connection, document_id, choice, now)


def _tells_site(record: DocumentRecord) -> bool:
    return bool(record.url.strip() or record.publisher.strip())


def _list_new(text: StoredText, document: Document, numbers: set[int]) -> list[KindChoice]:
    """What is said of these paragraphs, those left out of which something was said before."""
    known = {choice.number for choice in text.choices}
    return [
        KindChoice(
            number=each.number,
            starts=each.span.start,
            kind=ParagraphKind.FURNITURE,
            machine_kind=each.kind,
            reason=REPEATED,
        )
        for each in document.paragraphs
        if each.number in numbers - known
    ]
