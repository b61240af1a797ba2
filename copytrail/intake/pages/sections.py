"""Parts of a page that are no article by how they are built, whatever their classes are called.

A section that a known line announces ("Related articles", "3 Comments"), a small box with a field to fill in,
and a card: a linked heading with a few words on the page it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from copytrail.intake.pages.announce import announce
from copytrail.intake.pages.blocks import PageBlock
from copytrail.intake.pages.reasons import TEASER
from copytrail.intake.pages.weights import Weights
from copytrail.model import ParagraphKind

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BOX_LENGTH = 500
_BOX_PARTS = 100
_BOX_DEPTH = 10
"""A box has no more characters, elements and elements in one another than these."""
_MOST_FIELDS = 300
_LONG_PROSE = 350
"""A longer stretch of text is no teaser."""
_ONLY_LINKS = 0.95


def mark_sections(root: HtmlElement, blocks: Sequence[PageBlock], weights: Weights) -> tuple[PageBlock, ...]:
    """The blocks, with the reason for those in such parts that had none."""
    reasons: dict[HtmlElement, str] = {}
    for box, reason in (*_find_forms(root, weights), *_find_cards(blocks, weights), *_find_announced(blocks, weights)):
        for element in box.iter():
            reasons.setdefault(element, reason)
    return tuple(
        replace(block, reason=reasons[block.element]) if not block.reason and block.element in reasons else block
        for block in blocks
    )


def _find_forms(root: HtmlElement, weights: Weights) -> Iterator[tuple[HtmlElement, str]]:
    """Small boxes around a field."""
    for field in islice(root.iter("input"), _MOST_FIELDS):
        if field.get("type", "text").lower() in {"text", "email", "search", "tel"}:
            yield _widen(field, weights), "form"


def _find_cards(blocks: Sequence[PageBlock], weights: Weights) -> Iterator[tuple[HtmlElement, str]]:
    """Small boxes around one linked heading."""
    for block in blocks:
        if block.tag in _HEADINGS and block.linked >= _ONLY_LINKS and not block.reason:
            box = _widen(block.element, weights)
            if sum(1 for _ in box.iter(*_HEADINGS)) == 1:
                yield box, TEASER


def _widen(element: HtmlElement, weights: Weights) -> HtmlElement:
    """The largest element around one that holds only a few words."""
    box = element
    for around in islice(element.iterancestors(), _BOX_DEPTH):
        if around.tag == "body" or weights.is_main(around) or not _is_small(around):
            break
        box = around
    return box


def _is_small(element: HtmlElement) -> bool:
    """Whether an element holds few characters and few elements; counted no further than needed."""
    length = 0
    for count, part in enumerate(element.iter()):
        length += len((part.text or "").strip()) + len((part.tail or "").strip())
        if length > _BOX_LENGTH or count > _BOX_PARTS:
            return False
    return True


def _find_announced(blocks: Sequence[PageBlock], weights: Weights) -> Iterator[tuple[HtmlElement, str]]:
    """Elements whose first block announces what they are."""
    first: dict[HtmlElement, int] = {}
    last_of: dict[HtmlElement, int] = {}
    for place, block in enumerate(blocks):
        for around in (block.element, *islice(block.element.iterancestors(), _BOX_DEPTH)):
            first.setdefault(around, place)
            last_of[around] = place
    for place, block in enumerate(blocks):
        reason = "" if block.kind is ParagraphKind.LIST_ITEM else announce(block.text)
        box = block.element
        while reason and box.tag != "body" and first.get(box) == place and last_of[box] == place:
            box = box.getparent()
        if reason and first.get(box) == place and last_of[box] > place and not _holds_article(box, reason, weights):
            yield box, reason


def _holds_article(box: HtmlElement, reason: str, weights: Weights) -> bool:
    """Whether an element may hold the article as well: comments alone may be longer than an article."""
    if box.tag == "body" or next(box.iter("h1"), None) is not None:
        return True
    if reason == "comments":
        return False
    is_told = next(box.iter("a", "button", "form", "input"), None) is not None
    return not is_told or weights.is_main(box) or weights.longest(box) > _LONG_PROSE
