"""What a page of a PDF is made of: words with their places, pieces of rows, lines and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from copytrail.model import ParagraphKind

TERMINAL = re.compile(r"[.!?…:;。！？؟।][\"'’”»›)\]]*$")
"""How a line ends that can be the last of a paragraph."""
LIST_MARK = re.compile(r"(?:[•‣◦▪●○■□·*–—✓➢➔→◻-]|\(?\d{1,2}[.)]|\(?[a-z]\))(?:\s+(?=\S)|$)")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of characters without a space, where it stands and how it looks."""

    text: str
    left: float
    right: float
    base: float
    """The height of its base line; pages count upwards."""
    size: float
    is_bold: bool = False
    is_glued: bool = False
    """Whether no space parts it from the word read before it."""
    reason: str = ""
    """Why it is no part of the text, where its look says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one row that stand close together."""

    words: tuple[Word, ...]
    row: int
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of one column."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    first: float
    """How wide its first word is."""
    cells: int = 1
    """So many parts of it stand far from one another."""

    @property
    def is_ended(self) -> bool:
        """Whether a paragraph can end here."""
        return bool(TERMINAL.search(self.text))


@dataclass(slots=True)
class Passage:
    """Lines of one paragraph as it grows over lines, columns and pages."""

    lines: list[Line] = field(default_factory=list)
    kind: ParagraphKind | None = None
    furniture: str = ""
    page: int = 0
    measure: tuple[float, float] = (0.0, 0.0)
    """The left and right edge of its column."""
    starts_column: bool = False
    ends_column: bool = False

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


def make_piece(words: Sequence[Word], row: int) -> Piece:
    """Words that follow one another in a row, as a piece of it."""
    return Piece(
        words=tuple(words),
        row=row,
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        base=max(words, key=lambda word: word.size).base,
        size=find_size(words),
    )


def find_size(words: Sequence[Word]) -> float:
    """The size of most characters."""
    if len(words) == 1:
        return words[0].size
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def is_unspaced(before: str, after: str) -> bool:
    """Whether no space stands between two parts because their script has none."""
    return bool(before and after and _UNSPACED.match(before[-1]) and _UNSPACED.match(after[0]))
