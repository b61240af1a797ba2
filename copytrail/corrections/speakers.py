"""Who speaks, by a person's word: laid over the reading of the derivative before speech is held against speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.model import Document, Laid, Quotation, Span, Speaker
from copytrail.pipeline import Texts


@dataclass(frozen=True, slots=True)
class Spoken:
    """Texts with corrected speakers, and the corrections that found their quotation."""

    texts: Texts
    laid: tuple[Laid, ...]


def lay_speakers(texts: Texts, laid: Sequence[Laid]) -> Spoken:
    """The texts with each quotation given to whom people say; a later word holds before an earlier one."""
    if not laid:
        return Spoken(texts, ())
    document = texts.pair.derivative.document
    quotations = list(texts.derivative.quotations)
    found = []
    for each in laid:
        place = _find_quotation(quotations, each.span)
        if place is not None:
            quotations[place] = _give(document, quotations[place], each)
            found.append(each)
    return Spoken(replace(texts, derivative=replace(texts.derivative, quotations=tuple(quotations))), tuple(found))


def _find_quotation(quotations: Sequence[Quotation], span: Span) -> int | None:
    def share(number: int) -> int:
        content = quotations[number].content
        return min(content.end, span.end) - max(content.start, span.start)

    best = max(range(len(quotations)), key=share, default=None)
    if best is None or 2 * share(best) < max(len(quotations[best].content), len(span)):
        return None
    return best


def _give(document: Document, quotation: Quotation, laid: Laid) -> Quotation:
    """A quotation with the speaker that a person names."""
    name = laid.correction.speaker
    speaker = Speaker(name, _find_name(document, quotation, name)) if name else None
    return replace(quotation, speaker=speaker, corrected=laid.correction.by_hand(name))


def _find_name(document: Document, quotation: Quotation, name: str) -> Span:
    """The nearest place with the name; else the words that the machine took for it, else the edge of the quotation."""
    near = quotation.content.start
    places = []
    start = document.text.find(name)
    while start >= 0:
        places.append(Span(start, start + len(name)))
        start = document.text.find(name, start + 1)
    if places:
        return min(places, key=lambda span: (abs(span.start - near), span))
    return quotation.speaker.span if quotation.speaker else Span(near, near)
