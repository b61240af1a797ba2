"""What stands around a pair of sentences: the likelihoods of the pairs near it.

In a text made from another, neighbours come from neighbours. Each pair of sentences is a point of a
grid, original by derivative; the likely pairs around it say whether it lies on their line (their
diagonal, as in dot plots of sequence alignment), beside it, or across it, and whether either of its
sentences has a better partner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log
from typing import TypeAlias

Key: TypeAlias = tuple[int, int]
"""An original and a derivative sentence, by number."""
Links: TypeAlias = dict[Key, float]
"""For pairs of sentences how likely they say the same."""

SURROUNDINGS = (
    "before",
    "diagonal",
    "beside",
    "beside_source",
    "further",
    "rival_source",
    "rival_taker",
    "text",
    "on_line",
    "near_line",
    "crossing",
    "elsewhere",
    "agreement",
)
"""What a regression sees of a pair's surroundings, after what was thought of it before."""
_STEPS = (
    ((-1, -1), (1, 1)),
    ((0, -1), (0, 1)),
    ((-1, 0), (1, 0)),
    ((-2, -1), (2, 1), (-1, -2), (1, 2), (-2, -2), (2, 2)),
)
"""Where the pairs around one stand: on the diagonal, beside it, beside its source, and further off."""
_BESIDE = 2
"""So far off they stand at most."""
_LEAST = 1e-4
_REACH = 8
"""So many sentences before and after are seen."""
_SEEN = 0.1
"""Less likely pairs than this draw no line."""
_FADE, _NARROW, _WIDE = 3.0, 1.0, 4.0
"""In sentences: by what distance a pair's voice fades, and how far off the line it still counts."""
_OFF = 6
"""In sentences: what lies farther off the line speaks for another place."""


class Leaders:
    """The best of several values and the best of the others."""

    __slots__ = ("best", "second", "who")

    def __init__(self) -> None:
        self.best = self.second = 0.0
        self.who = -1

    def add(self, value: float, who: int) -> None:
        """Takes one more value."""
        if value > self.best:
            self.best, self.second, self.who = value, self.best, who
        elif value > self.second:
            self.second = value

    def best_but(self, who: int) -> float:
        """The best value of the others, 0 where there are none."""
        return self.second if who == self.who else self.best


def look_around(before: Links, known: Links, sentences: int) -> dict[Key, list[float]]:
    """For each pair its surroundings, `SURROUNDINGS` in order.

    `known` are the likelihoods of pairs that are settled; `sentences` is the length of the derivative.
    """
    links = known | before
    sources: defaultdict[int, Leaders] = defaultdict(Leaders)
    takers: defaultdict[int, Leaders] = defaultdict(Leaders)
    for (source, taker), likely in links.items():
        sources[taker].add(likely, source)
        takers[source].add(likely, taker)
    total = sum(leaders.best for leaders in sources.values())
    lines = _Lines(links)
    row = max((taker for _, taker in links), default=0) + 1 + 2 * _BESIDE
    steps = [[here * row + there for here, there in group] for group in _STEPS]
    numbered = {source * row + taker: likely for (source, taker), likely in links.items()}
    return {
        (source, taker): [
            *_look_beside(numbered, source * row + taker, likely, steps),
            sources[taker].best_but(source),
            takers[source].best_but(taker),
            (total - sources[taker].best) / max(1, sentences - 1),
            *lines.place(source, taker),
        ]
        for (source, taker), likely in before.items()
    }


class _Lines:
    """The likely pairs of the grid, by derivative sentence."""

    def __init__(self, links: Mapping[Key, float]) -> None:
        self.rows: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        for (source, taker), likely in links.items():
            if likely > _SEEN:
                self.rows[taker].append((source, likely))

    def place(self, source: int, taker: int) -> list[float]:
        """How the likely pairs of the sentences before and after lie to one pair."""
        on_line = near_line = crossing = elsewhere = 0.0
        for step in range(-_REACH, _REACH + 1):
            row = self.rows.get(taker + step) if step else None
            for other, likely in row or ():
                ahead = other - source
                off = abs(ahead - step)
                voice = likely * _FADES[abs(step)]
                if off < _FAR:
                    on_line += voice * _NARROWS[off]
                    near_line += voice * _WIDES[off]
                if ahead * step < 0:
                    crossing += voice
                if off > _OFF:
                    elsewhere += voice
        return [on_line, near_line, crossing, elsewhere, (near_line + _DOUBT) / (near_line + elsewhere + 2 * _DOUBT)]


_FAR = 24
_DOUBT = 0.1
"""Where nothing likely stands around a pair, its surroundings neither agree nor disagree."""
_FADES = [exp(-distance / _FADE) for distance in range(_REACH + 1)]
_NARROWS = [exp(-distance / _NARROW) for distance in range(_FAR)]
_WIDES = [exp(-distance / _WIDE) for distance in range(_FAR)]


def _look_beside(links: Mapping[int, float], pair: int, before: float, steps: Sequence[Sequence[int]]) -> list[float]:
    """What was thought of a pair, as log odds, and the pairs next to it; pairs are numbered row by row."""
    diagonal, beside, beside_source, further = ([links.get(pair + step, 0.0) for step in group] for group in steps)
    odds = log((before + _LEAST) / (1 - before + _LEAST))
    return [odds, sum(diagonal), max(beside), max(beside_source), max(further)]
