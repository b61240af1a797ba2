"""Where every format ends: canonical text, and what the format says of it, to a document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from copytrail.errors import EmptyText
from copytrail.intake.furniture import mark_furniture
from copytrail.lexicon import guess_language
from copytrail.model import Document, Paragraph, ParagraphKind, Span
from copytrail.segment import segment
from copytrail.words import TextWords

_OPENING = 20_000
"""So many code points are enough to tell the language."""


class Known(TypedDict, total=False):
    """What may be known about a document beside its text."""

    id: str
    title: str
    publisher: str
    url: str
    published: str
    language: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text of which the format itself says what it is."""

    span: Span
    kind: ParagraphKind | None = None
    """None leaves it to the look of its lines."""
    furniture: str = ""
    """Why it is furniture, where the format tells."""


def make_document(text: str, stretches: tuple[Stretch, ...] = (), **known: Unpack[Known]) -> Document:
    """The document of a canonical text; the language is guessed where none is given.

    The stretches are in the order of the text. Raises EmptyText when there is not one word in it.
    """
    words = TextWords(text)
    if not words.places:
        raise EmptyText
    opening = words.words[: words.count(0, _OPENING)]
    language = known.get("language") or guess_language(map(str.casefold, opening))
    said = [(paragraph, _find_stretch(paragraph, stretches)) for paragraph in segment(text, language, words)]
    reasons = {paragraph.number: stretch.furniture for paragraph, stretch in said if stretch and stretch.furniture}
    paragraphs = tuple(_tell_kind(paragraph, stretch) for paragraph, stretch in said)
    return Document(
        id=known.get("id", ""),
        text=text,
        paragraphs=mark_furniture(text, paragraphs, reasons),
        title=known.get("title", ""),
        language=language,
        publisher=known.get("publisher", ""),
        url=known.get("url", ""),
        published=known.get("published", ""),
        index=words,
    )


def _find_stretch(paragraph: Paragraph, stretches: tuple[Stretch, ...]) -> Stretch | None:
    """The stretch that the paragraph lies in, if it lies in one."""
    place = bisect_right(stretches, paragraph.span.start, key=lambda stretch: stretch.span.start) - 1
    return stretches[place] if place >= 0 and stretches[place].span.contains(paragraph.span) else None


def _tell_kind(paragraph: Paragraph, stretch: Stretch | None) -> Paragraph:
    return replace(paragraph, kind=stretch.kind) if stretch and stretch.kind else paragraph
