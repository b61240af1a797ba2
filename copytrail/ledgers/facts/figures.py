"""What became of the original's figures and dates, and which ones the derivative brings in.

A figure that has no partner is dropped, or generalised where the words round it are there again; the derivative's is
not in the original.
"""

from __future__ import annotations

from collections.abc import Iterator

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.figure_pairs import FigurePairs, pair_up
from copytrail.ledgers.facts.pairing import SAME_SENTENCE, Pairing
from copytrail.ledgers.facts.relations import Relation
from copytrail.ledgers.facts.values import is_alike
from copytrail.ledgers.surroundings import Surroundings
from copytrail.model import FactKind, FactOutcome, Figure, FigureKind, Span

_OUTCOMES = {
    Relation.SAME: FactOutcome.SAME,
    Relation.ROUNDED: FactOutcome.ROUNDED,
    Relation.GENERALISED: FactOutcome.GENERALISED,
    Relation.DIFFERENT: FactOutcome.CHANGED,
}


def pair_figures(
    alignment: Alignment, surroundings: Surroundings, original: tuple[Figure, ...], derivative: tuple[Figure, ...]
) -> tuple[Pairing, ...]:
    """The rows of the ledger for figures and dates: the derivative's in order, then what was dropped."""
    pairs = pair_up(alignment, original, derivative)
    return (*_find_rows(pairs, derivative), *_find_dropped(pairs, surroundings, original, derivative))


def _find_rows(pairs: FigurePairs, derivative: tuple[Figure, ...]) -> Iterator[Pairing]:
    """The rows of the derivative's figures; one that says the same as another is told once."""
    seen: set[tuple[str, FactKind]] = set()
    for ours in derivative:
        row = _row(pairs, ours)
        is_same = row.outcome is FactOutcome.SAME
        if _is_told(ours, row.outcome) and not (is_same and (row.value, row.kind) in seen):
            yield row
        if is_same:
            seen.add((row.value, row.kind))


def _row(pairs: FigurePairs, ours: Figure) -> Pairing:
    """The row of a figure of the derivative."""
    partner = pairs.partner(ours)
    if partner is None:
        return Pairing(
            kind=_kind(ours),
            outcome=FactOutcome.NOT_IN_ORIGINAL,
            value=ours.value,
            original=None,
            derivative=ours.span,
            figure=ours,
        )
    theirs, relation, match = partner
    return Pairing(
        kind=_kind(theirs),
        outcome=_OUTCOMES[relation],
        value=theirs.value,
        original=theirs.span,
        derivative=ours.span,
        match=match,
        note="" if match else SAME_SENTENCE,
    )


def _find_dropped(
    pairs: FigurePairs, surroundings: Surroundings, original: tuple[Figure, ...], derivative: tuple[Figure, ...]
) -> Iterator[Pairing]:
    """The rows of the original's figures that no figure of the derivative stands for."""
    told = {one.value for one in original if pairs.is_used(one)}
    for theirs in original:
        if theirs.value in told or not _is_told(theirs, FactOutcome.DROPPED):
            continue
        place = _find_words(surroundings, theirs, derivative)
        outcome = FactOutcome.GENERALISED if place else FactOutcome.DROPPED
        yield Pairing(kind=_kind(theirs), outcome=outcome, value=theirs.value, original=theirs.span, derivative=place)


def _find_words(surroundings: Surroundings, theirs: Figure, derivative: tuple[Figure, ...]) -> Span | None:
    """The sentence that speaks of what a figure counts, and has no figure of its kind."""
    if _kind(theirs) is not FactKind.FIGURE:
        return None
    place = surroundings.find_in_derivative(theirs.span, theirs.counts)
    is_with_figure = place and any(place.contains(one.span) and is_alike(theirs, one) for one in derivative)
    return None if is_with_figure else place


def _kind(figure: Figure) -> FactKind:
    """Figures and dates are rows of two kinds."""
    return FactKind.DATE if figure.kind in {FigureKind.DATE, FigureKind.TIME} else FactKind.FIGURE


def _is_told(figure: Figure, outcome: FactOutcome) -> bool:
    """Whether a figure is worth a row: "last year" and "first" only where they changed or stayed."""
    is_open = not (figure.value[:1].isdigit() or figure.value.startswith("XXXX"))
    is_slight = figure.kind is FigureKind.ORDINAL or (figure.kind is FigureKind.DATE and is_open)
    return not is_slight or outcome in {FactOutcome.CHANGED, FactOutcome.SAME}
