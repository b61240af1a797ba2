"""Passages cut at paragraph ends: the pieces that a page marks, links, counts and lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from copytrail.model import Comparison, Document, EditKind, Label, Match, Passage, Span
from copytrail.passages import tile_derivative, tile_original
from copytrail.words import WordIndex


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
    kept: int = 0
    """How many of its words the match keeps as they stand on the other side."""
    match: Match | None = None
    first: bool = True
    """Whether it is the first piece of its key on its side, the one that links go to."""

    @property
    def anchor(self) -> str:
        """The name of this place within the page."""
        return f"{'o' if self.side is Side.ORIGINAL else 'd'}-{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """All pieces of a comparison, both sides in the order of their text."""

    original: tuple[Piece, ...]
    derivative: tuple[Piece, ...]
    original_words: WordIndex
    derivative_words: WordIndex

    def on(self, side: Side) -> tuple[Piece, ...]:
        """The pieces of one side."""
        return self.original if side is Side.ORIGINAL else self.derivative

    def words_on(self, side: Side) -> WordIndex:
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
    original, derivative = comparison.original, comparison.derivative
    original_words, derivative_words = WordIndex(original.words), WordIndex(derivative.words)
    originals = _cut(original, tile_original(comparison), original_words)
    derivatives = _cut(derivative, tile_derivative(comparison), derivative_words)
    return Pieces(
        original=_name(Side.ORIGINAL, originals, matches, original_words),
        derivative=_name(Side.DERIVATIVE, derivatives, matches, derivative_words),
        original_words=original_words,
        derivative_words=derivative_words,
    )


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


_Cut = tuple[int, Span, Passage, int]


def _cut(document: Document, passages: tuple[Passage, ...], words: WordIndex) -> Iterator[_Cut]:
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
            count = words.count(inside.start, inside.end)
            if count:
                yield paragraph.number, trim(document.text, inside), passage, count


_LETTERS = {Label.ADDED: "x", Label.LEFT_OUT: "l", Label.FURNITURE: "f"}


def _name(side: Side, cuts: Iterator[_Cut], matches: dict[str, Match], words: WordIndex) -> tuple[Piece, ...]:
    """The pieces with their keys: the match's id, or a letter and a running number."""
    pieces: list[Piece] = []
    seen: set[str] = set()
    running = dict.fromkeys(_LETTERS, 0)
    for number, span, passage, count in cuts:
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
                words=count,
                kept=_count_kept(side, match, span, words) if match else 0,
                match=match,
                first=key not in seen,
            )
        )
        seen.add(key)
    return tuple(pieces)


def _count_kept(side: Side, match: Match, span: Span, words: WordIndex) -> int:
    """How many words of a stretch a match keeps."""
    kept = 0
    for edit in match.edits:
        place = edit.original if side is Side.ORIGINAL else edit.derivative
        if edit.kind is EditKind.KEPT and place and place.overlaps(span):
            kept += words.count(max(place.start, span.start), min(place.end, span.end))
    return kept
