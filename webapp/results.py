"""The comparisons of a case as they are kept: made where something has changed, and traced through all its articles.

A kept comparison says of which texts it was made and among which articles its additions were traced; where either has
changed since, it is made or traced again by whoever opens it next, and kept as it is then.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from copytrail.corrections import apply_corrections
from copytrail.model import Comparison, Review
from copytrail.references import hold_references
from copytrail.review import apply_dismissals
from copytrail.trail import trace
from copytrail.version import VERSION
from webapp import comparing, reading, store
from webapp.acts import ActLog
from webapp.db import Database
from webapp.deeds import Deed, Done
from webapp.faults import AlreadyStored, NotCompared, StillComparing, StoreUnavailable
from webapp.jobs.standing import digest_articles, digest_compared
from webapp.jobs.values import StepProblem
from webapp.records import (
    CaseRecord,
    ComparisonRecord,
    DocumentRecord,
    FormerComparison,
    StoredComparison,
    StoredText,
)
from webapp.shelf import Shelf

LARGEST_SHELVED = 1_000_000
"""So many characters of JSON may a comparison have to be kept in memory."""
FORMER_KEPT = timedelta(days=90)
"""So long is a result kept that a newer engine's took the place of."""
MOST_RETRACED = 20
"""In a case of more articles, the page of one does not wait until all are traced after a correction."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Case:
    """A case with its originals and the digest of what its articles are traced by."""

    record: CaseRecord
    original: StoredText
    references: tuple[StoredText, ...]
    trail: str
    failed: Mapping[str, StepProblem]
    """Articles that cannot be compared, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result:
    """The comparison of one article, and what is kept of it."""

    case_id: str
    pair: comparing.Pair
    comparison: Comparison
    review: Review
    acts: ActLog
    wanted: str
    """The digest of everything that the traced comparison is made from now."""
    kept: str
    """The one under which this very comparison is in the store; empty where it is not."""
    former: FormerComparison | None = None
    is_rerun: bool = False
    """Whether another engine, or other thresholds, made the one that is in the store."""

    @property
    def article(self) -> DocumentRecord:
        """What is known of the article."""
        return self.pair.derivative.record


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
        case = self._open_case(case_id)
        article = case.record.find_article(number)
        if article.id in case.failed:
            raise NotCompared
        result = self._load(case, article)
        if result.kept == result.wanted:
            record = self._record(case, result)
        elif result.kept and self._is_long(case):
            return self._record(case, replace(result, wanted=result.kept))
        else:
            record = _find(self._open_articles(case, result), number)
        return self._retrace_one(case, record)

    def open_some(self, case_id: str, numbers: Sequence[int]) -> tuple[ComparisonRecord, ...]:
        """Some articles of the case, those left out that could not be compared."""
        case = self._open_case(case_id)
        articles = [case.record.find_article(number) for number in numbers]
        results = [self._load(case, article) for article in articles if article.id not in case.failed]
        if all(result.kept == result.wanted for result in results):
            return tuple(self._record(case, result) for result in results)
        return tuple(each for each in self._open_articles(case) if each.number in numbers)

    def open_kept(self, case_id: str, numbers: Sequence[int]) -> tuple[ComparisonRecord, ...]:
        """Some articles of the case as they are kept, even where others came since that they are not traced through."""
        case = self._open_case(case_id)
        results = [self._load(case, case.record.find_article(number)) for number in numbers]
        return tuple(self._record(case, result) for result in results)

    def compare_one(self, case_id: str, document_id: str) -> None:
        """Compare one article and keep that, to be traced with the others later."""
        case = self._open_case(case_id)
        result = self._load(case, case.record.find(document_id))
        if not result.kept:
            self._keep([replace(result, wanted=result.wanted[: -len(case.trail)])])

    def open_all(self, case_id: str) -> tuple[ComparisonRecord, ...]:
        """All articles of the case, each compared with the original."""
        case = self._open_case(case_id)
        return self._retrace(case, self._open_articles(case))

    def _retrace_one(self, case: _Case, record: ComparisonRecord) -> ComparisonRecord:
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

    def _retrace(self, case: _Case, records: tuple[ComparisonRecord, ...]) -> tuple[ComparisonRecord, ...]:
        """All articles with what their additions share after corrections; without any they are traced already."""
        if len(records) < 2 or not any(record.review.corrections for record in records):
            return records
        references = [reading.read_document(text) for text in case.references]
        traced = hold_references(trace([record.comparison for record in records]), references)
        return tuple(
            replace(record, comparison=replace(record.comparison, additions=comparison.additions))
            for record, comparison in zip(records, traced, strict=True)
        )

    def _is_long(self, case: _Case) -> bool:
        """Whether a page cannot wait for the case to be brought up to date, so that what is kept must do."""
        try:
            self.guard(case.record.id)
        except StillComparing:
            return True
        return False

    def _open_case(self, case_id: str) -> _Case:
        """The case, and the text that all its articles are compared with."""
        with self.database.reading() as connection:
            record = store.cases.load_case(connection, case_id)
            original = store.documents.load_text(connection, record.original)
            references = tuple(store.documents.load_text(connection, each) for each in record.references)
            choices = store.documents.list_choices(connection, case_id)
            failures = store.jobs.list_failures(connection, case_id)
        inputs = digest_articles(record, choices)
        failed = {each: found.problem for each, found in failures.items() if found.inputs == inputs.get(each)}
        return _Case(record, original, references, digest_compared(record, choices, failed), failed)

    def _open_articles(self, case: _Case, known: _Result | None = None) -> tuple[ComparisonRecord, ...]:
        """All articles, traced and kept where they are not; one of them may have been loaded already."""
        results = [
            known if known and known.article == article else self._load(case, article)
            for article in case.record.articles
            if article.id not in case.failed
        ]
        if any(result.kept != result.wanted for result in results):
            self.guard(case.record.id)
            references = [reading.read_document(text) for text in case.references]
            traced = hold_references(trace([result.comparison for result in results]), references)
            results = [_renew(result, comparison) for result, comparison in zip(results, traced, strict=True)]
            self._keep([result for result in results if result.kept != result.wanted])
            results = [self._find_former(result) if result.is_rerun else result for result in results]
        return tuple(self._record(case, result) for result in results)

    def _load(self, case: _Case, article: DocumentRecord) -> _Result:
        """The kept comparison, or a new one where the texts, the kinds or the engine have changed."""
        with self.database.reading() as connection:
            pair = comparing.Pair(case.original, store.documents.load_text(connection, article))
            stored = store.comparisons.load_comparison(connection, article.id)
            review = store.dismissals.load_review(connection, article.id)
            acts = store.acts.load_log(connection, article.id)
            notes = store.notes.load_notes(connection, article.id)
            former = store.former.find_former(connection, article.id, self.clock() - FORMER_KEPT)
        restored = self._restore(stored, pair)
        if restored is None:
            self.guard(case.record.id)
        return _Result(
            case_id=case.record.id,
            pair=pair,
            comparison=restored or comparing.compare_pair(pair),
            review=replace(review, corrections=acts.standing, notes=notes),
            acts=acts,
            wanted=comparing.digest_result(pair, case.trail),
            kept=stored.inputs if stored and restored else "",
            former=former,
            is_rerun=bool(stored and not restored and comparing.is_of_other_engine(stored)),
        )

    def _restore(self, stored: StoredComparison | None, pair: comparing.Pair) -> Comparison | None:
        """The kept comparison, from memory where it was looked at a moment ago."""
        if stored is None or len(stored.data) > LARGEST_SHELVED:
            return comparing.restore_comparison(stored, pair)
        key = comparing.sign_restored(stored, pair)
        restored = self.shelf.find(key) or comparing.restore_comparison(stored, pair)
        return self.shelf.put(key, restored) if restored else None

    def _keep(self, results: Sequence[_Result]) -> None:
        """Keep results; where they cannot be kept, or another request just kept them, they are shown all the same."""
        made = {
            result.article.id: comparing.store_comparison(result.comparison, result.wanted)
            for result in results
            if not result.kept
        }
        try:
            with suppress(AlreadyStored), self.database.writing() as connection:
                self._keep_former(connection, [result for result in results if result.is_rerun and not result.kept])
                for article, stored in made.items():
                    store.comparisons.save_comparison(connection, article, stored, self.clock())
                for result in results:
                    if result.kept:
                        digests = {"before": result.kept, "now": result.wanted}
                        store.comparisons.renew_inputs(connection, result.article.id, **digests)
        except StoreUnavailable as error:
            for article in made:
                logger.warning("comparison of article %s not kept: %s", article, type(error).__name__)

    def _keep_former(self, connection: store.Connection, results: Sequence[_Result]) -> None:
        """Keep what people saw, until somebody says that the new result is kept, or for some months."""
        now = self.clock()
        for result in results:
            store.cases.touch_case(connection, result.case_id, now)
            if store.former.keep_former(connection, result.article.id, now):
                data = {"engine": f"by Copytrail {VERSION}"}
                done = Done(deed=Deed.COMPARED_ANEW, time=now, document_id=result.article.id, data=data)
                store.events.add_event(connection, result.case_id, done)
        if results:
            store.former.drop_old(connection, now - FORMER_KEPT)

    def _find_former(self, result: _Result) -> _Result:
        """A result with what is known of the one that it just took the place of."""
        with self.database.reading() as connection:
            former = store.former.find_former(connection, result.article.id, self.clock() - FORMER_KEPT)
        return replace(result, former=former)

    def _record(self, case: _Case, result: _Result) -> ComparisonRecord:
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


def _renew(result: _Result, comparison: Comparison) -> _Result:
    """A result traced and with its references; what is in the store is this still if that changed nothing."""
    before = result.comparison
    is_same = (comparison.additions, comparison.references) == (before.additions, before.references)
    return replace(result, comparison=comparison, kept=result.kept if is_same else "")
