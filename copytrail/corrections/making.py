"""Corrections made from what a person chose on a page: each holds all that it says, with the words it is known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copytrail.anchors import anchor_place
from copytrail.errors import CopytrailError
from copytrail.model import (
    REUSED,
    Act,
    Comparison,
    Correction,
    Edit,
    Label,
    Match,
    ParagraphKind,
    Part,
    Quotation,
    Said,
    Span,
)


class CannotCorrect(CopytrailError):
    """The passage cannot be corrected in this way."""


def relabel_match(comparison: Comparison, match: Match, label: Label, said: Said) -> Correction:
    """The match under another label."""
    _require(label in REUSED, "A passage that comes from the release is copied, edited or paraphrased.")
    return _correct(comparison, Act.RELABEL, match.derivative, [_Part(match.derivative, match.original, label)], said)


def unpair_match(comparison: Comparison, match: Match, said: Said) -> Correction:
    """The passage of the match does not come from the original."""
    return _correct(comparison, Act.UNPAIR, match.derivative, [], said)


def repair_match(
    comparison: Comparison, match: Match, sources: Sequence[Span], said: Said, *, label: Label | None = None
) -> Correction:
    """The passage of the match comes from elsewhere in the original."""
    _require(bool(sources), "Choose at least one paragraph of the release that it comes from.")
    parts = [_Part(match.derivative, sources, label or match.label)]
    return _correct(comparison, Act.REPAIR, match.derivative, parts, said)


def pair_stretch(
    comparison: Comparison, stretch: Span, sources: Sequence[Span], said: Said, *, label: Label
) -> Correction:
    """A stretch of the derivative comes from the original after all."""
    _require(label in REUSED, "A passage that comes from the release is copied, edited or paraphrased.")
    _require(bool(sources), "Choose at least one paragraph of the release that it comes from.")
    return _correct(comparison, Act.PAIR, stretch, [_Part(stretch, sources, label)], said)


def split_match(comparison: Comparison, match: Match, place: int, said: Said) -> Correction:
    """The match as two, the second of which begins at a place of the derivative."""
    words = comparison.derivative.index
    before = words.between(match.derivative.start, place)
    after = words.between(place, match.derivative.end)
    _require(bool(before) and bool(after), "There must be words on both sides of the place where a passage is divided.")
    spans = [Span(words.places[part.start][0], words.places[part.stop - 1][1]) for part in (before, after)]
    parts = [_Part(span, _find_sources(comparison, match, span), match.label) for span in spans]
    return _correct(comparison, Act.SPLIT, match.derivative, parts, said)


def join_matches(comparison: Comparison, match: Match, following: Match, said: Said) -> Correction:
    """Two neighbouring matches as one, with whatever stands between them, under the label that is less close."""
    whole = Span(match.derivative.start, following.derivative.end)
    between = [each for each in comparison.matches if each.derivative.overlaps(whole)]
    _require(between == [match, following], "Only two passages that follow one another can be joined.")
    aside = (each for each in comparison.derivative.paragraphs if each.kind is ParagraphKind.FURNITURE)
    _require(not any(each.span.overlaps(whole) for each in aside), "Page furniture stands between the two passages.")
    label = max(match.label, following.label, key=REUSED.index)
    sources = _merge([*match.original, *following.original])
    return _correct(comparison, Act.JOIN, whole, [_Part(whole, sources, label)], said)


def set_speaker(comparison: Comparison, quotation: Quotation, speaker: str, said: Said) -> Correction:
    """A quotation of the derivative given to somebody else; to nobody where the name is empty."""
    by_hand = quotation.corrected
    before = quotation.speaker.name if quotation.speaker else ""
    return Correction(
        act=Act.SPEAKER,
        place=anchor_place(comparison.derivative, quotation.content),
        machine=by_hand.machine if by_hand else before,
        speaker=speaker,
        said=said,
    )


class _Part:
    """A part of a correction before its places are anchored."""

    def __init__(self, span: Span, sources: Sequence[Span], label: Label) -> None:
        self.span, self.sources, self.label = span, sources, label


def _correct(comparison: Comparison, act: Act, span: Span, parts: Iterable[_Part], said: Said) -> Correction:
    original, derivative = comparison.original, comparison.derivative
    return Correction(
        act=act,
        place=anchor_place(derivative, span),
        parts=tuple(
            Part(
                place=anchor_place(derivative, part.span),
                sources=tuple(anchor_place(original, source) for source in part.sources),
                label=part.label,
            )
            for part in parts
        ),
        machine=_name_machine(comparison, span).value,
        said=said,
    )


def _name_machine(comparison: Comparison, span: Span) -> Label:
    """What the machine said of a stretch before anybody corrected it."""
    for match in comparison.matches:
        if match.derivative.overlaps(span):
            return Label(match.corrected.machine) if match.corrected else match.label
    laid = (each for each in reversed(comparison.corrections) if each.correction.act is not Act.SPEAKER)
    return next((Label(each.correction.machine) for each in laid if each.span.overlaps(span)), Label.ADDED)


def _find_sources(comparison: Comparison, match: Match, span: Span) -> tuple[Span, ...]:
    """Of the sources of a match, what the words of one stretch are held against; all where that is nothing."""
    used = [place for edit in match.edits for place in _find_used(comparison, edit, span)]
    found = []
    for source in match.original:
        inside = [each for each in used if source.contains(each)]
        if inside:
            found.append(Span(min(each.start for each in inside), max(each.end for each in inside)))
    return tuple(found) or match.original


def _find_used(comparison: Comparison, edit: Edit, span: Span) -> Iterator[Span]:
    """What of the original one edit holds against a stretch: as many words one by one, others as a whole."""
    if not (edit.original and edit.derivative):
        return
    theirs, ours = comparison.original.index, comparison.derivative.index
    there = theirs.between(edit.original.start, edit.original.end)
    here = ours.between(edit.derivative.start, edit.derivative.end)
    if len(there) != len(here) and edit.derivative.overlaps(span):
        yield edit.original
    elif len(there) == len(here):
        inside = ours.between(span.start, span.end)
        yield from (Span(*theirs.places[one]) for one, other in zip(there, here, strict=True) if other in inside)


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise CannotCorrect(otherwise)
