"""The figures of the original by what they say, so that a figure is not held against all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copytrail.model import Figure, FigureKind

_PARTS = re.compile(r"[-/ ]")
_OPEN = "XXXX"


class FigureIndex:
    """Figures by their numbers, what they count and the parts of their dates."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._figures = tuple(figures)
        for number, figure in enumerate(self._figures):
            for key in _keys(figure):
                self._places[key].append(number)

    def near(self, figure: Figure) -> list[Figure]:
        """The figures that may say the same or nearly the same, in their order."""
        numbers = {number for key in _keys(figure) for number in self._places.get(key, ())}
        return [self._figures[number] for number in sorted(numbers)]


def _keys(figure: Figure) -> Iterator[str]:
    """What a figure is found under."""
    if figure.kind in {FigureKind.DATE, FigureKind.TIME}:
        yield from (f"part {part}" for part in {*_PARTS.split(figure.value)} - {_OPEN})
        return
    factor = 100.0 if figure.kind is FigureKind.RATIO and not figure.unit else 1.0
    yield from {f"number {number * factor:.3g}" for number in (figure.low, figure.high)}
    if figure.counts:
        yield f"counts {figure.counts}"
