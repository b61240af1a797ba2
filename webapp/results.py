"""The comparisons of a case as they are kept: made where something has changed, and traced through all its articles.

A kept comparison says of which texts it was made and among which articles its additions were traced; where either has
changed since, it is made or traced again by whoever opens it next, and kept as it is then.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from copytrail.corrections import apply_corrections
from copytrail.model import Comparison, Review
from copytrail.references import hold_references
from copytrail.review import apply_dismissals
from copytrail.trail import trace
from webapp import comparing, reading, store
from webapp.acts import ActLog
from webapp.db import Database
from webapp.faults import AlreadyStored, StoreUnavailable
from webapp.records import CaseRecord, ComparisonRecord, DocumentRecord, StoredComparison, StoredText
from webapp.shelf import Shelf

LARGEST_SHELVED = 1_000_000
"""So many characters of JSON may a comparison have to be kept in memory."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Case:
    """A case with its originals and the digest of what its articles are traced by."""

    record: CaseRecord
    original: StoredText
    references: tuple[StoredText, ...]
    trail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result:
    """The comparison of one article, and what is kept of it."""

    pair: comparing.Pair
    comparison: Comparison
    review: Review
    acts: ActLog
    wanted: str
    """The digest of everything that the traced comparison is made from now."""
    kept: str
    """The one under which this very comparison is in the store; empty where it is not."""

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

    def open_one(self, case_id: str, number: int) -> ComparisonRecord:
        """One article of the case, counted from 1, compared with the original."""
        case = self._open_case(case_id)
        result = self._load(case, case.record.find_article(number))
        if result.kept == result.wanted:
            return self._record(case, result)
        return self._open_articles(case, result)[number - 1]

    def open_all(self, case_id: str) -> tuple[ComparisonRecord, ...]:
        """All articles of the case, each compared with the original."""
        return self._open_articles(self._open_case(case_id))

    def _open_case(self, case_id: str) -> _Case:
        """The case, and the text that all its articles are compared with."""
        with self.database.reading() as connection:
            record = store.cases.load_case(connection, case_id)
            original = store.documents.load_text(connection, record.original)
            references = tuple(store.documents.load_text(connection, each) for each in record.references)
            choices = store.documents.list_choices(connection, case_id)
        return _Case(record, original, references, comparing.digest_trail(record, choices))

    def _open_articles(self, case: _Case, known: _Result | None = None) -> tuple[ComparisonRecord, ...]:
        """All articles, traced and kept where they are not; one of them may have been loaded already."""
        results = [
            known if known and known.article == article else self._load(case, article)
            for article in case.record.articles
        ]
        if any(result.kept != result.wanted for result in results):
            references = [reading.read_document(text) for text in case.references]
            traced = hold_references(trace([result.comparison for result in results]), references)
            results = [_renew(result, comparison) for result, comparison in zip(results, traced, strict=True)]
            self._keep([result for result in results if result.kept != result.wanted])
        return tuple(self._record(case, result) for result in results)

    def _load(self, case: _Case, article: DocumentRecord) -> _Result:
        """The kept comparison, or a new one where the texts, the kinds or the engine have changed."""
        with self.database.reading() as connection:
            pair = comparing.Pair(case.original, store.documents.load_text(connection, article))
            stored = store.comparisons.load_comparison(connection, article.id)
            review = store.dismissals.load_review(connection, article.id)
            acts = store.acts.load_log(connection, article.id)
        restored = self._restore(stored, pair)
        return _Result(
            pair=pair,
            comparison=restored or comparing.compare_pair(pair),
            review=replace(review, corrections=acts.standing),
            acts=acts,
            wanted=comparing.digest_result(pair, case.trail),
            kept=stored.inputs if stored and restored else "",
        )

    def _restore(self, stored: StoredComparison | None, pair: comparing.Pair) -> Comparison | None:
        """The kept comparison, from memory where it was looked at a moment ago."""
        if stored is None or len(stored.data) > LARGEST_SHELVED:
            return comparing.restore_comparison(stored, pair)
        record = pair.derivative.record
        key = (stored.schema, stored.engine, stored.inputs, record.id, record.place, comparing.digest_inputs(pair))
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
                for article, stored in made.items():
                    store.comparisons.save_comparison(connection, article, stored, self.clock())
                for result in results:
                    if result.kept:
                        digests = {"before": result.kept, "now": result.wanted}
                        store.comparisons.renew_inputs(connection, result.article.id, **digests)
        except StoreUnavailable as error:
            for article in made:
                logger.warning("comparison of article %s not kept: %s", article, type(error).__name__)

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
        )


def _renew(result: _Result, comparison: Comparison) -> _Result:
    """A result traced and with its references; what is in the store is this still if that changed nothing."""
    before = result.comparison
    is_same = (comparison.additions, comparison.references) == (before.additions, before.references)
    return replace(result, comparison=comparison, kept=result.kept if is_same else "")
