"""The ledgers over all articles of a case: as tables that fit on paper, and as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copytrail.display.ledger.wording import CELLS_LEAD
from copytrail.export.cases.grid import COLUMNS, name_columns, name_group
from copytrail.export.report.blocks import Block, Heading, Line, Table

if TYPE_CHECKING:
    from copytrail.display.ledger.case import CaseEntry, CaseRow
    from copytrail.display.ledger.overview import Overview

LEDGER_COLUMNS = ("table", "row", "about", "article", "outcome", "worth_checking")
_NOTHING = "The articles have nothing for a ledger."
_APART = (
    f"Of a large case these tables hold {COLUMNS} articles at a time; what articles of two tables share stands in the "
    "ledger of each article."
)


def show_ledgers(groups: Iterable[Block], articles: int) -> Iterator[Block]:
    """What was shown of each group of articles, as one chapter."""
    shown = tuple(groups)
    yield Heading("Ledgers over all articles")
    if articles > COLUMNS:
        yield Line(text=_APART)
    yield from shown or [Line(text=_NOTHING)]


def list_ledger_cells(overview: Overview | None, first: int) -> Iterator[tuple[str, ...]]:
    """A row for each thing that became of something in an article of a group; so many articles went before it."""
    for table in overview.tables if overview else ():
        for row in table.rows:
            for number, entries in enumerate(row.cells, first + 1):
                for entry in entries:
                    grave = "yes" if entry.grave else ""
                    yield (table.title, row.title, row.about, f"{number}", entry.text, grave)


def show_group(overview: Overview | None, first: int) -> Iterator[Block]:
    """The tables of some articles, and what is suggested of the way between them; so many articles went before."""
    if overview is None or not overview.tables:
        return
    articles = len(overview.notes)
    columns = name_columns(first, articles)
    for table in overview.tables:
        name = f"{table.title}, {name_group(first, articles)}"
        rows = tuple(_show_row(row) for row in table.rows)
        yield Heading(f"{name} · {table.count}", 3)
        yield Line(text=table.note.replace(CELLS_LEAD, ""))
        yield Table(name, (table.head, *columns), rows, (3, *(2 for _ in columns)))
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
