"""What others may know of the people behind a review and of its case: no more than they were given leave to.

That something was said by a person, and when, is always told; names and reasons only where that is allowed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from copytrail.model import (
    ByHand,
    Comparison,
    Correction,
    Dismissal,
    Finding,
    Match,
    Note,
    Quotation,
    Review,
    Said,
    Speech,
)

HELD_BACK = "not shown here"
"""What stands for a reason that is left out, so that nobody takes it for none."""
_Told = TypeVar("_Told", Said, Dismissal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discretion:
    """What is told of those who reviewed a comparison.

    >>> from datetime import datetime
    >>> Discretion(reasons=True).tell(Said(time=datetime(2026, 5, 3), reason="Read aloud", person="Ada")).reason
    'Read aloud'
    """

    names: bool = False
    reasons: bool = False

    def tell(self, said: _Told) -> _Told:
        """A person's word with as much of it as may be known."""
        reason = HELD_BACK if said.reason.strip() and not self.reasons else said.reason
        return replace(said, person=said.person if self.names else "", reason=reason)


def tell_review(review: Review, discretion: Discretion) -> Review:
    """The review with as much of it as may be known."""
    return replace(
        review,
        dismissals=tuple(discretion.tell(each) for each in review.dismissals),
        corrections=tuple(_tell_correction(each, discretion) for each in review.corrections),
        notes=tuple(_tell_note(each, discretion) for each in review.notes) if discretion.reasons else (),
    )


def tell_comparison(comparison: Comparison, discretion: Discretion) -> Comparison:
    """The comparison with as much of its review as may be known."""
    return replace(
        comparison,
        matches=tuple(_tell_match(each, discretion) for each in comparison.matches),
        speech=tuple(_tell_speech(each, discretion) for each in comparison.speech),
        findings=tuple(_tell_finding(each, discretion) for each in comparison.findings),
        unplaced=tuple(discretion.tell(each) for each in comparison.unplaced),
        corrections=tuple(
            replace(each, correction=_tell_correction(each.correction, discretion)) for each in comparison.corrections
        ),
        unplaced_corrections=tuple(_tell_correction(each, discretion) for each in comparison.unplaced_corrections),
        notes=tuple(replace(each, note=_tell_note(each.note, discretion)) for each in comparison.notes)
        if discretion.reasons
        else (),
    )


def tell_alone(comparison: Comparison) -> Comparison:
    """The comparison without a word on the other derivatives of its case; its references are part of it and stay."""
    own = {reference.document.id for reference in comparison.references}
    additions = (
        replace(each, also_in=tuple(name for name in each.also_in if name in own)) for each in comparison.additions
    )
    return replace(comparison, additions=tuple(additions))


def _tell_correction(correction: Correction, discretion: Discretion) -> Correction:
    return replace(correction, said=discretion.tell(correction.said))


def _tell_note(note: Note, discretion: Discretion) -> Note:
    """A note without the names of those who wrote, where they are not told."""
    if discretion.names:
        return note
    return replace(note, person="", resolver="", replies=tuple(replace(each, person="") for each in note.replies))


def _tell_match(match: Match, discretion: Discretion) -> Match:
    return replace(match, corrected=_tell_by_hand(match.corrected, discretion)) if match.corrected else match


def _tell_finding(finding: Finding, discretion: Discretion) -> Finding:
    return replace(finding, dismissed=discretion.tell(finding.dismissed)) if finding.dismissed else finding


def _tell_speech(speech: Speech, discretion: Discretion) -> Speech:
    return replace(
        speech,
        derivative=_tell_quotation(speech.derivative, discretion),
        original=_tell_quotation(speech.original, discretion),
    )


def _tell_quotation(quotation: Quotation | None, discretion: Discretion) -> Quotation | None:
    if quotation is None or quotation.corrected is None:
        return quotation
    return replace(quotation, corrected=_tell_by_hand(quotation.corrected, discretion))


def _tell_by_hand(by_hand: ByHand, discretion: Discretion) -> ByHand:
    return replace(by_hand, said=discretion.tell(by_hand.said))
