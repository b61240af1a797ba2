"""The ledgers in short lines for a terminal: every quotation, what became of the facts, additions and omissions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.ledger.changes import order_additions
from copytrail.display.ledger.facts import order_facts
from copytrail.display.ledger.values import say_value
from copytrail.display.ledger.wording import (
    ADDITION_KINDS,
    FACT_OUTCOMES,
    begin,
    say_also_in,
    say_kind,
    say_lost,
    say_outcome,
)
from copytrail.display.links import find_paragraph
from copytrail.display.naming import count, shorten
from copytrail.display.visible import show_line
from copytrail.model import FactOutcome

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Quotation, Span, Speech

_EXCERPT = 70
"""In characters: so much of a passage stands in a line."""


def list_ledgers(comparison: Comparison) -> Iterator[str]:
    """The ledgers that hold something, each with a line at its head."""
    for title, lines in (
        (f"Speech: {count(len(comparison.speech), 'row')}", _list_speech(comparison)),
        (_count_facts(comparison), _list_facts(comparison)),
        (f"Additions: {count(len(comparison.additions), 'row')}", _list_additions(comparison)),
        (f"Omissions: {count(len(comparison.omissions), 'row')}", _list_omissions(comparison)),
    ):
        yield ""
        yield title
        yield from (f"    {line}" for line in lines)


def _list_speech(comparison: Comparison) -> Iterator[str]:
    """Each quotation: what became of it, where it stands, who says it in either text, and its first words."""
    for row in comparison.speech:
        ours = [_place("A", comparison.derivative, row.derivative.content)] if row.derivative else []
        theirs = [_place("R", comparison.original, row.original.content)] if row.original else []
        place = " from ".join(ours + theirs)
        yield f"{begin(say_outcome(row.outcome, row.wording))} ({place}): {_say_speech(comparison, row)}"


def _say_speech(comparison: Comparison, row: Speech) -> str:
    """The words with the speakers of both texts, one where they are called the same."""
    document, said = comparison.derivative, row.derivative
    if said is None and row.original:
        document, said = comparison.original, row.original
    names = dict.fromkeys(name for name in (_name(row.original), _name(row.derivative)) if name)
    words = f"“{_excerpt(document, said.content)}”" if said else ""
    return " · ".join(part for part in (" → ".join(names), words) if part)


def _count_facts(comparison: Comparison) -> str:
    """How many facts there are with each outcome."""
    counts = Counter(fact.outcome for fact in comparison.facts)
    told = ", ".join(f"{counts[outcome]:,} {name}" for outcome, name in FACT_OUTCOMES.items() if counts[outcome])
    return f"Facts: {count(len(comparison.facts), 'row')}" + (f"; {told}" if told else "")


def _list_facts(comparison: Comparison) -> Iterator[str]:
    """The facts that are not the same in both texts."""
    for _, fact in order_facts(comparison.facts):
        if fact.outcome is FactOutcome.SAME:
            continue
        wordings = [
            f"{_place(letter, document, span)} “{_excerpt(document, span)}”"
            for letter, document, span in (
                ("R", comparison.original, fact.original),
                ("A", comparison.derivative, fact.derivative),
            )
            if span
        ]
        value = show_line(say_value(fact.kind, fact.value))
        yield f"{begin(FACT_OUTCOMES[fact.outcome])}: {say_kind(fact.kind)} {value} ({' → '.join(wordings)})"


def _list_additions(comparison: Comparison) -> Iterator[str]:
    for _, addition in order_additions(comparison):
        kind = ", ".join(part for part in (ADDITION_KINDS[addition.kind], say_also_in(addition.also_in)) if part)
        place = _place("A", comparison.derivative, addition.span)
        yield f"{begin(kind)} ({place}): “{_excerpt(comparison.derivative, addition.span)}”"


def _list_omissions(comparison: Comparison) -> Iterator[str]:
    for omission in comparison.omissions:
        place = _place("R", comparison.original, omission.span)
        words = _excerpt(comparison.original, omission.span)
        yield f"{omission.rank}. {begin(say_lost(omission.lost))} ({place}): “{words}”"


def _place(letter: str, document: Document, span: Span) -> str:
    """The paragraph by its number, behind the letter of its side."""
    return f"{letter}{find_paragraph(document, span.start)}"


def _name(quotation: Quotation | None) -> str:
    return show_line(quotation.speaker.name) if quotation and quotation.speaker else ""


def _excerpt(document: Document, span: Span) -> str:
    return shorten(show_line(span.of(document.text)), _EXCERPT)
