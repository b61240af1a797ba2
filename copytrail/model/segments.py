"""A text and its segments: spans, paragraphs, documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from copytrail.words import TextWords

_NO_WORDS = TextWords("")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start` included and `end` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers in `text`.

        >>> Span(4, 7).of("The UK said")
        'UK '
        """
        return text[self.start : self.end]

    def on_one_line(self, text: str) -> str:
        """These words with single spaces between them, as a sentence can show them.

        >>> Span(0, 8).on_one_line("The   UK said")
        'The UK'
        """
        return " ".join(self.of(text).split())

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class ParagraphKind(StrEnum):
    """What a paragraph is in its document."""

    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its sentences; `number` counts from 1 over all paragraphs of the document."""

    number: int
    span: Span
    kind: ParagraphKind
    sentences: tuple[Span, ...]
    reason: str = ""
    """Why the paragraph is furniture, in words; empty otherwise."""
    speaker: str = ""
    """Whose speech all of it is, where a person said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its segments, in the role of original or derivative."""

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    author: str = ""
    language: str = ""
    """The primary language subtag (`en`), or empty where it is not known."""
    publisher: str = ""
    url: str = ""
    published: str = ""
    """The date of publication as it was given, best as `YYYY-MM-DD`."""
    sha256: str = ""
    """The digest of the bytes it was read from, in hexadecimal; empty where nobody told it."""
    fetched: str = ""
    """When they were fetched from its address, in UTC as `YYYY-MM-DDTHH:MM:SSZ`; empty where they were not."""
    notes: tuple[str, ...] = ()
    """What to know of the file it came from, each a sentence: what was left aside, what a limit cut."""
    index: TextWords = field(default=_NO_WORDS, compare=False, repr=False)
    """The words of the text; they follow from it, and are found anew where those given are another text's."""

    def __post_init__(self) -> None:
        """Finds the words, once for all who count them."""
        if self.index.text is not self.text:
            object.__setattr__(self, "index", TextWords(self.text))

    @property
    def words(self) -> Sequence[tuple[int, int]]:
        """The words as (start, end) pairs."""
        return self.index.places

    def is_in_other_language(self, other: Document) -> bool:
        """Whether the languages of both texts are known and differ."""
        return "" != self.language != other.language != ""
