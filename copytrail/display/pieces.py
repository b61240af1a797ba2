"""Passages cut at paragraph ends: the pieces that a page marks, links, counts and lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from copytrail.model import Act, Comparison, Document, EditKind, Label, Match, Passage, Span
from copytrail.passages import match_by_id, tile_derivative, tile_original
from copytrail.words import WordIndex


class Side(StrEnum):
    """Which of the two documents something stands in."""

    ORIGINAL = "original"
    DERIVATIVE = "derivative"

    @property
    def letter(self) -> str:
        """What its paragraphs are numbered with: R for the release, A for the article."""
        return "R" if self is Side.ORIGINAL else "A"


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
    unpaired: bool = False
    """Whether a person said that words of it come from nowhere."""

    @property
    def by_hand(self) -> bool:
        """Whether what it says is a person's word."""
        return self.unpaired or (self.match is not None and self.match.corrected is not None)

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

    def by_paragraph(self, side: Side) -> dict[int, tuple[Piece, ...]]:
        """The pieces of one side by the number of their paragraph."""
        grouped: defaultdict[int, list[Piece]] = defaultdict(list)
        for piece in self.on(side):
            grouped[piece.paragraph].append(piece)
        return {number: tuple(pieces) for number, pieces in grouped.items()}


def find_pieces(comparison: Comparison) -> Pieces:
    """Cut both tilings into pieces and give each its key."""
    matches = match_by_id(comparison)
    original, derivative = comparison.original, comparison.derivative
    original_words, derivative_words = WordIndex(original.words), WordIndex(derivative.words)
    originals = cut_passages(original, tile_original(comparison), original_words)
    derivatives = cut_passages(derivative, tile_derivative(comparison), derivative_words)
    named = _name(Side.DERIVATIVE, derivatives, matches, derivative_words)
    return Pieces(
        original=_name(Side.ORIGINAL, originals, matches, original_words),
        derivative=tuple(_mark_unpaired(comparison, piece) for piece in named) if comparison.corrections else named,
        original_words=original_words,
        derivative_words=derivative_words,
    )


def is_unpaired(comparison: Comparison, span: Span) -> bool:
    """Whether a person said of words of an added passage that they come from nowhere."""
    unpaired = (each.span for each in comparison.corrections if each.correction.act is Act.UNPAIR)
    return any(each.overlaps(span) for each in unpaired)


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What of a passage lies in one paragraph, and how many words that is."""

    paragraph: int
    span: Span
    passage: Passage
    words: int


def cut_passages(document: Document, passages: tuple[Passage, ...], words: WordIndex) -> Iterator[Cut]:
    """Each passage within each paragraph, where it holds words."""
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
                span = trim(document.text, inside)
                yield Cut(paragraph=paragraph.number, span=span, passage=passage, words=count)


_LETTERS = {Label.ADDED: "x", Label.LEFT_OUT: "l", Label.FURNITURE: "f"}


def _name(side: Side, cuts: Iterator[Cut], matches: dict[str, Match], words: WordIndex) -> tuple[Piece, ...]:
    """The pieces with their keys: the match's id, or a letter and a running number."""
    pieces: list[Piece] = []
    seen: set[str] = set()
    running = dict.fromkeys(_LETTERS, 0)
    for cut in cuts:
        label, match = cut.passage.label, matches.get(cut.passage.match or "")
        if match is None:
            running[label] = running.get(label, 0) + 1
            key = f"{_LETTERS.get(label, 'x')}{running[label]}"
        else:
            key = match.id
        pieces.append(
            Piece(
                key=key,
                side=side,
                paragraph=cut.paragraph,
                span=cut.span,
                label=label,
                words=cut.words,
                kept=_count_kept(side, match, cut.span, words) if match else 0,
                match=match,
                first=key not in seen,
            )
        )
        seen.add(key)
    return tuple(pieces)


def _mark_unpaired(comparison: Comparison, piece: Piece) -> Piece:
    """An added passage of which a person said so."""
    return replace(piece, unpaired=is_unpaired(comparison, piece.span)) if piece.label is Label.ADDED else piece


def _count_kept(side: Side, match: Match, span: Span, words: WordIndex) -> int:
    """How many words of a stretch a match keeps."""
    kept = 0
    for edit in match.edits:
        place = edit.original if side is Side.ORIGINAL else edit.derivative
        if edit.kind is EditKind.KEPT and place and place.overlaps(span):
            kept += words.count(max(place.start, span.start), min(place.end, span.end))
    return kept
