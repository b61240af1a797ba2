"""What two documents share: matches with their edits, passages with their labels, the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytrail.model.by_hand import ByHand
from copytrail.model.segments import Span


class Label(StrEnum):
    """What a passage is; the first three are labels of matches."""

    COPIED = "copied"
    EDITED = "edited"
    PARAPHRASED = "paraphrased"
    ADDED = "added"
    LEFT_OUT = "left_out"
    FURNITURE = "furniture"


REUSED = (Label.COPIED, Label.EDITED, Label.PARAPHRASED)
"""The labels that say a passage comes from the original, closest first."""


class EditKind(StrEnum):
    """What one step from the original's words to the derivative's words does."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"


class Derivation(StrEnum):
    """The verdict on a whole derivative (the three classes of the METER corpus)."""

    WHOLLY_DERIVED = "wholly_derived"
    PARTLY_DERIVED = "partly_derived"
    NON_DERIVED = "non_derived"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a match; a kept edit may stand at another place of the original than its neighbours."""

    kind: EditKind
    original: Span | None
    derivative: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage of the derivative and the passages of the original that it comes from.

    `edits` are in the derivative's order (deletions stand where the words are missing). Kept, inserted
    and replaced edits cover the words of the derivative passage once each; kept, deleted and replaced
    edits cover the words of the original passages once each.
    """

    id: str
    label: Label
    score: float
    """How much of the wording the two sides share, from 0 to 1."""
    moved: bool
    """Whether the match stands out of the original's order."""
    why: str
    derivative: Span
    original: tuple[Span, ...]
    edits: tuple[Edit, ...]
    corrected: ByHand | None = None
    """The word of a person that it stands on; the engine itself corrects nothing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document under one label; `match` is the id of the match it belongs to."""

    span: Span
    label: Label
    match: str | None = None
