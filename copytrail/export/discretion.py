"""A comparison without what a reader left out of an export: who said something, and what people wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from copytrail.export.options import ExportOptions
from copytrail.model import ByHand, Comparison, Correction, Dismissal, Laid, Match, Quotation, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT_OUT = "left out of this export"
"""What stands in place of a reason that was given and is not told."""

Held = TypeVar("Held", Match, Quotation)


def keep_discreet(comparison: Comparison, options: ExportOptions) -> Comparison:
    """The comparison as far as it may be told; the same one where nothing is held back."""
    if options.names and options.notes:
        return comparison
    veil = _Veil(options)
    return replace(
        comparison,
        matches=tuple(map(veil.lay_held, comparison.matches)),
        speech=tuple(
            replace(row, derivative=veil.lay_held(row.derivative)) if row.derivative else row
            for row in comparison.speech
        ),
        findings=tuple(
            replace(each, dismissed=veil.lay_dismissal(each.dismissed)) if each.dismissed else each
            for each in comparison.findings
        ),
        unplaced=veil.lay_dismissals(comparison.unplaced),
        corrections=tuple(Laid(veil.lay_correction(each.correction), each.span) for each in comparison.corrections),
        unplaced_corrections=tuple(map(veil.lay_correction, comparison.unplaced_corrections)),
    )


class _Veil:
    """Takes out of a person's word what is not to be told."""

    def __init__(self, options: ExportOptions) -> None:
        self._options = options

    def lay_held(self, held: Held) -> Held:
        """A match or a quotation with the word of a person that it stands on."""
        return replace(held, corrected=self._lay_by_hand(held.corrected)) if held.corrected else held

    def lay_correction(self, correction: Correction) -> Correction:
        """A correction."""
        return replace(correction, said=self._lay_said(correction.said))

    def lay_dismissals(self, dismissals: Iterable[Dismissal]) -> tuple[Dismissal, ...]:
        """Dismissals."""
        return tuple(map(self.lay_dismissal, dismissals))

    def lay_dismissal(self, dismissal: Dismissal) -> Dismissal:
        """A dismissal."""
        return replace(dismissal, person=self._name(dismissal.person), reason=self._tell(dismissal.reason))

    def _lay_by_hand(self, by_hand: ByHand) -> ByHand:
        return replace(by_hand, said=self._lay_said(by_hand.said))

    def _lay_said(self, said: Said) -> Said:
        return replace(said, person=self._name(said.person), reason=self._tell(said.reason))

    def _name(self, person: str) -> str:
        return person if self._options.names else ""

    def _tell(self, reason: str) -> str:
        return reason if self._options.notes or not reason.strip() else LEFT_OUT
