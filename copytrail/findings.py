"""The findings of all ledgers, in the derivative's order."""

from __future__ import annotations

from collections.abc import Iterable

from copytrail.model import Finding, Span


def join_findings(*ledgers: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of the ledgers as one list, in the order in which a reader comes to them."""
    return tuple(sorted((finding for ledger in ledgers for finding in ledger), key=_place))


def _place(finding: Finding) -> tuple[bool, Span]:
    """Where a finding stands; what is about the original alone comes last."""
    return finding.derivative is None, finding.derivative or finding.original or Span(0, 0)
