"""The history of a case: who added, corrected and dismissed what, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from copytrail.model import Correction, Dismissal
from webapp import store
from webapp.acts import ActLog, Verb
from webapp.records import CaseRecord, DocumentRecord
from webapp.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that somebody did to a case; to which of its documents, and what about it."""

    time: datetime
    document: DocumentRecord
    person: str = ""
    verb: Verb | None = None
    """What was done with a correction; none where a text was added or a finding dismissed."""
    correction: Correction | None = None
    dismissal: Dismissal | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Reads what was done; built once, on the use cases of cases."""

    services: Services

    def read(self, case_id: str) -> tuple[CaseRecord, tuple[Event, ...]]:
        """The case with all that was done to it, the newest first."""
        with self.services.database.reading() as connection:
            case = store.cases.load_case(connection, case_id)
            events = [
                Event(time=each.received, document=each) for each in (case.original, *case.articles, *case.references)
            ]
            for article in case.articles:
                events += _list_corrections(article, store.acts.load_log(connection, article.id))
                review = store.dismissals.load_review(connection, article.id)
                events += [
                    Event(time=each.time, document=article, person=each.person, dismissal=each)
                    for each in review.dismissals
                ]
        ordered = sorted(enumerate(events), key=lambda pair: (pair[1].time, pair[0]), reverse=True)
        return case, tuple(event for _, event in ordered)


def _list_corrections(article: DocumentRecord, log: ActLog) -> Iterator[Event]:
    for entry, correction in log.about:
        yield Event(time=entry.time, document=article, person=entry.person, verb=entry.verb, correction=correction)
