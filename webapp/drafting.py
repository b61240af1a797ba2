"""Unfinished forms: saved while a person types, offered again, gone when compared or discarded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from webapp import store
from webapp.checking import absorb_files
from webapp.comparing import find_opening
from webapp.db import Database
from webapp.faults import AlreadyStored
from webapp.forms import CaseForm, TextForm, read_draft, write_draft
from webapp.records import DraftRecord


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An unfinished form as one line of a list."""

    id: str
    case_id: str | None
    name: str
    changed: datetime


@dataclass(frozen=True, slots=True)
class Drafting:
    """What can be done with unfinished forms."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]

    def start(self, case_id: str | None = None) -> CaseForm:
        """An empty form with a key of its own."""
        return CaseForm(key=self.make_id(), case_id=case_id, original=None if case_id else TextForm())

    def save(self, form: CaseForm) -> bool:
        """Keep the form as it stands; says whether there was anything to keep.

        A form that was compared meanwhile stays gone.
        """
        try:
            return self._save(form)
        except AlreadyStored:
            return self._save(form)

    def keep(self, form: CaseForm) -> CaseForm:
        """Keep the form where a person asked for it, even an empty one; a form that was compared gets a new key."""
        with self.database.writing() as connection:
            if store.cases.is_key_used(connection, form.key):
                form = replace(form, key=self.make_id())
            store.drafts.save_draft(connection, self._make_draft(form))
        return form

    def open(self, draft_id: str) -> CaseForm:
        """The form as it was saved last."""
        with self.database.reading() as connection:
            return read_draft(store.drafts.load_draft(connection, draft_id).data)

    def find_case(self, draft_id: str) -> str | None:
        """The case that an unfinished form became, if it was compared."""
        with self.database.reading() as connection:
            return store.cases.find_case(connection, draft_id)

    def list_drafts(self) -> tuple[DraftLine, ...]:
        """All unfinished forms, the one changed last first."""
        with self.database.reading() as connection:
            drafts = store.drafts.list_drafts(connection)
        forms = ((draft, read_draft(draft.data)) for draft in drafts)
        return tuple(_make_line(draft, form) for draft, form in forms if not form.is_blank)

    def discard(self, draft_id: str) -> None:
        """Delete an unfinished form for good."""
        with self.database.writing() as connection:
            store.drafts.delete_draft(connection, draft_id)
        self.database.forget()

    def _save(self, form: CaseForm) -> bool:
        draft = self._make_draft(form)
        with self.database.writing() as connection:
            if store.cases.is_key_used(connection, form.key):
                return False
            if not form.is_blank:
                store.drafts.save_draft(connection, draft)
                return True
            was_kept = store.drafts.delete_draft(connection, form.key)
        if was_kept:
            self.database.forget()
        return False

    def _make_draft(self, form: CaseForm) -> DraftRecord:
        data = write_draft(absorb_files(form))
        return DraftRecord(id=form.key, case_id=form.case_id, changed=self.clock(), data=data)


def _make_line(draft: DraftRecord, form: CaseForm) -> DraftLine:
    titles = [form.title, *(value for _prefix, text in form.texts for value in (text.title, find_opening(text.text)))]
    name = next((title for title in titles if title.strip()), "Untitled")
    return DraftLine(draft.id, draft.case_id, name, draft.changed)
