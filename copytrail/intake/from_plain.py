"""Plain text, pasted or from a file, to a document."""

from __future__ import annotations

from typing import Unpack

from copytrail.intake.decode import decode
from copytrail.intake.documents import Known, make_document
from copytrail.model import Document
from copytrail.text import canonicalise


def read_plain(source: str | bytes, **known: Unpack[Known]) -> Document:
    r"""The document that a plain text is, with what is known about it (`id`, `title`, `publisher`, ...).

    Raises EmptyText when there is not one word in it and UnreadableInput for bytes that are no text.

    >>> document = read_plain("Related Posts\n\nThe bridge opened on Monday after long delays.")
    >>> [paragraph.kind.value for paragraph in document.paragraphs]
    ['furniture', 'body']
    """
    return make_document(canonicalise(decode(source) if isinstance(source, bytes) else source), **known)
