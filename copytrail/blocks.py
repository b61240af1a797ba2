"""Reused stretches: matches that lie near one another on both sides, joined.

As in PAN's text alignment (the clustering of seeds by Sanchez-Perez, Sidorov and Gelbukh, 2014): a match
joins a stretch that ends shortly before it on the derivative's side and lies near it on the original's,
in either order. Short stretches that follow one another directly are one wherever they come from, as in
a summary. What little stays alone after that is a quotation or chance and no stretch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from copytrail.model import Comparison, Label, Match, Span, Thresholds

_OPEN = 8
"""So many stretches, the last ones, can still be joined."""


@dataclass(frozen=True, slots=True)
class Block:
    """A reused stretch of the derivative and the stretch of the original it comes from."""

    derivative: Span
    original: Span


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A block with how many code points of the derivative in it are likely reused."""

    derivative: Span
    original: Span
    evidence: float
    scattered: bool = False
    """Whether its parts come from places far apart."""


def join_blocks(comparison: Comparison) -> tuple[Block, ...]:
    """The reused stretches of a comparison, in the derivative's order."""
    limits = comparison.thresholds
    stretches = _join(_join((_begin(match) for match in comparison.matches), limits.block_gap), limits.block_gap)
    needed = min(limits.block_length, len(comparison.derivative.text) * limits.block_share)
    return tuple(
        Block(each.derivative, each.original)
        for each in _chain(stretches, limits)
        if each.evidence >= needed * (limits.scattered_proof if each.scattered else 1.0)
    )


def _begin(match: Match) -> _Stretch:
    """A match as a stretch of its own; a doubtful paraphrase proves little."""
    likely = match.score**2 if match.label is Label.PARAPHRASED else 1.0
    original = Span(match.original[0].start, match.original[-1].end)
    return _Stretch(match.derivative, original, likely * len(match.derivative))


def _join(stretches: Iterable[_Stretch], gap: int) -> list[_Stretch]:
    """The stretches, each joined to one of the last before it, if that is near on both sides."""
    joined: list[_Stretch] = []
    for stretch in stretches:
        near = next((n for n in range(1, min(_OPEN, len(joined)) + 1) if _is_near(joined[-n], stretch, gap)), 0)
        joined.append(_union(joined.pop(-near), stretch) if near else stretch)
    return sorted(joined, key=lambda each: each.derivative)


def _chain(stretches: Iterable[_Stretch], limits: Thresholds) -> list[_Stretch]:
    """Short stretches that directly follow one another in the derivative as one."""
    chained: list[_Stretch] = []
    is_open = False
    for stretch in stretches:
        is_short = len(stretch.derivative) <= limits.scattered_length
        if is_open and is_short and _distance(chained[-1].derivative, stretch.derivative) <= limits.scattered_gap:
            chained.append(replace(_union(chained.pop(), stretch), scattered=True))
        else:
            chained.append(stretch)
        is_open = is_short
    return chained


def _is_near(one: _Stretch, other: _Stretch, gap: int) -> bool:
    """Whether two stretches are at most so many code points apart on both sides."""
    return _distance(one.derivative, other.derivative) <= gap and _distance(one.original, other.original) <= gap


def _union(one: _Stretch, other: _Stretch) -> _Stretch:
    """Two stretches as one."""
    return _Stretch(
        _hull(one.derivative, other.derivative), _hull(one.original, other.original), one.evidence + other.evidence
    )


def _hull(one: Span, other: Span) -> Span:
    """The span from the first start to the last end."""
    return Span(min(one.start, other.start), max(one.end, other.end))


def _distance(one: Span, other: Span) -> int:
    """The code points between two spans, 0 where they touch or overlap."""
    return max(0, other.start - one.end, one.start - other.end)
