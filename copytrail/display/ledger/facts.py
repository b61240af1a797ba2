"""The fact ledger as rows: figures, dates, names and titles, each in its sentence of either text."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from copytrail.display.ledger.places import Checks, RowCheck, RowPlace, Texts, show_in_context
from copytrail.display.ledger.sections import Column, Section, filter_rows, say_quiet
from copytrail.display.ledger.values import say_value
from copytrail.display.ledger.wording import (
    FACT_KINDS,
    FACT_NOTE,
    FACT_OUTCOMES,
    NO_FACTS,
    NOT_TAKEN,
    NOT_THERE,
    begin,
    say_kind,
    say_same,
)
from copytrail.display.naming import count
from copytrail.display.pieces import Side
from copytrail.display.visible import show_line
from copytrail.model import Fact, FactOutcome, Span

_KINDS = Column(name="Kind", field="fact", names=tuple((kind, names[1]) for kind, names in FACT_KINDS.items()))
_OUTCOMES = Column(name="Outcome", field="outcome", names=tuple(FACT_OUTCOMES.items()))
_RANKS = {outcome: rank for rank, outcome in enumerate(FACT_OUTCOMES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSide:
    """The wording of one text in its sentence, and where it stands."""

    words: Markup
    place: RowPlace
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One row of the table."""

    anchor: str
    kind: str
    value: str
    outcome: str
    check: RowCheck
    release: FactSide | None
    article: FactSide | None
    missing: str
    """What stands in the place of the side that does not have it."""


def show_facts(texts: Texts) -> Section[FactLine]:
    """The fact ledger in the state of the page."""
    facts, state = texts.comparison.facts, texts.state
    key = texts.name_section("facts")
    kind, outcome = state.ledger.fact, state.ledger.outcome
    of_kind = [fact for fact in facts if kind in (None, fact.kind)]
    with_outcome = [fact for fact in facts if outcome in (None, fact.outcome)]
    shown = [
        (number, fact)
        for number, fact in order_facts(facts)
        if kind in (None, fact.kind) and outcome in (None, fact.outcome)
    ]
    lines = tuple(_show_row(texts, number, fact) for number, fact in shown)
    same = 0 if outcome else sum(fact.outcome is FactOutcome.SAME for _, fact in shown)
    filters = (
        filter_rows(state, key, _OUTCOMES, [(fact.outcome,) for fact in of_kind]),
        filter_rows(state, key, _KINDS, [(fact.kind,) for fact in with_outcome]),
    )
    return Section(
        key=key,
        title="Facts",
        count=count(len(facts), "row"),
        note=FACT_NOTE if lines else "",
        filters=filters if facts else (),
        rows=lines,
        quiet=say_quiet(lines, facts, NO_FACTS),
        folded=same,
        fold_name=say_same(same),
    )


def order_facts(facts: tuple[Fact, ...]) -> list[tuple[int, Fact]]:
    """The facts with their numbers, first what an editor looks at first; within an outcome in the order of the text."""
    return sorted(enumerate(facts, start=1), key=lambda each: (_RANKS[each[1].outcome], find_start(each[1]), each[0]))


def find_start(fact: Fact) -> int:
    """Where a fact stands in the article, or where it is not there in the release."""
    place = fact.derivative or fact.original
    return place.start if place else 0


def find_fact_check(checks: Checks, fact: Fact) -> RowCheck:
    """The finding that a fact raised."""
    if fact.outcome is FactOutcome.SAME or fact.outcome is FactOutcome.DROPPED:
        kinds: tuple[str, ...] = ()
    elif fact.outcome is FactOutcome.NOT_IN_ORIGINAL:
        kinds = (f"unsupported_{fact.kind.value}",)
    else:
        kinds = (f"changed_{fact.kind.value}",)
    return checks.find(kinds, fact.derivative, fact.original)


def show_fact_side(texts: Texts, side: Side, span: Span | None, check: RowCheck) -> FactSide | None:
    """The sentence of one side with the value strong in it; where the sentence itself is the wording, plain."""
    if span is None:
        return None
    document = texts.document(side)
    return FactSide(
        words=show_in_context(document, span, grave=check.grave),
        place=texts.place(side, span, check),
        language=document.language,
    )


def _show_row(texts: Texts, number: int, fact: Fact) -> FactLine:
    """One fact with both sides."""
    check = find_fact_check(texts.checks, fact)
    return FactLine(
        anchor=texts.name_row("fact", number),
        kind=say_kind(fact.kind),
        value=show_line(say_value(fact.kind, fact.value)),
        outcome=begin(FACT_OUTCOMES[fact.outcome]),
        check=check,
        release=show_fact_side(texts, Side.ORIGINAL, fact.original, check),
        article=show_fact_side(texts, Side.DERIVATIVE, fact.derivative, check),
        missing=NOT_TAKEN if fact.derivative is None else NOT_THERE,
    )
