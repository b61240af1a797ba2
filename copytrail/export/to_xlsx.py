"""Comparisons as a workbook: the rows of the table (CSV), a sheet for each kind, with the columns that the kind uses.

Every cell is text or a number, never a formula or a link; text that a spreadsheet would take for a formula once it is
saved as CSV begins with an apostrophe, as it does there.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter

from copytrail.export.csv_cells import disarm
from copytrail.export.to_csv import COLUMNS, list_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

SHEETS = {
    "finding": "Findings",
    "dismissal": "Dismissals",
    "passage": "Passages",
    "sentence": "Sentences",
    "speech": "Speech",
    "fact": "Facts",
    "addition": "Additions",
    "omission": "Omissions",
    "credit": "Credits",
    "question": "Questions",
    "correction": "Corrections",
    "note": "Notes",
    "reply": "Replies",
    "source": "Sources",
}
"""The kinds of row by the names of their sheets, in their order."""
_BEGINNING = datetime(1980, 1, 1, tzinfo=UTC)
_LONGEST = 32_767
"""In characters: no cell holds more."""
_NUMBERS = frozenset({"comparison", "paragraph", "start", "end", "rank"})
_WIDE = frozenset({"original_words", "derivative_words", "expected", "found", "why", "reason", "value", "note"})
_KIND = COLUMNS.index("row")


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The workbook; the same bytes every time."""
    rows = list(list_table(comparisons, options))
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"author": "Copytrail", "created": _BEGINNING})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for kind, name in SHEETS.items():
            kept = [row for row in rows if row[_KIND] == kind]
            if kept or kind == "finding":
                _write_sheet(book.add_worksheet(name), kept, (head, body))
    return file.getvalue()


def _write_sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    rows: Sequence[Sequence[str]],
    formats: tuple[xlsxwriter.format.Format, xlsxwriter.format.Format],
) -> None:
    """The columns that any row uses, under their names."""
    head, body = formats
    used = [place for place in range(len(COLUMNS)) if place != _KIND and any(row[place] for row in rows)]
    for column, place in enumerate(used):
        name = COLUMNS[place]
        sheet.set_column(column, column, 50 if name in _WIDE else 14)
        sheet.write_string(0, column, name, head)
        for number, row in enumerate(rows, 1):
            if name in _NUMBERS and row[place].isdecimal():
                sheet.write_number(number, column, int(row[place]), body)
            else:
                sheet.write_string(number, column, _fit(row[place]), body)
    sheet.freeze_panes(1, 0)
    if used and rows:
        sheet.autofilter(0, 0, len(rows), len(used) - 1)


def _fit(cell: str) -> str:
    """What a cell can hold, and no spreadsheet can run."""
    plain = disarm(cell.encode("utf-8", "backslashreplace").decode("utf-8"))
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
