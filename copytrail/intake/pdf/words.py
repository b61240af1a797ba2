"""The words of a page: characters that stand side by side, and why words are no part of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from copytrail.intake.pdf.characters import Character, CharacterReader
from copytrail.intake.pdf.layout import Word
from copytrail.intake.pdf.looks import COVERED, INVISIBLE, OUTSIDE, TURNED, Look
from copytrail.intake.pdf.surface import Box, Surface, read_surface

_GAP = 0.25
"""Characters further apart than this share of their size stand in two words."""
_SHIFT = 0.08
"""Base lines further apart than this share of the size part two words."""


@dataclass(slots=True)
class PageWords:
    """What a page holds to read."""

    words: list[Word]
    width: float
    height: float
    is_scan: bool
    """Whether pictures fill it."""
    has_pictures: bool
    """Whether anything but text is drawn on it."""
    unmapped: int
    """So many characters have no letter that the file tells."""
    count: int
    """So many characters in all."""
    is_cut: bool
    """Whether it holds more than was read of it."""


def read_words(page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE, most: int) -> PageWords:
    """The words of a page, as many characters of it as `most` allows, turned so that most of them are level."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    box = (bounds.left, bounds.bottom, bounds.right, bounds.top)
    surface = read_surface(page, box)
    reader = CharacterReader(text, surface)
    characters = list(reader.read(most))
    turns = Counter(each.look.turn for each in characters if each.look.turn >= 0)
    turn = turns.most_common(1)[0][0] if turns else 0
    words = [_make_word(part, turn, surface) for part in _split(characters)]
    paper = _turn(box, turn)
    return PageWords(
        words=[_move(word, -paper[0], -paper[1]) for word in words],
        width=paper[2] - paper[0],
        height=paper[3] - paper[1],
        is_scan=surface.is_scan,
        has_pictures=bool(surface.patches),
        unmapped=reader.unmapped,
        count=reader.count,
        is_cut=pdfium.FPDFText_CountChars(text) > most,
    )


def _split(characters: list[Character]) -> Iterator[list[Character]]:
    """The characters of one word after another."""
    word: list[Character] = []
    for each in characters:
        if word and not _continues(word[-1], each):
            yield word
            word = []
        word.append(each)
    if word:
        yield word


def _continues(before: Character, after: Character) -> bool:
    """Whether two characters stand in one word."""
    if not after.is_near:
        return False
    one, other = before.look, after.look
    if one is not other and (one.turn, one.reason, one.is_bold) != (other.turn, other.reason, other.is_bold):
        return False
    if one is other and not one.turn:
        room = _GAP * one.size
        return after.box[0] - before.box[2] <= room and before.box[0] - after.box[2] <= room
    if one.turn < 0:
        return one is other
    return not _is_apart(before, after)


def _is_apart(before: Character, after: Character) -> bool:
    """Whether two characters stand too far from one another, or on other heights, for one word."""
    small, large = sorted((before.look.size, after.look.size))
    turn = before.look.turn
    one, other = _turn(before.box, turn), _turn(after.box, turn)
    if other[0] - one[2] > _GAP * large or one[0] - other[2] > _GAP * large or small < 0.8 * large:
        return True
    return abs(_turn_point(before.base, turn)[1] - _turn_point(after.base, turn)[1]) > _SHIFT * large


def _make_word(part: list[Character], turn: int, surface: Surface) -> Word:
    look = part[0].look
    around = _surround([each.box for each in part])
    box = _turn(around, turn)
    return Word(
        text="".join(each.letters for each in part),
        left=box[0],
        right=box[2],
        base=_turn_point(part[0].base, turn)[1],
        size=look.size,
        is_bold=look.is_bold,
        is_glued=part[0].is_near,
        reason=_find_reason(look, around, surface) or (TURNED if look.turn != turn else ""),
    )


def _move(word: Word, across: float, up: float) -> Word:
    return replace(word, left=word.left + across, right=word.right + across, base=word.base + up)


def _find_reason(look: Look, box: Box, surface: Surface) -> str:
    """Why a word cannot be seen on the page, or is none of its text."""
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    left, bottom, right, top = surface.page
    if not (left - 1 <= across <= right + 1 and bottom - 1 <= up <= top + 1):
        return OUTSIDE
    if not look.reason and surface.is_under_scan(look.address):
        return INVISIBLE
    if not look.reason and look.is_light and not surface.has_ground(look.address, across, up):
        return INVISIBLE
    return look.reason or (COVERED if surface.is_covered(look.address, box) else "")


def _surround(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _turn(box: Box, turn: int) -> Box:
    """A box as it lies after so many quarter turns with the clock."""
    if turn <= 0:
        return box
    left, bottom, right, top = box
    return {1: (bottom, -right, top, -left), 2: (-right, -top, -left, -bottom), 3: (-top, left, -bottom, right)}[turn]


def _turn_point(point: tuple[float, float], turn: int) -> tuple[float, float]:
    if turn <= 0:
        return point
    x, y = point
    return {1: (y, -x), 2: (-x, -y), 3: (-y, x)}[turn]
