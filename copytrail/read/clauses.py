"""The sentences around quotations: words with the signs before them, and the quotations they hold.

A frame is one sentence as its speaker's attribution is read from it: its words outside the marks, in order, and the
quotations that stand between them. `“Why?” he asked.` is one frame, though a question mark ends inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copytrail.model import Document, Paragraph
from copytrail.read.marks import Quoted

_LONGEST = 150
"""In words; of a longer sentence only the words next to a quotation are looked at."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word outside the marks with the signs that stand between it and the word or quotation before."""

    text: str
    lower: str
    start: int
    end: int
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Frame:
    """A sentence: its words outside the marks, its quotations, and before which word each of them stands."""

    tokens: list[Token] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    tail: str = ""
    """The signs after its last word."""

    @property
    def start(self) -> int:
        """Where it begins: with its first word or quotation."""
        starts = [part.start for part in self.tokens[:1]] + [one.outer.start for one in self.quoted[:1]]
        return min(starts, default=0)

    def before(self, number: int) -> list[Token]:
        """The words before one of its quotations."""
        return self.tokens[max(0, self.places[number] - _LONGEST) : self.places[number]]

    def after(self, number: int) -> list[Token]:
        """The words between one of its quotations and the next."""
        place = self.places[number]
        following = bisect_right(self.places, place)
        end = self.places[following] if following < len(self.places) else len(self.tokens)
        return self.tokens[place : min(place + _LONGEST, end)]

    def lead(self, text: str, number: int) -> str:
        """The signs between the word before a quotation and the quotation."""
        start = self.tokens[self.places[number] - 1].end if self.places[number] else self.quoted[number].outer.start
        return text[start : self.quoted[number].outer.start].strip()


class FrameReader:
    """Reads the frames of a document's paragraphs; the words are found once."""

    def __init__(self, document: Document, quoted: Sequence[Quoted]) -> None:
        self._document = document
        self._ends: list[int] = []
        self._frames: dict[int, list[Frame]] = {}
        self._quoted = quoted
        self._starts = [one.outer.start for one in quoted]

    def read(self, paragraph: Paragraph) -> list[Frame]:
        """The frames of a paragraph, in order; a quotation over paragraphs belongs to each of them."""
        if paragraph.number not in self._frames:
            self._frames[paragraph.number] = self._read(paragraph)
        return self._frames[paragraph.number]

    def has_quotations(self, paragraph: Paragraph) -> bool:
        """Whether marks stand in a paragraph."""
        number = bisect_left(self._starts, paragraph.span.end) - 1
        return number >= 0 and self._quoted[number].outer.end > paragraph.span.start

    def _ends_between(self, last: int, start: int) -> bool:
        """Whether a sentence ends in a stretch; what a colon announces goes with its announcement."""
        number = bisect_left(self._ends, last)
        return (
            number < len(self._ends)
            and self._ends[number] <= start
            and self._document.text[self._ends[number] - 1] != ":"
        )

    def _read(self, paragraph: Paragraph) -> list[Frame]:
        """The frames of a paragraph that was not read before."""
        self._ends = [sentence.end for sentence in paragraph.sentences[:-1]]
        frames = [Frame()]
        last = paragraph.span.start
        for item in self._items(paragraph):
            start = item[0] if isinstance(item, tuple) else item.outer.start
            if last > paragraph.span.start and self._parts(frames[-1], last, item):
                frames[-1].tail = self._document.text[last:start]
                frames.append(Frame())
            if isinstance(item, tuple):
                frames[-1].tokens.append(self._token(item, last))
                last = item[1]
            else:
                frames[-1].quoted.append(item)
                frames[-1].places.append(len(frames[-1].tokens))
                last = item.outer.end
        frames[-1].tail = self._document.text[last : paragraph.span.end]
        return frames

    def _items(self, paragraph: Paragraph) -> Iterator[tuple[int, int] | Quoted]:
        """The words outside the marks and the quotations of a paragraph, in order."""
        here = paragraph.span.start
        first = max(0, bisect_left(self._starts, here) - 1)
        for quoted in self._quoted[first:]:
            if quoted.outer.start >= paragraph.span.end:
                break
            if quoted.outer.end <= here:
                continue
            yield from self._places(here, quoted.outer.start)
            yield quoted
            here = quoted.outer.end
        yield from self._places(here, paragraph.span.end)

    def _places(self, start: int, end: int) -> Sequence[tuple[int, int]]:
        """The places of the words of a stretch."""
        if start >= end:
            return ()
        numbers = self._document.index.between(start, end)
        return self._document.words[numbers.start : numbers.stop]

    def _token(self, place: tuple[int, int], last: int) -> Token:
        """A word with the signs since the last word or quotation."""
        text = self._document.text
        word = text[place[0] : place[1]]
        return Token(word, word.lower().replace("’", "'"), place[0], place[1], text[last : place[0]].strip())

    def _parts(self, frame: Frame, last: int, item: tuple[int, int] | Quoted) -> bool:
        """Whether a sentence ends between the last word or quotation and the next."""
        start = item[0] if isinstance(item, tuple) else item.outer.start
        text = self._document.text
        is_after_quotation = bool(frame.quoted) and frame.quoted[-1].outer.end == last
        if not is_after_quotation:
            return self._ends_between(last, start)
        content = frame.quoted[-1].content.of(text).rstrip("’'”\"")
        if isinstance(item, Quoted):
            return content[-1:] in {".", "!", "?", "…"} and not text[last:start].strip(" \n—–-")
        between = text[last:start].strip()
        if between[:1] in {",", "—", "–", "-", "(", ";"}:
            return False
        is_capital = text[item[0]].isupper()
        if between[:1] in {".", "!", "?"}:
            return is_capital
        return is_capital and content[-1:] == "."
