"""The lines of a column to passages: a paragraph ends where spacing, indent, a short line or the look says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from copytrail.intake.pdf.hyphens import is_broken
from copytrail.intake.pdf.layout import LIST_MARK, Line, Passage

_OTHER_SIZE = 1.09
"""A line larger or smaller by this factor begins something else."""
_WIDER = 1.3
"""Lines further apart than this, compared with the usual distance, belong to two paragraphs."""
_TIGHT = 1.75
"""In sizes: how far lines stand from one another where nothing tells it."""
_INDENT = 0.7
_SHORT = 0.4
"""A line that leaves this share of its column empty ends a paragraph, closing mark or not."""


def find_passages(lines: Sequence[Line], page: int) -> list[Passage]:
    """The passages of one column, from top to bottom."""
    if not lines:
        return []
    measure = (min(line.left for line in lines), max(line.right for line in lines))
    leading = _find_leading(lines)
    passages: list[Passage] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if not passages or _begins(passages[-1], line, after, leading):
            passages.append(Passage(page=page, measure=measure))
        passages[-1].lines.append(line)
    passages[0].starts_column = passages[-1].ends_column = True
    return passages


def _find_leading(lines: Sequence[Line]) -> dict[float, float]:
    """The usual distance of lines of each size."""
    found: dict[float, Counter[float]] = {}
    for above, below in pairwise(lines):
        distance = above.base - below.base
        if above.size == below.size and 0 < distance < 3.5 * above.size:
            found.setdefault(above.size, Counter())[round(2 * distance) / 2] += 1
    return {size: _choose(counts, size) for size, counts in found.items()}


def _choose(counts: Counter[float], size: float) -> float:
    """The most frequent distance, the least of those nearly as frequent; a single one must be small to count."""
    if sum(counts.values()) < 3:
        return min([*counts, _TIGHT * size / _WIDER])
    most = max(counts.values())
    return min(distance for distance, count in counts.items() if 2 * count >= most)


def _begins(passage: Passage, line: Line, after: Line | None, leading: dict[float, float]) -> bool:
    """Whether a line begins a new passage."""
    before = passage.lines[-1]
    if _differs(before, line) or before.cells > 1 or line.cells > 1 or LIST_MARK.match(line.text):
        return not (before.cells == line.cells == 1 and is_broken(before.text) and not _differs(before, line))
    distance = before.base - line.base
    usual = leading.get(line.size, _TIGHT * line.size / _WIDER)
    if distance > _WIDER * usual or distance < -0.5 * line.size:
        return True
    if is_broken(before.text) and line.text[:1].islower():
        return False
    return _is_indented(passage, line, after) or _is_short(passage, before, line)


def _differs(before: Line, line: Line) -> bool:
    large, small = max(before.size, line.size), max(min(before.size, line.size), 0.1)
    return large > _OTHER_SIZE * small or before.is_bold != line.is_bold


def _is_indented(passage: Passage, line: Line, after: Line | None) -> bool:
    """Whether the left edge says that a paragraph begins: it stands further in, or further out again."""
    before, step = passage.lines[-1], _INDENT * line.size
    if line.left > before.left + step:
        if LIST_MARK.match(passage.lines[0].text) or _is_centred(passage, line):
            return False
        if after is None:
            return before.is_ended and before.left < passage.measure[0] + step
        return after.left < line.left - step / 2 and before.left <= after.left + step
    is_hanging = len(passage.lines) > 1 and passage.lines[0].left < before.left - step
    return is_hanging and line.left <= passage.lines[0].left + step / 2


def _is_centred(passage: Passage, line: Line) -> bool:
    middle, both = median(passage.measure), (passage.lines[-1], line)
    is_inset = all(each.left > passage.measure[0] + each.size for each in both)
    return is_inset and all(abs((each.left + each.right) / 2 - middle) < line.size for each in both)


def _is_short(passage: Passage, before: Line, line: Line) -> bool:
    """Whether a line ends before the next word would have had to go to the next line."""
    left, right = passage.measure
    room = right - before.right
    if _is_centred(passage, line):
        return before.is_ended and room > 2 * (line.first + line.size)
    if before.is_ended:
        return room > line.first + 0.8 * line.size
    return room > _SHORT * (right - left) and room > line.first + line.size and not line.text[:1].islower()
