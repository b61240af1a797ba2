"""Which pieces stand out of the original's order.

The pieces that keep the order are the heaviest ones that ascend in the original (a heaviest increasing
subsequence, found with a prefix-maximum tree in n log n); all others were moved. What is said a second
time was not moved, it was repeated.
"""

from __future__ import annotations

from collections.abc import Sequence


def find_moved(starts: Sequence[int], sizes: Sequence[int]) -> list[bool]:
    """For pieces in the derivative's order, with their first original words and their sizes: whether each was moved.

    >>> find_moved([0, 40, 20, 60], [9, 5, 9, 9])
    [False, True, False, False]
    """
    ranks = {start: rank for rank, start in enumerate(sorted(set(starts)), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    totals: list[int] = []
    previous: list[int] = []
    for number, (start, size) in enumerate(zip(starts, sizes, strict=True)):
        weight, before = _heaviest_up_to(best, ranks[start])
        totals.append(weight + size)
        previous.append(before)
        _raise(best, ranks[start], (weight + size, number))
    moved = [True] * len(totals)
    here = max(range(len(totals)), key=totals.__getitem__, default=-1)
    while here >= 0:
        moved[here] = False
        here = previous[here]
    return moved


def forget_repeats(moved: Sequence[bool], stretches: Sequence[range]) -> list[bool]:
    """The same for pieces with their original words, where a piece whose words another unmoved piece holds is unmoved.

    >>> forget_repeats([False, True, False], [range(9), range(20, 29), range(20, 32)])
    [False, False, False]
    """
    if not any(moved):
        return list(moved)
    placed: set[int] = set().union(*(stretch for each, stretch in zip(moved, stretches, strict=True) if not each))
    return [
        is_moved and 2 * len(placed.intersection(stretch)) < len(stretch)
        for is_moved, stretch in zip(moved, stretches, strict=True)
    ]


def _heaviest_up_to(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest chain that ends at this rank or before it (a Fenwick tree of maxima)."""
    found = (0, -1)
    while rank:
        found = max(found, tree[rank])
        rank -= rank & -rank
    return found


def _raise(tree: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    """Records a chain that ends at this rank."""
    while rank < len(tree):
        tree[rank] = max(tree[rank], value)
        rank += rank & -rank
