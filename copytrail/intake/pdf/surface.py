"""What is drawn on a page beside its words, as far as it decides whether they can be seen."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import pypdfium2.raw as pdfium

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)
_MOST_OBJECTS = 20_000
"""Pages of more parts are drawings: all their words count as visible."""
_DEEPEST = 6
_WHITE = 245
"""What is lighter in all three colours cannot be read on white paper."""
_RECTANGLE = range(4, 7)
_BAR = 4.0
"""A surface no higher than so many lines, laid over words, hides them on purpose."""
_SCAN = 0.6
"""Pictures that fill this share of a page are the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A filled area or a picture."""

    place: int
    """When it is drawn, counted in parts of the page."""
    box: Box
    is_white: bool = False
    is_picture: bool = False
    hides: bool = False
    """Whether it is a rectangle that nothing shines through."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        left, bottom, right, top = self.box
        return left <= x <= right and bottom <= y <= top


@dataclass(slots=True)
class Surface:
    """The areas and pictures of a page, and when each of its texts is drawn."""

    page: Box
    patches: list[Patch] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    """The place of each text object, by its address."""
    is_scan: bool = False
    """Whether pictures fill the page."""
    is_whole: bool = True
    """False where the page has too many parts to look at all."""

    def has_ground(self, address: int, x: float, y: float) -> bool:
        """Whether something dark or a picture lies under a text, so that white words show on it."""
        place = self.places.get(address, _MOST_OBJECTS)
        return any(not patch.is_white and patch.place < place and patch.holds(x, y) for patch in self.patches)

    def is_under_scan(self, address: int) -> bool:
        """Whether a picture of the page was drawn over a text."""
        place = self.places.get(address, _MOST_OBJECTS)
        return self.is_scan and any(patch.is_picture and patch.place > place for patch in self.patches)

    def is_covered(self, address: int, box: Box) -> bool:
        """Whether a bar was drawn over a word."""
        place = self.places.get(address, _MOST_OBJECTS)
        left, bottom, right, top = box
        height = max(top - bottom, 0.1)
        core = (left + 0.1 * height, bottom + 0.3 * height, right - 0.1 * height, top - 0.35 * height)
        bars = (patch.box for patch in self.patches if patch.hides and patch.place > place)
        return any(bar[3] - bar[1] <= _BAR * height and _contains(bar, core) for bar in bars)


def read_surface(page: pdfium.FPDF_PAGE, box: Box) -> Surface:
    """What is drawn on a page, in order."""
    surface = Surface(box)
    count = pdfium.FPDFPage_CountObjects(page)
    parts = _list_parts(count, lambda index: pdfium.FPDFPage_GetObject(page, index), _AS_IT_IS, 0)
    for place, (part, matrix) in enumerate(parts):
        if place >= _MOST_OBJECTS:
            surface.is_whole = False
            break
        _add(surface, place, part, matrix)
    surface.is_scan = _is_filled(surface.patches, box)
    return surface


def find_address(part: pdfium.FPDF_PAGEOBJECT) -> int:
    """What tells one part of a page from all others."""
    return ctypes.addressof(part.contents) if part else 0


def _is_filled(patches: Sequence[Patch], page: Box) -> bool:
    left, bottom, right, top = page
    area = sum(_overlap(patch.box, page) for patch in patches if patch.is_picture)
    return area >= _SCAN * (right - left) * (top - bottom) > 0


def _list_parts(
    count: int, find: Callable[[int], pdfium.FPDF_PAGEOBJECT], matrix: Matrix, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    """The parts of a page, those of forms in it one by one, each with the matrix to the page."""
    for index in range(count):
        part = find(index)
        yield part, matrix
        if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = pdfium.FPDFFormObj_CountObjects(part)
            seek = lambda place, form=part: pdfium.FPDFFormObj_GetObject(form, place)  # noqa: E731 - bound to this form
            yield from _list_parts(inside, seek, _multiply(_read_matrix(part), matrix), depth + 1)


def _add(surface: Surface, place: int, part: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
    kind = pdfium.FPDFPageObj_GetType(part)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        surface.places[find_address(part)] = place
    elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
        is_picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        surface.patches.append(Patch(place=place, box=_find_box(part, matrix), is_picture=is_picture))
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(part, fill, stroke)
        if fill.value:
            surface.patches.append(_read_patch(place, part, matrix))


def _read_patch(place: int, part: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Patch:
    red, green, blue, alpha = read_colour(part) or (0, 0, 0, 255)
    is_rectangle = pdfium.FPDFPath_CountSegments(part) in _RECTANGLE
    is_opaque = alpha == 255 and not pdfium.FPDFPageObj_HasTransparency(part)
    return Patch(
        place=place,
        box=_find_box(part, matrix),
        is_white=is_white((red, green, blue, alpha)),
        hides=is_rectangle and is_opaque,
    )


def read_colour(part: pdfium.FPDF_PAGEOBJECT) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity, where a part is filled with one colour."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(part, *parts):
        return None
    red, green, blue, alpha = (each.value for each in parts)
    return red, green, blue, alpha


def is_white(colour: tuple[int, int, int, int]) -> bool:
    """Whether a colour cannot be told from paper."""
    return min(colour[:3]) >= _WHITE


def _find_box(part: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(part, *sides):
        return (0, 0, 0, 0)
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def _read_matrix(part: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(part, found):
        return _AS_IT_IS
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiply(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _contains(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _overlap(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)
