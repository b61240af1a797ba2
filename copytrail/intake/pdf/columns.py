"""The order in which the pieces of a page are read: what lies above columns, each column, what lies below.

A column begins where the left edges of several pieces stand under one another, or ends where right edges do, and no
piece crosses the line beside them. The longest such stretch parts a region in four, and each part is looked at again:
a recursive cut as in Nagy and Seth (1984), but along stretches instead of the whole page, so that a headline may cross.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from copytrail.intake.pdf.layout import Piece

_FEWEST = 3
"""A column has at least so many rows: in loose lines one row may fall into many pieces."""
_GUTTER = 0.7
"""The narrowest space between columns, in sizes of the letters."""
_NARROW = 1.5
"""In a space narrower than this, so many more rows must agree."""
_MANY = 5
_NEARBY = 2
"""Edges this near, in points, are one."""
_BREAK = 4.0
"""A gap of so many sizes, beside which the other column has ended, ends a column."""
_RECENT = 24
"""So many of the cuts before are known again."""
_FULL = 0.66
"""A piece that fills this share of its column is full."""
_LEVEL = 0.6
"""Where less of the shorter side stands level with the other one, it is no table."""
_TOGETHER = 0.35
_DENSE = 0.75
"""Words fill so much of lines of text; in rows of a table there is more space."""
_WIDTH = 9.0
"""Columns of text are at least so many sizes wide."""
_DEEPEST = 12
_MOST = 1_500
"""Pages of more pieces are forms or drawings and are read row by row."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of pieces that no line between two columns crosses."""

    first: int
    last: int
    x: float
    weight: int

    @property
    def rank(self) -> tuple[int, int]:
        """The more rows stand on its weaker side, and the more pieces in all, the better."""
        return self.weight, self.last - self.first


class ColumnFinder:
    """Finds the columns of one page after another, and knows again where they were on earlier ones."""

    def __init__(self) -> None:
        self._known: list[tuple[float, float]] = []
        """Lines between columns, each with the left edge of the column that begins there."""

    def order(self, pieces: Sequence[Piece]) -> list[list[Piece]]:
        """The regions of a page in the order of reading, each a column of pieces from top to bottom."""
        return list(self._order(list(pieces), 0))

    def _order(self, pieces: list[Piece], depth: int) -> Iterator[list[Piece]]:
        cut = self._find_cut(pieces) if len(pieces) <= _MOST and depth < _DEEPEST else None
        if cut is None:
            if pieces:
                yield pieces
            return
        inside = pieces[cut.first : cut.last]
        left = [piece for piece in inside if piece.left < cut.x]
        right = [piece for piece in inside if piece.left >= cut.x]
        if cut.weight >= _FEWEST:
            self._known.append((cut.x, min(piece.left for piece in right)))
        for part in (pieces[: cut.first], left, right, pieces[cut.last :]):
            yield from self._order(part, depth + 1)

    def _find_cut(self, pieces: list[Piece]) -> _Cut | None:
        """The cut with most pieces beside it."""
        best: _Cut | None = None
        for x in _find_edges(pieces):
            for cut in _find_stretches(pieces, x, _FEWEST):
                if (best is None or cut.rank > best.rank) and _parts_columns(pieces, cut):
                    best = cut
        return best or self._find_known(pieces)

    def _find_known(self, pieces: list[Piece]) -> _Cut | None:
        """A cut where columns were parted before, though few pieces stand beside it."""
        for x, edge in dict.fromkeys(self._known[-_RECENT:]):
            for cut in _find_stretches(pieces, x, 1):
                begins = min(piece.left for piece in pieces[cut.first : cut.last] if piece.left >= x)
                if abs(begins - edge) <= 2 * _NEARBY:
                    return cut
        return None


def _find_edges(pieces: list[Piece]) -> list[float]:
    """Where columns may begin or end."""
    lefts = Counter(round(piece.left / _NEARBY) for piece in pieces)
    rights = Counter(round(piece.right / _NEARBY) for piece in pieces)
    begins = {near for near in lefts if sum(lefts[near + step] for step in (-1, 0, 1)) >= _FEWEST}
    ends = {near for near in rights if sum(rights[near + step] for step in (-1, 0, 1)) >= _FEWEST}
    return sorted({(near - 1.1) * _NEARBY for near in begins} | {(near + 1.1) * _NEARBY for near in ends})


def _find_stretches(pieces: list[Piece], x: float, fewest: int) -> Iterator[_Cut]:
    """Runs of pieces that do not cross a line, with enough of them on each side."""
    first = 0
    for place in range(len(pieces) + 1):
        if place < len(pieces) and not pieces[place].left < x < pieces[place].right:
            continue
        if place - first >= 2 * fewest:
            cut = _trim(pieces, _Cut(first, place, x, 0))
            if cut.weight >= fewest:
                yield cut
        first = place + 1


def _trim(pieces: list[Piece], cut: _Cut) -> _Cut:
    """The stretch without what stands apart above or below it on one side only, weighed."""
    run = pieces[cut.first : cut.last]
    begin = _skip_alone(run, cut.x)
    end = len(run) - _skip_alone(run[::-1], cut.x)
    rows: tuple[set[int], set[int]] = (set(), set())
    for piece in run[begin:end]:
        rows[piece.left >= cut.x].add(piece.row)
    return _Cut(cut.first + begin, cut.first + end, cut.x, min(map(len, rows)))


def _skip_alone(run: list[Piece], x: float) -> int:
    """How many pieces at the start of a run stand on one side and apart from the others."""
    sides = [piece.left >= x for piece in run]
    if all(sides) or not any(sides):
        return 0
    both = sides.index(not sides[0])
    return next((place for place in range(both, 0, -1) if _is_apart(run[place - 1], run[place])), 0)


def _is_apart(above: Piece, below: Piece) -> bool:
    return abs(above.base - below.base) > _BREAK * max(above.size, below.size)


def _parts_columns(pieces: list[Piece], cut: _Cut) -> bool:
    """Whether what stands beside the cut are columns of text, not of a table."""
    inside = pieces[cut.first : cut.last]
    left = [piece for piece in inside if piece.left < cut.x]
    right = [piece for piece in inside if piece.left >= cut.x]
    size = median(piece.size for piece in inside)
    gutter = min(piece.left for piece in right) - max(piece.right for piece in left)
    if gutter < _GUTTER * size or (gutter < _NARROW * size and cut.weight < _MANY):
        return False
    if _share_rows(left, right) < _LEVEL:
        return True
    return cut.weight >= _MANY and _begins_together(right) and all(_is_text(side) for side in (left, right))


def _begins_together(right: list[Piece]) -> bool:
    """Whether enough rows of a column begin at its edge; chance gaps in loose lines do not."""
    edge = min(piece.left for piece in right)
    firsts: dict[int, float] = {}
    for piece in right:
        firsts[piece.row] = min(piece.left, firsts.get(piece.row, piece.left))
    return sum(left <= edge + _NEARBY for left in firsts.values()) >= _TOGETHER * len(firsts)


def _share_rows(left: list[Piece], right: list[Piece]) -> float:
    """Which share of the shorter side stands level with pieces of the other side."""
    one, other = {piece.row for piece in left}, {piece.row for piece in right}
    level = {(piece.row, round(piece.base)) for piece in left}
    exact = sum(any((piece.row, round(piece.base) + step) in level for step in (-1, 0, 1)) for piece in right)
    return exact / max(min(len(one), len(other)), 1)


def _is_text(side: list[Piece]) -> bool:
    """Whether most lines of a side are about as wide as the widest and hold several words, as lines of text do."""
    rows: dict[int, list[Piece]] = {}
    for piece in side:
        rows.setdefault(piece.row, []).append(piece)
    spans = [max(piece.right for piece in row) - min(piece.left for piece in row) for row in rows.values()]
    density = sum(piece.right - piece.left for piece in side) / max(sum(spans), 1)
    words = median(sum(len(piece.words) for piece in row) for row in rows.values())
    size = median(piece.size for piece in side)
    if density >= _DENSE and words >= 2.5 and _is_even(spans, size):
        return True
    widths = [piece.right - piece.left for piece in side]
    return _is_even(widths, size) and median(len(piece.words) for piece in side) >= 2.5


def _is_even(widths: list[float], size: float) -> bool:
    """Whether most widths come near the largest, which is that of a column."""
    ordered = sorted(widths)
    wide = ordered[int(0.9 * (len(ordered) - 1))]
    return wide >= _WIDTH * size and 2 * sum(width >= _FULL * wide for width in ordered) >= len(ordered)
