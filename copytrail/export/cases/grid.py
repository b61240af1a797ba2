"""What each article took up of each paragraph of the release, as tables that fit on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.naming import LETTERS, NAMES
from copytrail.display.uptake import list_uptake
from copytrail.export.report.blocks import Block, Heading, Line, Table
from copytrail.model import Label

if TYPE_CHECKING:
    from copytrail.display.uptake import UptakeCell
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

COLUMNS = 6
"""So many articles stand side by side in one table: more would not fit on a sheet."""
GRID_COLUMNS = ("article", "paragraph", "label", "percent", "used", "words")
_LABELS = (Label.COPIED, Label.EDITED, Label.PARAPHRASED, Label.LEFT_OUT)
_NOTE = "For each paragraph of the release what each article took up of it: the label most of the words used fall under"


def show_grid(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Iterator[Block]:
    """The grid as a chapter; without the beginnings of the paragraphs where texts are left out."""
    letters = ", ".join(
        f"{LETTERS[each]} {NAMES[each]}" for each in (Label.COPIED, Label.EDITED, Label.PARAPHRASED, Label.LEFT_OUT)
    )
    yield Heading("Grid")
    yield Line(text=f"{_NOTE} ({letters}), and how much of it was used.")
    rows = list_uptake(comparisons)
    for first, group in split(comparisons):
        name = f"Grid, {name_group(first, len(group))}"
        columns = ("Paragraph of the release", *name_columns(first, len(group)))
        shown = tuple(
            (
                row.name if options.is_digest else f"{row.name} {row.opening}",
                *map(_say, row.cells[first : first + len(group)]),
            )
            for row in rows
        )
        if len(comparisons) > COLUMNS:
            yield Heading(name, 3)
        yield Table(name, columns, shown, (5, *(1 for _ in group)))


def list_grid_cells(comparisons: tuple[Comparison, ...]) -> Iterator[tuple[str, ...]]:
    """The same for a spreadsheet: a row for each article and paragraph."""
    yield GRID_COLUMNS
    for row in list_uptake(comparisons):
        for number, cell in enumerate(row.cells, 1):
            amounts = (f"{cell.percent}", f"{cell.used}", f"{cell.words}")
            yield (f"{number}", row.name, cell.label.value, *amounts)


def split(comparisons: tuple[Comparison, ...]) -> Iterator[tuple[int, tuple[Comparison, ...]]]:
    """So many articles at a time as stand side by side, each time with how many went before."""
    for first in range(0, len(comparisons), COLUMNS):
        yield first, comparisons[first : first + COLUMNS]


def name_group(first: int, articles: int) -> str:
    """Articles by their numbers.

    >>> name_group(6, 2), name_group(0, 1)
    ('articles 7 to 8', 'article 1')
    """
    return f"articles {first + 1} to {first + articles}" if articles > 1 else f"article {first + 1}"


def name_columns(first: int, articles: int) -> tuple[str, ...]:
    """What stands over the columns of these articles."""
    return tuple(f"Article {number}" for number in range(first + 1, first + articles + 1))


def _say(cell: UptakeCell) -> str:
    return f"{cell.letter} {cell.percent}%" if cell.used else cell.letter
