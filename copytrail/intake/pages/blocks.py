"""A block of text on a page, with what its place says about it; rows of tables are blocks of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml.html import HtmlElement

from copytrail.model import ParagraphKind

_ROW_CELL = 200
"""Longer cells are paragraphs of their own, and their table is there for the layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """A block of text on a page."""

    text: str
    tag: str
    """The block element it stands in."""
    kind: ParagraphKind | None = None
    reason: str = ""
    """Why its place says that it is no part of an article."""
    linked: float = 0.0
    """The share of its text that is links."""
    element: HtmlElement = field(repr=False)
    row: HtmlElement | None = field(default=None, repr=False)
    """The row of a table that it stands in."""


def join_rows(blocks: Sequence[PageBlock]) -> tuple[PageBlock, ...]:
    """Rows of short cells as one block each."""
    joined: list[PageBlock] = []
    for row, group in groupby(blocks, key=lambda block: block.row):
        cells = list(group)
        if row is None or len(cells) == 1 or not all(map(_is_short_cell, cells)):
            joined += cells
            continue
        linked = sum(cell.linked * len(cell.text) for cell in cells) / sum(len(cell.text) for cell in cells)
        text = "; ".join(cell.text for cell in cells)
        joined.append(replace(cells[0], text=text, tag="tr", kind=ParagraphKind.BODY, linked=linked))
    return tuple(joined)


def _is_short_cell(cell: PageBlock) -> bool:
    return len(cell.text) <= _ROW_CELL and cell.kind in {None, ParagraphKind.BODY}


def get_outer(element: HtmlElement) -> HtmlElement:
    """The element around one; the outermost is around itself."""
    around = element.getparent()
    return element if around is None else around
