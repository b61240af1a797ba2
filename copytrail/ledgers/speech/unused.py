"""The original's speech that the derivative does not use, sentence by sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from copytrail.align.terms import Pair
from copytrail.model import Label, Match, Quotation, QuotationKind, Span, Speech, SpeechOutcome


def list_used(pair: Pair, rows: Iterable[Speech], matches: Iterable[Match]) -> frozenset[int]:
    """The words of the original that quotations hold or matches keep, by their numbers."""
    said = [row.original.content for row in rows if row.original]
    kept = [span for match in matches if match.label is not Label.PARAPHRASED for span in match.original]
    index = pair.original.index
    return frozenset(number for span in (*said, *kept) for number in index.between(span.start, span.end))


def find_unused(
    pair: Pair, original: Sequence[Quotation], used: Collection[int], used_share: float
) -> Iterator[Speech]:
    """The rows of sentences of which too little was used, neighbours together; a phrase without a cue has none."""
    outcome = SpeechOutcome.NOT_USED
    for quotation in original:
        if quotation.kind is QuotationKind.PARTIAL and not quotation.cue:
            continue
        for span in _list_unused(pair, quotation, used, used_share):
            yield Speech(outcome=outcome, wording=outcome, derivative=None, original=replace(quotation, content=span))


def _list_unused(pair: Pair, quotation: Quotation, used: Collection[int], used_share: float) -> Iterator[Span]:
    """The sentences of a quotation of which too little was used, neighbours joined."""
    words = pair.original.index.between(quotation.content.start, quotation.content.end)
    parts: list[range] = []
    for part in _by_sentence(pair, words):
        if sum(number in used for number in part) >= used_share * len(part):
            continue
        if parts and parts[-1].stop == part.start:
            parts[-1] = range(parts[-1].start, part.stop)
        else:
            parts.append(part)
    for part in parts:
        yield quotation.content if part == words else pair.original.span(part.start, part.stop)


def _by_sentence(pair: Pair, words: range) -> Iterator[range]:
    """A stretch of the original divided at its sentences."""
    start = words.start
    for number in words:
        following = number + 1
        is_last = following == words.stop
        if is_last or pair.original.sentence_of[following] != pair.original.sentence_of[number]:
            yield range(start, following)
            start = following
