"""The sentences around quotations: words with the signs before them, and the quotations they hold.

A frame is one sentence as its speaker's attribution is read from it: its words outside the marks, in order, and the
quotations that stand between them. `“Why?” he asked.` is one frame, though a question mark ends inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from copytrail.model import Document, Paragraph
from copytrail.read.speech.marks import Quoted

_LONGEST = 150
"""In words; of a longer sentence only the words next to a quotation are looked at."""


class Token(NamedTuple):
    """A word outside the marks with the signs between it and the word or quotation before; a tuple, as `Word` is."""

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

    document: Document
    stretches: list[tuple[range, int]] = field(default_factory=list)
    """Its words by their numbers, in runs without a quotation, and where the signs before each run begin."""
    quoted: list[Quoted] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    tail: str = ""
    """The signs after its last word."""
    _tokens: list[Token] | None = None

    @property
    def tokens(self) -> list[Token]:
        """Its words outside the marks, in order; most sentences are never asked for them."""
        if self._tokens is None:
            self._tokens = [token for numbers, last in self.stretches for token in self._read(numbers, last)]
        return self._tokens

    @property
    def count(self) -> int:
        """How many words stand outside the marks."""
        return sum(len(numbers) for numbers, _ in self.stretches)

    @property
    def start(self) -> int:
        """Where it begins: with its first word or quotation."""
        starts = [self.document.index.starts[numbers.start] for numbers, _ in self.stretches[:1]]
        return min([*starts, *(one.outer.start for one in self.quoted[:1])], default=0)

    def has_any(self, words: Set[str]) -> bool:
        """Whether one of some words, as written, stands outside the marks."""
        written = self.document.index.words
        return any(not words.isdisjoint(written[numbers.start : numbers.stop]) for numbers, _ in self.stretches)

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

    def _read(self, numbers: range, last: int) -> Iterator[Token]:
        """The words of a run; the signs before the first one begin at `last`."""
        text, index, here = self.document.text, self.document.index, slice(numbers.start, numbers.stop)
        for word, (start, end) in zip(index.words[here], index.places[here], strict=True):
            gap = text[last:start]
            yield Token(word, word.lower().replace("’", "'"), start, end, "" if gap == " " else gap.strip())
            last = end


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

    def _read(self, paragraph: Paragraph) -> list[Frame]:
        """The frames of a paragraph that was not read before."""
        self._ends = [sentence.end for sentence in paragraph.sentences[:-1]]
        frames = [Frame(self._document)]
        last = paragraph.span.start
        for item in self._items(paragraph):
            start = self._document.index.starts[item.start] if isinstance(item, range) else item.outer.start
            if last > paragraph.span.start and self._parts(frames[-1], last, start, is_word=isinstance(item, range)):
                self._begin(frames, last, start)
            if isinstance(item, range):
                last = self._add_words(frames, item, last)
            else:
                frames[-1].places.append(frames[-1].count)
                frames[-1].quoted.append(item)
                last = item.outer.end
        frames[-1].tail = self._document.text[last : paragraph.span.end]
        return frames

    def _begin(self, frames: list[Frame], last: int, start: int) -> None:
        """Begins a frame; the signs up to it belong to the one before."""
        frames[-1].tail = self._document.text[last:start]
        frames.append(Frame(self._document))

    def _add_words(self, frames: list[Frame], numbers: range, last: int) -> int:
        """Adds a run of words to the last frame, and further frames where sentences end in it; says where it ends."""
        index, here = self._document.index, numbers.start
        for number in self._cuts(numbers):
            frames[-1].stretches.append((range(here, number), last))
            here, last = number, index.places[number - 1][1]
            self._begin(frames, last, index.starts[number])
        frames[-1].stretches.append((range(here, numbers.stop), last))
        return index.places[numbers.stop - 1][1]

    def _cuts(self, numbers: range) -> Iterator[int]:
        """The words of a run that begin a sentence inside it; what a colon announces goes with its announcement."""
        index, text, seen = self._document.index, self._document.text, numbers.start
        first = bisect_left(self._ends, index.places[numbers.start][1])
        for end in self._ends[first : bisect_right(self._ends, index.starts[numbers.stop - 1])]:
            number = bisect_left(index.starts, end, numbers.start, numbers.stop)
            if number > seen and index.places[number - 1][1] <= end:
                seen = number
                if text[end - 1] != ":":
                    yield number

    def _items(self, paragraph: Paragraph) -> Iterator[range | Quoted]:
        """The runs of words outside the marks and the quotations of a paragraph, in order."""
        index, here = self._document.index, paragraph.span.start
        first = max(0, bisect_left(self._starts, here) - 1)
        for quoted in self._quoted[first:]:
            if quoted.outer.start >= paragraph.span.end:
                break
            if quoted.outer.end <= here:
                continue
            if numbers := index.between(here, quoted.outer.start):
                yield numbers
            yield quoted
            here = quoted.outer.end
        if numbers := index.between(here, paragraph.span.end):
            yield numbers

    def _ends_between(self, last: int, start: int) -> bool:
        """Whether a sentence ends in a stretch before a quotation."""
        number = bisect_left(self._ends, last)
        nearest = self._ends[number : number + 1]
        return any(end <= start and self._document.text[end - 1] != ":" for end in nearest)

    def _parts(self, frame: Frame, last: int, start: int, *, is_word: bool) -> bool:
        """Whether a sentence ends between the last word or quotation and a quotation or run of words."""
        text = self._document.text
        is_after_quotation = bool(frame.quoted) and frame.quoted[-1].outer.end == last
        if not is_after_quotation:
            return self._ends_between(last, start)
        content = frame.quoted[-1].content.of(text).rstrip("’'”\"")
        if not is_word:
            return content[-1:] in {".", "!", "?", "…"} and not text[last:start].strip(" \n—–-")
        between = text[last:start].strip()
        if between[:1] in {",", "—", "–", "-", "(", ";"}:
            return False
        is_capital = text[start].isupper()
        if between[:1] in {".", "!", "?"}:
            return is_capital
        return is_capital and content[-1:] == "."
