"""The nouns of Copytrail: documents and their segments, matches, readings, ledgers, comparisons.

Spans are half-open ranges of code points in `Document.text`. Everything here is a fact that was
found; whatever can be computed from these facts (shares, left-out passages, rows) is not stored.
"""

from copytrail.model.comparison import Case, Comparison
from copytrail.model.ledgers import (
    Addition,
    AdditionKind,
    Fact,
    FactKind,
    FactOutcome,
    Finding,
    Loss,
    Omission,
    Speech,
    SpeechOutcome,
)
from copytrail.model.matches import REUSED, Derivation, Edit, EditKind, Label, Match, Passage
from copytrail.model.readings import (
    Figure,
    FigureKind,
    Name,
    NameKind,
    Quotation,
    QuotationKind,
    Reading,
    Sense,
    Speaker,
)
from copytrail.model.references import Candidate, Credit, Question, Reference
from copytrail.model.review import Anchor, Anchors, Dismissal, Review
from copytrail.model.segments import Document, Paragraph, ParagraphKind, Span
from copytrail.model.thresholds import Thresholds

__all__ = [
    "REUSED",
    "Addition",
    "AdditionKind",
    "Anchor",
    "Anchors",
    "Candidate",
    "Case",
    "Comparison",
    "Credit",
    "Derivation",
    "Dismissal",
    "Document",
    "Edit",
    "EditKind",
    "Fact",
    "FactKind",
    "FactOutcome",
    "Figure",
    "FigureKind",
    "Finding",
    "Label",
    "Loss",
    "Match",
    "Name",
    "NameKind",
    "Omission",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "Question",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Reference",
    "Review",
    "Sense",
    "Span",
    "Speaker",
    "Speech",
    "SpeechOutcome",
    "Thresholds",
]
