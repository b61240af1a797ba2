"""The history of a case: who added, cleaned, corrected, dismissed and noted what, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from copytrail.codec import dismissal_from_data
from copytrail.model import Dismissal
from webapp import store
from webapp.acts import ActLog, Entry
from webapp.deeds import Deed, Done
from webapp.records import CaseRecord, DocumentRecord
from webapp.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that somebody did to a case; to which of its documents, and what about it."""

    time: datetime
    document: DocumentRecord | None = None
    """None where it is about the whole case, or about a text that was deleted."""
    person: str = ""
    entry: Entry | None = None
    """An entry of the log of corrections, with the one that it made, took back or made again."""
    about: Entry | None = None
    dismissal: Dismissal | None = None
    done: Done | None = None
    """What else was done; all of these are none where a text was added."""


@dataclass(frozen=True, slots=True)
class History:
    """Reads what was done; built once, on the use cases of cases."""

    services: Services

    def read(self, case_id: str) -> tuple[CaseRecord, tuple[Event, ...]]:
        """The case with all that was done to it, the newest first."""
        with self.services.database.reading() as connection:
            case = store.cases.load_case(connection, case_id)
            texts = (case.original, *case.articles, *case.references)
            told = store.events.load_events(connection, case_id)
            adders = {each.document_id: each.person for each in told if each.deed is Deed.ADDED}
            events = [Event(time=each.received, document=each, person=adders.get(each.id, "")) for each in texts]
            for article in case.articles:
                events += _list_corrections(article, store.acts.load_log(connection, article.id))
                review = store.dismissals.load_review(connection, article.id)
                events += [_tell_dismissal(article, each) for each in review.dismissals]
            for done in (each for each in told if each.deed is not Deed.ADDED):
                events += _list_done({each.id: each for each in texts}, done)
        ordered = sorted(enumerate(events), key=lambda pair: (pair[1].time, pair[0]), reverse=True)
        return case, tuple(event for _, event in ordered)


def _list_corrections(article: DocumentRecord, log: ActLog) -> Iterator[Event]:
    for entry, about in log.about:
        yield Event(time=entry.time, document=article, person=entry.person, entry=entry, about=about)


def _tell_dismissal(article: DocumentRecord, dismissal: Dismissal) -> Event:
    return Event(time=dismissal.time, document=article, person=dismissal.person, dismissal=dismissal)


def _list_done(texts: dict[str, DocumentRecord], done: Done) -> Iterator[Event]:
    """What was done; a finding that was restored had been dismissed before, which is a line of its own."""
    document = texts.get(done.document_id)
    if done.deed is Deed.FINDING_RESTORED and document:
        yield _tell_dismissal(document, dismissal_from_data(done.data["dismissal"]))
    yield Event(time=done.time, document=document, person=done.person, done=done)
