"""The nouns of Copytrail: documents and their segments, matches, readings, ledgers, comparisons.

Spans are half-open ranges of code points in `Document.text`. Everything here is a fact that was
found; whatever can be computed from these facts (shares, left-out passages, rows) is not stored.
"""

from copytrail.model.by_hand import Act, Anchor, ByHand, Said
from copytrail.model.comparison import Case, Comparison
from copytrail.model.corrections import Correction, Laid, Part
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
from copytrail.model.notes import LaidNote, Note, NoteAbout, Place, Reply
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
from copytrail.model.review import Anchors, Dismissal, Review
from copytrail.model.segments import Document, Paragraph, ParagraphKind, Span
from copytrail.model.thresholds import Thresholds

__all__ = [
    "REUSED",
    "Act",
    "Addition",
    "AdditionKind",
    "Anchor",
    "Anchors",
    "ByHand",
    "Candidate",
    "Case",
    "Comparison",
    "Correction",
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
    "Laid",
    "LaidNote",
    "Loss",
    "Match",
    "Name",
    "NameKind",
    "Note",
    "NoteAbout",
    "Omission",
    "Paragraph",
    "ParagraphKind",
    "Part",
    "Passage",
    "Place",
    "Question",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Reference",
    "Reply",
    "Review",
    "Said",
    "Sense",
    "Span",
    "Speaker",
    "Speech",
    "SpeechOutcome",
    "Thresholds",
]
