"""A place of a document by its words and those around it (a W3C text quote selector), and how it is found again.

Signs, spaces and the case of letters play no part. A place is the same where its words are, and the six words
before it or the six after it; of several the nearest is meant.
"""

from __future__ import annotations

from collections import defaultdict

from copytrail.model import Anchor, Document, Span
from copytrail.words import word_pairs

AROUND = 6
"""So many words on either side of a place are kept with it."""


def anchor_place(document: Document, span: Span) -> Anchor:
    """A place with the words around it."""
    places = document.words
    inside = document.index.between(span.start, span.end)
    first, last = max(0, inside.start - AROUND), min(len(places), inside.stop + AROUND) - 1
    start = places[first][0] if first < inside.start else span.start
    end = places[last][1] if last >= inside.stop else span.end
    return Anchor(
        exact=span.of(document.text),
        prefix=document.text[start : span.start],
        suffix=document.text[span.end : end],
        start=span.start,
    )


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text, whatever their case and the signs between them."""
    return tuple(text[start:end].casefold() for start, end in word_pairs(text))


def count_same_sides(one: Anchor | None, other: Anchor | None) -> int:
    """How many sides of a place have the same words as before; a place that neither has is the same on both."""
    if one is None or other is None:
        return 2 if one is other else 0
    return (fold_words(one.prefix) == fold_words(other.prefix)) + (fold_words(one.suffix) == fold_words(other.suffix))


class Finder:
    """Finds places again in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = [word.casefold() for word in document.index.words]
        self.firsts: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            self.firsts[word].append(number)

    def find(self, anchor: Anchor) -> Span | None:
        """Where the words of an anchor stand now; nothing where they do not stand in the same surroundings.

        >>> from copytrail import read_plain
        >>> before = read_plain("It rained on Monday. Men came on Monday.")
        >>> after = read_plain("Nobody saw it. It rained on Monday. Men came on Monday.")
        >>> Finder(after).find(anchor_place(before, Span(33, 39)))
        Span(start=48, end=54)
        """
        wanted = list(fold_words(anchor.exact))
        found = []
        for first in self.firsts.get(wanted[0], ()) if wanted else ():
            last = first + len(wanted)
            if self.words[first:last] == wanted:
                span = Span(self.document.words[first][0], self.document.words[last - 1][1])
                same = count_same_sides(anchor, anchor_place(self.document, span))
                found.append((-same, abs(span.start - anchor.start), span))
        best = min(found, default=None)
        return best[2] if best and best[0] else None

    def find_alone(self, anchor: Anchor, enough: int) -> Span | None:
        """Where the words of an anchor stand whatever is around them, if they are enough and stand once only."""
        wanted = list(fold_words(anchor.exact))
        if len(wanted) < enough:
            return None
        size = len(wanted)
        places = [first for first in self.firsts.get(wanted[0], ()) if self.words[first : first + size] == wanted]
        if len(places) != 1:
            return None
        return Span(self.document.words[places[0]][0], self.document.words[places[0] + size - 1][1])
