"""The lines of a page as the rules for furniture see them, and where among them the article stands.

The article is the run of lines with the greatest sum, where text counts for its words and lines that are or may be
furniture count against it: maximum subsequence segmentation (Pasternack and Roth 2009), with rules for a classifier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copytrail.model import Paragraph, ParagraphKind

BODY_WORDS = 8
"""A paragraph of this many words that ends with a closing mark is text that furniture can follow."""
_LONG_WORDS = 20
"""And one of this many without."""
_SENTENCE_WORDS = 4
_MOST_COUNTED = 40
_FURNITURE_COUNTS = -5
_END_COUNTS = -20
_ENDS = frozenset({"comment form", "notice of rights", "note on the author"})
"""Furniture that hardly stands before the end of an article."""
_SHORT_COUNTS = -2
_CLOSING = re.compile(r"[.!?…:;。！？؟।][\s'\"’”“»«)\]]*$")
_FULL_STOP = re.compile(r"[.!?。！？؟।][\s'\"’”“»«)\]]*$")
_TELLING = re.compile(r"\w{4,}")
_STEM = 6


@dataclass(frozen=True, slots=True)
class PageLine:
    """A paragraph with what the rules ask of it."""

    number: int
    text: str
    kind: ParagraphKind
    words: int

    @property
    def is_text(self) -> bool:
        """Whether it reads like running text and not like a headline, a link or a button."""
        if self.kind is ParagraphKind.HEADING:
            return False
        return self.words >= _LONG_WORDS or (self.words >= BODY_WORDS and bool(_CLOSING.search(self.text)))

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence, however short, or text."""
        return self.is_text or (self.words >= _SENTENCE_WORDS and bool(_FULL_STOP.search(self.text)))


def list_lines(text: str, paragraphs: Sequence[Paragraph]) -> tuple[PageLine, ...]:
    """The lines of a page, one for each paragraph."""
    lines = ((p, p.span.of(text)) for p in paragraphs)
    return tuple(PageLine(p.number, line, p.kind, len(line.split())) for p, line in lines)


def find_article(lines: Sequence[PageLine], known: Mapping[int, str]) -> range:
    """The places of the lines from the first to the last paragraph of the article; `known` are reasons by number."""
    best, best_sum = range(0), 0
    start, total = 0, 0
    for place, line in enumerate(lines):
        if total <= 0:
            start, total = place, 0
        total += _weigh(line, known)
        if total > best_sum:
            best, best_sum = range(start, place + 1), total
    return best


def find_stems(lines: Sequence[PageLine]) -> frozenset[str]:
    """The beginnings of all longer words, by which lines about one subject are known."""
    return frozenset(word[:_STEM] for line in lines for word in _TELLING.findall(line.text.casefold()))


def _weigh(line: PageLine, known: Mapping[int, str]) -> int:
    if line.number in known:
        return _END_COUNTS if known[line.number] in _ENDS else _FURNITURE_COUNTS
    return min(line.words, _MOST_COUNTED) if line.is_sentence else _SHORT_COUNTS
