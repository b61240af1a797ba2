"""A finding on the card of its passage: both sides with the way to each, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from copytrail.display.evidence import Evidence, show_evidence
from copytrail.display.findings import FindingLine, name_place
from copytrail.display.pieces import Side
from copytrail.display.state import PageState, View
from copytrail.model import Comparison


@dataclass(frozen=True, slots=True)
class CheckSide:
    """What one text has, and the way to its mark; empty where it has nothing."""

    evidence: Evidence
    address: str


@dataclass(frozen=True, slots=True)
class Check:
    """A finding with its two sides."""

    line: FindingLine
    sides: tuple[CheckSide, ...]


def list_checks(comparison: Comparison, lines: Iterable[FindingLine], state: PageState) -> tuple[Check, ...]:
    """The findings of a card, those that were dismissed last."""
    ordered = sorted(lines, key=lambda line: bool(line.dismissed))
    sides = (show_evidence(comparison, line.finding) for line in ordered)
    return tuple(
        Check(line, tuple(_lead(line, side, state) for side in both)) for line, both in zip(ordered, sides, strict=True)
    )


def copy_checks(checks: Iterable[Check]) -> list[str]:
    """The findings as lines of the text that a reader copies."""
    lines = [check.line for check in checks]
    return [f"{line.dismissed or 'Check:'} {line.name}. {line.why}" for line in lines]


def _lead(line: FindingLine, evidence: Evidence, state: PageState) -> CheckSide:
    """A side with the way to its mark; where the view shows the article alone, the release is in the rows."""
    if not evidence.place:
        return CheckSide(evidence, "")
    anchor = name_place(line.key, evidence.side)
    if state.view is View.ARTICLE and evidence.side is Side.ORIGINAL:
        return CheckSide(evidence, replace(state, view=View.ALIGNED).address(anchor))
    return CheckSide(evidence, f"#{anchor}")
