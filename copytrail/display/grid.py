"""The grid as it is shown: painted rows, those without anything the reader asked for folded away."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from copytrail.display.cells import Painter, ShownCell
from copytrail.display.highlight import CLASSES
from copytrail.display.naming import LETTERS
from copytrail.display.pieces import Side
from copytrail.display.row_wording import (
    say_filtered,
    say_fold,
    say_headline,
    say_missing,
    say_percent,
    say_share,
)
from copytrail.display.rows import Cell, Row, RowKind, RowPlan
from copytrail.display.state import Order, View
from copytrail.display.wording import say_places
from copytrail.model import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One row of the grid; `fold` is its summary line where it is folded, `opened` whether it starts open."""

    anchor: str
    kind: RowKind
    css: str
    letter: str
    percent: str
    spoken: str
    explained: str
    """What the letter and the percent of the gutter mean."""
    headline: str
    originals: tuple[ShownCell, ...]
    derivatives: tuple[ShownCell, ...]
    missing: str
    """What stands in place of the side that has nothing here."""
    focused: bool
    fold: str = ""
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows in their order; with a summary line where they hold nothing of what the reader asked for."""

    summary: str
    rows: tuple[ShownRow, ...]


class Grid:
    """The rows of one comparison for one state of the page."""

    def __init__(self, painter: Painter) -> None:
        self.painter, self.state = painter, painter.state
        self.lead = Side.ORIGINAL if self.state.order is Order.RELEASE else Side.DERIVATIVE
        plan = RowPlan(painter.comparison, painter.pieces, self.lead)
        self.rows = plan.rows()
        self.homes = {other: f"{self.lead.letter}{home}" for other, home in plan.homes.items()}
        self.focused = self._find_focus()

    def folds(self) -> tuple[Fold, ...]:
        """The rows, runs of those that are filtered out folded together."""
        folds = []
        for hidden, group in groupby(self.rows, key=self._is_hidden):
            rows = tuple(group)
            summary = say_filtered(self._places(rows), len(rows)) if hidden else ""
            folds.append(Fold(summary, tuple(self._show(row) for row in rows)))
        return tuple(folds)

    def _is_hidden(self, row: Row) -> bool:
        """Whether a row holds nothing that the reader asked to see."""
        if not self.state.show or row.kind is RowKind.FURNITURE:
            return False
        return row.labels.isdisjoint(self.state.show) and row.number != self.focused and not self._has_hit(row)

    def _find_focus(self) -> int:
        """The row of the passage in focus: where it stands in full, the article's side first."""
        for side in (Side.DERIVATIVE, Side.ORIGINAL):
            for row in self.rows:
                for cell in row.cells:
                    if (
                        cell.side is side
                        and cell.full
                        and any(p.key == self.state.focus and p.first for p in cell.pieces)
                    ):
                        return row.number
        return 0

    def _show(self, row: Row) -> ShownRow:
        percent = f"{round(100 * row.share)}%" if row.kind is RowKind.SHARED else ""
        fold = self._summary(row)
        asked = (
            row.number == self.focused
            or self._has_hit(row)
            or (row.kind is RowKind.LEFT_OUT and Label.LEFT_OUT in self.state.show)
        )
        lead, spoken = self.state.order.value, say_share(row.label, round(100 * row.share), self.state.order.value)
        return ShownRow(
            anchor=row.anchor,
            kind=row.kind,
            css=CLASSES[row.label],
            letter=LETTERS[row.label],
            percent=percent,
            spoken=spoken,
            explained=say_percent(row.label, percent, lead) if percent else spoken,
            headline=say_headline(row.label, percent, self._places((row,)), lead),
            originals=tuple(self._paint(cell) for cell in row.originals),
            derivatives=tuple(self._paint(cell) for cell in row.derivatives),
            missing=say_missing(row.label),
            focused=row.number == self.focused,
            fold=fold,
            opened=bool(fold) and asked,
        )

    def _paint(self, cell: Cell) -> ShownCell:
        return self.painter.paint(cell, "" if cell.full else self.homes.get(cell.paragraph.number, ""))

    def _summary(self, row: Row) -> str:
        """The line of a row that is folded: page furniture, and several left-out paragraphs in a row."""
        if row.kind is not RowKind.FURNITURE and (row.kind is not RowKind.LEFT_OUT or len(row.originals) < 2):
            return ""
        if self.state.view is View.REPORT and row.kind is RowKind.LEFT_OUT:
            return ""
        words = sum(piece.words for cell in row.cells for piece in cell.pieces)
        return say_fold(row.label, self._places((row,)), len(row.cells), words)

    def _places(self, rows: tuple[Row, ...]) -> str:
        """The paragraphs of these rows, those of the leading side where there are any."""
        numbers = {
            side: sorted({c.paragraph.number for row in rows for c in row.cells if c.side is side and c.full})
            for side in (self.lead, Side.ORIGINAL, Side.DERIVATIVE)
        }
        side = next((side for side, found in numbers.items() if found), self.lead)
        return say_places(numbers[side], side.letter)

    def _has_hit(self, row: Row) -> bool:
        return any(self.painter.found.is_in(cell.side, cell.paragraph.number) for cell in row.cells if cell.full)
