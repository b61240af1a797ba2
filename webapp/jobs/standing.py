"""How a case stands: which of its articles are compared as they are now, which are not, and which cannot be.

All of it is read without a word of the texts, so that it costs little however large the case is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from copytrail.codec import SCHEMA
from copytrail.version import VERSION
from webapp import store
from webapp.comparing import digest_described, digest_trail
from webapp.db import Database
from webapp.jobs.values import StepProblem
from webapp.records import CaseRecord, DocumentRecord, KindChoice

Choices = Mapping[str, tuple[KindChoice, ...]]
TRACING = 4
"""Tracing, keeping and summing up an article that is compared costs so much less than comparing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case and how far it is compared."""

    record: CaseRecord
    failed: Mapping[str, StepProblem]
    """Articles that cannot be compared as they are, by their ids."""
    inputs: Mapping[str, str]
    """The digest of what each article's comparison is made from."""
    trail: str
    """The digest of what the articles are traced by."""
    missing: tuple[DocumentRecord, ...]
    """Articles to compare."""
    untraced: tuple[DocumentRecord, ...]
    """Articles that are compared, but not traced through all articles that stand in the case now."""

    @property
    def is_ready(self) -> bool:
        """Whether every article that can be compared is, and traced."""
        return not self.missing and not self.untraced

    @property
    def words(self) -> int:
        """How much there is to do, in words to be read."""
        return sum(map(self.weigh, self.missing)) + self.tracing

    @property
    def tracing(self) -> int:
        """What of it is left after all articles are compared."""
        return sum(map(self.weigh, self.record.articles)) // TRACING if not self.is_ready else 0

    def is_compared(self, article: DocumentRecord) -> bool:
        """Whether the comparison of an article is kept as it must be now."""
        return article.id not in self.failed and article not in (*self.missing, *self.untraced)

    def weigh(self, article: DocumentRecord) -> int:
        """How much it is to compare one article."""
        references = sum(reference.words for reference in self.record.references)
        return self.record.original.words + article.words + references


def read_standing(database: Database, case_id: str) -> Standing:
    """How a case stands now."""
    with database.reading() as connection:
        record = store.cases.load_case(connection, case_id)
        choices = store.choices.list_of_case(connection, case_id)
        failures = store.jobs.list_failures(connection, case_id)
        kept = store.summaries.list_inputs(connection, case_id)
    inputs = digest_articles(record, choices)
    failed = {each: found.problem for each, found in failures.items() if found.inputs == inputs.get(each)}
    trail = digest_compared(record, choices, failed)
    open_articles = [article for article in record.articles if article.id not in failed]
    held = {each: digest for each, (schema, engine, digest) in kept.items() if (schema, engine) == (SCHEMA, VERSION)}
    made = {article.id for article in open_articles if held.get(article.id, "").startswith(inputs[article.id])}
    return Standing(
        record=record,
        failed=failed,
        inputs=inputs,
        trail=trail,
        missing=tuple(article for article in open_articles if article.id not in made),
        untraced=tuple(
            article
            for article in open_articles
            if article.id in made and held[article.id] != inputs[article.id] + trail
        ),
    )


def digest_articles(record: CaseRecord, choices: Choices) -> dict[str, str]:
    """The digest of what each article's comparison is made from, by the articles' ids."""
    original = (record.original, choices.get(record.original.id, ()))
    return {
        article.id: digest_described(original, (article, choices.get(article.id, ()))) for article in record.articles
    }


def digest_compared(record: CaseRecord, choices: Choices, failed: Mapping[str, StepProblem]) -> str:
    """The digest of what the articles are traced by, without those that cannot be compared."""
    compared = tuple(article for article in record.articles if article.id not in failed)
    return digest_trail(replace(record, articles=compared), dict(choices))
