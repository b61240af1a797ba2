"""Unfinished forms: saved while a person types, offered again, gone when compared or discarded.

A form may stand on two pages at once. Each page has a name of its own (`writer`) and knows the version it has
seen; what it sends never takes the place of another page's later words, but is kept apart from them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored
from webapp.forms import CaseForm
from webapp.people.rights import ALONE, Viewer
from webapp.reading import find_opening
from webapp.text_forms import TextForm, is_key, make_text
from webapp.unfinished import Claim, DraftRecord

KEPT = ("key", "title", "case_id", "original", "articles")
"""What is kept of a form; the rest belongs to the page it stands on."""
STRAY = timedelta(days=1)
"""After this time a file that no form names was left behind by something that broke off."""
RACES = 2
"""How often a form is saved anew after another page was faster by a moment."""


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
    find_viewer: Callable[[], Viewer] = lambda: ALONE
    """Whose forms these are."""

    def start(self, case_id: str | None = None, *, key: str = "") -> CaseForm:
        """An empty form with a key of its own, or with this one."""
        return CaseForm(
            key=key if is_key(key) else self.make_id(),
            writer=self.make_id(),
            case_id=case_id,
            original=None if case_id else TextForm(),
        )

    def save(self, form: CaseForm) -> CaseForm | None:
        """Keep the form as it stands, where there is anything to keep; a form that was compared stays gone."""
        return self._persist(form, asked=False)

    def keep(self, form: CaseForm) -> CaseForm:
        """Keep the form where a person asked for it, even an empty one, or one that was compared."""
        return self._persist(form, asked=True) or form

    def settle(self, form: CaseForm) -> CaseForm:
        """The form as it may be compared: under a key of its own where the shared one holds another page's words."""
        with self.database.reading() as connection:
            if store.cases.find_used(connection, form.sign()):
                return form
            return form.put(store.claims.find_place(connection, form.claim))

    def find_sent(self, form: CaseForm) -> str | None:
        """The case that this very form became when it was sent before."""
        with self.database.reading() as connection:
            return store.cases.find_used(connection, form.sign())

    def open(self, draft_id: str) -> CaseForm:
        """The form as it was saved last, for a page of its own."""
        with self.database.reading() as connection:
            draft = store.drafts.load_draft(connection, draft_id, self.find_viewer().person_id)
        return replace(_read_draft(draft.data), writer=self.make_id(), seen=draft.version)

    def is_changed(self, claim: Claim) -> bool:
        """Whether another page saved the form after this one had seen it."""
        with self.database.reading() as connection:
            return store.drafts.is_changed(connection, claim)

    def find_case(self, draft_id: str) -> str | None:
        """The case that an unfinished form became, if it was compared."""
        with self.database.reading() as connection:
            return store.cases.find_case(connection, draft_id)

    def list_drafts(self) -> tuple[DraftLine, ...]:
        """All unfinished forms, the one changed last first."""
        with self.database.reading() as connection:
            drafts = store.drafts.list_drafts(connection, self.find_viewer().person_id)
        forms = ((draft, _read_draft(draft.data)) for draft in drafts)
        return tuple(_make_line(draft, form) for draft, form in forms if not form.is_blank)

    def discard(self, *draft_ids: str) -> None:
        """Delete unfinished forms for good."""
        with self.database.writing() as connection:
            kept = [each for draft_id in draft_ids for each in store.drafts.list_kept(connection, draft_id)]
            for draft_id in draft_ids:
                store.drafts.discard_draft(connection, draft_id)
            store.attachments.drop_unused(connection, kept, self.clock() - STRAY)
        self.database.forget()

    def _persist(self, form: CaseForm, *, asked: bool) -> CaseForm | None:
        for _ in range(RACES):
            with suppress(AlreadyStored):
                return self._save(form, asked=asked)
        return self._save(form, asked=asked)

    def _save(self, form: CaseForm, *, asked: bool) -> CaseForm | None:
        with self.database.writing() as connection:
            place = form.put(store.claims.find_place(connection, form.claim, again=asked))
            is_wanted = asked or not form.is_blank
            if is_wanted and store.claims.is_finished(connection, place.key):
                if store.claims.find_place(connection, form.claim, again=asked) != place.claim:
                    raise AlreadyStored  # another page compared it a moment ago: these words go to a key of their own
                return None
            kept = store.drafts.list_kept(connection, place.key)
            version = store.drafts.save_draft(connection, self._make_draft(place), place.claim) if is_wanted else 0
            is_gone = not is_wanted and store.drafts.delete_draft(connection, place.claim)
            is_gone |= store.attachments.drop_unused(connection, kept, self.clock() - STRAY)
        if is_gone:
            self.database.forget()
        return replace(place, seen=version) if is_wanted else None

    def _make_draft(self, form: CaseForm) -> DraftRecord:
        data, person_id = _write_draft(form), self.find_viewer().person_id
        return DraftRecord(id=form.key, case_id=form.case_id, changed=self.clock(), data=data, person_id=person_id)


def _make_line(draft: DraftRecord, form: CaseForm) -> DraftLine:
    titles = [form.title, *(value for _prefix, text in form.texts for value in (text.title, find_opening(text.text)))]
    name = next((title for title in titles if title.strip()), "Untitled")
    return DraftLine(draft.id, draft.case_id, name, draft.changed)


def _write_draft(form: CaseForm) -> str:
    """The form as plain ASCII JSON; files are kept beside it, by their ids."""
    bare = form.map_texts(lambda _prefix, text: replace(text, files=(), attachment=None))
    return json.dumps({name: value for name, value in asdict(bare).items() if name in KEPT}, ensure_ascii=True)


def _read_draft(data: str) -> CaseForm:
    """The form as it was saved."""
    values = json.loads(data)
    original = values["original"]
    return CaseForm(
        key=values["key"],
        title=values["title"],
        case_id=values["case_id"],
        original=make_text(original) if original else None,
        articles=tuple(make_text(article) for article in values["articles"]),
    )
