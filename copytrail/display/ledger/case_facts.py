"""What each article of a case did with each figure, date, name and title, and which of them are not in the release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from copytrail.display.ledger.case import CaseEntry, CaseRow, CaseTable, TableKind, join_entries, make_table
from copytrail.display.ledger.facts import find_fact_check, find_start
from copytrail.display.ledger.places import Checks
from copytrail.display.ledger.values import say_value
from copytrail.display.ledger.wording import CASE_FACTS_NOTE, FACT_OUTCOMES, NOT_HELD, say_kind
from copytrail.display.links import find_paragraph
from copytrail.display.visible import show_line
from copytrail.model import Comparison, FactKind

_TABLES = (
    (
        TableKind(key="figures", title="Figures and dates", head="Value", note=CASE_FACTS_NOTE),
        frozenset({FactKind.FIGURE, FactKind.DATE}),
    ),
    (
        TableKind(key="names", title="Names and titles", head="Name", note=CASE_FACTS_NOTE, folded=True),
        frozenset({FactKind.NAME, FactKind.TITLE}),
    ),
)
"""The tables with the kinds of facts in each."""


@dataclass(slots=True)
class _Value:
    """One value over all articles; `start` is its place in the release, or in the first article that has it."""

    kind: FactKind
    value: str
    in_release: bool
    start: int
    cells: dict[int, list[CaseEntry]] = field(default_factory=dict)

    def order(self) -> tuple[object, ...]:
        """The release's values in its order; then what most articles have that the release lacks."""
        if self.in_release:
            return False, 0, 0, self.start
        return True, -len(self.cells), min(self.cells), self.start


def list_case_facts(comparisons: Sequence[Comparison]) -> tuple[CaseTable, ...]:
    """The tables of values, those of the release first."""
    values = sorted(_gather(comparisons), key=_Value.order)
    return tuple(
        make_table(table, (_make_row(comparisons, value) for value in values if value.kind in kinds))
        for table, kinds in _TABLES
    )


def _gather(comparisons: Sequence[Comparison]) -> list[_Value]:
    """The facts of all articles by kind and normal form, apart whether the release has them."""
    values: dict[tuple[FactKind, str, bool], _Value] = {}
    for column, comparison in enumerate(comparisons):
        checks = Checks(comparison)
        for number, fact in enumerate(comparison.facts, start=1):
            place = fact.original
            start = place.start if place else find_start(fact)
            key = (fact.kind, fact.value, place is not None)
            value = values.setdefault(key, _Value(*key, start))
            if place:
                value.start = min(value.start, start)
            entry = CaseEntry(FACT_OUTCOMES[fact.outcome], f"fact-{number}", find_fact_check(checks, fact).grave)
            value.cells.setdefault(column, []).append(entry)
    return list(values.values())


def _make_row(comparisons: Sequence[Comparison], value: _Value) -> CaseRow:
    """One value with what became of it in each article."""
    place = f"R{find_paragraph(comparisons[0].original, value.start)}" if value.in_release else NOT_HELD
    return CaseRow(
        title=show_line(say_value(value.kind, value.value)),
        about=f"{say_kind(value.kind)} · {place}",
        cells=tuple(join_entries(value.cells.get(column, ())) for column in range(len(comparisons))),
    )
