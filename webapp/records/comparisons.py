"""Comparisons as values: with what people said of them, and as they lie in the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from copytrail.model import Comparison, Review
from copytrail.notes import lay_notes
from webapp.acts import ActLog
from webapp.records.cases import CaseRecord
from webapp.records.texts import DocumentRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerComparison:
    """That another comparison took the place of one: whose, when it was made and when it was replaced."""

    engine: str
    computed: datetime
    replaced: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRecord:
    """One article of a case compared with its original; `number` counts articles from 1."""

    case: CaseRecord
    number: int
    comparison: Comparison
    """With what readers said of its findings."""
    digest: str
    """Of all that the comparison was made from."""
    review: Review = field(default_factory=Review)
    acts: ActLog = field(default_factory=ActLog)
    """Who corrected what, undid and did it again; the review holds what stands."""
    former: FormerComparison | None = None
    """The result that people saw before, until somebody says that the new one is kept."""

    @property
    def article(self) -> DocumentRecord:
        """The article that is compared."""
        return self.case.find_article(self.number)

    @property
    def noted(self) -> Comparison:
        """The comparison with what people wrote beside it; without it is what counts are made from."""
        return lay_notes(self.comparison, self.review.notes)

    @property
    def seen(self) -> str:
        """What a page shows, by which a correction made on it is known to be about the same."""
        return f"{self.digest}.{len(self.acts.entries)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredComparison:
    """A comparison as it lies in the store, with what it was made from."""

    schema: str
    engine: str
    inputs: str
    data: str
