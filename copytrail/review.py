"""A reader's dismissals laid over a comparison: which findings need no more checking.

A dismissal knows its finding by kind, words and the words around them (as the W3C's text quote selector does), not
by number: it holds on to it when the texts are compared anew. Each covers one finding, and each finding has one
dismissal at most; among places that are alike the nearest is meant. What finds no place is kept and said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from copytrail.anchors import anchor_place, count_same_sides, fold_words
from copytrail.model import Anchor, Anchors, Comparison, Dismissal, Document, Finding, Span


def apply_dismissals(comparison: Comparison, dismissals: tuple[Dismissal, ...]) -> Comparison:
    """The comparison with what was dismissed said beside each finding, and what could not be placed beside all."""
    kinds = {dismissal.kind for dismissal in dismissals}
    findings = (_bare(finding) for finding in comparison.findings if finding.kind in kinds)
    anchors = {finding: anchor_finding(comparison, finding) for finding in findings}
    placed = _place(dismissals, anchors)
    used = {id(dismissal) for dismissal in placed.values()}
    return replace(
        comparison,
        findings=tuple(replace(each, dismissed=placed.get(_bare(each))) for each in comparison.findings),
        unplaced=tuple(dismissal for dismissal in dismissals if id(dismissal) not in used),
    )


def anchor_finding(comparison: Comparison, finding: Finding) -> Anchors:
    """By what this finding will be known again."""
    return Anchors(
        expected=finding.expected,
        found=finding.found,
        derivative=_anchor(comparison.derivative, finding.derivative),
        original=_anchor(comparison.original, finding.original),
    )


def name_claim(comparison: Comparison, finding: Finding) -> str:
    """The name of what a finding says here; dismissed here, its dismissal carries the same."""
    return anchor_finding(comparison, finding).name(finding.kind)


def dismiss(comparison: Comparison, finding: Finding, *, reason: str, time: datetime, person: str = "") -> Dismissal:
    """A reader's word that this finding needs no more checking."""
    anchors = anchor_finding(comparison, finding)
    return Dismissal(kind=finding.kind, anchors=anchors, reason=reason, time=time, person=person)


def _bare(finding: Finding) -> Finding:
    """The finding as the engine gave it."""
    return replace(finding, dismissed=None) if finding.dismissed else finding


def _anchor(document: Document, span: Span | None) -> Anchor | None:
    """A place with the words around it, where there is one."""
    return None if span is None else anchor_place(document, span)


def _place(dismissals: tuple[Dismissal, ...], findings: dict[Finding, Anchors]) -> dict[Finding, Dismissal]:
    """Which dismissal covers which finding; those that agree best are placed first."""
    alike: defaultdict[tuple[object, ...], list[tuple[Finding, Anchors]]] = defaultdict(list)
    for finding, anchors in findings.items():
        alike[_identify(finding.kind, anchors)].append((finding, anchors))
    pairs = [
        (*_judge(dismissal.anchors, anchors), number, place, finding)
        for number, dismissal in enumerate(dismissals)
        for place, (finding, anchors) in enumerate(alike.get(_identify(dismissal.kind, dismissal.anchors), ()))
        if _is_among_the_same(dismissal.anchors, anchors)
    ]
    placed: dict[Finding, Dismissal] = {}
    used: set[int] = set()
    for _sides, _distance, number, _place, finding in sorted(pairs, key=lambda pair: pair[:4]):
        if number not in used and finding not in placed:
            placed[finding] = dismissals[number]
            used.add(number)
    return placed


def _identify(kind: str, anchors: Anchors) -> tuple[object, ...]:
    """What must be the same word for word, signs and spaces aside."""
    words = (anchors.expected, anchors.found, *(each.exact if each else None for each in _both(anchors)))
    return kind, *(None if each is None else fold_words(each) for each in words)


def _is_among_the_same(one: Anchors, other: Anchors) -> bool:
    """Whether the words before or after each place are still the same."""
    return all(count_same_sides(*pair) for pair in zip(_both(one), _both(other), strict=True))


def _judge(one: Anchors, other: Anchors) -> tuple[int, int]:
    """How little two findings of the same words agree: surroundings that changed, then how far they moved."""
    pairs = list(zip(_both(one), _both(other), strict=True))
    same = sum(count_same_sides(mine, theirs) for mine, theirs in pairs)
    return -same, sum(abs(mine.start - theirs.start) for mine, theirs in pairs if mine and theirs)


def _both(anchors: Anchors) -> Iterator[Anchor | None]:
    yield anchors.derivative
    yield anchors.original
