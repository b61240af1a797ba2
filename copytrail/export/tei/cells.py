"""Both texts cut so that each piece has one label and stands in one paragraph, and the pieces that belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING, TypeAlias

from copytrail.model import Paragraph, ParagraphKind, Span
from copytrail.passages import match_by_id, tile_derivative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copytrail.model import Comparison, Document

    Stretch: TypeAlias = tuple[Span, str, str | None]
    """Where it stands, its label, its match."""

KINDS = {"copied": "verbatim", "edited": "rewrite", "paraphrased": "rewrite", "added": "new"}
"""The labels in the words of METER (Clough et al. 2002), as far as it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A piece of one paragraph under one label."""

    name: str
    span: Span
    label: str
    matches: tuple[str, ...]
    """The ids of the matches that it belongs to; of the original's words several may use the same."""

    @property
    def kind(self) -> str:
        """Its label in METER's words."""
        return KINDS.get(self.label, self.label)


@dataclass(frozen=True, slots=True)
class Side:
    """One text as paragraphs of cells."""

    document: Document
    paragraphs: tuple[tuple[Paragraph, tuple[Cell, ...]], ...]

    def find_touching(self, span: Span) -> tuple[str, ...]:
        """The names of the cells that hold some of a stretch."""
        return tuple(
            cell.name
            for paragraph, cells in self.paragraphs
            if paragraph.span.start < span.end and span.start < paragraph.span.end
            for cell in cells
            if cell.span.start < span.end and span.start < cell.span.end
        )

    def list_by_match(self) -> dict[str, list[str]]:
        """The names of the cells of each match."""
        found: dict[str, list[str]] = defaultdict(list)
        for _paragraph, cells in self.paragraphs:
            for cell in cells:
                for match in cell.matches:
                    found[match].append(cell.name)
        return found


def cut_derivative(comparison: Comparison, prefix: str) -> Side:
    """The derivative's passages, paragraph by paragraph."""
    document = comparison.derivative
    stretches = [(each.span, each.label.value, each.match) for each in tile_derivative(comparison)]
    inside = _sort_into_paragraphs(document, stretches)
    numbers = count(1)
    return Side(
        document,
        tuple(
            (
                paragraph,
                tuple(
                    Cell(name=f"{prefix}{next(numbers)}", span=span, label=label, matches=(match,) if match else ())
                    for span, label, match in found
                ),
            )
            for paragraph, found in zip(document.paragraphs, inside, strict=True)
        ),
    )


def cut_original(comparison: Comparison, prefix: str) -> Side:
    """The original cut wherever a match begins or ends: used by so many matches, or left out."""
    document = comparison.original
    known = match_by_id(comparison)
    stretches = [(span, name, name) for name, match in known.items() for span in match.original]
    inside = _sort_into_paragraphs(document, stretches)
    numbers = count(1)
    paragraphs = []
    for paragraph, found in zip(document.paragraphs, inside, strict=True):
        cells = tuple(
            Cell(name=f"{prefix}{next(numbers)}", span=span, label=_name_use(paragraph, users), matches=users)
            for span, users in _cut(document, paragraph.span, [(span, match) for span, _label, match in found if match])
        )
        paragraphs.append((paragraph, cells))
    return Side(document, tuple(paragraphs))


def _sort_into_paragraphs(document: Document, stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """For each paragraph the parts of stretches that stand in it."""
    ends = [paragraph.span.end for paragraph in document.paragraphs]
    found: list[list[Stretch]] = [[] for _ in ends]
    for span, label, match in stretches:
        place = bisect_right(ends, span.start)
        while place < len(ends) and document.paragraphs[place].span.start < span.end:
            whole = document.paragraphs[place].span
            part = Span(max(span.start, whole.start), min(span.end, whole.end))
            if part.start < part.end:
                found[place].append((part, label, match))
            place += 1
    return found


def _cut(document: Document, whole: Span, used: list[tuple[Span, str]]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The parts of a paragraph between the edges of what is used; signs go with the words before them."""
    edges = sorted({whole.start, *(edge for span, _ in used for edge in (span.start, span.end))} - {whole.end})
    pieces = enumerate(pairwise([*edges, whole.end]))
    starts = [start for number, (start, end) in pieces if number == 0 or document.index.between(start, end)]
    for start, end in pairwise([*starts, whole.end]):
        yield Span(start, end), tuple(match for span, match in used if span.start <= start < span.end)


def _name_use(paragraph: Paragraph, users: tuple[str, ...]) -> str:
    if paragraph.kind is ParagraphKind.FURNITURE:
        return "furniture"
    return "used" if users else "left_out"
