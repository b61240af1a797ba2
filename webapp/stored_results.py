"""The comparisons of one case as the store keeps them, each with all that it is made from."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from copytrail.model import Comparison, Review
from copytrail.version import VERSION
from webapp import comparing, store
from webapp.acts import ActLog
from webapp.db import Database
from webapp.deeds import Deed, Done
from webapp.faults import AlreadyStored, StoreUnavailable
from webapp.jobs.standing import Choices, digest_articles, digest_compared
from webapp.jobs.values import StepProblem
from webapp.records import CaseRecord, DocumentRecord, FormerComparison, StoredComparison, StoredText
from webapp.shelf import Shelf

LARGEST_SHELVED = 1_000_000
"""So many characters of JSON may a comparison have to be kept in memory."""
FORMER_KEPT = timedelta(days=90)
"""So long is a result kept that a newer engine's took the place of."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CaseTexts:
    """A case with what people said of its texts, and the digest of what its articles are traced by."""

    record: CaseRecord
    choices: Choices
    trail: str
    failed: Mapping[str, StepProblem]
    """Articles that cannot be compared, by their ids."""

    def describe(self, document: DocumentRecord) -> comparing.Described:
        """What is known of a document, with what a person said of its paragraphs."""
        return document, self.choices.get(document.id, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The comparison of one article, and what is kept of it."""

    case_id: str
    article: DocumentRecord
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


@dataclass(frozen=True, slots=True)
class StoredResults:
    """The comparisons of cases in the store: loaded, made where something has changed, and kept."""

    database: Database
    clock: Callable[[], datetime]
    shelf: Shelf[Comparison]
    guard: Callable[[str], None]
    """Asked with the id of a case before anything in it is compared; raises where that takes too long."""

    def open_case(self, case_id: str) -> CaseTexts:
        """The case without its texts, which are loaded where something is compared."""
        with self.database.reading() as connection:
            record = store.cases.load_case(connection, case_id)
            choices = store.choices.list_of_case(connection, case_id)
            failures = store.jobs.list_failures(connection, case_id)
        inputs = digest_articles(record, choices) if failures else {}
        failed = {each: found.problem for each, found in failures.items() if found.inputs == inputs.get(each)}
        return CaseTexts(record, choices, digest_compared(record, choices, failed), failed)

    def load(self, case: CaseTexts, article: DocumentRecord) -> Result:
        """The kept comparison, or a new one where the texts, the kinds or the engine have changed."""
        with self.database.reading() as connection:
            stored = store.comparisons.load_comparison(connection, article.id)
            review = store.dismissals.load_review(connection, article.id)
            acts = store.acts.load_log(connection, article.id)
            notes = store.notes.load_notes(connection, article.id)
            former = store.former.find_former(connection, article.id, self.clock() - FORMER_KEPT)
        sides = case.describe(case.record.original), case.describe(article)
        restored = self._restore(stored, sides)
        return Result(
            case_id=case.record.id,
            article=article,
            comparison=restored or self._compare(case, article),
            review=replace(review, corrections=acts.standing, notes=notes),
            acts=acts,
            wanted=comparing.digest_result(sides, case.trail),
            kept=stored.inputs if stored and restored else "",
            former=former,
            is_rerun=bool(stored and not restored and comparing.is_of_other_engine(stored)),
        )

    def keep(self, results: Sequence[Result]) -> None:
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

    def find_former(self, result: Result) -> Result:
        """A result with what is known of the one that it just took the place of."""
        with self.database.reading() as connection:
            former = store.former.find_former(connection, result.article.id, self.clock() - FORMER_KEPT)
        return replace(result, former=former)

    def load_texts(self, case: CaseTexts, documents: Sequence[DocumentRecord]) -> tuple[StoredText, ...]:
        """Texts of the case, with what people had said of them when it was opened."""
        with self.database.reading() as connection:
            return tuple(
                replace(store.documents.load_text(connection, each), choices=choices)
                for each, choices in map(case.describe, documents)
            )

    def _compare(self, case: CaseTexts, article: DocumentRecord) -> Comparison:
        self.guard(case.record.id)
        original, derivative = self.load_texts(case, (case.record.original, article))
        return comparing.compare_pair(comparing.Pair(original, derivative))

    def _restore(self, stored: StoredComparison | None, sides: comparing.Sides) -> Comparison | None:
        """The kept comparison, from memory where it was looked at a moment ago."""
        if stored is None or len(stored.data) > LARGEST_SHELVED:
            return comparing.restore_comparison(stored, sides)
        key = comparing.sign_restored(stored, sides)
        restored = self.shelf.find(key) or comparing.restore_comparison(stored, sides)
        return self.shelf.put(key, restored) if restored else None

    def _keep_former(self, connection: store.Connection, results: Sequence[Result]) -> None:
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
