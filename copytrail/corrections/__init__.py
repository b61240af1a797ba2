"""What people correct of a comparison: made from what they chose, and laid over any later result for the same texts."""

from copytrail.corrections.laying import apply_corrections, apply_review
from copytrail.corrections.making import (
    CannotCorrect,
    join_matches,
    pair_stretch,
    relabel_match,
    repair_match,
    set_speaker,
    split_match,
    unpair_match,
)

__all__ = [
    "CannotCorrect",
    "apply_corrections",
    "apply_review",
    "join_matches",
    "pair_stretch",
    "relabel_match",
    "repair_match",
    "set_speaker",
    "split_match",
    "unpair_match",
]
