"""What the ledger of facts pairs: an item of the original and one of the derivative, either of which may be missing."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model import FactKind, FactOutcome, Figure, Match, Span

SAME_SENTENCE = "same sentence"
SPELLING = "spelling"
"""What a pairing without a match rests on."""


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
    """What a reader should know: that it is another spelling, say."""
