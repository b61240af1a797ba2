"""Whether a figure can be worked out from two others: their sum, their difference, or their ratio."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from copytrail.model import Figure, FigureKind

_TOLERANCE = 0.01
"""What a writer may lose by rounding what he worked out, as a share."""
_MOST = 40
"""Of so many figures at most pairs are tried."""


def is_worked_out(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure follows from two of the others.

    >>> from copytrail.model import Span
    >>> def number(value, kind=FigureKind.NUMBER):
    ...     return Figure(span=Span(0, 1), kind=kind, value="", low=value, high=value, unit="%" * (kind != "number"))
    >>> is_worked_out(number(27.0, FigureKind.PERCENT), [number(2600.0), number(1900.0)])
    True
    """
    numbers = [one for one in others if one.kind is not FigureKind.DATE and one.low == one.high > 0][:_MOST]
    if figure.low < figure.high:
        ends = {(one.low, one.unit) for one in numbers}
        return {(figure.low, figure.unit), (figure.high, figure.unit)} <= ends
    return any(
        abs(result - figure.low) <= max(_TOLERANCE * figure.low, _slack(figure)) for result in _results(figure, numbers)
    )


def _results(figure: Figure, numbers: Sequence[Figure]) -> Iterator[float]:
    """What can be worked out of pairs of numbers of one unit, in the figure's own unit."""
    for one, other in permutations(numbers, 2):
        if one.unit != other.unit or one.kind is not other.kind:
            continue
        if figure.kind is FigureKind.PERCENT:
            yield from (100 * one.low / other.low, 100 * (one.low - other.low) / other.low)
            yield 100 * (other.low - one.low) / other.low
        elif figure.kind is FigureKind.RATIO and not figure.unit:
            yield one.low / other.low
        elif figure.unit == one.unit and figure.low > 1:
            yield from (one.low + other.low, one.low - other.low)


def _slack(figure: Figure) -> float:
    """A share in whole per cent is rounded to one."""
    return 0.5 if figure.kind is FigureKind.PERCENT and figure.low == int(figure.low) else 0.0
