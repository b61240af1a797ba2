"""What counts as a word, everywhere: in shares, in edits and in the alignment.

A word is a run of letters, marks and digits. Apostrophes and hyphens join its parts (`UK-Iraq`,
`don’t`), points and commas join digits and initials (`12.3`, `U.K.`), a currency sign stands before
and a percent sign after a number. Scripts written without spaces give one word per character.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

_JOINERS = "'’ʼ‘＇\\-‐‑"
_CURRENCY = "$£€¥₹₽₩₺₴₪"
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Japanese, Chinese
)
_LAST_MARK = 0x1F000
"""Combining marks beyond this code point belong to no living script."""


def _word_pattern(letter: str, alone: str = "") -> re.Pattern[str]:
    """A pattern for words whose letters match `letter`; `alone` matches letters that are words by themselves."""
    hyphenated = rf"[{_JOINERS}]{letter}+"
    decimal = rf"[.,](?<=\d[.,])(?=\d){letter}+"
    initial = rf"\.(?<=\b[^\W\d_]\.){letter}(?!{letter})"
    word = rf"(?:[{_CURRENCY}](?=\d))?{letter}+(?:{hyphenated}|{decimal}|{initial})*(?:(?<=\d)[%‰])?"
    return re.compile(f"{alone}|{word}" if alone else word)


_PLAIN = _word_pattern(r"[^\W_]")


@cache
def _marks_and_controls() -> str:
    """Characters that stand inside words without being letters: combining marks, format and control characters."""
    kept = [
        chr(code)
        for code in range(_LAST_MARK)
        if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"}
        or (unicodedata.category(chr(code)) == "Cc" and not chr(code).isspace())
    ]
    return "".join(_as_ranges([ord(char) for char in kept]))


def _as_ranges(codes: list[int]) -> list[str]:
    """Sorted code points as the inside of a character class."""
    ranges: list[str] = []
    first = last = codes[0]
    for code in [*codes[1:], -1]:
        if code != last + 1:
            ranges.append(f"\\U{first:08x}-\\U{last:08x}")
            first = code
        last = code
    return ranges


@cache
def _special() -> re.Pattern[str]:
    """Matches characters for which the plain pattern is not enough."""
    return re.compile(f"[{_marks_and_controls()}{_UNSPACED}]")


@cache
def _full() -> re.Pattern[str]:
    """The pattern for texts with combining marks, hidden characters or scripts without spaces."""
    hidden = _marks_and_controls()
    return _word_pattern(rf"(?:[^\W_{_UNSPACED}][{hidden}]*)", rf"(?=[^\W_])[{_UNSPACED}][{hidden}]*")


def word_pairs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of a text, or of one stretch of it, as (start, end) pairs in order.

    >>> text = "The UK-Iraq deal (£12.3 billion)."
    >>> [text[start:end] for start, end in word_pairs(text)]
    ['The', 'UK-Iraq', 'deal', '£12.3', 'billion']
    """
    end = len(text) if end is None else end
    pattern = _full() if _special().search("".join(set(text[start:end]))) else _PLAIN
    return [found.span() for found in pattern.finditer(text, start, end)]


class WordIndex:
    """The words of one text, found once, for counting them in many of its stretches."""

    def __init__(self, places: Sequence[tuple[int, int]]) -> None:
        self.places = places
        self.starts = [start for start, _ in places]

    def between(self, start: int, end: int) -> range:
        """The numbers of the words that begin in a stretch.

        >>> list(WordIndex(word_pairs("A new bridge opened.")).between(2, 12))
        [1, 2]
        """
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def count(self, start: int, end: int) -> int:
        """How many words begin in a stretch."""
        return len(self.between(start, end))
