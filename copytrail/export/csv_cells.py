"""A stretch of one document beside its counterparts in the other, as cells of a table."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copytrail.model import Document, Span

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
_BETWEEN = " […] "


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch of one document beside its counterparts in the other."""

    side: str
    document: Document
    span: Span
    other: Document
    others: tuple[Span, ...]

    def place(self) -> list[object]:
        """The side, the paragraph in which it begins, its offsets, and the paragraphs of its counterparts."""
        numbers = dict.fromkeys(str(number_paragraph(self.other, span)) for span in self.others)
        number = number_paragraph(self.document, self.span)
        return [self.side, number, self.span.start, self.span.end, "; ".join(numbers)]

    def words(self) -> list[str]:
        """The words of the original, then those of the derivative."""
        ours = _trim_words(self.document, self.span)
        both = [ours, _BETWEEN.join(_trim_words(self.other, span) for span in self.others)]
        return both if self.side == "original" else both[::-1]


def number_paragraph(document: Document, span: Span) -> int | str:
    """The number of the paragraph in which the passage begins."""
    place = bisect_right(document.paragraphs, span.start, key=lambda paragraph: paragraph.span.end)
    return document.paragraphs[place].number if place < len(document.paragraphs) else ""


def disarm(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> disarm("=1+1"), disarm("one")
    ("'=1+1", 'one')
    """
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def _trim_words(document: Document, span: Span) -> str:
    return span.of(document.text).strip()
