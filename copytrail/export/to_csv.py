"""Comparisons as a table, one row per passage of either side, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.passages import match_by_id, tile_derivative, tile_original

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Match, Passage, Span

COLUMNS = (
    "comparison",
    "side",
    "paragraph",
    "start",
    "end",
    "label",
    "match",
    "score",
    "moved",
    "original_words",
    "derivative_words",
    "why",
)
_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
_BETWEEN = " […] "


def render(comparisons: tuple[Comparison, ...]) -> bytes:
    """The table with its header, in UTF-8 with the mark that spreadsheets recognise it by."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, comparison in enumerate(comparisons, start=1):
        writer.writerows([number, *row] for row in _rows(comparison))
    return table.getvalue().encode("utf-8-sig", "backslashreplace")


def _rows(comparison: Comparison) -> Iterator[list[object]]:
    matches = match_by_id(comparison)
    for passage in tile_original(comparison):
        match = matches.get(passage.match or "")
        words = _words(comparison.original, passage.span)
        reused = _words(comparison.derivative, match.derivative) if match else ""
        yield _row("original", comparison.original, passage, match, (words, reused))
    for passage in tile_derivative(comparison):
        match = matches.get(passage.match or "")
        words = _words(comparison.derivative, passage.span)
        origins = _BETWEEN.join(_words(comparison.original, span) for span in match.original) if match else ""
        yield _row("derivative", comparison.derivative, passage, match, (origins, words))


def _row(side: str, document: Document, passage: Passage, match: Match | None, words: tuple[str, str]) -> list[object]:
    place = [side, _paragraph_number(document, passage.span), passage.span.start, passage.span.end]
    reuse = [match.id, f"{match.score:.3f}", "yes" if match.moved else "no"] if match else ["", "", ""]
    why = match.why if match else ""
    return [*place, passage.label.value, *reuse, *(disarm(cell) for cell in (*words, why))]


def _paragraph_number(document: Document, span: Span) -> int | str:
    """The number of the paragraph in which the passage begins."""
    numbers = (paragraph.number for paragraph in document.paragraphs if paragraph.span.end > span.start)
    return next(numbers, "")


def _words(document: Document, span: Span) -> str:
    return span.of(document.text).strip()


def disarm(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> disarm("=1+1"), disarm("one")
    ("'=1+1", 'one')
    """
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
