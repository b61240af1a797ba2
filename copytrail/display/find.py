"""Words to find in both texts, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.display.links import find_paragraph
from copytrail.display.pieces import Side
from copytrail.display.state import PageState
from copytrail.model import Comparison, Document, Span
from copytrail.text import fold

MOST_HITS = 2_000
"""More places than this are not marked; the page says so."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand; `number` counts from 1 through the article, then the release."""

    number: int
    side: Side
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """All places for the words of a state, and which of them is the current one."""

    hits: tuple[Hit, ...] = ()
    current: int = 0
    cut: bool = False
    places: frozenset[tuple[Side, int]] = frozenset()
    """The sides and paragraphs that hold a place."""

    def on(self, side: Side) -> tuple[tuple[int, Span], ...]:
        """The places of one side with their numbers."""
        return tuple((hit.number, hit.span) for hit in self.hits if hit.side is side)

    def is_in(self, side: Side, paragraph: int) -> bool:
        """Whether a paragraph holds a place found."""
        return (side, paragraph) in self.places


def find_places(comparison: Comparison, state: PageState) -> Found:
    """Look for the words in the article, then in the release: any case, spacing, accents and signs."""
    if not state.find:
        return Found()
    places = [
        (side, document, span)
        for side, document in ((Side.DERIVATIVE, comparison.derivative), (Side.ORIGINAL, comparison.original))
        for span in _find_apart(document.text, state.find)
    ]
    hits = tuple(
        Hit(number, side, _paragraph(document, span), span)
        for number, (side, document, span) in enumerate(places[:MOST_HITS], 1)
    )
    paragraphs = frozenset((hit.side, hit.paragraph) for hit in hits)
    return Found(hits, min(state.at, len(hits)), len(places) > MOST_HITS, paragraphs)


def _find_apart(text: str, words: str) -> Iterator[Span]:
    """Where the words stand, no place over another: of several within one letter (the two of an "ß") the first."""
    end = 0
    for span in fold(text).find(words):
        if span.start >= end:
            yield span
            end = span.end


def _paragraph(document: Document, span: Span) -> int:
    return find_paragraph(document, span.start) if document.paragraphs else 0
