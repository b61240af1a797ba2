"""Passages cut at paragraph ends: the pieces that a page marks, links, counts and lists."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from copytrail.model import Comparison, Document, Label, Match, Passage, Span
from copytrail.passages import tile_derivative, tile_original
from copytrail.segment import find_words


class Side(StrEnum):
    """Which of the two documents something stands in."""

    ORIGINAL = "original"
    DERIVATIVE = "derivative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one paragraph under one label; `key` names it in addresses, pieces of a match share theirs."""

    key: str
    side: Side
    paragraph: int
    span: Span
    label: Label
    words: int
    match: Match | None = None
    first: bool = True
    """Whether it is the first piece of its key on its side, the one that links go to."""

    @property
    def anchor(self) -> str:
        """The name of this place within the page."""
        return f"{'o' if self.side is Side.ORIGINAL else 'd'}-{self.key}"


@dataclass(frozen=True, slots=True)
class Words:
    """Where the words of a document begin and end, to count them fast."""

    spans: tuple[Span, ...]
    starts: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document) -> Words:
        """The words of this document."""
        spans = find_words(document.text)
        return cls(spans, [span.start for span in spans])

    def within(self, span: Span) -> tuple[Span, ...]:
        """The words that begin inside this span."""
        return self.spans[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """All pieces of a comparison, both sides in the order of their text."""

    original: tuple[Piece, ...]
    derivative: tuple[Piece, ...]
    original_words: Words
    derivative_words: Words

    def on(self, side: Side) -> tuple[Piece, ...]:
        """The pieces of one side."""
        return self.original if side is Side.ORIGINAL else self.derivative

    def words_on(self, side: Side) -> Words:
        """The words of one side."""
        return self.original_words if side is Side.ORIGINAL else self.derivative_words

    def by_paragraph(self, side: Side) -> dict[int, tuple[Piece, ...]]:
        """The pieces of one side by the number of their paragraph."""
        grouped: defaultdict[int, list[Piece]] = defaultdict(list)
        for piece in self.on(side):
            grouped[piece.paragraph].append(piece)
        return {number: tuple(pieces) for number, pieces in grouped.items()}


def find_pieces(comparison: Comparison) -> Pieces:
    """Cut both tilings into pieces and give each its key."""
    matches = {match.id: match for match in comparison.matches}
    original_words, derivative_words = Words.of(comparison.original), Words.of(comparison.derivative)
    return Pieces(
        original=_name(Side.ORIGINAL, _cut(comparison.original, tile_original(comparison), original_words), matches),
        derivative=_name(
            Side.DERIVATIVE, _cut(comparison.derivative, tile_derivative(comparison), derivative_words), matches
        ),
        original_words=original_words,
        derivative_words=derivative_words,
    )


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


_Cut = tuple[int, Span, Passage, int]


def _cut(document: Document, passages: tuple[Passage, ...], words: Words) -> Iterator[_Cut]:
    """Each passage within each paragraph, where it holds words: paragraph number, span, passage, words."""
    position = 0
    for paragraph in document.paragraphs:
        while position < len(passages) and passages[position].span.end <= paragraph.span.start:
            position += 1
        for place in range(position, len(passages)):
            passage = passages[place]
            if passage.span.start >= paragraph.span.end:
                break
            inside = Span(max(passage.span.start, paragraph.span.start), min(passage.span.end, paragraph.span.end))
            count = len(words.within(inside))
            if count:
                yield paragraph.number, trim(document.text, inside), passage, count


_LETTERS = {Label.ADDED: "x", Label.LEFT_OUT: "l", Label.FURNITURE: "f"}


def _name(side: Side, cuts: Iterator[_Cut], matches: dict[str, Match]) -> tuple[Piece, ...]:
    """The pieces with their keys: the match's id, or a letter and a running number."""
    pieces: list[Piece] = []
    seen: set[str] = set()
    running = dict.fromkeys(_LETTERS, 0)
    for number, span, passage, words in cuts:
        match = matches.get(passage.match or "")
        if match is None:
            running[passage.label] = running.get(passage.label, 0) + 1
            key = f"{_LETTERS.get(passage.label, 'x')}{running[passage.label]}"
        else:
            key = match.id
        pieces.append(
            Piece(
                key=key,
                side=side,
                paragraph=number,
                span=span,
                label=passage.label,
                words=words,
                match=match,
                first=key not in seen,
            )
        )
        seen.add(key)
    return tuple(pieces)
