"""What became of the speech and the facts of one document in another, and what is to be checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytrail.model.matches import Edit
from copytrail.model.readings import Quotation
from copytrail.model.review import Dismissal
from copytrail.model.segments import Span


class SpeechOutcome(StrEnum):
    """What became of somebody's words."""

    SAME = "same"
    HOUSE_STYLE = "house_style"
    ALTERED = "altered_words"
    SPLICED = "spliced"
    REORDERED = "order_changed"
    PARTIAL_DIFFERENT = "partial_different"
    WRONG_SPEAKER = "wrong_speaker"
    NOT_IN_ORIGINAL = "not_in_original"
    UNMARKED = "unmarked"
    INDIRECT = "indirect"
    NOT_USED = "not_used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One row of the speech ledger: a quotation of one document held against the other."""

    outcome: SpeechOutcome
    wording: SpeechOutcome
    """What became of the words alone; it differs from the outcome where they were given to another speaker."""
    derivative: Quotation | None
    original: Quotation | None
    edits: tuple[Edit, ...] = ()
    """The steps between the two wordings, in the derivative's order, without the kept words."""


class FactKind(StrEnum):
    """What a row of the fact ledger is about."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    TITLE = "title"


class FactOutcome(StrEnum):
    """What became of a figure, date, name or title."""

    SAME = "same"
    ROUNDED = "rounded"
    GENERALISED = "generalised"
    CHANGED = "changed"
    DROPPED = "dropped"
    NOT_IN_ORIGINAL = "not_in_original"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of the fact ledger: the two places, and what became of what the original says."""

    kind: FactKind
    value: str
    """The normal form: the original's, or the derivative's where the original has none."""
    outcome: FactOutcome
    derivative: Span | None
    original: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to check, with the evidence of both sides."""

    kind: str
    derivative: Span | None
    original: Span | None
    expected: str
    found: str
    why: str
    dismissed: Dismissal | None = None
    """What a reader said of it; the engine itself dismisses nothing."""


class AdditionKind(StrEnum):
    """How a text says what the original does not."""

    UNATTRIBUTED = "unattributed"
    """Stated in the text's own voice."""
    ATTRIBUTED = "attributed"
    """Given as somebody's words or view."""
    FORECAST = "forecast"
    """What will or may be, or an opinion, in the text's own voice."""
    ADVICE = "advice"
    """Addressed to the reader: advice, an offer, marketing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A passage of the derivative that is not in the original."""

    span: Span
    kind: AdditionKind
    why: str
    also_in: tuple[str, ...] = ()
    """The ids of the case's other documents that hold it too."""


class Loss(StrEnum):
    """What is lost with a passage that was left out."""

    CAVEAT = "caveat"
    FIGURE = "figure"
    SPEAKER = "speaker"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A passage of the original that the derivative does not use."""

    span: Span
    rank: int
    """From 1, which loses most."""
    lost: tuple[Loss, ...]
    why: str
