"""Pieces grown over the few new words beside them, which are edits of them and no passages of their own.

A piece takes fewer words than a clause: at the ends of its sentence, and up to a comma or the like. It
never grows over a quotation mark, so that a quotation stays apart from the words that introduce it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copytrail.align.pieces import Piece
from copytrail.align.terms import Pair, Sentence
from copytrail.model import Thresholds

_QUOTATION_MARKS = frozenset('"“”„«»‘')
_CLAUSE_MARKS = frozenset(",;:–—()")
_BEFORE_OPENING = re.compile(r".*\s", re.DOTALL)


def grow_pieces(pair: Pair, sentence: Sentence, pieces: list[Piece], thresholds: Thresholds) -> list[Piece]:
    """The pieces of a sentence, in order, each with the words beside it that belong to it."""
    grower = _Grower(pair, thresholds.clause_words)
    grown: list[Piece] = []
    start = sentence.first
    for number, piece in enumerate(pieces):
        is_last = number + 1 == len(pieces)
        stop = sentence.end if is_last else pieces[number + 1].derivative.start
        first = grower.reach_left(range(start, piece.derivative.start))
        last = grower.reach_right(range(piece.derivative.stop, stop), is_last=is_last)
        grown.append(grower.grow(piece, first, last))
        start = last
    return grown


class _Grower:
    """Finds how far a piece reaches."""

    def __init__(self, pair: Pair, limit: int) -> None:
        self.pair = pair
        self.limit = limit

    def reach_left(self, free: range) -> int:
        """From where a piece takes the free words before it: all if they are few, else those after the last comma."""
        for start in range(max(free.start, free.stop - self.limit + 1), free.stop):
            closes = start == free.start and len(free) < self.limit
            divides = self._marks(start - 1) & _CLAUSE_MARKS
            if (closes or divides) and not self._has_quotation(range(start, free.stop + 1)):
                return start
        return free.stop

    def reach_right(self, free: range, *, is_last: bool) -> int:
        """Up to where a piece takes the free words after it; before another piece only those up to a comma."""
        for stop in range(min(free.stop, free.start + self.limit - 1), free.start, -1):
            closes = is_last and stop == free.stop
            divides = stop < free.stop and self._marks(stop - 1) & _CLAUSE_MARKS
            if (closes or divides) and not self._has_quotation(range(free.start, min(stop + 1, free.stop))):
                return stop
        return free.start

    def grow(self, piece: Piece, start: int, stop: int) -> Piece:
        """A piece over more words; they stand for the original's own words there, if those are as few."""
        sentences, numbers = self.pair.original.sentences, self.pair.original.sentence_of
        originals = list(piece.originals)
        first, last = sentences[numbers[originals[0].start]].first, sentences[numbers[originals[-1].start]].end
        if start < piece.derivative.start and originals[0].start - first < self.limit:
            originals[0] = range(first, originals[0].stop)
        if stop > piece.derivative.stop and last - originals[-1].stop < self.limit:
            originals[-1] = range(originals[-1].start, last)
        return replace(piece, derivative=range(start, stop), originals=tuple(originals))

    def _has_quotation(self, words: range) -> bool:
        """Whether a quotation mark stands before one of these words or between them."""
        return any(self._marks(word - 1) & _QUOTATION_MARKS for word in words)

    def _marks(self, word: int) -> set[str]:
        """The signs between a word and the next one; after a sentence only those that open the next sentence."""
        side = self.pair.derivative
        if word < 0 or word + 1 >= len(side.places):
            return set()
        signs = side.document.text[side.places[word][1] : side.places[word + 1][0]]
        is_last = side.sentence_of[word] != side.sentence_of[word + 1]
        return set(_BEFORE_OPENING.sub("", signs) if is_last else signs)
