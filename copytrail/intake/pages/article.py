"""Which blocks of a page are its article: an opinion on each, mended by where its neighbours stand.

Judging a block by its links and words and by the blocks beside it follows Kohlschütter, Fankhauser and Nejdl (2010).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from copytrail.intake.furniture.lines import explain_line
from copytrail.intake.pages.blocks import PageBlock, get_outer
from copytrail.intake.pages.headline import find_headline
from copytrail.intake.pages.reasons import CAPTION
from copytrail.model import ParagraphKind

OUTSIDE = "outside the article"
LINKS = "links to other pages"
_PROSE_WORDS = 8
_MENDED_WORDS = 12
_LONG_WORDS = 35
"""So many words are a paragraph without a closing mark, too."""
_LINE_WORDS = 6
"""Shorter blocks without a closing mark above the first paragraph are bylines, places and dates."""
_CAPTION_WORDS = 40
_CAPTION_PARTS = 6
_MOSTLY_LINKS = 0.6
_ONLY_LINKS = 0.95
_HOME_SHARE = 0.2
"""An element right around this share of the prose is a place where the article stands."""
_CLOSING = re.compile(r"[.!?…:;][\"”’»“)\]]*(?:\[\d+\])?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE_LENGTH = 30
_LISTS = frozenset({"ul", "ol", "li", "dl", "blockquote"})
"""Lists and quotations stand where the element around them stands."""
_TABLES = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
"""So do tables, where they are not there for the layout."""


def choose_article(blocks: Sequence[PageBlock], opinion: set[int], title: str) -> tuple[str, ...]:
    """For each block why it is no part of the article, empty for those that are.

    `opinion` are the places of the blocks that other methods take for the text; `title` is what the page
    calls itself: the heading that says the same is kept.
    """
    reasons = {place: why for place, block in enumerate(blocks) if (why := _explain_alone(block))}
    kept = {place for place in opinion if place not in reasons}
    headline = find_headline(blocks, title)
    prose = sorted(place for place in kept if _is_prose(blocks[place], _PROSE_WORDS))
    if headline is not None and prose and _is_above(headline, prose, blocks):
        kept = {place for place in kept if place > headline}
        prose = [place for place in prose if place > headline]
    if prose:
        kept = _mend(blocks, kept, prose, headline, reasons)
    if headline is not None and kept:
        kept |= _find_standfirst(blocks, headline, reasons)
    kept = _drop_headings(blocks, kept)
    if headline is not None and kept:
        kept.add(headline)
    return tuple("" if place in kept else reasons.get(place, OUTSIDE) for place in range(len(blocks)))


def _explain_alone(block: PageBlock) -> str:
    """Why a block is no text, looked at alone: its place, its links, or the picture it belongs to."""
    if block.reason:
        return block.reason
    is_listed = block.kind is ParagraphKind.LIST_ITEM or block.tag == "tr"
    if block.linked >= _ONLY_LINKS and not is_listed and not _CLOSING.search(block.text):
        return LINKS
    return CAPTION if _is_caption(block) else ""


def _is_caption(block: PageBlock) -> bool:
    """Whether a short block shares an element with a picture and with nothing else."""
    if block.kind in {ParagraphKind.HEADING, ParagraphKind.LIST_ITEM} or len(block.text.split()) > _CAPTION_WORDS:
        return False
    around = block.element if block.tag == "div" else get_outer(block.element)
    if around.tag not in {"div", "span", "center", "a", "figure"} or _has_many_parts(around):
        return False
    if next(around.iter("img", "picture"), None) is None or next(around.iter("h1", "h2", "h3"), None) is not None:
        return False
    return len("".join(around.itertext()).split()) <= len(block.text.split()) + _LINE_WORDS


def _has_many_parts(element: HtmlElement) -> bool:
    """Whether more stands in an element than a picture and its caption; counting all would take long."""
    return next(islice(element, _CAPTION_PARTS, None), None) is not None


def _is_above(headline: int, prose: Sequence[int], blocks: Sequence[PageBlock]) -> bool:
    """Whether most of the prose stands below the headline."""
    below = sum(len(blocks[place].text) for place in prose if place > headline)
    return below > 0.5 * sum(len(blocks[place].text) for place in prose)


def _mend(
    blocks: Sequence[PageBlock], kept: set[int], prose: Sequence[int], headline: int | None, reasons: dict[int, str]
) -> set[int]:
    """The kept blocks with those that stand where the article stands, without short lines above and below it."""
    homes = _find_homes(blocks, prose)
    streets = {get_outer(home) for home in homes}
    first, last = prose[0], prose[-1]
    mended = set()
    for place, block in enumerate(blocks):
        is_prose, is_home = _is_prose(block, _MENDED_WORDS), _is_at_home(block, homes)
        if first <= place <= last:
            belongs = is_prose or is_home or (place in kept and (block.kind is not None or not _is_line(block)))
        elif place > last:
            is_near = is_home or get_outer(_find_home(block)) in streets
            belongs = is_near if place in kept else is_home and _is_prose(block, _PROSE_WORDS)
        elif place in kept:
            belongs = _is_opening(block)
        else:
            belongs = is_prose and headline is not None and place > headline
        if belongs and place not in reasons and (place in kept or block.linked < _MOSTLY_LINKS):
            mended.add(place)
    return mended


def _is_opening(block: PageBlock) -> bool:
    """Whether a block above the first paragraph is more than a byline, a place or a date."""
    return block.kind is ParagraphKind.HEADING or not _is_line(block)


def _is_line(block: PageBlock) -> bool:
    """Whether a block looks like a byline, a place or a date."""
    words = len(block.text.split())
    is_short = words < _LINE_WORDS or (words <= 2 * _LINE_WORDS and bool(_YEAR.search(block.text)))
    return (is_short and not _CLOSING.search(block.text)) or bool(explain_line(block.text))


def _find_standfirst(blocks: Sequence[PageBlock], headline: int, reasons: dict[int, str]) -> set[int]:
    """The lines right below the headline that are more than a byline or a date."""
    found: set[int] = set()
    for place in range(headline + 1, min(headline + 4, len(blocks))):
        block = blocks[place]
        if place in reasons or _is_line(block) or _YEAR.search(block.text[-_DATE_LENGTH:]):
            break
        found.add(place)
    return found


def _find_homes(blocks: Sequence[PageBlock], prose: Sequence[int]) -> set[HtmlElement]:
    """The elements right around the prose that is kept, but for those that hold only a little of it."""
    lengths: Counter[HtmlElement] = Counter()
    for place in prose:
        lengths[_find_home(blocks[place])] += len(blocks[place].text)
    return {element for element, length in lengths.items() if length >= _HOME_SHARE * lengths.total()}


def _find_home(block: PageBlock) -> HtmlElement:
    """The element around a block; around its list, table or quotation, where it stands in one."""
    if block.tag in {"td", "th"}:
        return block.element
    layers = _LISTS | _TABLES if block.tag == "tr" else _LISTS
    around = get_outer(block.element)
    while around.tag in layers:
        around = get_outer(around)
    return around


def _is_at_home(block: PageBlock, homes: set[HtmlElement]) -> bool:
    return block.element in homes or _find_home(block) in homes


def _is_prose(block: PageBlock, words: int) -> bool:
    return (
        block.kind is not ParagraphKind.HEADING
        and block.linked < _MOSTLY_LINKS
        and len(block.text.split()) >= words
        and (bool(_CLOSING.search(block.text)) or len(block.text.split()) >= _LONG_WORDS)
    )


def _drop_headings(blocks: Sequence[PageBlock], kept: set[int]) -> set[int]:
    """The kept blocks without headings that nothing follows."""
    left = set(kept)
    for place in sorted(kept, reverse=True):
        if blocks[place].kind is not ParagraphKind.HEADING:
            break
        left.discard(place)
    return left
