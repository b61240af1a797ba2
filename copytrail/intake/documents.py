"""Where every format ends: the blocks of a file, and what it says of itself, to a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.extracts import Block, Extract
from copytrail.intake.furniture import mark_furniture
from copytrail.lexicon import guess_language
from copytrail.model import Document, Paragraph, Span
from copytrail.segment import segment
from copytrail.words import TextWords

_OPENING = 20_000
"""So many code points are enough to tell the language."""
_GAP = "\n\n"
_MOST_LINES = 100_000
"""More are no text, and would take long to cut up."""


class Known(TypedDict, total=False):
    """What may be known about a document beside its text; it counts more than what a file says of itself."""

    id: str
    title: str
    author: str
    publisher: str
    url: str
    published: str
    language: str
    sha256: str
    fetched: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The place of a block in the text."""

    span: Span
    block: Block


def make_document(extract: Extract, **known: Unpack[Known]) -> Document:
    """The document of a file's blocks, a blank line between them; the language is guessed where nothing tells it.

    Raises EmptyText when there is not one word in it.
    """
    blocks = [block for block in extract.blocks if block.text]
    text = join_blocks(extract)
    words = TextWords(text)
    if not words.places:
        raise EmptyText
    if text.count("\n") > _MOST_LINES < sum(map(bool, map(str.strip, text.split("\n")))):
        raise UnreadableInput(
            "This text has more than 100,000 lines: it looks like a table or a list. Keep the part that is text."
        )
    opening = words.words[: words.count(0, _OPENING)]
    language = known.get("language") or extract.language or guess_language(map(str.casefold, opening))
    stretches = tuple(_place(blocks))
    said = [(paragraph, _find_block(paragraph, stretches)) for paragraph in segment(text, language, words)]
    reasons = {paragraph.number: block.furniture for paragraph, block in said if block and block.furniture}
    paragraphs = tuple(_tell_kind(paragraph, block) for paragraph, block in said)
    return Document(
        id=known.get("id", ""),
        text=text,
        paragraphs=mark_furniture(text, paragraphs, reasons),
        title=known.get("title") or extract.title,
        author=known.get("author") or extract.author,
        language=language,
        publisher=known.get("publisher") or extract.publisher,
        url=known.get("url") or extract.url,
        published=known.get("published") or extract.published,
        sha256=known.get("sha256", ""),
        fetched=known.get("fetched", ""),
        notes=extract.notes,
        index=words,
    )


def join_blocks(extract: Extract) -> str:
    """The canonical text of a file: its blocks, a blank line between them."""
    return _GAP.join(block.text for block in extract.blocks if block.text)


def _place(blocks: list[Block]) -> Iterator[_Stretch]:
    start = 0
    for block in blocks:
        yield _Stretch(Span(start, start + len(block.text)), block)
        start += len(block.text) + len(_GAP)


def _find_block(paragraph: Paragraph, stretches: tuple[_Stretch, ...]) -> Block | None:
    """The block that the paragraph lies in, if it lies in one."""
    place = bisect_right(stretches, paragraph.span.start, key=lambda stretch: stretch.span.start) - 1
    return stretches[place].block if place >= 0 and stretches[place].span.contains(paragraph.span) else None


def _tell_kind(paragraph: Paragraph, block: Block | None) -> Paragraph:
    return replace(paragraph, kind=block.kind) if block and block.kind else paragraph
