"""The summaries of a case: read where they are still true, made anew where not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from copytrail.model import Document
from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored, StoreUnavailable
from webapp.jobs.standing import Standing, read_standing
from webapp.reading import read_document
from webapp.records import ComparisonRecord, DocumentRecord
from webapp.results import Results
from webapp.summaries.making import make_summary
from webapp.summaries.values import VERSION, Summary, read_summary, write_summary

MOST_AT_ONCE = 25
"""So many a page makes anew; the others wait for the next visit, or for who works in the background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummedCase:
    """A case with a summary of each article that is compared."""

    standing: Standing
    summaries: Mapping[str, Summary]
    """By the ids of the articles."""

    def find(self, article: DocumentRecord) -> Summary | None:
        """The summary of an article, if it is compared."""
        return self.summaries.get(article.id)


@dataclass(frozen=True, slots=True)
class Summing:
    """The summaries in one database."""

    database: Database
    clock: Callable[[], datetime]

    def open(self, case_id: str, *, most: int = MOST_AT_ONCE) -> SummedCase:
        """The case with the summaries it has, at most so many of them made anew."""
        standing = read_standing(self.database, case_id)
        keys = self._list_keys(standing)
        with self.database.reading() as connection:
            kept = store.summaries.list_summaries(connection, case_id)
        fresh = {
            each: read_summary(kept[each][1]) for each, key in keys.items() if each in kept and kept[each][0] == key
        }
        stale = [article for article in standing.record.articles if article.id in keys and article.id not in fresh]
        made = self._make(case_id, stale[:most], keys)
        return SummedCase(standing=standing, summaries={**fresh, **made})

    def renew(self, case_id: str) -> None:
        """Bring all summaries of a case up to date."""
        self.open(case_id, most=len(read_standing(self.database, case_id).record.articles))

    def read_release(self, case_id: str) -> Document:
        """The release of a case as it is compared."""
        with self.database.reading() as connection:
            case = store.cases.load_case(connection, case_id)
            return read_document(store.documents.load_text(connection, case.original))

    def _make(self, case_id: str, articles: list[DocumentRecord], keys: Mapping[str, str]) -> dict[str, Summary]:
        if not articles:
            return {}
        numbers = [article.place for article in articles]
        made = {
            record.article.id: make_summary(record.comparison)
            for record in Results(self.database, self.clock).open_kept(case_id, numbers)
        }
        rows = {each: (keys[each], write_summary(summary)) for each, summary in made.items()}
        with suppress(AlreadyStored, StoreUnavailable), self.database.writing() as connection:
            store.summaries.save_summaries(connection, rows)
        return made

    def _list_keys(self, standing: Standing) -> dict[str, str]:
        """For each article that is compared the digest of all that its summary is made from."""
        with self.database.reading() as connection:
            kept = store.summaries.list_inputs(connection, standing.record.id)
            reviews = store.summaries.count_reviews(connection, standing.record.id)
        return {
            article.id: _digest([VERSION, *kept[article.id], article.place, *reviews.get(article.id, (0, ()))])
            for article in standing.record.articles
            if article.id in kept and article not in standing.missing and article.id not in standing.failed
        }


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def list_summed(records: tuple[ComparisonRecord, ...]) -> dict[str, Summary]:
    """Summaries of comparisons that are at hand, by the ids of their articles."""
    return {record.article.id: make_summary(record.comparison) for record in records}
