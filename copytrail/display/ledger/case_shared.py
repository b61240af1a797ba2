"""The passages that the release lacks and several articles of a case have: one row each, a column for each article."""

from __future__ import annotations

from collections.abc import Sequence

from copytrail.display.ledger.case import CaseEntry, CaseRow, CaseTable, TableKind, make_table
from copytrail.display.ledger.changes import order_additions
from copytrail.display.ledger.wording import ADDITION_KINDS, SHARED_NOTE
from copytrail.display.naming import shorten
from copytrail.display.visible import show_line
from copytrail.lexicon import function_words
from copytrail.model import Addition, Comparison

_SHARED = TableKind(key="shared", title="Additions that articles share", head="Addition", note=SHARED_NOTE)
_OPENING = 120
"""In characters: so much of an addition stands beside its cells."""


def list_shared(comparisons: Sequence[Comparison]) -> CaseTable:
    """The additions that stand in more than one article, each told once."""
    columns = {comparison.derivative.id: column for column, comparison in enumerate(comparisons)}
    told: set[tuple[int, int]] = set()
    rows = []
    for column, comparison in enumerate(comparisons):
        for number, addition in order_additions(comparison):
            others = {columns[each] for each in addition.also_in if each in columns}
            if not others or (column, number) in told:
                continue
            places = {column: number}
            places |= {other: _find_twin(comparison, addition, comparisons[other]) for other in others}
            told.update(places.items())
            rows.append(_make_row(comparisons, column, number, places))
    return make_table(_SHARED, rows)


def _find_twin(comparison: Comparison, addition: Addition, other: Comparison) -> int:
    """The number of the addition of another article that shares most words with this one; 0 where none shares any."""
    ours = _spell(comparison, addition)
    shared = {number: len(ours & _spell(other, each)) for number, each in enumerate(other.additions, start=1)}
    best = max(shared, key=lambda number: shared[number], default=0)
    return best if shared.get(best) else 0


def _spell(comparison: Comparison, addition: Addition) -> set[str]:
    """The different words of an addition in lower case, those left out that any sentence has."""
    document = comparison.derivative
    numbers = document.index.between(addition.span.start, addition.span.end)
    return {document.index.words[number].casefold() for number in numbers} - function_words(document.language)


def _make_row(comparisons: Sequence[Comparison], column: int, number: int, places: dict[int, int]) -> CaseRow:
    """An addition by its words in the first article that has it, with its kind in each."""
    text = comparisons[column].derivative.text
    cells = (
        _fill_cell(comparison, places[place]) if places.get(place) else ()
        for place, comparison in enumerate(comparisons)
    )
    words = show_line(comparisons[column].additions[number - 1].span.of(text))
    return CaseRow(title=f"“{shorten(words, _OPENING)}”", about="", cells=tuple(cells))


def _fill_cell(comparison: Comparison, number: int) -> tuple[CaseEntry, ...]:
    """The addition of one article by its kind."""
    return (CaseEntry(ADDITION_KINDS[comparison.additions[number - 1].kind], f"addition-{number}"),)
