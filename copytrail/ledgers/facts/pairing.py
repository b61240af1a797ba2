"""What the ledger of facts pairs: an item of the original and one of the derivative, either of which may be missing."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model import FactKind, FactOutcome, Figure, Match, Span

SAME_SENTENCE = "same sentence"
"""The note of a pairing that rests on two sentences, without a match between them."""
SPELLING = "spelling"
"""The note of a pairing that rests on how two names are spelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """One row before it is written: the two places, what they say, and the match that joined them."""

    kind: FactKind
    outcome: FactOutcome
    value: str
    original: Span | None
    derivative: Span | None
    match: Match | None = None
    figure: Figure | None = None
    """The derivative's figure, where the row is about one."""
    note: str = ""
    """What it rests on beside a match; empty where there is nothing else."""
