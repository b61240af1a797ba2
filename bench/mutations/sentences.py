"""Texts cut into paragraphs and sentences, and put together again with the places that were changed.

The cut is careful and the benchmark's own: where a full stop may stand in an abbreviation, two sentences stay one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.mutations.changes import Change, Source
from copytrail.model.segments import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"(?<=[a-zäöüß0-9%]{3})[.!?][”\"’»“]?\s+(?=[“\"„«A-ZÄÖÜ])")
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[“”\"„«»]|''")
_SHORT = re.compile(
    r"\b(?:Sen|Rep|Gov|Gen|Col|Maj|Capt|Sgt|Rev|Prof|Inc|Corp|Ltd|Mrs|Mio|Mrd|bzw|usw|ggf|etc|Dept|Nov|Dec|Oct|Feb|Jan|"
    r"Aug)[.!?]$"
)

Layout = list[list[Span]]
"""The sentences of each paragraph."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a changed text, where they stood, and whether the change shows in them."""

    words: str
    source: Span | None = None
    is_marked: bool = False


def lay_out(text: str) -> Layout:
    """The sentences of the paragraphs of a text.

    >>> [[span.of("Ada left. Bob stayed.") for span in paragraph] for paragraph in lay_out("Ada left. Bob stayed.")]
    [['Ada left.', 'Bob stayed.']]
    """
    return [_cut(text, Span(*found.span())) for found in _PARAGRAPH.finditer(text) if found.group().strip()]


def count_words(text: str) -> int:
    """How many words there are."""
    return len(_WORD.findall(text))


def is_whole(words: str) -> bool:
    """Whether no quotation begins or ends outside these words, and they end as a sentence does."""
    opened = sum(words.count(mark) for mark in "“„«")
    closed = sum(words.count(mark) for mark in "”»")
    straight = words.count('"')
    is_even = straight % 2 == 0 and (opened == closed or ("„" in words and words.count("“") == words.count("„")))
    return is_even and bool(re.search(r"[.!?][”\"’»“]?$", words))


def has_marks(words: str) -> bool:
    """Whether somebody is quoted."""
    return bool(_MARKS.search(words))


def as_pieces(text: str, layout: Layout) -> list[list[Piece]]:
    """The text as it is, sentence by sentence."""
    return [[Piece(span.of(text), span) for span in sentences] for sentences in layout]


def compose(paragraphs: Sequence[Sequence[Piece]], way: str, original: Sequence[Span] = ()) -> Change:
    """The text of some pieces; the change shows in the marked ones, and at the places of the original named."""
    text, seen = "", list(original)
    there: list[Span] = []
    for pieces in (some for some in paragraphs if some):
        text += "\n\n" if text else ""
        for number, piece in enumerate(pieces):
            start = len(text) + (number > 0)
            text += (" " if number else "") + piece.words
            if piece.is_marked:
                there.append(Span(start, len(text)))
                seen += [piece.source] if piece.source else []
    return Change(text, tuple(sorted(seen)), tuple(there), way)


def choose_sentences(
    source: Source, layout: Layout, is_fit: Callable[[str], bool], *, is_narrated: bool = False
) -> list[tuple[int, int]]:
    """The sentences that are fit for something, each by paragraph and number.

    None that begins or ends inside a quotation; of narrated ones no part is anybody's words.
    """
    said = [one.content for one in source.quotations]
    return [
        (row, number)
        for row, sentences in enumerate(layout)
        for number, span in enumerate(sentences)
        if is_fit(span.of(source.text))
        and all((span.contains(one) and not is_narrated) or not span.overlaps(one) for one in said)
    ]


def _cut(text: str, paragraph: Span) -> list[Span]:
    words = paragraph.of(text)
    starts = [0]
    for found in _END.finditer(words):
        if not _SHORT.search(words[: found.start() + 1]) and is_whole(words[starts[-1] : found.end()].strip()):
            starts.append(found.end())
    ends = [*starts[1:], len(words)]
    stripped = (words[start:end].rstrip() for start, end in zip(starts, ends, strict=True))
    return [
        Span(paragraph.start + start, paragraph.start + start + len(one))
        for start, one in zip(starts, stripped, strict=True)
    ]
