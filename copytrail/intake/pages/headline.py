"""The headline of a page: the heading, or else the line, that says what the page's title says."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice

from copytrail.intake.pages.blocks import PageBlock
from copytrail.intake.pages.opinion import squeeze
from copytrail.intake.pages.reasons import CAPTION, HIDDEN

_SAME = 0.75
_LONGEST = 400
_MOST_HEADINGS = 50
_LONG = 12
"""A heading of so many letters that is part of the title says the same: the rest is the name of the site."""
_FIRM = frozenset({HIDDEN, CAPTION, "menu", "page footer", "button", "related articles", "comments"})
"""Reasons that hold even for a heading like the title."""


def find_headline(blocks: Sequence[PageBlock], title: str) -> int | None:
    """The place of the heading that says what the title says; the only `h1` or a line like it, where none does."""
    wanted = squeeze(title[:_LONGEST])
    seen = [(place, block) for place, block in enumerate(blocks) if block.reason not in _FIRM]
    for tag in ("h1", "h2", "h3"):
        tagged = ((place, block) for place, block in seen if block.tag == tag)
        for place, block in islice(tagged, _MOST_HEADINGS):
            if _say_the_same(squeeze(block.text[:_LONGEST]), wanted):
                return place
    only = [place for place, block in seen if block.tag == "h1" and not block.reason and block.linked < 1]
    if len(only) == 1:
        return only[0]
    lines = (
        place
        for place, block in seen
        if not block.reason and block.linked < 1 and squeeze(block.text[:_LONGEST]) == wanted
    )
    return next(lines, None) if len(wanted) >= _LONG else None


def _say_the_same(heading: str, title: str) -> bool:
    """Whether a heading is the title, or the title is the heading with the name of the site."""
    if not heading or not title:
        return False
    if len(heading) >= _LONG and (heading in title or title in heading):
        return True
    return heading == title or SequenceMatcher(None, heading, title, autojunk=False).ratio() >= _SAME
