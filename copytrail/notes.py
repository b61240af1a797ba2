"""Notes laid over a comparison: each finds its words again by themselves and what stands around them.

The words must stand where the same words are before or after them; where neither is left, words that occur once
only are meant all the same, if there are enough of them to know them by. What finds no place is kept and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copytrail.anchors import Finder, anchor_place, fold_words
from copytrail.model import Anchor, Comparison, Document, LaidNote, Note, NoteAbout, Place, Span

ENOUGH = 4
"""So many words are known by themselves, where they occur once."""


def lay_notes(comparison: Comparison, notes: Sequence[Note]) -> Comparison:
    """The comparison with notes beside it, in the order of the derivative; what finds no place stands last."""
    if not notes:
        return replace(comparison, notes=())
    derivative, original = Finder(comparison.derivative), Finder(comparison.original)
    laid = (
        LaidNote(
            note=note,
            derivative=find_words(derivative, note.place.derivative),
            original=find_words(original, note.place.original),
        )
        for note in notes
    )
    return replace(comparison, notes=tuple(sorted(laid, key=_order)))


def place_note(
    comparison: Comparison,
    about: NoteAbout,
    *,
    derivative: Span | None = None,
    original: Span | None = None,
    kind: str = "",
) -> Place:
    """What a note is on, as it is kept: whole words, with those around them."""
    return Place(
        about=about,
        derivative=_anchor(comparison.derivative, derivative),
        original=_anchor(comparison.original, original),
        kind=kind,
    )


def find_words(finder: Finder, anchor: Anchor | None) -> Span | None:
    """Where the words of an anchor stand now."""
    return None if anchor is None else finder.find(anchor) or finder.find_alone(anchor, ENOUGH)


def widen(document: Document, span: Span) -> Span | None:
    r"""A stretch from the beginning of its first word to the end of its last; nothing where it holds none.

    >>> from copytrail import read_plain
    >>> widen(read_plain("It rained."), Span(4, 10)), widen(read_plain("It rained."), Span(2, 3))
    (Span(start=3, end=9), None)
    """
    words = document.index.touching(span.start, span.end)
    return Span(document.words[words.start][0], document.words[words.stop - 1][1]) if words else None


def find_quoted(document: Document, within: Span, quoted: str) -> Span | None:
    """The first place inside a stretch where these words stand one after another."""
    wanted = fold_words(quoted)
    inside = document.index.between(within.start, within.end)
    for first in inside if wanted else ():
        last = first + len(wanted)
        if last <= inside.stop and tuple(word.casefold() for word in document.index.words[first:last]) == wanted:
            return Span(document.words[first][0], document.words[last - 1][1])
    return None


def _anchor(document: Document, span: Span | None) -> Anchor | None:
    wide = widen(document, span) if span else None
    return anchor_place(document, wide) if wide else None


def _order(laid: LaidNote) -> tuple[int, int, object]:
    """Notes on the article by their place, then those on the release, on the whole, and without a place."""
    note = laid.note
    if laid.derivative:
        return 0, laid.derivative.start, note.time
    if laid.original:
        return 1, laid.original.start, note.time
    return (2 if laid.is_placed else 3), 0, note.time
