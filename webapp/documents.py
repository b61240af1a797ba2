"""The use cases of one document of a case: describe it, delete it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp import store
from webapp.deeds import Deed, Done
from webapp.faults import UnknownArticle
from webapp.records import DocumentRecord, GivenText
from webapp.roles import Role
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Documents:
    """What can be done with one document; built once, on the use cases of cases."""

    services: Services

    def describe(
        self, case_id: str, document_id: str, given: GivenText, *, language: str | None = None, person: str = ""
    ) -> None:
        """Change a document's title, publisher, address and date, and its language where one is named."""
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, case_id, self.services.clock())
            record = store.cases.load_case(connection, case_id).find(document_id)
            store.documents.describe_document(connection, document_id, given, language)
            changed = _list_changed(record, given, language)
            if changed:
                data = {"fields": changed}
                done = Done(
                    deed=Deed.DESCRIBED, time=self.services.clock(), person=person, document_id=document_id, data=data
                )
                store.events.add_event(connection, case_id, done)
        self.services.database.forget()

    def delete(self, case_id: str, document_id: str, *, person: str = "") -> DocumentRecord:
        """Delete one article or reference of the case for good; the original goes with the case only."""
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, case_id, self.services.clock())
            document = store.cases.load_case(connection, case_id).find(document_id)
            if document.role is Role.ORIGINAL:
                raise UnknownArticle
            store.documents.delete_document(connection, document_id)
            store.parcels.drop_parcels(connection, case_id)
            data = {"role": document.role.value}
            done = Done(deed=Deed.DELETED, time=self.services.clock(), person=person, data=data)
            store.events.add_event(connection, case_id, done)
            if document.role is Role.REFERENCE:
                store.comparisons.delete_comparisons(connection, case_id)
        self.services.forget_deleted()
        return document


def _list_changed(record: DocumentRecord, given: GivenText, language: str | None) -> list[str]:
    """What of a description is another now; never the words, which may be changed because nobody shall read them."""
    names = [
        name for name in ("title", "publisher", "url", "published") if getattr(record, name) != getattr(given, name)
    ]
    return [*names, "language"] if language is not None and language != record.language else names
