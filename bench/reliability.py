"""How far scores can be believed: bins, Brier score, expected calibration error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BINS = 10


@dataclass(frozen=True, slots=True)
class Scored:
    """A match with what it claims and whether it is right."""

    origin: str
    label: str
    score: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The matches whose scores are about the same."""

    score: float
    """Their mean score."""
    right: float
    """The share of them that is right."""
    count: int


def fill_bins(matches: Sequence[Scored]) -> list[Bin]:
    """The matches by score, in ten bins; empty ones are left out."""
    bins: list[list[Scored]] = [[] for _ in range(_BINS)]
    for match in matches:
        bins[min(_BINS - 1, int(match.score * _BINS))].append(match)
    return [
        Bin(mean(one.score for one in some), mean(one.is_right for one in some), len(some)) for some in bins if some
    ]


def measure_brier(matches: Sequence[Scored]) -> float:
    """The mean square of what the scores are off (Brier 1950): 0 is perfect."""
    return mean((match.score - match.is_right) ** 2 for match in matches)


def measure_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: by how much score and share differ, over all matches."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.score - one.right) for one in bins) / max(1, total)


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 0.0
