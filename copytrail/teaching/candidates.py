"""Which sentences of a derivative make good tasks: whole, readable, under one label, clear or hard to tell."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model import Comparison, Document, Label, ParagraphKind, Span
from copytrail.passages import label_sentences
from copytrail.teaching.verdicts import LABELS, find_matches

_SHORTEST, _LONGEST = 8, 60
"""In words: shorter ones tell too little, longer ones fill a phone."""
_ONE_LABEL = 0.8
"""So much of a sentence is under one label, or it asks two questions at once."""
_LONG_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that can be a task, with how hard its label is to tell, from 0 to 1."""

    span: Span
    label: Label
    hardness: float
    has_finding: bool
    is_moved: bool


def find_candidates(comparison: Comparison) -> tuple[Candidate, ...]:
    """The sentences of the derivative that make good tasks, in its order."""
    document = comparison.derivative
    running = {
        paragraph.number
        for paragraph in document.paragraphs
        if paragraph.kind in {ParagraphKind.BODY, ParagraphKind.LIST_ITEM}
    }
    return tuple(
        _describe(comparison, sentence.span, sentence.label, dict(sentence.shares)[sentence.label])
        for sentence in label_sentences(comparison)
        if sentence.paragraph in running
        and sentence.label in LABELS
        and dict(sentence.shares)[sentence.label] >= _ONE_LABEL
        and _is_readable(document, sentence.span)
    )


def _is_readable(document: Document, span: Span) -> bool:
    return _SHORTEST <= document.index.count(span.start, span.end) <= _LONGEST


def _describe(comparison: Comparison, span: Span, label: Label, share: float) -> Candidate:
    matches = [match for match in find_matches(comparison, span) if match.label is label]
    scores = [match.score for match in matches]
    if label is Label.COPIED:
        hardness = 1 - share
    elif label is Label.ADDED:
        hardness = _share_of_known_words(comparison, span)
    else:
        hardness = 1 - min(scores, default=1.0)
    return Candidate(
        span=span,
        label=label,
        hardness=round(hardness, 4),
        has_finding=any(
            each.derivative is not None and each.derivative.overlaps(span) and not each.dismissed
            for each in comparison.findings
        ),
        is_moved=any(match.moved for match in matches),
    )


def _share_of_known_words(comparison: Comparison, span: Span) -> float:
    """How many of the long words of an added sentence stand somewhere in the original all the same."""
    index = comparison.derivative.index
    inside = index.between(span.start, span.end)
    long = {word.casefold() for word in index.words[inside.start : inside.stop] if len(word) >= _LONG_WORD}
    known = {word.casefold() for word in comparison.original.index.different}
    return len(long & known) / len(long) if long else 0.0
