"""How the characters of one text object look: size, weight, direction, and whether they can be seen."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from copytrail.intake.pdf.surface import Surface, is_white, read_colour

INVISIBLE = "invisible on the page"
COVERED = "covered on the page"
OUTSIDE = "outside the page"
TURNED = "turned text"
WATERMARK = "watermark"
_UNSEEN_MODES = frozenset({3, 7})
"""Neither filled nor drawn as an outline."""
_SMALLEST = 1.5
"""In points: smaller characters cannot be read."""
_FAINT = 12
"""Less opacity, of 255, leaves nothing to see."""
_PALE = 140
"""Less opacity than this in large letters is a watermark."""
_LARGE = 30.0
_BOLD = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold")
_STRAIGHT = 3.0
"""In degrees: so far text may lean and still be level, as in scans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The look of one text object."""

    address: int
    size: float
    turn: int
    """Quarter turns against the clock; -1 for any other angle."""
    is_bold: bool
    font: str
    reason: str
    is_light: bool
    """Whether it is white, so that it shows only on something dark."""


class LookReader:
    """Reads how text objects look; fonts are asked once."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._fonts: dict[int, tuple[str, bool]] = {}

    def read(self, text: pdfium.FPDF_TEXTPAGE, index: int, part: pdfium.FPDF_PAGEOBJECT, address: int) -> Look:
        """The look of the object that a character belongs to."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        size = round(size, 1) if math.isfinite(size) else 0.0
        turn = _find_turn(matrix.a, matrix.b)
        font, is_bold = self._read_font(part)
        colour = read_colour(part) or (0, 0, 0, 255)
        reason = INVISIBLE if pdfium.FPDFTextObj_GetTextRenderMode(part) in _UNSEEN_MODES else ""
        if not reason and (size < _SMALLEST or colour[3] < _FAINT):
            reason = INVISIBLE
        if not reason and size >= _LARGE and (turn < 0 or colour[3] < _PALE):
            reason = WATERMARK
        return Look(
            address=address,
            size=size,
            turn=turn,
            is_bold=is_bold,
            font=font,
            reason=reason,
            is_light=is_white(colour) and self._surface.is_whole,
        )

    def _read_font(self, part: pdfium.FPDF_PAGEOBJECT) -> tuple[str, bool]:
        font = pdfium.FPDFTextObj_GetFont(part)
        address = ctypes.addressof(font.contents) if font else 0
        if not address:
            return "", False
        if address not in self._fonts:
            space = ctypes.create_string_buffer(256)
            size = pdfium.FPDFFont_GetBaseFontName(font, space, len(space))
            name = space.raw[: min(size, len(space))].rstrip(b"\0").decode("utf-8", "replace").rpartition("+")[2]
            is_bold = pdfium.FPDFFont_GetWeight(font) >= _BOLD or any(each in name.casefold() for each in _BOLD_NAMES)
            self._fonts[address] = name, is_bold
        return self._fonts[address]


def _find_turn(across: float, up: float) -> int:
    """How often text is turned by a right angle."""
    angle = math.degrees(math.atan2(up, across)) % 360
    turn = round(angle / 90)
    return turn % 4 if abs(angle - 90 * turn) <= _STRAIGHT else -1
