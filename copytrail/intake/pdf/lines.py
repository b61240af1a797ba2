"""The pieces of one column to its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from copytrail.intake.pdf.layout import Line, Piece, Word, find_size
from copytrail.intake.pdf.rows import measure_gap, spell

_CELL = 1.6
"""Words further apart, in sizes, stand in two cells of a row."""
_LOOSE, _WIDE = 1.8, 2.6
"""In lines set loosely to fill their column all gaps are wide: only those wider by this factor count, or this wide."""
_MARK_GAP = 6.0
"""The mark of a list item may stand so far from its words."""
_LEADER = re.compile(r"(?:\s?\.){4,}\s*\S+$")


def find_lines(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of a column, from top to bottom."""
    lines = [make_line([word for piece in row for word in piece.words]) for row in _find_rows(pieces)]
    return [line for line in lines if line.text]


def make_line(words: Sequence[Word]) -> Line:
    """The words of one line in the order of reading, as a line."""
    size = find_size(words)
    bold = sum(len(word.text) for word in words if word.is_bold)
    main = max(words, key=lambda word: (word.size == size, len(word.text)))
    text = spell(words).strip()
    leads = bool(_LEADER.search(text))
    return Line(
        text=text,
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        base=main.base,
        size=size,
        is_bold=bold > 0.8 * sum(len(word.text) for word in words),
        first=words[0].right - words[0].left,
        cells=leads + _count_cells(words),
    )


def _find_rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    for _, row in groupby(pieces, key=lambda piece: piece.row):
        yield list(row)


def _count_cells(words: Sequence[Word]) -> int:
    gaps = [measure_gap(before, after) for before, after in pairwise(words)]
    least = max(_CELL, min(_LOOSE * median(gaps), _WIDE)) if gaps else 0.0
    return 1 + sum(gap > least and not _is_mark(before, gap) for gap, before in zip(gaps, words[:-1], strict=True))


def _is_mark(word: Word, gap: float) -> bool:
    return len(word.text) <= 3 and not word.text.isalpha() and gap < _MARK_GAP
