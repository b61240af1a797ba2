"""What a table for a spreadsheet says of corrections: the last columns, and a row for each that is laid nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.correction_wording import UNPLACED_CORRECTION
from copytrail.export.csv_dismissals import BY_HAND
from copytrail.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copytrail.model import ByHand, Comparison, Correction, Match, Passage

CORRECTION_COLUMNS = ("corrected", "correction", "machine", "corrected_by", "correction_reason")


def list_correction_cells(comparison: Comparison, passage: Passage, match: Match | None) -> list[str]:
    """When a passage of the derivative was corrected, how, by whom and why; empty where nobody did."""
    by_hand = match.corrected if match else _find_unpaired(comparison, passage)
    return _list_cells(by_hand) if by_hand else [""] * len(CORRECTION_COLUMNS)


def name_cells(by_hand: ByHand | None) -> dict[str, object]:
    """The same by the names of the columns, for a row of a ledger."""
    return dict(zip(CORRECTION_COLUMNS, _list_cells(by_hand), strict=True)) if by_hand else {}


def list_unplaced_corrections(comparison: Comparison) -> Iterator[dict[str, object]]:
    """A row for each correction that finds no place, by its words."""
    for each in comparison.unplaced_corrections:
        yield {
            "row": "correction",
            "derivative_words": each.place.exact,
            "found": _name(each),
            "why": UNPLACED_CORRECTION,
            **name_cells(each.by_hand(_name(each))),
        }


def _list_cells(by_hand: ByHand) -> list[str]:
    said = by_hand.said
    return [said.time.isoformat(), by_hand.act.value, by_hand.machine, said.person or BY_HAND, said.reason]


def _find_unpaired(comparison: Comparison, passage: Passage) -> ByHand | None:
    """The word that took an added passage out of a match."""
    laid = (each for each in reversed(comparison.corrections) if each.correction.act is Act.UNPAIR)
    found = next((each for each in laid if each.span.overlaps(passage.span)), None)
    return found.correction.by_hand(passage.label.value) if found else None


def _name(correction: Correction) -> str:
    return correction.speaker or (correction.parts[0].label.value if correction.parts else "added")
