"""Canonical text, and the folded copies in which texts are compared and searched.

Folding removes what copying may change without changing the words: case, width, quotation-mark
style, hyphenation, hidden characters and spelling variants. It never changes the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from copytrail.lexicon import unify_spelling
from copytrail.model import Span

_LINE_ENDS = re.compile(r"\r\n?")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘＇`´"), "'")
_JOINING = dict.fromkeys(map(ord, "-\u2010\u2011\u00ad."), None)
_QUOTATION_MARKS = dict.fromkeys(map(ord, "“”„«»‹›"), '"')
_SEARCH_SIGNS = _APOSTROPHES | _QUOTATION_MARKS | dict.fromkeys(map(ord, "\u2010\u2011–—"), "-")


def canonicalise(raw: str) -> str:
    """The text as Copytrail keeps it: line ends are LF and there is no byte order mark; nothing else changes."""
    return _LINE_ENDS.sub("\n", raw.removeprefix("\ufeff"))


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """The form under which two words count as the same word.

    >>> fold_word("Co-operation") == fold_word("cooperation"), fold_word("Organise") == fold_word("organize")
    (True, True)
    """
    if word.isascii() and word.isalpha():
        return unify_spelling(word.lower())
    folded = word.lower() if word.isascii() else _fold_characters(word)
    folded = folded.translate(_APOSTROPHES) or word
    if not folded[0].isdigit() and not folded[-1].isdigit():
        folded = folded.translate(_JOINING)
    return unify_spelling(folded) or word


def without_owner(word: str) -> str:
    """A name without the ending that says it owns something.

    >>> without_owner("Holm’s"), without_owner("Holms")
    ('Holm', 'Holms')
    """
    return word.removesuffix("’s").removesuffix("'s")


def _fold_characters(text: str) -> str:
    """Compatibility forms unified, case folded, hidden characters dropped."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    if folded.isprintable():
        return folded
    return "".join(char for char in folded if unicodedata.category(char) not in {"Cf", "Cc"})


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A copy of a text for searching; `starts` gives for each of its characters the place in the text."""

    text: str
    starts: tuple[int, ...]
    length: int
    """The length of the text that was folded."""

    def find(self, needle: str) -> tuple[Span, ...]:
        """Where the needle stands in the text that was folded, whatever its case, quotes, dashes and spacing."""
        wanted = " ".join(fold(needle).text.split())
        if not wanted:
            return ()
        spaced = re.compile(r"\s+".join(map(re.escape, wanted.split(" "))))
        return tuple(self._span(found.start(), found.end()) for found in spaced.finditer(self.text))

    def _span(self, start: int, end: int) -> Span:
        """The span of the text that a range of the folded copy stands for."""
        last = self.starts[end - 1]
        following = bisect_right(self.starts, last)
        return Span(self.starts[start], self.starts[following] if following < len(self.starts) else self.length)


def fold(text: str) -> FoldedText:
    """A searchable copy of the text with the map back to it.

    >>> fold("“Real results”, he said").find('"REAL')
    (Span(start=0, end=5),)
    """
    pieces: list[str] = []
    starts: list[int] = []
    for place, char in enumerate(text):
        piece = char.casefold() if char.isascii() else _fold_for_search(char)
        pieces.append(piece)
        starts.extend([place] * len(piece))
    return FoldedText("".join(pieces), tuple(starts), len(text))


@lru_cache(maxsize=10_000)
def _fold_for_search(char: str) -> str:
    """One character as it is searched for: without marks, case or quotation-mark style."""
    folded = unicodedata.normalize("NFKD", _fold_characters(char.translate(_SEARCH_SIGNS)))
    return "".join(part for part in folded if unicodedata.category(part) != "Mn")
