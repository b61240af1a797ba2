"""A paragraph of a row as the page shows it: its marks, its number, and what can be done with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from markupsafe import Markup

from copytrail.display.find import Found
from copytrail.display.findings import name_place, number_findings
from copytrail.display.highlight import (
    FindingMark,
    layer_changes,
    layer_findings,
    layer_hits,
    layer_piece,
    show_excerpt,
)
from copytrail.display.moved import Move, say_move
from copytrail.display.naming import shorten
from copytrail.display.note_marks import layer_notes
from copytrail.display.pieces import Piece, Pieces, Side, trim
from copytrail.display.rail import focus_address
from copytrail.display.row_wording import say_restore, say_stub
from copytrail.display.rows import Cell
from copytrail.display.state import PageState, View
from copytrail.display.weaving import Layer, weave
from copytrail.model import Comparison, Document, Label, ParagraphKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """One paragraph ready to be shown; a stub says where it stands in full."""

    side: Side
    number: int
    name: str
    text: Markup
    css: str
    start: int = 0
    """Where its text begins in the document."""
    full: bool = True
    stub: str = ""
    home: str = ""
    furniture: bool = False
    restore: str = ""
    """The name of the button that makes furniture part of the text again."""
    reason: str = ""
    language: str = ""
    focused: bool = False
    """Whether the passage in focus begins here."""


class Painter:
    """Paints the paragraphs of one comparison in one state of the page."""

    def __init__(
        self, comparison: Comparison, pieces: Pieces, moves: dict[str, Move], state: PageState, found: Found
    ) -> None:
        self.comparison, self.pieces, self.moves, self.state, self.found = comparison, pieces, moves, state, found
        self.findings = {side: layer_findings(_list_marks(comparison, side, state)) for side in Side}
        self.notes = {side: layer_notes(comparison.notes, side, state.prefix) for side in Side}
        self.hits = {side: layer_hits(found.on(side), found.current) for side in Side}
        last = {piece.key: piece for piece in pieces.derivative if piece.key in moves}
        self.chips = {id(piece): say_move(moves[key]) for key, piece in last.items()}

    def paint(self, cell: Cell, beside: str = "") -> ShownCell:
        """The cell with all its marks; `beside` names the paragraph where a stub stands in full."""
        document = self._document(cell.side)
        paragraph = cell.paragraph
        name = f"{cell.side.letter}{paragraph.number}"
        span = trim(document.text, paragraph.span)
        text = self._weave(document, cell, span) if cell.full else self._excerpt(document, cell)
        furniture = paragraph.kind is ParagraphKind.FURNITURE
        return ShownCell(
            side=cell.side,
            number=paragraph.number,
            name=name,
            text=text,
            css=self._css(cell),
            start=span.start,
            full=cell.full,
            stub="" if cell.full else say_stub(beside),
            home="" if cell.full else f"#{name}",
            furniture=furniture,
            restore=say_restore(name) if furniture else "",
            reason=paragraph.reason,
            language=document.language,
            focused=any(piece.first and piece.key == self.state.focus for piece in cell.pieces),
        )

    def _document(self, side: Side) -> Document:
        return self.comparison.original if side is Side.ORIGINAL else self.comparison.derivative

    def _weave(self, document: Document, cell: Cell, span: Span) -> Markup:
        """The whole paragraph with the layers that the state shows."""
        shown = [piece for piece in cell.pieces if self.state.shows(piece.label) and piece.label is not Label.FURNITURE]
        levels: list[list[Layer]] = [
            [self._layer(piece) for piece in shown],
            _begin_once(_inside(self.findings[cell.side], span), cell),
            _begin_once(_inside(self.notes[cell.side], span), cell),
            [layer for piece in shown for layer in layer_changes(piece)],
            _inside(self.hits[cell.side], span),
        ]
        return weave(document.text, span, levels)

    def _layer(self, piece: Piece) -> Layer:
        """A piece as a link to its card; in the report, which is read in line, without links."""
        address = "" if self.state.view is View.REPORT else focus_address(self.state, piece)
        return layer_piece(piece, address, chip=self.chips.get(id(piece)), current=piece.key == self.state.focus)

    def _excerpt(self, document: Document, cell: Cell) -> Markup:
        """What a stub quotes: the beginning of what is shared, without marks inside."""
        words = " … ".join(piece.span.of(document.text) for piece in cell.pieces)
        label = cell.pieces[0].label if cell.pieces and self.state.shows(cell.pieces[0].label) else None
        return show_excerpt(shorten(words, 150), label)

    def _css(self, cell: Cell) -> str:
        """The kind of the paragraph, and whether all of it is new or gone."""
        labels = {piece.label for piece in cell.pieces}
        names = [cell.paragraph.kind.value]
        if len(labels) == 1 and self.state.shows(next(iter(labels))):
            names.append({Label.ADDED: "all-added", Label.LEFT_OUT: "all-left-out"}.get(next(iter(labels)), ""))
        return " ".join(name for name in names if name)


def _list_marks(comparison: Comparison, side: Side, state: PageState) -> list[FindingMark]:
    """The findings of one side with the names their marks have in the page."""
    marks = []
    for key, finding in number_findings(comparison):
        span = finding.original if side is Side.ORIGINAL else finding.derivative
        if span is not None:
            place = name_place(key, side, state.prefix)
            marks.append(FindingMark(place, finding.kind, span, finding.dismissed is not None))
    return marks


def _begin_once(layers: list[Layer], cell: Cell) -> list[Layer]:
    """Layers that began in an earlier paragraph go on without their name, so that each place is named once."""
    start = cell.paragraph.span.start
    return [replace(each, start=each.again) if each.span.start < start else each for each in layers]


def _inside(layers: tuple[Layer, ...], span: Span) -> list[Layer]:
    first = bisect_right(layers, span.start, key=lambda layer: layer.span.end)
    last = bisect_left(layers, span.end, key=lambda layer: layer.span.start)
    return list(layers[first:last])
