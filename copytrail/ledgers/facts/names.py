"""What became of the original's names, and which ones the derivative brings in.

A name is looked for under all its forms anywhere in the other text. It changed where it is spelled otherwise than a
name of the original, or was put in the place of another one inside a match.
"""

from __future__ import annotations

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.known_names import KnownNames
from copytrail.ledgers.facts.pairing import SPELLING, Pairing
from copytrail.ledgers.facts.replaced_names import find_replaced
from copytrail.model import FactKind, FactOutcome, Name, Span
from copytrail.read.naming.words import fold_name


def pair_names(alignment: Alignment, original: KnownNames, derivative: KnownNames) -> tuple[Pairing, ...]:
    """The rows of the ledger for names: one for everybody, and one for each name put in another's place."""
    replaced = [
        Pairing(
            kind=FactKind.NAME,
            outcome=FactOutcome.CHANGED,
            value=other.value,
            original=other.span,
            derivative=name.span,
            match=alignment.match_at(name.span),
        )
        for name, other in find_replaced(alignment, original, derivative)
    ]
    told = {row.derivative for row in replaced}
    theirs = {row.value for row in replaced}
    rows = [_pair_one(alignment, original, derivative, mentions) for mentions in derivative.by_value.values()]
    kept = [row for row in rows if row.derivative not in told]
    found = {row.original for row in rows}
    dropped = [
        Pairing(kind=FactKind.NAME, outcome=FactOutcome.DROPPED, value=one.value, original=one.span, derivative=None)
        for one, *_ in original.by_value.values()
        if one.value not in theirs and one.span not in found and derivative.find(one) is None
    ]
    return (*sorted([*replaced, *kept], key=_place), *dropped)


def _place(row: Pairing) -> Span:
    """Where a row stands in the derivative."""
    return row.derivative or Span(0, 0)


def _pair_one(
    alignment: Alignment, original: KnownNames, derivative: KnownNames, mentions: tuple[Name, ...]
) -> Pairing:
    """What the original has of somebody whom the derivative names."""
    in_full = [one for one in mentions if one.value == one.span.on_one_line(alignment.derivative.text)]
    name = next((one for one in (*in_full, *mentions) if alignment.match_at(one.span)), mentions[0])
    found = original.find_written(name)
    other = None if found else original.find_spelling(name, alignment.thresholds.spelling_likeness)
    found = other.span if other else found or original.find(name) or _find_expanded(original, derivative, name)
    known = FactOutcome.SAME if found else FactOutcome.NOT_IN_ORIGINAL
    return Pairing(
        kind=FactKind.NAME,
        outcome=FactOutcome.CHANGED if other else known,
        value=other.value if other else name.value,
        original=found,
        derivative=name.span,
        match=alignment.match_at(name.span),
        note=SPELLING if other else "",
    )


def _find_expanded(original: KnownNames, derivative: KnownNames, name: Name) -> Span | None:
    """Where the original has the other form of a name that the derivative gives in two: "Bank of Ruritania (BoR)"."""
    text = derivative.document.text
    for long, short in derivative.expansions:
        if long.overlaps(name.span) or short.overlaps(name.span):
            is_short = short.overlaps(name.span)
            first = original.place_of(fold_name(long.of(text)).split()[0]) if is_short else None
            return original.place_of(fold_name(short.of(text))) or first
    return None
