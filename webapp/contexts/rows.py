"""The rows of a comparison page: most are made once for all who look at it, some for whoever looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from copytrail.display.grid import Fold, ShownRow
from copytrail.display.page import ComparisonView
from copytrail.display.state import View


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow one another: as they are written for everybody, or to be written for whoever looks."""

    written: str
    rows: tuple[ShownRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownFold:
    """Rows in their order; with a summary line where they are folded together."""

    summary: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a comparison in one state, with the rows that are the same for everybody written already."""

    view: ComparisonView
    folds: tuple[ShownFold, ...]

    @property
    def weight(self) -> int:
        """How many characters it holds ready."""
        return sum(len(run.written) for fold in self.folds for run in fold.runs)


def write_rows(view: ComparisonView, write: Callable[[tuple[ShownRow, ...]], str]) -> Shown:
    """The view with its rows, written but for those that hold a form or the detail."""
    if view.state.view is not View.ALIGNED:
        return Shown(view, ())
    return Shown(view, tuple(_write_fold(fold, write) for fold in view.texts.folds))


def _write_fold(fold: Fold, write: Callable[[tuple[ShownRow, ...]], str]) -> ShownFold:
    runs = []
    for differs, group in groupby(fold.rows, key=_differs):
        rows = tuple(group)
        runs.append(Run("", rows) if differs else Run(write(rows)))
    return ShownFold(fold.summary, tuple(runs))


def _differs(row: ShownRow) -> bool:
    """Whether a row is not the same for everybody: it holds the detail, or the form that restores a paragraph."""
    return row.focused or any(cell.furniture for cell in row.originals + row.derivatives)
