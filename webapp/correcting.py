"""The use cases of a correction: make it, take it back, make it again.

A page names what it showed; where somebody corrected something since, or the texts were compared anew, nothing is
kept and the second editor is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copytrail.display.corrected import name_claim
from copytrail.model import Comparison, Correction, Said
from webapp import store
from webapp.acts import Entry, Verb
from webapp.faults import AlreadyStored, ChangedMeanwhile
from webapp.records import ComparisonRecord
from webapp.services import Services

Make = Callable[[Comparison, Said], Correction]
"""Makes a correction of what the page showed, from when and why it is made."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """The use cases of corrections; built once, on those of cases."""

    services: Services

    def correct(
        self, record: ComparisonRecord, make: Make, *, seen: str, reason: str = "", person: str = ""
    ) -> Correction:
        """Keep what a person says of a passage."""
        said = Said(time=self.services.clock(), reason=reason, person=person)
        _require_seen(record, seen)
        correction = make(record.comparison, said)
        self._add(record, Verb.CORRECT, person, correction)
        return correction

    def drop(self, record: ComparisonRecord, name: str, *, seen: str, person: str = "") -> Correction:
        """Take one correction back, wherever it stands among the others; dropping is an act like correcting."""
        _require_seen(record, seen)
        correction = next((each for each in record.acts.standing if name_claim(each) == name), None)
        if correction is None:
            raise ChangedMeanwhile
        self._add(record, Verb.DROP, person, correction)
        return correction

    def undo(self, record: ComparisonRecord, *, seen: str, person: str = "") -> Entry:
        """Take back the last act that stands."""
        return self._move(record, Verb.UNDO, record.acts.undoable, seen=seen, person=person)

    def redo(self, record: ComparisonRecord, *, seen: str, person: str = "") -> Entry:
        """Make again what was taken back last."""
        return self._move(record, Verb.REDO, record.acts.redoable, seen=seen, person=person)

    def _move(self, record: ComparisonRecord, verb: Verb, entry: Entry | None, *, seen: str, person: str) -> Entry:
        _require_seen(record, seen)
        if entry is None:
            raise ChangedMeanwhile
        self._add(record, verb, person)
        return entry

    def _add(self, record: ComparisonRecord, verb: Verb, person: str, correction: Correction | None = None) -> None:
        """Add one entry to the log as it was when the record was opened, or fail."""
        now, document_id = self.services.clock(), record.article.id
        number = len(record.acts.entries) + 1
        entry = Entry(number=number, verb=verb, time=now, person=person, correction=correction)
        try:
            with self.services.database.writing() as connection:
                store.cases.touch_case(connection, record.case.id, now)
                store.cases.load_case(connection, record.case.id).find(document_id)
                if store.acts.load_log(connection, document_id) != record.acts:
                    raise ChangedMeanwhile
                store.acts.add_entry(connection, document_id, entry)
        except AlreadyStored as error:
            raise ChangedMeanwhile from error


def _require_seen(record: ComparisonRecord, seen: str) -> None:
    """Fail where the page did not show what stands now."""
    if seen != record.seen:
        raise ChangedMeanwhile
