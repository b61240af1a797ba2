"""Plain text, pasted or from a file, to a document."""

from __future__ import annotations

from typing import Unpack

from copytrail.intake.characters.decode import Decoded, decode
from copytrail.intake.documents import Known, make_document
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.model import Document
from copytrail.text import canonicalise


def read_plain(source: str | bytes, **known: Unpack[Known]) -> Document:
    r"""The document that a plain text is, with what is known about it (`id`, `title`, `publisher`, ...).

    Raises EmptyText when there is not one word in it and UnreadableInput for bytes that are no text.

    >>> document = read_plain("Related Posts\n\nThe bridge opened on Monday after long delays.")
    >>> [paragraph.kind.value for paragraph in document.paragraphs]
    ['furniture', 'body']
    """
    return make_document(extract_plain(source), **known)


def extract_plain(source: str | bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """A plain text as one block: what a paragraph is, is left to the look of its lines."""
    decoded = decode(source, options.encoding) if isinstance(source, bytes) else Decoded(source)
    return Extract(blocks=(Block(canonicalise(decoded.text)),), encoding=decoded.encoding, notes=decoded.notes)
