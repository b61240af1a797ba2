"""Words to rows, and rows to pieces: what stands close together on one height."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copytrail.intake.pdf.layout import Piece, Word, is_unspaced, make_piece

_BELOW, _ABOVE = 0.25, 0.8
"""The band of a row around its base line, in sizes of its words."""
_GAP = 0.8
"""Words further apart, in sizes, stand in two pieces; where no column begins they are joined again."""
_RAISED = 0.15
_SMALL = 0.85
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNITS = frozenset({"m", "km", "cm", "mm", "ft"})
_MARKS = frozenset("0123456789*†‡§,")


def find_pieces(words: Sequence[Word]) -> list[Piece]:
    """The pieces of a page, from top to bottom."""
    pieces: list[Piece] = []
    for number, row in enumerate(_find_rows(words)):
        pieces += [make_piece(part, number) for part in _split(_sort(row))]
    return pieces


def spell(words: Sequence[Word]) -> str:
    """The text of words that follow one another on a line, without the marks of footnotes."""
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        text = word.text
        if before and word.is_glued and _is_raised(before, word):
            text = _spell_raised(before.text, text)
        is_close = before is None or (word.is_glued and abs(word.left - before.right) < _GAP * word.size)
        parts.append(text if is_close or is_unspaced(before.text if before else "", text) else f" {text}")
        before = word
    return "".join(parts)


def _find_rows(words: Sequence[Word]) -> Iterator[list[tuple[int, Word]]]:
    """Words on about the same height, with their places in the file, from top to bottom."""
    rows: list[list[tuple[int, Word]]] = []
    homes: dict[int, list[tuple[int, Word]]] = {}
    standing = [(place, word) for place, word in enumerate(words) if not _hangs(words, place)]
    for place, word in sorted(standing, key=lambda pair: (-pair[1].base, pair[1].left)):
        if not rows or not _is_level(rows[-1][0][1], word):
            rows.append([])
        rows[-1].append((place, word))
        homes[place] = rows[-1]
    for place, word in enumerate(words):
        if place not in homes:
            homes[place] = homes[place - 1]
            homes[place].append((place, word))
    yield from rows


def _hangs(words: Sequence[Word], place: int) -> bool:
    """Whether a word hangs on the one before, as the mark of a footnote does."""
    if not place or not words[place].is_glued:
        return False
    before, word = words[place - 1], words[place]
    size = max(before.size, word.size)
    return abs(word.base - before.base) < 0.7 * size and abs(word.left - before.right) < size


def _is_level(first: Word, word: Word) -> bool:
    """Whether the middle of a word lies in the band of another one."""
    middle = word.base + 0.25 * word.size
    return first.base - _BELOW * first.size <= middle <= first.base + _ABOVE * first.size


def _sort(row: list[tuple[int, Word]]) -> list[Word]:
    """The words of a row as they are read: from the right where most letters are Hebrew or Arabic."""
    letters = [letter for _, word in row for letter in word.text[:3] if letter.isalpha()]
    leftwards = sum(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in letters)
    if 2 * leftwards > len(letters):
        return [word for _, word in sorted(row, key=lambda pair: (-pair[1].right, pair[0]))]
    return [word for _, word in sorted(row, key=lambda pair: (pair[1].left, pair[0]))]


def _split(row: list[Word]) -> Iterator[list[Word]]:
    part = row[:1]
    for before, after in pairwise(row):
        if measure_gap(before, after) > _GAP:
            yield part
            part = []
        part.append(after)
    yield part


def measure_gap(before: Word, after: Word) -> float:
    """How far two words stand from one another, in sizes of the larger."""
    gap = max(after.left - before.right, before.left - after.right)
    return gap / max(before.size, after.size, 0.1)


def _is_raised(before: Word, word: Word) -> bool:
    return word.size <= _SMALL * before.size and word.base > before.base + _RAISED * word.size


def _spell_raised(before: str, text: str) -> str:
    """Raised digits: a power after a digit or a unit, and nothing where they name a footnote."""
    if not set(text) <= _MARKS:
        return text
    is_power = before[-1].isdigit() or before.casefold() in _UNITS
    return text.translate(_POWERS) if is_power and text.isdigit() else ""
