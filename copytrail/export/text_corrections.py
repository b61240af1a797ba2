"""What people corrected, as lines of annotated text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import UNPLACED_CORRECTION, name_words, say_correction
from copytrail.display.visible import show_unseen

if TYPE_CHECKING:
    from copytrail.model import Comparison


def list_corrections(comparison: Comparison) -> Iterator[str]:
    """Each correction with its words, who made it, when and why, and what the machine said."""
    laid = [each.correction for each in comparison.corrections]
    gone = comparison.unplaced_corrections
    if laid or gone:
        yield f"Corrected by hand: {len(laid) + len(gone)}"
    yield from (f"- {show_unseen(name_words(each))} {show_unseen(say_correction(each))}" for each in laid)
    for each in gone:
        yield f"- {show_unseen(name_words(each))} {UNPLACED_CORRECTION} {show_unseen(say_correction(each))}"
