"""Which blocks of a page are its article, by our own count: the prose around the element that holds most of it.

An element gets the length of the paragraphs in it and half of those one level deeper, the idea of the
Readability bookmarklet (Arc90 2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from copytrail.intake.pages.blocks import PageBlock, get_outer
from copytrail.model import ParagraphKind

_PROSE = 60
"""A block of so many characters may be prose."""
_MOSTLY_LINKS = 0.5


def choose_alone(blocks: Sequence[PageBlock]) -> set[int]:
    """The places of the blocks that seem to be the article; all unexplained ones where no prose stands out."""
    prose = {place for place, block in enumerate(blocks) if _is_prose(block)}
    if not prose:
        return {place for place, block in enumerate(blocks) if not block.reason and block.linked < _MOSTLY_LINKS}
    scores: Counter[HtmlElement] = Counter()
    for place in prose:
        around = get_outer(blocks[place].element)
        scores[around] += 2 * len(blocks[place].text)
        scores[get_outer(around)] += len(blocks[place].text)
    home = scores.most_common(1)[0][0]
    inside = {place for place in prose if _is_in(blocks[place].element, home)}
    first, last = min(inside), max(inside)
    return inside | {place for place in range(first, last) if _is_between(blocks[place], home)}


def _is_prose(block: PageBlock) -> bool:
    is_long = len(block.text) >= _PROSE and block.linked < _MOSTLY_LINKS
    return is_long and not block.reason and block.kind is not ParagraphKind.HEADING


def _is_between(block: PageBlock, home: HtmlElement) -> bool:
    return not block.reason and block.linked < _MOSTLY_LINKS and _is_in(block.element, home)


def _is_in(element: HtmlElement, home: HtmlElement) -> bool:
    return element is home or any(around is home for around in element.iterancestors())
