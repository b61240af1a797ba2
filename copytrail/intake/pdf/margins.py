"""Running heads, running feet and page numbers: rows at the edges of pages that come again on the pages beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from copytrail.intake.pdf.layout import Piece
from copytrail.intake.pdf.rows import spell

HEAD = "running head"
FOOT = "running foot"
PAGE_NUMBER = "page number"
_ROWS = 4
"""So many rows at an edge of a page can belong to its margin."""
_ZONE = 0.17
"""They stand within this share of its height."""
_NEAR = 5.0
"""In points: rows that come again stand at the same height."""
_NEIGHBOURS = (-2, -1, 1, 2)
"""Left and right pages may differ."""
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|p|s|pg)\b\W*)?(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur|di|from|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_CHANGING = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    text: str
    height: float
    """How far it is from the upper edge of the page."""
    is_head: bool

    @property
    def key(self) -> str:
        """What is alike on all pages: its words in no order, without numbers."""
        return " ".join(sorted(_CHANGING.sub("#", self.text.casefold()).split()))


def find_margins(pages: Sequence[tuple[Sequence[Piece], float]]) -> list[dict[int, str]]:
    """For each page, given as its pieces and its height: the rows of its margins, each with the reason."""
    edges = [list(_find_edge_rows(pieces, height)) for pieces, height in pages]
    return [dict(_explain(edges, page)) for page in range(len(edges))]


def _find_edge_rows(pieces: Sequence[Piece], height: float) -> Iterator[_Row]:
    """The first and last rows of a page that stand near its edges."""
    rows = [list(row) for _, row in groupby(pieces, key=lambda piece: piece.row)]
    for place, row in enumerate(rows):
        down = height - row[0].base
        is_head = place < _ROWS and down <= _ZONE * height
        is_foot = place >= len(rows) - _ROWS and down >= (1 - _ZONE) * height
        if is_head or is_foot:
            text = " ".join(spell(piece.words) for piece in row)
            yield _Row(row[0].row, text, down, is_head)


def _explain(edges: Sequence[Sequence[_Row]], page: int) -> Iterator[tuple[int, str]]:
    beside = [row for step in _NEIGHBOURS if 0 <= page + step < len(edges) for row in edges[page + step]]
    for row in edges[page]:
        comes_again = any(other.key == row.key and abs(other.height - row.height) <= _NEAR for other in beside)
        number = _NUMBER.fullmatch(row.text)
        if number and (comes_again or number.group("number") == str(page + 1)):
            yield row.number, PAGE_NUMBER
        elif comes_again:
            yield row.number, HEAD if row.is_head else FOOT
