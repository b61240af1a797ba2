"""Krippendorff's alpha for names of things: 1 where everybody agrees, 0 where they agree as often as by chance.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: nominal data, any number of observers,
missing values. A unit is what several people judged; only units with two values or more count. Observed disagreement
is the share of pairs of values of one unit that differ, expected disagreement that of all pairs whatever their unit.
A unit's own alpha sets its observed disagreement against what all units together would lead one to expect, as a
unit by itself has no chance to be held against; the mean of these, weighted by values, is the alpha of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def find_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """The alpha of all units; None where there is nothing to compare: no pairs, or one value everywhere.

    >>> find_alpha([["a", "a"], ["b", "b"], ["a", "b"]])
    0.4444444444444444
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    expected = _expect(paired)
    if not expected:
        return None
    observed = sum(_differ(counts) * counts.total() for counts in paired) / sum(counts.total() for counts in paired)
    return 1 - observed / expected


def find_alphas(units: Sequence[Sequence[Hashable]]) -> tuple[float | None, ...]:
    """The alpha of each unit against what all together lead one to expect; None where it has fewer than two values.

    >>> find_alphas([["a", "a"], ["b"], ["a", "b"], ["b", "b"]])
    (1.0, None, -0.6666666666666667, 1.0)
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    expected = _expect(paired) if len(paired) > 1 else 0.0
    return tuple(1 - _differ(Counter(values)) / expected if expected and len(values) > 1 else None for values in units)


def share_of_same(values: Sequence[Hashable]) -> float | None:
    """Of all pairs of these values, the share that is the same."""
    return 1 - _differ(Counter(values)) if len(values) > 1 else None


def _differ(counts: Counter[Hashable]) -> float:
    """The share of the pairs of one unit's values that differ."""
    total = counts.total()
    same = sum(count * (count - 1) for count in counts.values())
    return 1 - same / (total * (total - 1))


def _expect(units: Iterable[Counter[Hashable]]) -> float:
    """The share of all pairs of values that differ, whatever their unit."""
    every: Counter[Hashable] = Counter()
    for counts in units:
        every += counts
    return _differ(every) if every.total() > 1 else 0.0
