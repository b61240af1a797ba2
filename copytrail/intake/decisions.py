"""What a person decided about the paragraphs of a document, laid over what the machine found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copytrail.model import Document, ParagraphKind


def set_reasons(document: Document, reasons: Mapping[int, str]) -> Document:
    """The document with other reasons for what is furniture in it, by the number of the paragraph."""
    paragraphs = tuple(
        replace(each, reason=reasons[each.number])
        if each.number in reasons and each.kind is ParagraphKind.FURNITURE
        else each
        for each in document.paragraphs
    )
    return replace(document, paragraphs=paragraphs)


def set_speakers(document: Document, speakers: Mapping[int, str]) -> Document:
    """The document with whole paragraphs given to a speaker, by number."""
    paragraphs = tuple(
        replace(each, speaker=speakers[each.number]) if each.number in speakers else each
        for each in document.paragraphs
    )
    return replace(document, paragraphs=paragraphs)
