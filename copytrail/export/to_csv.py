"""Comparisons as a table for a spreadsheet: a row for each finding, then one for each passage of either side, then
the rows of the ledgers and of the sentences.

The column `row` says what a row is, so that any kind can be filtered; or rows of one kind are asked for, which have a
table of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from copytrail.display.finding_wording import UNPLACED
from copytrail.display.findings import number_findings
from copytrail.export.csv_cells import Held
from copytrail.export.csv_corrections import CORRECTION_COLUMNS, list_correction_cells, list_unplaced_corrections
from copytrail.export.csv_dismissals import DISMISSAL_COLUMNS, list_cells, list_unplaced_cells
from copytrail.export.csv_file import write_table
from copytrail.export.csv_kinds import KINDS, SOURCE_COLUMNS, list_source_cells
from copytrail.export.csv_ledgers import LEDGER_COLUMNS, Cells, list_ledger_rows, list_question_rows
from copytrail.export.csv_notes import NOTE_COLUMNS, list_note_rows
from copytrail.export.csv_sources import list_source_rows
from copytrail.export.options import AS_ON_SCREEN, ExportOptions, Rows
from copytrail.export.report.quoting import limit_quotes
from copytrail.passages import match_by_id, tile_derivative, tile_original

if TYPE_CHECKING:
    from copytrail.model import Comparison, Dismissal, Finding, Match

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
    *DISMISSAL_COLUMNS,
    *LEDGER_COLUMNS,
    *CORRECTION_COLUMNS,
    *NOTE_COLUMNS,
)


_CORRECTED = COLUMNS.index(CORRECTION_COLUMNS[0]) - 1
"""Where the cells of a correction begin in a row without its first cell."""


def render(comparisons: tuple[Comparison, ...], options: ExportOptions = AS_ON_SCREEN) -> bytes:
    """The table with its header, in UTF-8; with the mark that spreadsheets recognise it by where that is wanted."""
    if options.rows is Rows.ALL:
        return write_table([COLUMNS, *list_table(comparisons, options)], options)
    return write_table(_list_kind(comparisons, options), options)


def list_table(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Iterator[list[str]]:
    """The rows below the header, as they are before a spreadsheet may take them for formulas."""
    limit = limit_quotes(comparisons, options.short_quotes) if options.short_quotes else None
    for number, comparison in enumerate(comparisons, start=1):
        for row in _list_all(comparison, number, options):
            cells = [str(number), *(str(cell) for cell in row)]
            yield [limit.cut(cell) for cell in cells] if limit else cells


def _list_kind(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Iterator[list[str]]:
    """The rows of one kind under the columns that they use, each with where it comes from."""
    kind = KINDS[options.rows]
    yield [*kind.columns, *SOURCE_COLUMNS]
    sources = [list_source_cells(comparison, options) for comparison in comparisons]
    limit = limit_quotes(comparisons, options.short_quotes) if options.short_quotes else None
    for row in list_table(comparisons, replace(options, short_quotes=0)):
        cells = dict(zip(COLUMNS, row, strict=True))
        if kind.has(cells):
            shown = [*(cells[column] for column in kind.columns), *sources[int(cells["comparison"]) - 1]]
            yield [limit.cut(cell) for cell in shown] if limit else shown


def _list_all(comparison: Comparison, number: int, options: ExportOptions) -> Iterator[list[object]]:
    """The rows of one comparison without their first cell; where it comes from stands last."""
    yield from (_fill(row) for row in _findings(comparison))
    by_name: list[Cells] = [*list_unplaced_corrections(comparison), *list_note_rows(comparison)]
    if not options.is_digest:
        yield from (_fill(row) for row in _passages(comparison))
        questions = list_question_rows(comparison) if number == 1 else ()
        by_name = [*list_ledger_rows(comparison), *questions, *by_name]
    for cells in (*by_name, *list_source_rows(comparison, options)):
        yield [cells.get(column, "") for column in COLUMNS[1:]]


def _fill(row: list[object]) -> list[object]:
    """The row with empty cells to the last column."""
    return [*row, *[""] * (len(COLUMNS) - 1 - len(row))]


def _findings(comparison: Comparison) -> Iterator[list[object]]:
    for _, finding in number_findings(comparison):
        yield [*_finding_row(comparison, finding), *list_cells(finding.dismissed)]
    for dismissal in comparison.unplaced:
        yield _unplaced_row(dismissal)


def _passages(comparison: Comparison) -> Iterator[list[object]]:
    original, derivative = comparison.original, comparison.derivative
    matches = match_by_id(comparison)
    for passage in tile_original(comparison):
        match = matches.get(passage.match or "")
        reused = (match.derivative,) if match else ()
        yield _passage_row(Held("original", original, passage.span, derivative, reused), passage.label.value, match)
    for passage in tile_derivative(comparison):
        match = matches.get(passage.match or "")
        origins = match.original if match else ()
        row = _passage_row(Held("derivative", derivative, passage.span, original, origins), passage.label.value, match)
        said = list_correction_cells(comparison, passage, match)
        yield _fill([*row, *[""] * (_CORRECTED - len(row)), *said])


def _passage_row(held: Held, label: str, match: Match | None) -> list[object]:
    reuse = [match.id, f"{match.score:.3f}", "yes" if match.moved else "no"] if match else ["", "", ""]
    return ["passage", *held.place(), label, "", *reuse, *held.words(), "", "", match.why if match else ""]


def _finding_row(comparison: Comparison, finding: Finding) -> list[object]:
    """A finding at its place in the derivative, or in the original where it stands only there."""
    original, derivative = comparison.original, comparison.derivative
    place: list[object] = [""] * 5
    words = [""] * 2
    if finding.derivative:
        others = (finding.original,) if finding.original else ()
        held = Held("derivative", derivative, finding.derivative, original, others)
        place, words = held.place(), held.words()
    elif finding.original:
        held = Held("original", original, finding.original, derivative, ())
        place, words = held.place(), held.words()
    said = (*words, finding.expected, finding.found, finding.why)
    return ["finding", *place, "", finding.kind, "", "", "", *said]


def _unplaced_row(dismissal: Dismissal) -> list[object]:
    """A dismissal whose finding is gone, by its words; it stands nowhere."""
    words, said = list_unplaced_cells(dismissal)
    cells = (*words, *said, UNPLACED, *list_cells(dismissal))
    return ["dismissal", "", "", "", "", "", "", dismissal.kind, "", "", "", *cells]
