"""What trafilatura takes for the main text of a page, found again among the blocks of the page.

Its output has other blocks than ours, leaves words out and keeps no places. Long blocks are found in it in
order, by their letters alone; short ones only between the long ones around them, so that a word of the menu
is not taken for the same word in the text (Barbaresi 2021 describes trafilatura).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from copytrail.intake.pages.blocks import PageBlock

_NO_LETTER = re.compile(r"[\W_]+")
_LONG = 40
"""A block of so many letters is found by itself."""
_RUN = 5
_SHARED = 0.7
"""A long block is found too where this share of its runs of words stands in the text."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def find_main_text(root: HtmlElement) -> str:
    """The main text by trafilatura, without comments; empty where it finds none."""
    found = bare_extraction(root, include_comments=False, include_tables=True)
    return (found.text or "") if found is not None and not isinstance(found, dict) else ""


def find_in_text(blocks: Sequence[PageBlock], text: str) -> set[int]:
    """The places of the blocks that stand in a text which was taken from the same page, in its order."""
    letters = squeeze(text)
    if not letters:
        return set()
    keys = [squeeze(block.text) for block in blocks]
    anchors: list[tuple[int, int, int]] = [(-1, 0, 0)]
    for place, key in enumerate(keys):
        start = letters.find(key, anchors[-1][2]) if len(key) >= _LONG else -1
        if start >= 0:
            anchors.append((place, start, start + len(key)))
    anchors.append((len(keys), len(letters), len(letters)))
    found = {place for place, _, _ in anchors[1:-1]}
    for (first, _, start), (last, end, _) in pairwise(anchors):
        read = start
        for place in range(first + 1, last):
            at = letters.find(keys[place], read, end) if keys[place] else -1
            if at >= 0:
                found.add(place)
                read = at + len(keys[place])
    return found | _find_in_parts(blocks, keys, text, found)


def squeeze(text: str) -> str:
    """The letters and digits of a text.

    >>> squeeze("A “new” bridge, in 2024")
    'anewbridgein2024'
    """
    return _NO_LETTER.sub("", text).casefold()


def _find_in_parts(blocks: Sequence[PageBlock], keys: Sequence[str], text: str, found: set[int]) -> set[int]:
    """Long blocks of which most stands in the text, though not in one piece."""
    left = [place for place, key in enumerate(keys) if place not in found and len(key) >= _LONG]
    runs = set(_list_runs(text)) if left else set()
    parts = set()
    for place in left:
        own = _list_runs(blocks[place].text)
        if own and sum(run in runs for run in own) >= _SHARED * len(own):
            parts.add(place)
    return parts


def _list_runs(text: str) -> list[tuple[str, ...]]:
    words = _NO_LETTER.sub(" ", text).casefold().split()
    return [tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)]
