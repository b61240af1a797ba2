"""The sentences of a quotation in which something changed, so that a finding points at no more than a reader needs."""

from __future__ import annotations

from collections.abc import Sequence

from copytrail.model import Document, Span


def narrow_to(document: Document, content: Span, places: Sequence[Span | None]) -> Span:
    """The sentences inside a stretch that hold all the places; the whole stretch where one of them is nowhere."""
    known = [place for place in places if place is not None]
    if not known or len(known) < len(places):
        return content
    first, last = min(place.start for place in known), max(place.end for place in known)
    inside = Span(max(first, content.start), min(last, content.end))
    near = [paragraph for paragraph in document.paragraphs if paragraph.span.overlaps(inside)]
    held = [sentence for paragraph in near for sentence in paragraph.sentences if sentence.overlaps(inside)]
    if not held:
        return content
    return Span(max(content.start, held[0].start), min(content.end, held[-1].end))
