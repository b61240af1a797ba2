"""The use cases of notes: write, answer, change, delete, resolve, open again.

A form carries a key that can be used once, so that impatient clicks make one note; a change names the version that
its page showed, so that no wording is overwritten by somebody who did not see it.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace

from copytrail.model import Note, Place, Reply
from webapp import store
from webapp.deeds import Deed, Done
from webapp.faults import AlreadyStored, BadNote, NotTheWriter, UnknownNote
from webapp.people.rights import Viewer
from webapp.records import CaseRecord
from webapp.services import Services

LONGEST_NOTE = 5_000
NOTHING_WRITTEN = "There is nothing in the note yet."
TOO_LONG = f"The note is longer than {LONGEST_NOTE:,} characters. Please shorten it, or write two."


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a person wrote into a form, who it was, and the key of the form."""

    text: str = ""
    person: str = ""
    key: str = ""
    version: int = 0
    """The version of the wording that is changed, as its page showed it."""

    def sign(self, otherwise: str) -> str:
        """What can be kept once only: other words written into the same form are another note."""
        return hashlib.sha256(json.dumps([self.key or otherwise, self.text.strip()]).encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A comparison, a note on it, or an answer to that."""

    case_id: str
    document_id: str
    note_id: str = ""
    reply_id: str = ""


@dataclass(frozen=True, slots=True)
class Noting:
    """The use cases of notes; built once, on those of cases."""

    services: Services

    def write(self, spot: Spot, place: Place, slip: Slip) -> None:
        """Keep a new note; the same form sent again makes no second one."""
        text, now = _check(slip.text), self.services.clock()
        note = Note(id=self.services.make_id(), place=place, text=text, person=slip.person, time=now)
        with suppress(AlreadyStored), self.services.database.writing() as connection:
            self._touch(connection, spot)
            store.notes.add_note(connection, spot.document_id, note, slip.sign(note.id), writer=self._writer)
            store.events.add_event(connection, spot.case_id, self._done(Deed.NOTED, spot, note, slip.person))

    def reply(self, spot: Spot, slip: Slip) -> None:
        """Keep an answer to a note; the same form sent again makes no second one."""
        text, now = _check(slip.text), self.services.clock()
        reply = Reply(id=self.services.make_id(), text=text, person=slip.person, time=now)
        with suppress(AlreadyStored), self.services.database.writing() as connection:
            self._touch(connection, spot)
            note = store.notes.find_note(connection, spot.document_id, spot.note_id)
            store.notes.add_reply(connection, note.id, reply, slip.sign(reply.id), writer=self._writer)
            store.events.add_event(connection, spot.case_id, self._done(Deed.REPLIED, spot, note, slip.person))

    def change(self, spot: Spot, slip: Slip) -> None:
        """Keep another wording of what the same person wrote, where nobody changed it meanwhile."""
        text = _check(slip.text)
        with self.services.database.writing() as connection:
            self._touch(connection, spot)
            note = store.notes.find_note(connection, spot.document_id, spot.note_id)
            written = self._find_own(connection, note, spot, slip.person)
            if written.text == text:
                return
            changed = replace(written, text=text, edited=self.services.clock(), version=slip.version + 1)
            store.notes.change(connection, changed, slip.version)
            store.events.add_event(connection, spot.case_id, self._done(Deed.NOTE_CHANGED, spot, note, slip.person))
        self.services.database.forget()

    def delete(self, spot: Spot, slip: Slip) -> None:
        """Delete what the same person wrote for good; a note with answers leaves a mark that it was there."""
        with self.services.database.writing() as connection:
            self._touch(connection, spot)
            note = store.notes.find_note(connection, spot.document_id, spot.note_id)
            written = self._find_own(connection, note, spot, slip.person)
            if isinstance(written, Note) and written.replies:
                gone = replace(written, text="", deleted=True, version=slip.version + 1)
                store.notes.change(connection, gone, slip.version)
            else:
                store.notes.remove(connection, written, slip.version)
                if note.deleted and len(note.replies) == 1:
                    store.notes.remove(connection, note, note.version)
            store.parcels.drop_parcels(connection, spot.case_id)
            store.events.add_event(connection, spot.case_id, self._done(Deed.NOTE_DELETED, spot, note, slip.person))
        self.services.database.forget()

    def settle(self, spot: Spot, person: str, *, is_resolved: bool) -> None:
        """Keep that nothing is left to do about a note, or that something is again; once is enough."""
        now = self.services.clock()
        deed = Deed.RESOLVED if is_resolved else Deed.REOPENED
        with self.services.database.writing() as connection:
            self._touch(connection, spot)
            note = store.notes.find_note(connection, spot.document_id, spot.note_id)
            if store.notes.resolve(connection, note.id, now if is_resolved else None, person):
                store.events.add_event(connection, spot.case_id, self._done(deed, spot, note, person))

    def list_noted(self, case_id: str) -> tuple[CaseRecord, tuple[int, ...]]:
        """The case, and the numbers of the articles on which somebody wrote."""
        with self.services.database.reading() as connection:
            case = store.cases.load_case(connection, case_id)
            noted = store.notes.list_noted(connection, case_id)
        return case, tuple(each.place for each in case.articles if each.id in noted)

    def list_own(self, case_id: str, person: str) -> frozenset[str]:
        """The ids of the notes and answers in a case that the one at the desk may change, under this name or none."""
        with self.services.database.reading() as connection:
            return store.notes.list_own(connection, case_id, self._writer, person)

    @property
    def _writer(self) -> Viewer:
        return self.services.find_viewer()

    def _find_own(self, connection: store.Connection, note: Note, spot: Spot, person: str) -> Note | Reply:
        """The note or the answer, where the one at the desk wrote it."""
        parts: list[Note | Reply] = [note] if not spot.reply_id else list(note.replies)
        wanted = spot.reply_id or spot.note_id
        found = next((each for each in parts if each.id == wanted and not each.deleted), None)
        if found is None:
            raise UnknownNote
        if found.id not in store.notes.list_own(connection, spot.case_id, self._writer, person):
            raise NotTheWriter
        return found

    def _touch(self, connection: store.Connection, spot: Spot) -> None:
        """Note that the case changed, and fail where the article is not in it any more."""
        store.cases.touch_case(connection, spot.case_id, self.services.clock())
        store.cases.load_case(connection, spot.case_id).find(spot.document_id)

    def _done(self, deed: Deed, spot: Spot, note: Note, person: str) -> Done:
        """A line of the history: on which words, and never what was written."""
        anchor = note.place.derivative or note.place.original
        about = {"about": note.place.about.value, "words": anchor.exact[:200] if anchor else ""}
        now = self.services.clock()
        return Done(deed=deed, time=now, person=person, document_id=spot.document_id, data={**about})


def _check(text: str) -> str:
    """What was written without the white space around it, or why it cannot be kept."""
    kept = text.strip()
    if not kept:
        raise BadNote(NOTHING_WRITTEN)
    if len(kept) > LONGEST_NOTE:
        raise BadNote(TOO_LONG)
    return kept
