"""The whole result for two documents, and for a case of several."""

from __future__ import annotations

from dataclasses import dataclass, field

from copytrail.model.corrections import Correction, Laid
from copytrail.model.ledgers import Addition, Fact, Finding, Omission, Speech
from copytrail.model.matches import Match
from copytrail.model.notes import LaidNote
from copytrail.model.references import Reference
from copytrail.model.review import Dismissal
from copytrail.model.segments import Document, Span
from copytrail.model.thresholds import Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole result for one original and one derivative: facts only, everything else is computed."""

    original: Document
    derivative: Document
    matches: tuple[Match, ...]
    """In the order of the derivative; their derivative spans never overlap."""
    verbatim: tuple[Span, ...] = ()
    """Stretches of the derivative that stand in the original word for word, in any order."""
    speech: tuple[Speech, ...] = ()
    """The derivative's quotations and unmarked speech in its order, then what it did not use, in the original's."""
    facts: tuple[Fact, ...] = ()
    """The fact ledger."""
    additions: tuple[Addition, ...] = ()
    """In the order of the derivative."""
    omissions: tuple[Omission, ...] = ()
    """By rank."""
    findings: tuple[Finding, ...] = ()
    unplaced: tuple[Dismissal, ...] = ()
    """What readers dismissed in an earlier result and this one does not hold."""
    corrections: tuple[Laid, ...] = ()
    """What people corrected, in the order in which they did; matches say themselves which of them they stand on."""
    unplaced_corrections: tuple[Correction, ...] = ()
    """What people corrected in an earlier result and finds no place in this one."""
    notes: tuple[LaidNote, ...] = ()
    """What people wrote beside it; only where it was asked for."""
    references: tuple[Reference, ...] = ()
    """The further originals of the case, in its order."""
    thresholds: Thresholds = field(default_factory=Thresholds)
    engine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One original and the comparisons of the derivatives held against it."""

    title: str
    original: Document
    comparisons: tuple[Comparison, ...]
