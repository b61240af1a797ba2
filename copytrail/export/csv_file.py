"""Rows as the bytes of a file for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from copytrail.export.csv_cells import disarm

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions


def write_table(rows: Iterable[Sequence[str]], options: ExportOptions) -> bytes:
    """Rows as CSV; what a spreadsheet would take for a formula begins with an apostrophe."""
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\r\n").writerows([disarm(cell) for cell in row] for row in rows)
    return table.getvalue().encode("utf-8-sig" if options.bom else "utf-8", "backslashreplace")
