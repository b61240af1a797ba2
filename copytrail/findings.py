"""The findings of all ledgers, in the derivative's order, each change told once."""

from __future__ import annotations

from collections.abc import Iterable

from copytrail.model import Finding, Span

_OF_SPEECH = frozenset({"altered_quotation", "wrong_speaker"})
_OF_NAMES = frozenset({"changed_name", "unsupported_name"})
_OF_CLAIMS = frozenset({"stronger_claim", "weaker_claim", "reversed_claim"})
_TOLD = frozenset({"altered_quotation", "changed_figure", "changed_date"})
"""Findings whose words say themselves what became of the claim."""
_BESIDE = 100
"""In code points: a name nearer to a quotation may be its speaker's."""


def join_findings(*ledgers: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of the ledgers as one list, in the order in which a reader comes to them."""
    findings = [finding for ledger in ledgers for finding in ledger]
    spoken = [finding for finding in findings if finding.kind in _OF_SPEECH]
    told = [one for one in findings if one.kind not in _OF_NAMES or not any(_tells(other, one) for other in spoken)]
    places = [one.derivative for one in told if one.kind in _TOLD and one.derivative]
    return tuple(sorted((one for one in told if not _is_told(one, places)), key=_place))


def _is_told(claim: Finding, places: Iterable[Span]) -> bool:
    """Whether a finding about a claim stands where another one says the same change."""
    place = claim.derivative
    return claim.kind in _OF_CLAIMS and place is not None and any(place.overlaps(other) for other in places)


def _tells(spoken: Finding, name: Finding) -> bool:
    """Whether a finding about a quotation names a changed name itself: among its words, or as their speaker."""
    if not spoken.derivative or not name.derivative:
        return False
    if spoken.kind == "wrong_speaker":
        gap = max(name.derivative.start - spoken.derivative.end, spoken.derivative.start - name.derivative.end)
        is_of_both = name.found == spoken.found and set(name.expected.split()) <= set(spoken.expected.split())
        return gap <= _BESIDE and is_of_both
    changed = spoken.found.split()
    return spoken.derivative.contains(name.derivative) and any(word in changed for word in name.found.split())


def _place(finding: Finding) -> tuple[bool, Span]:
    """Where a finding stands; what is about the original alone comes last."""
    return finding.derivative is None, finding.derivative or finding.original or Span(0, 0)
