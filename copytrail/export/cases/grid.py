"""What each article took up of each paragraph of the release, as tables that fit on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from copytrail.display.naming import LETTERS, NAMES
from copytrail.export.report.blocks import Block, Heading, Line, Table
from copytrail.model import Label

if TYPE_CHECKING:
    from copytrail.display.uptake import UptakeCell, UptakeRow
    from copytrail.export.options import ExportOptions

COLUMNS = 6
"""So many articles stand side by side in one table: more would not fit on a sheet."""
GRID_COLUMNS = ("article", "paragraph", "label", "percent", "used", "words")
_LABELS = (Label.COPIED, Label.EDITED, Label.PARAPHRASED, Label.LEFT_OUT)
_NOTE = "For each paragraph of the release what each article took up of it: the label most of the words used fall under"


def show_grid(rows: Sequence[UptakeRow], options: ExportOptions) -> Iterator[Block]:
    """The grid as a chapter; without the beginnings of the paragraphs where texts are left out."""
    articles = len(rows[0].cells) if rows else 0
    letters = ", ".join(
        f"{LETTERS[each]} {NAMES[each]}" for each in (Label.COPIED, Label.EDITED, Label.PARAPHRASED, Label.LEFT_OUT)
    )
    yield Heading("Grid")
    yield Line(text=f"{_NOTE} ({letters}), and how much of it was used.")
    for first in range(0, articles, COLUMNS):
        width = min(COLUMNS, articles - first)
        name = f"Grid, {name_group(first, width)}"
        columns = ("Paragraph of the release", *name_columns(first, width))
        shown = tuple(
            (
                row.name if options.is_digest else f"{row.name} {row.opening}",
                *map(_say, row.cells[first : first + width]),
            )
            for row in rows
        )
        if articles > COLUMNS:
            yield Heading(name, 3)
        yield Table(name, columns, shown, (5, *(1 for _ in range(width))))


def list_grid_cells(rows: Iterable[UptakeRow]) -> Iterator[tuple[str, ...]]:
    """The same for a spreadsheet: a row for each article and paragraph."""
    yield GRID_COLUMNS
    for row in rows:
        for number, cell in enumerate(row.cells, 1):
            amounts = (f"{cell.percent}", f"{cell.used}", f"{cell.words}")
            yield (f"{number}", row.name, cell.label.value, *amounts)


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
