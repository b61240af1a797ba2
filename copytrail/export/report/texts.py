"""Both texts with their marks, row by row as the screen has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from copytrail.display.changes import find_marks
from copytrail.display.findings import number_findings
from copytrail.display.pieces import Piece, Pieces, Side, find_pieces, trim
from copytrail.display.row_wording import say_headline, say_missing, say_stub
from copytrail.display.rows import Cell, Row, RowKind, RowPlan
from copytrail.display.visible import show_unseen
from copytrail.display.wording import say_places
from copytrail.export.report.blocks import Beside, Columns, Run, Told
from copytrail.model import Label, ParagraphKind, Span

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document

FURNITURE_HEAD = "Page furniture, not compared"


def lay_out_texts(comparison: Comparison) -> Columns:
    """The rows of the comparison, in the order of the article."""
    return _Setter(comparison, find_pieces(comparison)).set()


class _Setter:
    """Cuts the paragraphs of one comparison into runs, and puts them into rows."""

    def __init__(self, comparison: Comparison, pieces: Pieces) -> None:
        self._comparison = comparison
        self._plan = RowPlan(comparison, pieces)
        numbered = [each for _, each in number_findings(comparison)]
        self._findings = {
            Side.ORIGINAL: [(number, each.original) for number, each in enumerate(numbered, 1) if each.original],
            Side.DERIVATIVE: [(number, each.derivative) for number, each in enumerate(numbered, 1) if each.derivative],
        }

    def set(self) -> Columns:
        """All rows."""
        return Columns(tuple(self._set_row(row) for row in self._plan.rows()))

    def _set_row(self, row: Row) -> Beside:
        percent = f"{round(100 * row.share)}%" if row.kind is RowKind.SHARED else ""
        numbers = sorted({cell.paragraph.number for cell in row.derivatives or row.originals if cell.full})
        places = say_places(numbers, "A" if row.derivatives else "R")
        furniture = row.kind is RowKind.FURNITURE
        headline = f"{places} · {FURNITURE_HEAD}" if furniture else say_headline(row.label, percent, places, "article")
        return Beside(
            headline=headline,
            label=row.label,
            article=tuple(map(self._set_cell, row.derivatives)),
            release=tuple(map(self._set_cell, row.originals)),
            missing="" if furniture else say_missing(row.label),
        )

    def _set_cell(self, cell: Cell) -> Told:
        document = self._comparison.original if cell.side is Side.ORIGINAL else self._comparison.derivative
        name = f"{cell.side.letter}{cell.paragraph.number}"
        if not cell.full:
            home = self._plan.homes.get(cell.paragraph.number, 0)
            name = f"{name}, {say_stub(f'A{home}')}" if home else name
        return Told(
            name=name,
            kind=cell.paragraph.kind,
            language=document.language,
            runs=tuple(self._cut(document, cell)),
        )

    def _cut(self, document: Document, cell: Cell) -> Iterator[Run]:
        """The runs of a paragraph; a stub has its pieces only, with dots between them."""
        if cell.paragraph.kind is ParagraphKind.FURNITURE:
            yield Run(words=_show(document, trim(document.text, cell.paragraph.span)), label=Label.FURNITURE)
            return
        end = trim(document.text, cell.paragraph.span).start if cell.full else -1
        for piece in cell.pieces:
            if 0 <= end < piece.span.start:
                yield Run(words=_show(document, Span(end, piece.span.start)))
            elif end >= 0 and not cell.full:
                yield Run(words=" … ")
            yield from self._cut_piece(document, piece)
            end = piece.span.end
        rest = trim(document.text, cell.paragraph.span).end
        if cell.full and end < rest:
            yield Run(words=_show(document, Span(max(end, 0), rest)))

    def _cut_piece(self, document: Document, piece: Piece) -> Iterator[Run]:
        """The runs of a passage, cut where a change or a finding begins or ends."""
        changes = find_marks(piece.match, piece.side) if piece.match and piece.label is Label.EDITED else ()
        ending = [(number, span) for number, span in self._findings[piece.side] if span.overlaps(piece.span)]
        places = {piece.span.start, piece.span.end}
        for span in (*changes, *(span for _, span in ending)):
            places |= {place for place in (span.start, span.end) if piece.span.start < place < piece.span.end}
        for start, end in pairwise(sorted(places)):
            yield Run(
                words=_show(document, Span(start, end)),
                label=piece.label,
                opens=start == piece.span.start,
                changed=any(span.start <= start < span.end for span in changes),
                by_hand=piece.by_hand and start == piece.span.start,
                findings=tuple(number for number, span in ending if start < span.end <= end),
            )


def _show(document: Document, span: Span) -> str:
    return show_unseen(span.of(document.text))
