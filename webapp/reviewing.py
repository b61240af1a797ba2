"""What readers say about a comparison, kept beside it with its article: dismiss a finding, take it back."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model import Dismissal, Finding
from copytrail.review import apply_dismissals, dismiss
from webapp import store
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

    def restore_finding(self, record: ComparisonRecord, key: str) -> None:
        """Delete a dismissal with its reason for good; where another page did, nothing is left to do."""
        database = self.services.database
        with database.writing() as connection:
            store.cases.touch_case(connection, record.case.id, self.services.clock())
            store.dismissals.delete_dismissal(connection, record.article.id, key)
        database.forget()


def _find_kept(record: ComparisonRecord, finding: Finding, reviewed: tuple[Finding, ...]) -> Dismissal | None:
    """What is kept of this finding now; the page may have been opened before."""
    pairs = zip(record.comparison.findings, reviewed, strict=True)
    return next((now.dismissed for before, now in pairs if before is finding), None)
