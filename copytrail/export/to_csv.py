"""Comparisons as a table for a spreadsheet: a row for each finding, then one for each passage of either side.

The column `row` says which of the two a row is, so that either can be filtered.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytrail.display.findings import number_findings
from copytrail.passages import match_by_id, tile_derivative, tile_original

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Finding, Match, Span

COLUMNS = (
    "comparison",
    "row",
    "side",
    "paragraph",
    "start",
    "end",
    "other_paragraph",
    "label",
    "finding",
    "match",
    "score",
    "moved",
    "original_words",
    "derivative_words",
    "expected",
    "found",
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


@dataclass(frozen=True, slots=True)
class _Held:
    """A stretch of one document beside its counterparts in the other."""

    side: str
    document: Document
    span: Span
    other: Document
    others: tuple[Span, ...]

    def place(self) -> list[object]:
        """The side, the paragraph in which it begins, its offsets, and the paragraphs of its counterparts."""
        numbers = dict.fromkeys(str(_paragraph_number(self.other, span)) for span in self.others)
        number = _paragraph_number(self.document, self.span)
        return [self.side, number, self.span.start, self.span.end, "; ".join(numbers)]

    def words(self) -> list[str]:
        """The words of the original, then those of the derivative."""
        both = [_words(self.document, self.span), _BETWEEN.join(_words(self.other, span) for span in self.others)]
        return both if self.side == "original" else both[::-1]


def _rows(comparison: Comparison) -> Iterator[list[object]]:
    original, derivative = comparison.original, comparison.derivative
    matches = match_by_id(comparison)
    for _, finding in number_findings(comparison):
        yield _finding_row(comparison, finding)
    for passage in tile_original(comparison):
        match = matches.get(passage.match or "")
        reused = (match.derivative,) if match else ()
        yield _passage_row(_Held("original", original, passage.span, derivative, reused), passage.label.value, match)
    for passage in tile_derivative(comparison):
        match = matches.get(passage.match or "")
        origins = match.original if match else ()
        yield _passage_row(_Held("derivative", derivative, passage.span, original, origins), passage.label.value, match)


def _passage_row(held: _Held, label: str, match: Match | None) -> list[object]:
    reuse = [match.id, f"{match.score:.3f}", "yes" if match.moved else "no"] if match else ["", "", ""]
    words = [disarm(cell) for cell in held.words()]
    return ["passage", *held.place(), label, "", *reuse, *words, "", "", disarm(match.why if match else "")]


def _finding_row(comparison: Comparison, finding: Finding) -> list[object]:
    """A finding at its place in the derivative, or in the original where it stands only there."""
    original, derivative = comparison.original, comparison.derivative
    place: list[object] = [""] * 5
    words = [""] * 2
    if finding.derivative:
        others = (finding.original,) if finding.original else ()
        held = _Held("derivative", derivative, finding.derivative, original, others)
        place, words = held.place(), held.words()
    elif finding.original:
        held = _Held("original", original, finding.original, derivative, ())
        place, words = held.place(), held.words()
    said = [disarm(cell) for cell in (*words, finding.expected, finding.found, finding.why)]
    return ["finding", *place, "", finding.kind, "", "", "", *said]


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
