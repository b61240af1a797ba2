"""Two results for the same texts held against each other: what a newer engine or other thresholds changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from copytrail.model import Comparison, Finding, Label, Passage, Span
from copytrail.passages import tile_derivative


@dataclass(frozen=True, slots=True)
class LabelChange:
    """A stretch of the derivative with its label before and now."""

    span: Span
    before: Label
    after: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultChanges:
    """What is another in a newer result."""

    labels: tuple[LabelChange, ...]
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]


def hold_results(before: Comparison, after: Comparison) -> ResultChanges:
    """What changed from one result to another; labels and findings are held together where the texts are the same."""
    is_same = (before.original.text, before.derivative.text) == (after.original.text, after.derivative.text)
    known = {_identify(each) for each in before.findings}
    now = {_identify(each) for each in after.findings}
    return ResultChanges(
        labels=tuple(_join(_list_changes(before, after), after)) if is_same else (),
        gone=tuple(each for each in before.findings if _identify(each) not in now) if is_same else (),
        new=tuple(each for each in after.findings if _identify(each) not in known) if is_same else (),
    )


def _identify(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.derivative, finding.original, finding.expected, finding.found


def _list_changes(before: Comparison, after: Comparison) -> Iterator[LabelChange]:
    """Every stretch without a border in either tiling whose label is another now."""
    old, new = tile_derivative(before), tile_derivative(after)
    places = sorted({place for each in (*old, *new) for place in (each.span.start, each.span.end)})
    one, other = 0, 0
    for start, end in pairwise(places):
        one, other = _reach(old, one, start), _reach(new, other, start)
        if old[one].label is not new[other].label:
            yield LabelChange(Span(start, end), old[one].label, new[other].label)


def _reach(passages: tuple[Passage, ...], number: int, place: int) -> int:
    while passages[number].span.end <= place:
        number += 1
    return number


def _join(changes: Iterator[LabelChange], after: Comparison) -> Iterator[LabelChange]:
    """Neighbours that changed alike as one; what holds no word is left out."""
    index = after.derivative.index
    last: LabelChange | None = None
    for each in changes:
        if not index.count(each.span.start, each.span.end):
            continue
        if last and _is_alike(last, each) and not index.count(last.span.end, each.span.start):
            last = LabelChange(Span(last.span.start, each.span.end), last.before, last.after)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _is_alike(one: LabelChange, other: LabelChange) -> bool:
    return (one.before, one.after) == (other.before, other.after)
