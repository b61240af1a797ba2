"""Speech that a person marked: whole paragraphs of which somebody said whose words they are."""

from __future__ import annotations

from itertools import groupby

from copytrail.model import Document, ParagraphKind, Quotation, QuotationKind, Span, Speaker
from copytrail.text import fold


def read_told(document: Document) -> list[Quotation]:
    """A quotation for each run of paragraphs that a person gave to one speaker."""
    spoken = groupby(document.paragraphs, lambda each: "" if each.kind is ParagraphKind.FURNITURE else each.speaker)
    runs = [(speaker, list(run)) for speaker, run in spoken if speaker]
    return [
        Quotation(
            content=Span(run[0].span.start, run[-1].span.end),
            kind=QuotationKind.BLOCK,
            speaker=Speaker(speaker, _find_name(document, speaker, run[0].span.start)),
        )
        for speaker, run in runs
    ]


def _find_name(document: Document, speaker: str, before: int) -> Span:
    """Where the text names the speaker last before a place, else anywhere; an empty span where it never does."""
    places = fold(document.text).find(speaker)
    nearest = [place for place in places if place.end <= before]
    return nearest[-1] if nearest else places[0] if places else Span(before, before)
