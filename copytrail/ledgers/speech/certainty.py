"""How certain it is whose words are whose: not where a statement may have ended, or marks may have been misread."""

from __future__ import annotations

import re

from copytrail.model import Document, Quotation, QuotationKind, Span
from copytrail.read.speech.block_speech import is_personal
from copytrail.read.speech.words import SpeechWords

_MARK = re.compile(r"[\"“”„«»‹›「」]|(?<!\w)['‘‚]\w|\w[.,!?]['’]")


def is_open(quotation: Quotation) -> bool:
    """Whether a quotation between marks was never closed, so that the narrator's words may be among its own."""
    return quotation.unsure and quotation.kind is not QuotationKind.BLOCK


def is_surely_said(document: Document, said: Quotation, words: SpeechWords) -> bool:
    """Whether words are their speaker's: of a statement, when he was announced just before or speaks of himself."""
    if not said.unsure or said.kind is not QuotationKind.BLOCK:
        return not said.unsure
    number = next((n for n, p in enumerate(document.paragraphs) if p.span.overlaps(said.content)), 0)
    before = document.paragraphs[number - 1].span.of(document.text) if number else ""
    return is_personal(document, document.paragraphs[number].span, words) or before.rstrip().endswith(":")


def stands_by_marks(document: Document, content: Span) -> bool:
    """Whether marks stand before and after in the paragraph: then it may be a quotation not read as one."""
    paragraph = next((p.span for p in document.paragraphs if p.span.overlaps(content)), content)
    opened = _MARK.search(document.text, paragraph.start, content.start)
    closed = _MARK.search(document.text, content.end, paragraph.end)
    return bool(opened and (closed or opened.start() == paragraph.start))
