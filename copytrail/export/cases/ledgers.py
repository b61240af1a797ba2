"""The ledgers over all articles of a case: as tables that fit on paper, and as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.ledger.overview import show_overview
from copytrail.display.ledger.wording import CELLS_LEAD
from copytrail.export.cases.grid import COLUMNS, name_columns, name_group, split
from copytrail.export.report.blocks import Block, Heading, Line, Table

if TYPE_CHECKING:
    from copytrail.display.ledger.case import CaseEntry, CaseRow
    from copytrail.display.ledger.overview import Overview
    from copytrail.model import Comparison

LEDGER_COLUMNS = ("table", "row", "about", "article", "outcome", "worth_checking")
_NOTHING = "The articles have nothing for a ledger."
_APART = (
    f"Of a large case these tables hold {COLUMNS} articles at a time; what articles of two tables share stands in the "
    "ledger of each article."
)


def show_ledgers(comparisons: tuple[Comparison, ...]) -> Iterator[Block]:
    """All tables as a chapter."""
    yield Heading("Ledgers over all articles")
    if len(comparisons) > COLUMNS:
        yield Line(text=_APART)
    shown = [block for first, group in split(comparisons) for block in _show_group(first, group)]
    yield from shown or [Line(text=_NOTHING)]


def list_ledger_cells(comparisons: tuple[Comparison, ...]) -> Iterator[tuple[str, ...]]:
    """A row for each thing that became of something in an article."""
    yield LEDGER_COLUMNS
    for first, group in split(comparisons):
        overview = show_overview(group)
        for table in overview.tables if overview else ():
            for row in table.rows:
                for number, entries in enumerate(row.cells, first + 1):
                    for entry in entries:
                        grave = "yes" if entry.grave else ""
                        yield (table.title, row.title, row.about, f"{number}", entry.text, grave)


def _show_group(first: int, group: tuple[Comparison, ...]) -> Iterator[Block]:
    """The tables of some articles, and what is suggested of the way between them."""
    overview = show_overview(group)
    if overview is None or not overview.tables:
        return
    columns = name_columns(first, len(group))
    for table in overview.tables:
        name = f"{table.title}, {name_group(first, len(group))}"
        rows = tuple(_show_row(row) for row in table.rows)
        yield Heading(f"{name} · {table.count}", 3)
        yield Line(text=table.note.replace(CELLS_LEAD, ""))
        yield Table(name, (table.head, *columns), rows, (3, *(2 for _ in group)))
    yield from _show_trail(overview, columns)


def _show_trail(overview: Overview, columns: tuple[str, ...]) -> Iterator[Block]:
    for column, note in zip(columns, overview.notes, strict=True):
        if note:
            yield Line(lead=f"{column}:", text=note)
    if overview.trail:
        yield Heading(f"Trail, {columns[0]} to {columns[-1]}" if len(columns) > 1 else "Trail", 3)
    yield from (Line(text=step) for step in overview.trail)


def _show_row(row: CaseRow) -> tuple[str, ...]:
    return (" · ".join(filter(None, (row.title, row.about))), *map(_show_cell, row.cells))


def _show_cell(entries: tuple[CaseEntry, ...]) -> str:
    return "; ".join(f"! {entry.text}" if entry.grave else entry.text for entry in entries) or "–"
