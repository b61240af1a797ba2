"""What a table for a spreadsheet says of dismissals: the last columns of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copytrail.model import Dismissal

DISMISSAL_COLUMNS = ("dismissed", "dismissed_by", "reason")
BY_HAND = "by hand"


def list_cells(dismissal: Dismissal | None) -> list[str]:
    """When a finding was dismissed, by whom and why; empty where nobody did."""
    if dismissal is None:
        return [""] * len(DISMISSAL_COLUMNS)
    return [dismissal.time.isoformat(), dismissal.person or BY_HAND, dismissal.reason]


def list_unplaced_cells(dismissal: Dismissal) -> tuple[list[str], list[str]]:
    """The words of the original and of the derivative as they were, then what each said."""
    anchors = dismissal.anchors
    words = [anchors.original.exact if anchors.original else "", anchors.derivative.exact if anchors.derivative else ""]
    return words, [anchors.expected, anchors.found]
