"""What the store keeps, as values: cases, their documents, and comparisons with both."""

from webapp.records.cases import CaseLine, CaseRecord
from webapp.records.comparisons import ComparisonRecord, FormerComparison, StoredComparison
from webapp.records.texts import (
    DocumentRecord,
    DocumentSource,
    GivenText,
    KindChoice,
    OpenText,
    ReceivedFile,
    StoredText,
)

__all__ = [
    "CaseLine",
    "CaseRecord",
    "ComparisonRecord",
    "DocumentRecord",
    "DocumentSource",
    "FormerComparison",
    "GivenText",
    "KindChoice",
    "OpenText",
    "ReceivedFile",
    "StoredComparison",
    "StoredText",
]
