"""What counts as a word, everywhere: in shares, in edits and in the alignment.

A word is a run of letters, marks and digits. Apostrophes and hyphens join its parts (`UK-Iraq`,
`don’t`), points and commas join digits and initials (`12.3`, `U.K.`), a currency sign stands before
and a percent sign after a number. Scripts written without spaces give one word per character.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

_JOINERS = "'’ʼ‘＇\\-‐‑"
_CURRENCY = "$£€¥₹₽₩₺₴₪"
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Japanese, Chinese
)
_LATIN = r"0-9A-Za-zªµº²³¹¼-¾À-ÖØ-öø-\u024f"
"""Letters and digits of the Latin blocks: texts without others are read with quicker patterns."""
_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}]")
_BEYOND_LATIN = re.compile(r"[^\W_\0-\u024f]")
_ORDINARY = re.compile(r"[\s!-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*")
"""What most texts in Latin letters are made of."""
_LAST_MARK = chr(0x1F000)
"""Combining marks beyond this code point belong to no living script."""


def word_pairs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of a text, or of one stretch of it, as (start, end) pairs in order.

    >>> text = "The UK-Iraq deal (£12.3 billion)."
    >>> [text[start:end] for start, end in word_pairs(text)]
    ['The', 'UK-Iraq', 'deal', '£12.3', 'billion']
    """
    end = len(text) if end is None else end
    pattern = _choose_pattern(text[start:end])
    return [found.span() for found in pattern.finditer(text, start, end)]


def _choose_pattern(text: str) -> re.Pattern[str]:
    """The quickest pattern that finds the words of a text."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return _latin_pattern("")
    signs = "".join(set(text))
    if _ORDINARY.fullmatch(signs):
        return _latin_pattern("")
    hidden = "".join(f"\\U{ord(char):08x}" for char in sorted(filter(_is_hidden, signs)))
    if _BEYOND_LATIN.search(signs):
        return _any_pattern(hidden, _UNSPACED if _UNSPACED_LETTER.search(signs) else "")
    return _latin_pattern(hidden)


def _is_hidden(char: str) -> bool:
    """Whether a character stands inside words without being a letter: a mark, a format or control character."""
    category = unicodedata.category(char)
    return (category in {"Mn", "Mc", "Me", "Cf"} or (category == "Cc" and not char.isspace())) and char < _LAST_MARK


@lru_cache(maxsize=50)
def _latin_pattern(hidden: str) -> re.Pattern[str]:
    """Words of Latin letters and certain hidden characters; whether a word goes on is one look at a table."""
    first = rf"[{_LATIN}{_CURRENCY}](?:(?<![{_CURRENCY}])|(?=\d))"
    parts = _word_parts(f"[{_LATIN}][{_LATIN}{hidden}]*", _with_hidden(f"[{_LATIN}]", hidden))
    return re.compile(rf"({first}[{_LATIN}{hidden}]*(?:(?=[{_JOINERS}.,%‰]){parts})?)")


@lru_cache(maxsize=50)
def _any_pattern(hidden: str, alone: str) -> re.Pattern[str]:
    """Words of all letters and certain hidden characters; the letters `alone` are words by themselves."""
    letter = _with_hidden(rf"[^\W_{alone}]", hidden)
    word = rf"(?:[{_CURRENCY}](?=\d))?{letter}+{_word_parts(f'{letter}+', letter)}"
    single = _with_hidden(rf"(?=[^\W_])[{alone}]", hidden)
    return re.compile(f"({single}|{word})" if alone else f"({word})")


def _with_hidden(letter: str, hidden: str) -> str:
    """A letter with the hidden characters after it."""
    return f"(?:{letter}[{hidden}]*)" if hidden else letter


def _word_parts(letters: str, letter: str) -> str:
    """What may follow the first letters of a word: further parts with their joiners, and a percent sign."""
    hyphenated = rf"[{_JOINERS}]{letters}"
    decimal = rf"[.,](?<=\d[.,])(?=\d){letters}"
    initial = rf"\.(?<=\b[^\W\d_]\.){letter}(?!{letter})"
    return rf"(?:{hyphenated}|{decimal}|{initial})*(?:(?<=\d)[%‰])?"


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

    def touching(self, start: int, end: int) -> range:
        """The numbers of the words of which a stretch holds a part.

        >>> list(WordIndex(word_pairs("A new bridge opened.")).touching(3, 12))
        [1, 2]
        """
        first = bisect_right(self.starts, start)
        is_inside = first > 0 and self.places[first - 1][1] > start
        return range(first - is_inside, bisect_left(self.starts, end))

    def count(self, start: int, end: int) -> int:
        """How many words begin in a stretch."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)


class TextWords(WordIndex):
    """All the words of a text.

    >>> TextWords("A new bridge.").words
    ['A', 'new', 'bridge']
    """

    def __init__(self, text: str) -> None:
        parts = _choose_pattern(text).split(text)
        edges = list(accumulate(map(len, parts)))
        self.text = text
        self.words = parts[1::2]
        self.starts = edges[:-1:2]
        self.places = tuple(zip(self.starts, edges[1::2], strict=True))

    @cached_property
    def different(self) -> frozenset[str]:
        """The words as written, each once: what holds for a word need not be asked at every place."""
        return frozenset(self.words)
