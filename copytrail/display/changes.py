"""The word diff of a match: which stretches of either side changed, and into what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.display.pieces import Side
from copytrail.letters import differing_letters
from copytrail.model import Comparison, Edit, EditKind, Match, Span
from copytrail.words import WordIndex

LONGEST_GAP = 3
"""Edits with more characters than this between them are changes of their own."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the release and the words of the article that stand in their place; either may be missing."""

    original: Span | None
    derivative: Span | None


def find_changes(match: Match) -> tuple[Change, ...]:
    """The changes of a match, neighbouring edits as one."""
    return tuple(_merge(run) for run in _runs(match.edits))


def find_marks(match: Match, side: Side) -> tuple[Span, ...]:
    """The changed stretches of one side, in the order of its text."""
    spans = sorted(
        span
        for change in find_changes(match)
        if (span := change.original if side is Side.ORIGINAL else change.derivative) is not None
    )
    return tuple(spans)


def find_letters(comparison: Comparison, match: Match) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The letters of either side that differ where a word was replaced by one that is nearly the same."""
    found: tuple[list[Span], list[Span]] = ([], [])
    for edit in match.edits:
        if edit.kind is not EditKind.REPLACED or edit.original is None or edit.derivative is None:
            continue
        places = edit.original, edit.derivative
        words = edit.original.of(comparison.original.text), edit.derivative.of(comparison.derivative.text)
        if all(len(word.split()) == 1 for word in words):
            for spans, place, letters in zip(found, places, differing_letters(*words), strict=True):
                spans += [Span(place.start + each.start, place.start + each.end) for each in letters]
    return tuple(sorted(found[0])), tuple(sorted(found[1]))


def count_shared(match: Match, original: WordIndex, derivative: WordIndex) -> tuple[int, int, int]:
    """Shared words, all words of the article's passage, and the longest unbroken run of shared words."""
    total = derivative.count(match.derivative.start, match.derivative.end)
    shared = longest = run = 0
    reached = -1
    for edit in match.edits:
        if edit.kind is not EditKind.KEPT or edit.original is None or edit.derivative is None:
            run = 0
            continue
        words = derivative.count(edit.derivative.start, edit.derivative.end)
        adjoins = 0 <= reached <= edit.original.start and not original.count(reached, edit.original.start)
        run = run + words if adjoins else words
        reached = edit.original.end
        shared, longest = shared + words, max(longest, run)
    return shared, total, longest


def _runs(edits: tuple[Edit, ...]) -> Iterator[list[Edit]]:
    """Edits that change something, neighbours together as long as the release's words adjoin too."""
    run: list[Edit] = []
    for edit in edits:
        if run and (edit.kind is EditKind.KEPT or not _adjoins(run, edit)):
            yield run
            run = []
        if edit.kind is not EditKind.KEPT:
            run.append(edit)
    if run:
        yield run


def _adjoins(run: list[Edit], edit: Edit) -> bool:
    """Whether the edit goes on where the run ends, in both texts."""
    return all(
        not before or after is None or 0 <= after.start - before[-1].end <= LONGEST_GAP
        for before, after in (
            ([each.original for each in run if each.original], edit.original),
            ([each.derivative for each in run if each.derivative], edit.derivative),
        )
    )


def _merge(run: list[Edit]) -> Change:
    return Change(_cover([edit.original for edit in run]), _cover([edit.derivative for edit in run]))


def _cover(spans: list[Span | None]) -> Span | None:
    """One span over all of these, where there are any."""
    there = [span for span in spans if span is not None]
    return Span(min(span.start for span in there), max(span.end for span in there)) if there else None
