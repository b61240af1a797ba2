"""Plain text, pasted or from a file, to a document."""

from __future__ import annotations

from dataclasses import replace

from copytrail.errors import EmptyText
from copytrail.intake.decode import decode
from copytrail.intake.furniture import mark_furniture
from copytrail.lexicon import guess_language
from copytrail.model import Document
from copytrail.segment import segment
from copytrail.text import canonicalise
from copytrail.words import word_pairs


def read_plain(
    source: str | bytes,
    *,
    id: str = "",  # noqa: A002 - the document's own word
    title: str = "",
    publisher: str = "",
    url: str = "",
    published: str = "",
    language: str = "",
) -> Document:
    """The document that a plain text is; the language is guessed where none is given.

    Raises EmptyText when there is not one word in it and UnreadableInput for bytes that are no text.

    >>> [p.kind.value for p in read_plain("Related Posts\\n\\nThe bridge opened on Monday after long delays.").paragraphs]
    ['furniture', 'body']
    """
    text = canonicalise(decode(source) if isinstance(source, bytes) else source)
    words = [text[start:end].casefold() for start, end in word_pairs(text)]
    if not words:
        raise EmptyText
    language = language or guess_language(words)
    document = Document(
        id=id, text=text, paragraphs=(), title=title, language=language, publisher=publisher, url=url, published=published
    )
    return replace(document, paragraphs=mark_furniture(text, segment(text, language)))
