"""Passages over columns and pages: what goes on there is one paragraph; headings, lists and notes are told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copytrail.intake.pdf.hyphens import is_broken
from copytrail.intake.pdf.layout import LIST_MARK, Passage
from copytrail.model import ParagraphKind

_SAME = 1.06
_LARGER = 1.14
"""A heading is larger than the text by this factor, or bold."""
_SMALLER = 0.94
"""Notes and captions are smaller than the text by this factor."""
_BACK = 8
"""So many notes and captions may stand between the two parts of a paragraph."""
_HEADING_LENGTH = 250
_HEADING_LINES = 4
_LETTER = re.compile(r"[^\W\d_]")


def find_body_size(passages: Sequence[Passage]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for passage in passages:
        if not passage.furniture:
            for line in passage.lines:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def join_passages(passages: Sequence[Passage], size: float) -> list[Passage]:
    """The passages with those made one that a column or page parts; what stood between them comes after."""
    joined: list[Passage] = []
    for passage in passages:
        opened = _find_open(joined, size) if passage.starts_column and not passage.furniture else None
        if opened and _continues(opened, passage):
            opened.lines += passage.lines
            opened.measure, opened.ends_column = passage.measure, passage.ends_column
        else:
            joined.append(passage)
    return joined


def set_kinds(passages: Sequence[Passage], size: float) -> None:
    """Says of each passage what it is."""
    is_bold = _is_mostly_bold(passages)
    for place, passage in enumerate(passages):
        if not passage.furniture:
            after = passages[place + 1] if place + 1 < len(passages) else None
            passage.kind = _tell_kind(passage, after, size, is_bold=is_bold)


def _find_open(passages: Sequence[Passage], size: float) -> Passage | None:
    """The last passage of the text that may go on."""
    for passage in passages[: -_BACK - 1 : -1]:
        is_aside = passage.furniture or passage.size < _SMALLER * size
        if not is_aside:
            return passage
    return None


def _continues(passage: Passage, after: Passage) -> bool:
    """Whether the lines of a passage go on in another one."""
    last, first = passage.lines[-1], after.lines[0]
    is_alike = max(last.size, first.size) <= _SAME * min(last.size, first.size) and last.is_bold == first.is_bold
    if not is_alike or last.cells > 1 or first.cells > 1 or (last.is_bold and len(passage.lines) == 1):
        return False
    begins_small = _begins_small(first.text)
    if is_broken(last.text):
        return begins_small or not last.is_ended
    if LIST_MARK.match(first.text):
        return False
    is_full = passage.measure[1] - last.right <= first.first + 1.5 * last.size
    if last.is_ended:
        return begins_small and is_full and last.text[-1] not in "!?"
    is_indented = first.left > after.measure[0] + 0.7 * first.size and len(after.lines) > 1
    return begins_small or (is_full and not is_indented)


def _begins_small(text: str) -> bool:
    found = _LETTER.search(text[:3])
    return bool(found and found.group().islower())


def _is_mostly_bold(passages: Sequence[Passage]) -> bool:
    weights: Counter[bool] = Counter()
    for passage in passages:
        for line in passage.lines:
            weights[line.is_bold] += len(line.text)
    return weights[True] > weights[False]


def _tell_kind(passage: Passage, after: Passage | None, size: float, *, is_bold: bool) -> ParagraphKind | None:
    text = " ".join(line.text for line in passage.lines)
    if LIST_MARK.match(text) and not (passage.size >= _LARGER * size):
        return ParagraphKind.LIST_ITEM
    is_short = len(text) <= _HEADING_LENGTH and len(passage.lines) <= _HEADING_LINES and bool(_LETTER.search(text))
    if passage.lines[0].cells > 1 or not is_short:
        return ParagraphKind.BODY
    if passage.size >= _LARGER * size:
        return ParagraphKind.HEADING
    is_ended = text.endswith((".", ";", ",")) or passage.size < _SMALLER * size
    if passage.lines[0].is_bold and not is_bold and not is_ended:
        return ParagraphKind.HEADING
    leads = after is not None and len(after.lines) > 1 and len(passage.lines) == 1
    return None if leads and not is_ended else ParagraphKind.BODY
