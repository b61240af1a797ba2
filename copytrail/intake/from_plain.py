"""Plain text, pasted or from a file, to a document."""

from __future__ import annotations

from copytrail.errors import EmptyText
from copytrail.intake.decode import decode
from copytrail.intake.furniture import mark_furniture
from copytrail.lexicon import guess_language
from copytrail.model import Document
from copytrail.segment import segment
from copytrail.text import canonicalise
from copytrail.words import word_pairs

_OPENING = 20_000
"""So many code points are enough to tell the language."""


def read_plain(  # noqa: PLR0913 - what is known about a text, each word optional
    source: str | bytes,
    *,
    id: str = "",  # noqa: A002 - the document's own word
    title: str = "",
    publisher: str = "",
    url: str = "",
    published: str = "",
    language: str = "",
) -> Document:
    r"""The document that a plain text is; the language is guessed where none is given.

    Raises EmptyText when there is not one word in it and UnreadableInput for bytes that are no text.

    >>> document = read_plain("Related Posts\n\nThe bridge opened on Monday after long delays.")
    >>> [paragraph.kind.value for paragraph in document.paragraphs]
    ['furniture', 'body']
    """
    text = canonicalise(decode(source) if isinstance(source, bytes) else source)
    opening = word_pairs(text, 0, _OPENING)
    if not opening and not word_pairs(text):
        raise EmptyText
    language = language or guess_language(text[start:end].casefold() for start, end in opening)
    return Document(
        id=id,
        text=text,
        paragraphs=mark_furniture(text, segment(text, language)),
        title=title,
        language=language,
        publisher=publisher,
        url=url,
        published=published,
    )
