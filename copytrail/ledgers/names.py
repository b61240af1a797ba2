"""What became of the original's names, and which ones the derivative brings in.

A name is looked for under all its forms anywhere in the other text. It changed where it is spelled otherwise than a
name of the original, or was put in the place of another one inside a match.
"""

from __future__ import annotations

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.known_names import KnownNames
from copytrail.ledgers.pairing import SPELLING, Pairing
from copytrail.ledgers.replaced_names import find_replaced
from copytrail.model import FactKind, FactOutcome, Match, Name, Span
from copytrail.read.name_words import fold_name


def pair_names(alignment: Alignment, original: KnownNames, derivative: KnownNames) -> tuple[Pairing, ...]:
    """The rows of the ledger for names: one for everybody, and one for each name put in another's place."""
    replaced = [
        _row(other.value, FactOutcome.CHANGED, other.span, name.span, alignment.match_at(name.span))
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
    in_full = [one for one in mentions if one.value == " ".join(one.span.of(alignment.derivative.text).split())]
    name = next((one for one in (*in_full, *mentions) if alignment.match_at(one.span)), mentions[0])
    found = original.find(name)
    other = None if found else original.find_spelling(name, alignment.thresholds.spelling_likeness)
    match = alignment.match_at(name.span)
    if other:
        return _row(other.value, FactOutcome.CHANGED, other.span, name.span, match, note=SPELLING)
    found = found or _find_expanded(original, derivative, name)
    outcome = FactOutcome.SAME if found else FactOutcome.NOT_IN_ORIGINAL
    return _row(name.value, outcome, found, name.span, match)


def _find_expanded(original: KnownNames, derivative: KnownNames, name: Name) -> Span | None:
    """Where the original has the other form of a name that the derivative gives in two: "Bank of Ruritania (BoR)"."""
    text = derivative.document.text
    for long, short in derivative.expansions:
        if long.overlaps(name.span) or short.overlaps(name.span):
            found = original.place_of(fold_name(short.of(text)))
            return found or (
                original.place_of(fold_name(long.of(text)).split()[0]) if short.overlaps(name.span) else None
            )
    return None


def _row(
    value: str,
    outcome: FactOutcome,
    original: Span | None,
    derivative: Span,
    match: Match | None = None,
    note: str = "",
) -> Pairing:
    """A row about a name."""
    return Pairing(
        kind=FactKind.NAME,
        outcome=outcome,
        value=value,
        original=original,
        derivative=derivative,
        match=match,
        note=note,
    )
