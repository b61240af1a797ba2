"""The comparisons of a case as they are kept: made where something has changed, and traced through all its articles.

A kept comparison says of which texts it was made and among which articles its additions were traced; where either has
changed since, it is made or traced again by whoever opens it next, and kept as it is then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from copytrail.corrections import apply_corrections
from copytrail.model import Addition, Comparison, Document
from copytrail.references import hold_references
from copytrail.review import apply_dismissals
from copytrail.trail import trace
from webapp import reading, store
from webapp.db import Database
from webapp.faults import NotCompared, StillComparing
from webapp.jobs.standing import read_standing
from webapp.records import ComparisonRecord
from webapp.shelf import Shelf
from webapp.stored_results import CaseTexts, Result, StoredResults

MOST_RETRACED = 20
"""In a case of more articles, the page of one does not wait until all are traced after a correction."""


@dataclass(frozen=True, slots=True)
class Results:
    """The comparisons of the cases in one database."""

    database: Database
    clock: Callable[[], datetime]
    shelf: Shelf[Comparison] = field(default_factory=lambda: Shelf(0))
    """The comparisons that were looked at last, as they are kept and as they were corrected."""
    guard: Callable[[str], None] = lambda _case_id: None
    """Asked with the id of a case before anything in it is compared; raises where that takes too long."""

    def open_one(self, case_id: str, number: int) -> ComparisonRecord:
        """One article of the case, counted from 1, compared with the original."""
        case = self._stored.open_case(case_id)
        article = case.record.find_article(number)
        if article.id in case.failed:
            raise NotCompared
        result = self._stored.load(case, article)
        if result.kept == result.wanted:
            record = self._record(case, result)
        elif result.kept and self._is_long(case):
            return self._record(case, replace(result, wanted=result.kept))
        else:
            record = _find(self._open_articles(case, result), number)
        return self._retrace_one(case, record)

    def open_some(self, case_id: str, numbers: Sequence[int]) -> tuple[ComparisonRecord, ...]:
        """Some articles of the case, those left out that could not be compared."""
        case = self._stored.open_case(case_id)
        articles = [case.record.find_article(number) for number in numbers]
        results = [self._stored.load(case, article) for article in articles if article.id not in case.failed]
        if all(result.kept == result.wanted for result in results):
            return tuple(self._record(case, result) for result in results)
        return tuple(each for each in self._open_articles(case) if each.number in numbers)

    def open_kept(self, case_id: str, numbers: Sequence[int]) -> tuple[ComparisonRecord, ...]:
        """Some articles of the case as they are kept, even where others came since that they are not traced through."""
        case = self._stored.open_case(case_id)
        results = [self._stored.load(case, case.record.find_article(number)) for number in numbers]
        return tuple(self._record(case, result) for result in results)

    def compare_one(self, case_id: str, document_id: str) -> None:
        """Compare one article and keep that, to be traced with the others later."""
        case = self._stored.open_case(case_id)
        result = self._stored.load(case, case.record.find(document_id))
        if not result.kept:
            self._stored.keep([replace(result, wanted=result.wanted[: -len(case.trail)])])

    def open_all(self, case_id: str) -> tuple[ComparisonRecord, ...]:
        """All articles of the case, each compared with the original."""
        case = self._stored.open_case(case_id)
        return self._retrace(case, self._open_articles(case))

    def walk_all(self, case_id: str) -> Iterator[ComparisonRecord]:
        """The same one after the other, none of them held; those of a case with corrections are traced all at once."""
        if not read_standing(self.database, case_id).is_ready:
            self.open_all(case_id)
        unheld = StoredResults(self.database, self.clock, Shelf(0), self.guard)
        case = unheld.open_case(case_id)
        additions = self._trace_corrected(case)
        for article in case.record.articles:
            if article.id not in case.failed:
                record = self._record(case, unheld.load(case, article))
                traced = additions.get(article.id, record.comparison.additions)
                yield replace(record, comparison=replace(record.comparison, additions=traced))

    def _trace_corrected(self, case: CaseTexts) -> dict[str, tuple[Addition, ...]]:
        """What the articles add, by their ids, where somebody corrected any of them; else nothing, for it is kept."""
        with self.database.reading() as connection:
            if not store.acts.list_standing(connection, case.record.id):
                return {}
        records = self._retrace(case, self._open_articles(case))
        return {record.article.id: record.comparison.additions for record in records}

    @property
    def _stored(self) -> StoredResults:
        return StoredResults(self.database, self.clock, self.shelf, self.guard)

    def _retrace_one(self, case: CaseTexts, record: ComparisonRecord) -> ComparisonRecord:
        """An article among others of which some were corrected; of a large case only the page of all is traced anew."""
        if not 1 < len(case.record.articles) <= MOST_RETRACED:
            return record
        with self.database.reading() as connection:
            corrected = store.acts.list_standing(connection, case.record.id)
        if not corrected:
            return record
        key = ("retraced", record.digest, record.number, tuple(sorted(corrected.items(), key=lambda each: each[0])))
        traced = self.shelf.fetch(
            key, lambda: _find(self._retrace(case, self._open_articles(case)), record.number).comparison
        )
        return replace(record, comparison=replace(record.comparison, additions=traced.additions))

    def _retrace(self, case: CaseTexts, records: tuple[ComparisonRecord, ...]) -> tuple[ComparisonRecord, ...]:
        """All articles with what their additions share after corrections; without any they are traced already."""
        if len(records) < 2 or not any(record.review.corrections for record in records):
            return records
        references = self._read_references(case)
        traced = hold_references(trace([record.comparison for record in records]), references)
        return tuple(
            replace(record, comparison=replace(record.comparison, additions=comparison.additions))
            for record, comparison in zip(records, traced, strict=True)
        )

    def _read_references(self, case: CaseTexts) -> list[Document]:
        return [reading.read_document(text) for text in self._stored.load_texts(case, case.record.references)]

    def _is_long(self, case: CaseTexts) -> bool:
        """Whether a page cannot wait for the case to be brought up to date, so that what is kept must do."""
        try:
            self.guard(case.record.id)
        except StillComparing:
            return True
        return False

    def _open_articles(self, case: CaseTexts, known: Result | None = None) -> tuple[ComparisonRecord, ...]:
        """All articles, traced and kept where they are not; one of them may have been loaded already."""
        results = [
            known if known and known.article == article else self._stored.load(case, article)
            for article in case.record.articles
            if article.id not in case.failed
        ]
        if any(result.kept != result.wanted for result in results):
            self.guard(case.record.id)
            references = self._read_references(case)
            traced = hold_references(trace([result.comparison for result in results]), references)
            results = [_renew(result, comparison) for result, comparison in zip(results, traced, strict=True)]
            self._stored.keep([result for result in results if result.kept != result.wanted])
            results = [self._stored.find_former(result) if result.is_rerun else result for result in results]
        return tuple(self._record(case, result) for result in results)

    def _record(self, case: CaseTexts, result: Result) -> ComparisonRecord:
        """A result as the pages get it, with what people corrected and what they said of its findings."""
        review = result.review
        key = (result.wanted, result.article.place, review.corrections)
        corrected = (
            self.shelf.fetch(key, lambda: apply_corrections(result.comparison, review.corrections))
            if review.corrections
            else result.comparison
        )
        return ComparisonRecord(
            case=case.record,
            number=result.article.place,
            comparison=apply_dismissals(corrected, review.dismissals),
            digest=result.wanted,
            review=review,
            acts=result.acts,
            former=result.former,
        )


def _find(records: Sequence[ComparisonRecord], number: int) -> ComparisonRecord:
    """The comparison of the article of this number; some may not have been compared."""
    return next(record for record in records if record.number == number)


def _renew(result: Result, comparison: Comparison) -> Result:
    """A result traced and with its references; what is in the store is this still if that changed nothing."""
    before = result.comparison
    is_same = (comparison.additions, comparison.references) == (before.additions, before.references)
    return replace(result, comparison=comparison, kept=result.kept if is_same else "")
