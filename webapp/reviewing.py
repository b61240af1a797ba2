"""What readers say about a comparison, kept beside it with its article: dismiss a finding, take it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from copytrail.codec import dismissal_to_data
from copytrail.model import Dismissal, Finding
from copytrail.review import apply_dismissals, dismiss
from webapp import store
from webapp.deeds import Deed, Done
from webapp.records import ComparisonRecord
from webapp.services import Services

BETWEEN_REASONS = " · "
"""Stands between two reasons that were given for one dismissal, on two pages."""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The use cases of a review; built once, on those of cases."""

    services: Services

    def dismiss_finding(self, record: ComparisonRecord, finding: Finding, reason: str, *, person: str = "") -> None:
        """Keep that the finding needs no more checking; where another page said so already, its word stays.

        A second reason is added to the first: neither is lost.
        """
        database, now = self.services.database, self.services.clock()
        document_id = record.article.id
        with database.writing() as connection:
            store.cases.touch_case(connection, record.case.id, now)
            store.cases.load_case(connection, record.case.id).find(document_id)
            review = store.dismissals.load_review(connection, document_id)
            kept = _find_kept(record, finding, apply_dismissals(record.comparison, review.dismissals).findings)
            if kept is None:
                word = dismiss(record.comparison, finding, reason=reason, time=now, person=person)
                store.dismissals.add_dismissal(connection, document_id, word)
            elif reason and reason not in kept.reason.split(BETWEEN_REASONS):
                both = BETWEEN_REASONS.join(filter(None, (kept.reason, reason)))
                store.dismissals.give_reason(connection, document_id, kept.key, both)

    def restore_finding(self, record: ComparisonRecord, key: str, *, person: str = "") -> None:
        """Delete a dismissal with its reason for good; where another page did, nothing is left to do."""
        database, now = self.services.database, self.services.clock()
        with database.writing() as connection:
            store.cases.touch_case(connection, record.case.id, now)
            kept = store.dismissals.load_review(connection, record.article.id).dismissals
            if store.dismissals.delete_dismissal(connection, record.article.id, key):
                gone = next(each for each in kept if each.key == key)
                store.events.add_event(connection, record.case.id, tell_restored(record.article.id, gone, now, person))
        database.forget()


def tell_restored(document_id: str, gone: Dismissal, now: datetime, person: str) -> Done:
    """A line of the history for a finding that is worth checking again; the reason for its dismissal is gone."""
    data = {"dismissal": dismissal_to_data(replace(gone, reason=""))}
    return Done(deed=Deed.FINDING_RESTORED, time=now, person=person, document_id=document_id, data=data)


def _find_kept(record: ComparisonRecord, finding: Finding, reviewed: tuple[Finding, ...]) -> Dismissal | None:
    """What is kept of this finding now; the page may have been opened before."""
    pairs = zip(record.comparison.findings, reviewed, strict=True)
    return next((now.dismissed for before, now in pairs if before is finding), None)
