"""Web pages: the blocks a reader sees, those of the article kept, the rest with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.pages.about import About, read_about
from copytrail.intake.pages.alone import choose_alone
from copytrail.intake.pages.article import choose_article
from copytrail.intake.pages.blocks import PageBlock
from copytrail.intake.pages.headline import find_headline
from copytrail.intake.pages.opinion import find_in_text, find_main_text
from copytrail.intake.pages.reasons import HIDDEN
from copytrail.intake.pages.sections import mark_sections
from copytrail.intake.pages.tree import Page, parse_page
from copytrail.intake.pages.walk import find_blocks
from copytrail.intake.pages.weights import weigh
from copytrail.model import ParagraphKind

_FEW_WORDS = 40
"""A page with fewer words and no sentence shows no text."""
_DEEPEST = 250
"""Deeper pages are judged by our own rules alone."""
_MOST_ELEMENTS = 20_000
"""Pages of more elements as well."""
_MOST_TEXT = 5_000_000
_TOO_LONG = "This page has more text than can be read (five million characters): copy the part you need and paste it."
_SENTENCE_WORDS = 8
_COVERED = 0.4
"""Where trafilatura finds less of the prose than this share, our own count joins in."""
_UNVEILED = "The page hides its text until a script shows it; the hidden text was read."
_TOLD = "The page shows its text only with scripts; the text that it gives to search engines was read instead."
_SCRIPTS = (
    "This page builds its text with scripts, which are not run here: "
    "open it in a browser, copy its text from there and paste it."
)


def extract_html(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of a web page, and what it says of itself; scripts are not run and nothing it names is fetched.

    Raises UnreadableInput for a page too large or too deep or made by scripts, EmptyText for one without words.
    """
    page = parse_page(data, options)
    about = read_about(page.root)
    blocks, notes = _find_shown(page, about)
    reasons = choose_article(blocks, _find_opinion(page, blocks, about), about.title)
    return Extract(
        blocks=tuple(Block(block.text, block.kind, why) for block, why in zip(blocks, reasons, strict=True)),
        title=_choose_title(blocks, about),
        author=about.author,
        publisher=about.publisher,
        published=about.published,
        url=about.url,
        language=about.language,
        notes=(*page.decoded.notes, *notes),
        encoding=page.decoded.encoding,
    )


def _find_shown(page: Page, about: About) -> tuple[tuple[PageBlock, ...], tuple[str, ...]]:
    """The blocks that a reader would see, and a note where a script has to show them first."""
    weights = weigh(page.root)
    found = find_blocks(page.root, weights)
    if sum(len(block.text) for block in found) > _MOST_TEXT:
        raise UnreadableInput(_TOO_LONG)
    blocks = mark_sections(page.root, found, weights)
    if _has_text(blocks):
        return blocks, ()
    unveiled = mark_sections(page.root, find_blocks(page.root, weights, is_unveiled=True), weights)
    if _has_text(unveiled):
        return unveiled, (_UNVEILED,)
    if len(about.body.split()) >= _FEW_WORDS:
        return tuple(_read_body(page, about)), (_TOLD,)
    if next(page.root.iter("script"), None) is not None:
        raise UnreadableInput(_SCRIPTS)
    if not any(block.reason != HIDDEN for block in blocks):
        raise EmptyText
    return blocks, ()


def _has_text(blocks: Sequence[PageBlock]) -> bool:
    """Whether a page shows at least a sentence outside its menus, or many words."""
    seen = [(block, len(block.text.split())) for block in blocks if block.reason != HIDDEN]
    is_text = any(words >= _SENTENCE_WORDS and not block.reason and block.linked < 1 for block, words in seen)
    return is_text or sum(words for _, words in seen) >= _FEW_WORDS


def _read_body(page: Page, about: About) -> Iterator[PageBlock]:
    """The text that a page gives to search engines, below its title."""
    if about.title:
        yield PageBlock(text=about.title, tag="h1", kind=ParagraphKind.HEADING, element=page.root)
    for line in about.body.split("\n"):
        yield PageBlock(text=line, tag="p", element=page.root)


def _find_opinion(page: Page, blocks: Sequence[PageBlock], about: About) -> set[int]:
    """The places of the blocks in the text that trafilatura found and in what the page tells search engines.

    Where these hold little of the prose that our own count finds, that count joins in.
    """
    is_large = page.size > _MOST_ELEMENTS or page.depth > _DEEPEST
    text = "" if is_large else find_main_text(page.root)
    found = find_in_text(blocks, text) | find_in_text(blocks, about.body)
    alone = choose_alone(blocks)
    covered = sum(len(blocks[place].text) for place in alone & found)
    is_covered = covered >= _COVERED * sum(len(blocks[place].text) for place in alone)
    return found if is_covered else found | alone


def _choose_title(blocks: Sequence[PageBlock], about: About) -> str:
    """The headline as the page shows it, or what the page calls itself."""
    place = find_headline(blocks, about.title)
    return blocks[place].text if place is not None else about.title
