"""The ledgers as tables: speech, facts, additions, omissions, further originals, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copytrail.display.ledger.changes import order_additions
from copytrail.display.ledger.facts import order_facts
from copytrail.display.ledger.values import say_value
from copytrail.display.ledger.wording import (
    ADDITION_KINDS,
    FACT_OUTCOMES,
    NO_ADDITIONS,
    NO_FACTS,
    NO_OMISSIONS,
    NO_SPEECH,
    NOT_DERIVED,
    begin,
    say_also_in,
    say_kind,
    say_lost,
    say_outcome,
)
from copytrail.display.links import find_paragraph
from copytrail.display.visible import show_line
from copytrail.export.report.blocks import Block, Heading, Line, Table
from copytrail.export.text_references import list_references
from copytrail.measures import measure
from copytrail.model import Derivation

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Fact, Quotation, Span, Speech

_SIDES = ("Release", "Article")


def list_ledgers(comparison: Comparison) -> Iterator[Block]:
    """All ledgers, each under its heading, and what is to know of them."""
    yield Heading("Ledgers")
    if measure(comparison).derivation is Derivation.NON_DERIVED:
        yield Line(text=NOT_DERIVED)
    speech = [_show_speech(comparison, row) for row in comparison.speech]
    facts = [_show_fact(comparison, fact) for _, fact in order_facts(comparison.facts)]
    yield from _show("Speech", (NO_SPEECH, ("Outcome", "Speaker", *_SIDES)), speech)
    yield from _show("Facts", (NO_FACTS, ("Outcome", "What", *_SIDES)), facts)
    yield from _show("Additions", (NO_ADDITIONS, ("Kind", "Where", "Words")), _list_additions(comparison))
    yield from _show("Omissions", (NO_OMISSIONS, ("What is lost", "Where", "Words")), _list_omissions(comparison))
    for line in list_references(comparison):
        if line.strip():
            yield Line(text=line.strip())


def _show(title: str, saying: tuple[str, tuple[str, ...]], rows: Iterable[tuple[str, ...]]) -> Iterator[Block]:
    nothing, columns = saying
    kept = tuple(rows)
    yield Heading(f"{title} · {len(kept):,}", 3)
    widths = (2, 2, 4, 4) if len(columns) == 4 else (3, 1, 8)
    yield Table(title, columns, kept, widths) if kept else Line(text=nothing)


def _show_speech(comparison: Comparison, row: Speech) -> tuple[str, ...]:
    names = dict.fromkeys(filter(None, (_name(row.original), _name(row.derivative))))
    return (
        begin(say_outcome(row.outcome, row.wording)),
        " → ".join(names) or "nobody by name",
        _quote("R", comparison.original, row.original.content if row.original else None),
        _quote("A", comparison.derivative, row.derivative.content if row.derivative else None),
    )


def _show_fact(comparison: Comparison, fact: Fact) -> tuple[str, ...]:
    return (
        begin(FACT_OUTCOMES[fact.outcome]),
        f"{say_kind(fact.kind)} {show_line(say_value(fact.kind, fact.value))}",
        _quote("R", comparison.original, fact.original),
        _quote("A", comparison.derivative, fact.derivative),
    )


def _list_additions(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    document = comparison.derivative
    for _, addition in order_additions(comparison):
        kind = ", ".join(filter(None, (ADDITION_KINDS[addition.kind], say_also_in(addition.also_in))))
        yield begin(kind), f"A{find_paragraph(document, addition.span.start)}", _words(document, addition.span)


def _list_omissions(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    document = comparison.original
    for omission in comparison.omissions:
        lost = f"{omission.rank}. {begin(say_lost(omission.lost))}"
        yield lost, f"R{find_paragraph(document, omission.span.start)}", _words(document, omission.span)


def _quote(letter: str, document: Document, span: Span | None) -> str:
    return f"{letter}{find_paragraph(document, span.start)} “{_words(document, span)}”" if span else "–"


def _words(document: Document, span: Span) -> str:
    return show_line(span.of(document.text))


def _name(quotation: Quotation | None) -> str:
    return show_line(quotation.speaker.name) if quotation and quotation.speaker else ""
