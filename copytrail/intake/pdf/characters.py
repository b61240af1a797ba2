"""The characters of a page, each with its letters, its place and the look of its text."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2.raw as pdfium

from copytrail.intake.pdf.looks import Look, LookReader
from copytrail.intake.pdf.surface import Box, Surface, find_address
from copytrail.intake.symbols import UNKNOWN, read_sign

_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
"""What the library gives for hyphens at line ends, and a soft hyphen, which a page shows where it is used."""
_SPACES = frozenset({0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000})
_THIN = range(0x2000, 0x200C)
_LIGATURES = range(0xFB00, 0xFB07)
_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_ASIDE = 0.12
"""In sizes: the middles of a letter printed twice, to look bold or with a halo, are no further from one another."""
_EACH = 4
"""Every so many characters one is asked whether the file tells its letter."""


@dataclass(frozen=True, slots=True)
class Character:
    """One character: its letters, its box on the page, and the look of its text."""

    letters: str
    box: Box
    look: Look
    base: tuple[float, float]
    """A point on the base line of its text."""
    is_near: bool
    """Whether no space stands before it."""


class CharacterReader:
    """Reads the characters of a page that are no spaces; the spaces that the library puts in count as well."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, surface: Surface) -> None:
        self._text = text
        self._reader = LookReader(surface)
        self._looks: dict[int, tuple[Look, tuple[float, float]]] = {}
        self.count = 0
        """So many characters were read."""
        self.unmapped = 0
        """About so many of them have no letter that the file tells."""

    def read(self, most: int) -> Iterator[Character]:
        """The characters in the order of the file, as many as `most` allows."""
        text, rectangle = self._text, pdfium.FS_RECTF()
        before: Character | None = None
        is_near, high = False, 0
        for index in range(min(pdfium.FPDFText_CountChars(text), most)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in _SPACES or code in _THIN:
                is_near = False
                continue
            address = find_address(part := pdfium.FPDFText_GetTextObject(text, index))
            if not address:
                continue
            look, base = self._looks.get(address) or self._look_at(index, part, address)
            code, high = _pair(high, code)
            letters = "" if high else spell_character(code, look.font)
            self._count(index, letters)
            if letters and pdfium.FPDFText_GetLooseCharBox(text, index, rectangle):
                box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
                each = Character(letters, box, look, base, is_near)
                if not _is_printed_twice(before, each):
                    yield each
                before, is_near = each, True

    def _look_at(self, index: int, part: pdfium.FPDF_PAGEOBJECT, address: int) -> tuple[Look, tuple[float, float]]:
        across, up = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, index, across, up)
        found = self._reader.read(self._text, index, part, address), (across.value, up.value)
        self._looks[address] = found
        return found

    def _count(self, index: int, letters: str) -> None:
        self.count += 1
        if index % _EACH == 0 and (letters == UNKNOWN or pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1):
            self.unmapped += _EACH


def _is_printed_twice(before: Character | None, each: Character) -> bool:
    """Whether a character is the one before again, a little aside."""
    if before is None or before.letters != each.letters or before.look is each.look:
        return False
    near = 2 * _ASIDE * each.look.size
    (left, bottom, right, top), (first, low, last, high) = before.box, each.box
    return abs(left + right - first - last) < near and abs(bottom + top - low - high) < near


def _pair(high: int, code: int) -> tuple[int, int]:
    """A code point of one or two halves, and the first half where the second is still to come."""
    if code in _HIGH:
        return code, code
    return (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high and code in _LOW else code), 0


@lru_cache(maxsize=10_000)
def spell_character(code: int, font: str) -> str:
    """The letters of a character as a reader sees them.

    >>> spell_character(0xFB03, "Times"), spell_character(0xAD, "Times"), spell_character(0xF0B7, "Symbol")
    ('ffi', '-', '•')
    """
    if code in _HYPHENS:
        return "-"
    if code in _LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    if code in _PRIVATE:
        sign = read_sign(code, font)
        return UNKNOWN if ord(sign[0]) in _PRIVATE else sign
    if not code or code > 0x10FFFF or code in _SURROGATES:
        return UNKNOWN
    letter = chr(code)
    return "" if unicodedata.category(letter) in {"Cc", "Cn"} or letter == "\ufeff" else letter
