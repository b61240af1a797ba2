"""Both texts of a comparison in the layout that a view asks for: side by side in rows, or each on its own."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.cells import Painter, ShownCell
from copytrail.display.grid import Fold, Grid
from copytrail.display.naming import count
from copytrail.display.pieces import Side
from copytrail.display.rows import Cell
from copytrail.display.state import View
from copytrail.display.strip import StripStep, build_strip
from copytrail.display.visible import show_line
from copytrail.model import Document, ParagraphKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Both texts in the layout of the view: rows with their overview, or each side on its own."""

    release_head: str
    article_head: str
    folds: tuple[Fold, ...]
    strip: tuple[StripStep, ...]
    originals: tuple[ShownCell, ...]
    derivatives: tuple[ShownCell, ...]

    @property
    def hold_focus(self) -> bool:
        """Whether the passage in focus begins in the article's column, so that its card stands there."""
        return any(cell.focused for cell in self.derivatives)


def lay_out(painter: Painter) -> Texts:
    """The two texts as the view asks for them."""
    comparison, view = painter.comparison, painter.state.view
    separate = view in (View.CONNECTED, View.ARTICLE)
    grid = None if separate or view is View.LEDGER else Grid(painter)
    return Texts(
        release_head=_head("Release", comparison.original),
        article_head=_head("Article", comparison.derivative),
        folds=grid.folds() if grid else (),
        strip=build_strip(grid.rows) if grid else (),
        originals=_paint_all(painter, Side.ORIGINAL) if view is View.CONNECTED else (),
        derivatives=_paint_all(painter, Side.DERIVATIVE) if separate else (),
    )


def _paint_all(painter: Painter, side: Side) -> tuple[ShownCell, ...]:
    """Every paragraph of one side, whole."""
    document = painter.comparison.original if side is Side.ORIGINAL else painter.comparison.derivative
    pieces = painter.pieces.by_paragraph(side)
    return tuple(
        painter.paint(Cell(side=side, paragraph=paragraph, pieces=pieces.get(paragraph.number, ())))
        for paragraph in document.paragraphs
    )


def _head(role: str, document: Document) -> str:
    """The head of a column: role, publisher, paragraphs, and how much page furniture is set aside."""
    furniture = sum(paragraph.kind is ParagraphKind.FURNITURE for paragraph in document.paragraphs)
    parts = [role, show_line(document.publisher), show_line(document.published)]
    told = count(len(document.paragraphs) - furniture, "paragraph")
    aside = f", {furniture:,} set aside as page furniture" if furniture else ""
    return " · ".join(part for part in parts if part) + f" · {told}{aside}"
