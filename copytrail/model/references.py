"""The further originals of a case: what a derivative has in common with each, and where originals disagree."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model.ledgers import FactKind
from copytrail.model.matches import Label, Match
from copytrail.model.segments import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact on which two originals disagree; which of them is meant is for a person to find out."""

    kind: FactKind
    original: tuple[Span, ...]
    """Where the original says it; several places where amounts are parts of one ("£1m and another £2m")."""
    reference: tuple[Span, ...]
    """Where the reference says otherwise."""
    why: str
    """Why the two are held against each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A further original, held against a derivative of the case."""

    document: Document
    matches: tuple[Match, ...]
    """What the derivative has in common with it, in the derivative's order."""
    questions: tuple[Question, ...] = ()
    """Where it disagrees with the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One text that a passage may come from."""

    original: str
    """The id of the original or the reference."""
    match: str
    """The id of the match with it."""
    label: Label
    score: float


@dataclass(frozen=True, slots=True)
class Credit:
    """A passage of the derivative with all texts that it may come from, the best first."""

    span: Span
    candidates: tuple[Candidate, ...]

    @property
    def best(self) -> Candidate:
        """The one it is credited to."""
        return self.candidates[0]
