"""Two figures held against each other: the same, rounded, put more generally, or different."""

from __future__ import annotations

import math

from copytrail.ledgers.facts.calendar import compare_dates
from copytrail.ledgers.facts.relations import Relation
from copytrail.model import Figure, FigureKind, Sense, Thresholds
from copytrail.read.amounts.quantities import write_number

_SCALES: tuple[dict[str, float], ...] = (
    {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0},
    {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0, "century": 1200.0},
    {"second": 1.0, "minute": 60.0, "hour": 3600.0},
    {"km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001, "mile": 1609.344, "yard": 0.9144, "foot": 0.3048, "inch": 0.0254},
    {"kg": 1.0, "g": 0.001, "lb": 0.4536, "tonne": 1000.0, "ton": 1000.0, "ounce": 0.02835},
    {"ha": 1.0, "acre": 0.4047, "km²": 100.0, "sq mile": 259.0},
    {"GBP": 100.0, "pence": 1.0},
    {"GBP": 1.0, "lb": 1.0},
    {"USD": 100.0, "cent": 1.0},
)
_ROUNDING = 1e-9
"""What reckoning in binary may lose, in shares."""
_RECKONED = 1e-4
"""What a ratio may lose as a share in per cent."""
_CONVERTED = 0.02
"""What a conversion between units may lose, in shares."""
_ALONE = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL})


def compare_figures(original: Figure, derivative: Figure, thresholds: Thresholds) -> Relation:
    """How the derivative's figure relates to the original's."""
    if original.kind is FigureKind.DATE and derivative.kind is FigureKind.DATE:
        is_other_day = original.unit and derivative.unit and original.unit != derivative.unit
        return Relation.DIFFERENT if is_other_day else compare_dates(original.value, derivative.value)
    if original.kind is not derivative.kind and {original.kind, derivative.kind} & _ALONE:
        return Relation.APART
    factors = _common_scale(original, derivative)
    if factors is None:
        return Relation.DIFFERENT if _same_number(original, derivative) else Relation.APART
    return _compare_amounts(original, derivative, factors, thresholds)


def _compare_amounts(
    original: Figure, derivative: Figure, factors: tuple[float, float], thresholds: Thresholds
) -> Relation:
    """Two numbers of one unit, once each is multiplied by its factor."""
    theirs = (original.low * factors[0], original.high * factors[0])
    ours = (derivative.low * factors[1], derivative.high * factors[1])
    exact = _RECKONED if FigureKind.RATIO in {original.kind, derivative.kind} else _ROUNDING
    if _is_close(theirs, ours, _CONVERTED if factors[0] != factors[1] else exact):
        return Relation.DIFFERENT if {original.sense, derivative.sense} == {Sense.OVER, Sense.UNDER} else Relation.SAME
    if theirs[0] < theirs[1] and ours[0] < ours[1] and not (_is_vague(original) or _is_vague(derivative)):
        return Relation.DIFFERENT
    is_vaguer = _is_vague(derivative) and theirs[0] >= ours[0]
    if is_vaguer or _is_inside(theirs, ours) or _is_inside(ours, theirs):
        return Relation.GENERALISED
    return _compare_rounded(original, derivative, (theirs[0], ours[0]), thresholds)


def _is_vague(figure: Figure) -> bool:
    """Whether a figure only says how many digits it has: "thousands"."""
    return figure.kind is FigureKind.NUMBER and figure.sense is Sense.ABOUT and figure.high == 10 * figure.low


def _is_inside(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether a number or range lies in a range."""
    return other[0] < other[1] and other[0] <= one[0] and one[1] <= other[1]


def is_alike(original: Figure, derivative: Figure) -> bool:
    """Whether one figure could have been put in the other's place: both dates, both shares, both of one unit."""
    if original.kind is FigureKind.NUMBER and original.counts and derivative.counts and not derivative.unit:
        return original.counts == derivative.counts
    if original.kind is derivative.kind:
        return original.kind is not FigureKind.RATIO or original.unit == derivative.unit
    kinds = {original.kind, derivative.kind}
    return (
        not kinds & _ALONE
        and FigureKind.RATIO not in kinds
        and (FigureKind.NUMBER in kinds or _same_number(original, derivative))
    )


def _common_scale(original: Figure, derivative: Figure) -> tuple[float, float] | None:
    """What makes both numbers comparable, or None where their units have nothing in common."""
    one, other = original.unit, derivative.unit
    if one == other or (not one and derivative.kind is FigureKind.NUMBER) or not other:
        shares = {FigureKind.RATIO, FigureKind.PERCENT}
        return (1.0, 1.0) if {original.kind, derivative.kind} != shares else _share_scale(original)
    if not one:
        return _share_scale(original) if original.kind is FigureKind.RATIO and other == "%" else (1.0, 1.0)
    return next(((scale[one], scale[other]) for scale in _SCALES if one in scale and other in scale), None)


def _share_scale(original: Figure) -> tuple[float, float]:
    """A part of a whole against a share in per cent."""
    return (100.0, 1.0) if original.kind is FigureKind.RATIO else (1.0, 100.0)


def _same_number(original: Figure, derivative: Figure) -> bool:
    """Whether the numbers are the same, whatever their units."""
    return (original.low, original.high) == (derivative.low, derivative.high)


def _is_close(theirs: tuple[float, float], ours: tuple[float, float], share: float) -> bool:
    """Whether both ends agree."""
    return all(math.isclose(one, other, rel_tol=share) for one, other in zip(theirs, ours, strict=True))


def _compare_rounded(
    original: Figure, derivative: Figure, amounts: tuple[float, float], thresholds: Thresholds
) -> Relation:
    """Whether one of two amounts is a round form of the other, as "nearly 2,000" is of 1,943."""
    theirs, ours = amounts
    if theirs <= 0 or ours <= 0 or original.low < original.high or derivative.low < derivative.high:
        return Relation.DIFFERENT
    share = abs(theirs - ours) / theirs
    if derivative.sense is not Sense.EXACT or original.sense is not Sense.EXACT:
        sense = derivative.sense if derivative.sense is not Sense.EXACT else original.sense
        above = theirs >= ours if derivative.sense is not Sense.EXACT else ours >= theirs
        fits = sense is Sense.ABOUT or above == (sense is Sense.OVER)
        return Relation.ROUNDED if fits and share <= thresholds.approximate_share else Relation.DIFFERENT
    is_round = (
        share <= thresholds.rounded_share and abs(theirs - ours) <= _step(ours) / 2 and _step(ours) > _step(theirs)
    )
    return Relation.ROUNDED if is_round else Relation.DIFFERENT


def _step(number: float) -> float:
    """The power of ten a number is rounded to.

    >>> _step(35000.0), _step(12.3)
    (1000.0, 0.1)
    """
    digits = write_number(number)
    if "." in digits:
        return float(10 ** -len(digits.partition(".")[2]))
    whole = digits.rstrip("0")
    return float(10 ** (len(digits) - len(whole))) if whole else 1.0
