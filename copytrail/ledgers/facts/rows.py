"""The fact ledger: figures, dates, names and titles of two readings, paired through the matches."""

from __future__ import annotations

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.figures import pair_figures
from copytrail.ledgers.facts.known_names import KnownNames
from copytrail.ledgers.facts.names import pair_names
from copytrail.ledgers.facts.offices import pair_titles
from copytrail.ledgers.facts.pairing import Pairing
from copytrail.ledgers.surroundings import Surroundings
from copytrail.model import Fact, Reading


def pair_facts(alignment: Alignment, original: Reading, derivative: Reading) -> tuple[Pairing, ...]:
    """What became of each figure, date, name and title, and what the derivative brings in."""
    theirs = KnownNames(alignment.original, original.names)
    ours = KnownNames(alignment.derivative, derivative.names)
    surroundings = Surroundings(alignment)
    return (
        *pair_figures(alignment, surroundings, original.figures, derivative.figures),
        *pair_names(alignment, theirs, ours),
        *pair_titles(alignment, theirs, ours),
    )


def list_facts(pairings: tuple[Pairing, ...]) -> tuple[Fact, ...]:
    """The rows as facts."""
    return tuple(
        Fact(kind=row.kind, value=row.value, outcome=row.outcome, derivative=row.derivative, original=row.original)
        for row in pairings
    )
