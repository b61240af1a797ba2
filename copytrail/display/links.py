"""Which paragraphs of the two documents share matches, how much, and where each is best shown."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from copytrail.display.pieces import Piece, Pieces, Side, trim
from copytrail.model import Comparison, Document, Match, Span


@dataclass(frozen=True, slots=True)
class Link:
    """What two paragraphs share: words at most, and the matches."""

    words: int
    matches: tuple[Match, ...]


Links = dict[int, dict[int, Link]]
"""For a paragraph of the leading side, its partners on the other side."""


def link_paragraphs(comparison: Comparison, pieces: Pieces, lead: Side) -> Links:
    """For each leading paragraph the paragraphs of the other side that it shares matches with."""
    places: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for piece in pieces.derivative:
        if piece.match:
            places[piece.key][piece.paragraph] += piece.words
    found: dict[int, dict[int, list[tuple[int, Match]]]] = defaultdict(lambda: defaultdict(list))
    for match in comparison.matches:
        originals: dict[int, int] = defaultdict(int)
        for piece in cut_original(comparison.original, pieces, match):
            originals[piece.paragraph] += piece.words
        for article, article_words in places[match.id].items():
            for release, release_words in originals.items():
                one, other = (article, release) if lead is Side.DERIVATIVE else (release, article)
                found[one][other].append((min(article_words, release_words), match))
    return {
        one: {
            other: Link(sum(words for words, _ in each), tuple(match for _, match in each))
            for other, each in partners.items()
        }
        for one, partners in found.items()
    }


def find_homes(links: Links) -> dict[int, int]:
    """For each paragraph of the other side the leading paragraph it shares most with, the first of equals."""
    best: dict[int, tuple[int, int]] = {}
    for lead, partners in links.items():
        for other, link in partners.items():
            best[other] = max(best.get(other, (0, 0)), (link.words, -lead))
    return {other: -lead for other, (_, lead) in best.items()}


def main_partner(partners: dict[int, Link]) -> int:
    """The partner with which a paragraph shares most, the first of equals."""
    return max(partners, key=lambda number: (partners[number].words, -number))


def find_paragraph(document: Document, position: int) -> int:
    """The number of the paragraph that holds this place, or the last one before it."""
    place = bisect_right(document.paragraphs, position, key=lambda paragraph: paragraph.span.start)
    return document.paragraphs[max(0, place - 1)].number


def cut_original(document: Document, pieces: Pieces, match: Match) -> tuple[Piece, ...]:
    """The original passages of a match as pieces, also where the tiling gave their words to another match."""
    cut: list[Piece] = []
    for span in match.original:
        first = find_paragraph(document, span.start)
        for place in range(first - 1, len(document.paragraphs)):
            paragraph = document.paragraphs[place]
            if paragraph.span.start >= span.end:
                break
            inside = Span(max(span.start, paragraph.span.start), min(span.end, paragraph.span.end))
            words = pieces.original_words.count(inside.start, inside.end)
            if words:
                cut.append(
                    Piece(
                        key=match.id,
                        side=Side.ORIGINAL,
                        paragraph=paragraph.number,
                        label=match.label,
                        span=trim(document.text, inside),
                        words=words,
                        match=match,
                        first=False,
                    )
                )
    return tuple(cut)
