"""Both texts of a TEI file, each passage tied to those it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from copytrail.export.tei.back import make_back
from copytrail.export.tei.cells import Cell, Side, cut_derivative, cut_original
from copytrail.export.tei.elements import Element, make, point
from copytrail.export.tei.header import ENGINE, PEOPLE, name_source
from copytrail.model import ParagraphKind
from copytrail.passages import match_by_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from copytrail.model import Comparison, Paragraph

    Mark: TypeAlias = Callable[[Cell], dict[str, str]]


def make_text(comparison: Comparison, prefix: str) -> Element:
    """The release, the article, and behind them what was found and written."""
    original, derivative = cut_original(comparison, f"{prefix}r"), cut_derivative(comparison, f"{prefix}a")
    both = make(
        "group",
        _make_side(original, name_source(prefix, "Release"), _mark_uses(derivative)),
        _make_side(derivative, name_source(prefix, "Article"), _mark_labels(comparison, original)),
    )
    return make("text", both, *make_back(comparison, original, derivative))


def _mark_uses(derivative: Side) -> Mark:
    """How a piece of the release is marked: by who uses it."""
    using = derivative.list_by_match()
    return lambda cell: {
        "type": cell.kind,
        "corresp": point(*(name for match in cell.matches for name in using[match])),
    }


def _mark_labels(comparison: Comparison, original: Side) -> Mark:
    """How a piece of the article is marked: by its label, where it comes from, and who says so."""
    used = original.list_by_match()
    matches = match_by_id(comparison)

    def mark(cell: Cell) -> dict[str, str]:
        label = {"type": cell.kind, "ana": point(f"label-{cell.label}")}
        if not cell.matches:
            return label
        match = matches[cell.matches[0]]
        return {
            **label,
            "corresp": point(*used[match.id]),
            "cert": f"{match.score:g}",
            "resp": point(PEOPLE if match.corrected else ENGINE),
            "rend": "moved" if match.moved else "",
        }

    return mark


def _make_side(side: Side, source: str, mark: Mark) -> Element:
    paragraphs = [_make_paragraph(side, paragraph, cells, mark) for paragraph, cells in side.paragraphs]
    body = make("body", *paragraphs or [make("p")])
    return make("text", body, lang=side.document.language, decls=point(source))


def _make_paragraph(side: Side, paragraph: Paragraph, cells: tuple[Cell, ...], mark: Mark) -> Element:
    text = side.document.text
    segments = [make("seg", cell.span.of(text), id_=cell.name, **mark(cell)) for cell in cells]
    kind = "" if paragraph.kind is ParagraphKind.BODY else paragraph.kind.value
    return make("p", *segments, n=str(paragraph.number), rend=kind)
