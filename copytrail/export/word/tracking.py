"""A comparison as tracked changes: what stays, what comes in, what goes out, what moves.

Accepting all of them gives the derivative. Rejecting all of them gives, in the order of the derivative, the words of
the original that its matches come from; a match that was moved gives them after the one it follows in the original.
Words that the derivative uses twice come twice. White space is the derivative's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from copytrail.export.word.segments import Change, Segment, Tracked
from copytrail.model import Edit, EditKind, Label, Span
from copytrail.passages import match_by_id, tile_derivative

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Match, Passage

_OPENING = frozenset("“‘„‚«‹\"'([{¡¿#@")
_TOKEN = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


def track_changes(comparison: Comparison) -> tuple[Tracked, ...]:
    """The paragraphs of the derivative with the changes against the original."""
    tracker = _Tracker(comparison)
    return tuple(tracker.share_out())


class _Tracker:
    def __init__(self, comparison: Comparison) -> None:
        self._original, self._derivative = comparison.original, comparison.derivative
        self._matches = match_by_id(comparison)
        self._passages = tile_derivative(comparison)
        self._leaving = self._place_moved()

    def share_out(self) -> Iterator[Tracked]:
        """The segments of the whole text, given to its paragraphs."""
        segments = list(self._track())
        place = 0
        for paragraph in self._derivative.paragraphs:
            inside: list[Segment] = []
            while place < len(segments) and segments[place].span.start < paragraph.span.end:
                segment = segments[place]
                clipped = _clip(segment, paragraph.span)
                inside += [clipped] if clipped else []
                if segment.span.end > paragraph.span.end:
                    break
                place += 1
            yield Tracked(paragraph, tuple(_keep_apart(_trim_last(inside))))

    def _track(self) -> Iterator[Segment]:
        yield from self._list_leaving("", Span(0, 0))
        for passage in self._passages:
            match = self._matches.get(passage.match or "")
            if match is None:
                words = passage.span.of(self._derivative.text)
                yield Segment(change=Change.INSERTED, words=words, span=passage.span, label=passage.label)
            elif match.moved:
                yield from self._track_moved(passage, match)
            else:
                yield from self._track_match(passage, match)
                last = max(
                    passage.span.start, len(passage.span.of(self._derivative.text).rstrip()) - 1 + passage.span.start
                )
                yield from self._list_leaving(match.id, Span(last, last))

    def _place_moved(self) -> dict[str, list[Match]]:
        """What leaves its place in the original, by the match it followed there."""
        staying = sorted((min(match.original).start, match.id) for match in self._matches.values() if not match.moved)
        moved = sorted((match for match in self._matches.values() if match.moved), key=lambda each: min(each.original))
        leaving: dict[str, list[Match]] = {}
        for match in moved:
            place = bisect_left(staying, (min(match.original).start, ""))
            leaving.setdefault(staying[place - 1][1] if place else "", []).append(match)
        return leaving

    def _list_leaving(self, after: str, place: Span) -> Iterator[Segment]:
        for match in self._leaving.get(after, ()):
            words = "".join(_one_line(self._original, self._reach(self._original, span)) for span in match.original)
            change = Change.MOVED_AWAY
            yield Segment(change=change, words=words, span=place, label=match.label, match=match.id, is_apart=True)

    def _track_moved(self, passage: Passage, match: Match) -> Iterator[Segment]:
        """What the derivative has of a moved match; what it lost stays behind where it was."""
        for edit, span in self._cut(passage, match):
            if span:
                change = Change.MOVED_HERE if edit.kind is EditKind.KEPT else Change.INSERTED
                words = span.of(self._derivative.text)
                yield Segment(change=change, words=words, span=span, label=match.label, match=match.id)

    def _track_match(self, passage: Passage, match: Match) -> Iterator[Segment]:
        last = passage.span.start
        for edit, span in self._cut(passage, match):
            before = _one_line(self._original, self._reach(self._original, edit.original)) if edit.original else ""
            place = Span(last, last)
            if edit.kind is EditKind.KEPT and span:
                yield from self._compare(before, span, match.label)
            else:
                if before:
                    apart = edit.original is not None and self._is_apart(edit.original)
                    yield Segment(change=Change.DELETED, words=before, span=place, label=match.label, is_apart=apart)
                if span:
                    words = span.of(self._derivative.text)
                    yield Segment(change=Change.INSERTED, words=words, span=span, label=match.label)
            if span:
                last = max(span.start, span.start + len(span.of(self._derivative.text).rstrip()) - 1)

    def _cut(self, passage: Passage, match: Match) -> Iterator[tuple[Edit, Span | None]]:
        """The edits with the stretch of the derivative that is theirs: up to the next one, all of the passage."""
        here = [edit for edit in match.edits if edit.derivative]
        starts = [_open(self._derivative, edit.derivative.start) for edit in here if edit.derivative]
        ends = [*starts[1:], passage.span.end]
        stretches = dict(zip(map(id, here), zip([passage.span.start, *starts[1:]], ends, strict=True), strict=True))
        for edit in match.edits:
            found = stretches.get(id(edit))
            yield edit, Span(*found) if found else None

    def _reach(self, document: Document, span: Span) -> Span:
        """Words with the signs that open them, up to where the next word begins."""
        index = document.index
        following = bisect_left(index.starts, span.end)
        end = _open(document, index.starts[following]) if following < len(index.starts) else len(document.text)
        return Span(_open(document, span.start), max(end, span.end))

    def _is_apart(self, span: Span) -> bool:
        start = _open(self._original, span.start)
        return start == 0 or self._original.text[start - 1].isspace()

    def _compare(self, before: str, span: Span, label: Label) -> Iterator[Segment]:
        """Kept words; signs and letters in which the two texts differ are changes all the same."""
        after = span.of(self._derivative.text)
        if before.split() == after.split():
            yield Segment(change=Change.SAME, words=after, span=span, label=label)
            return
        old, new = _TOKEN.findall(before), _TOKEN.findall(after)
        plain = [" " if token.isspace() else token for token in new]
        start, last = span.start, max(span.start, span.start + len(after.rstrip()) - 1)
        for step in Indel.opcodes(old, plain):
            gone, come = "".join(old[step.src_start : step.src_end]), "".join(new[step.dest_start : step.dest_end])
            if step.tag != "equal" and gone:
                yield Segment(
                    change=Change.DELETED, words=gone, span=Span(min(start, last), min(start, last)), label=label
                )
            if come:
                change = Change.SAME if step.tag == "equal" else Change.INSERTED
                yield Segment(change=change, words=come, span=Span(start, start + len(come)), label=label)
            start += len(come)


def _open(document: Document, start: int) -> int:
    """A place moved before the signs that open what stands there."""
    while start > 0 and document.text[start - 1] in _OPENING:
        start -= 1
    return start


def _one_line(document: Document, span: Span) -> str:
    """Words with single spaces between them, and one after the last word of a text."""
    return re.sub(r"\s+", " ", span.of(document.text) + " " * (span.end == len(document.text)))


def _clip(segment: Segment, limits: Span) -> Segment | None:
    """What of a segment stands in a paragraph; what has no place in the text stands whole."""
    if not segment.span:
        return segment
    start, end = max(segment.span.start, limits.start), min(segment.span.end, limits.end)
    if start >= end:
        return None
    words = segment.words[start - segment.span.start : end - segment.span.start]
    return replace(segment, words=words, span=Span(start, end))


def _keep_apart(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments, with a space before what would run into the word before it once changes are rejected."""
    last = ""
    for segment in segments:
        runs_on = segment.is_apart and last and not last[-1].isspace() and not segment.words[:1].isspace()
        kept = replace(segment, words=f" {segment.words}") if runs_on else segment
        if segment.change in (Change.SAME, Change.DELETED, Change.MOVED_AWAY):
            last = kept.words or last
        yield kept


def _trim_last(segments: list[Segment]) -> tuple[Segment, ...]:
    """The segments without white space at the end of their paragraph."""
    kept = list(segments)
    while kept and kept[-1].span and not kept[-1].words.strip():
        kept.pop()
    if kept and kept[-1].span:
        words = kept[-1].words.rstrip()
        kept[-1] = replace(kept[-1], words=words, span=Span(kept[-1].span.start, kept[-1].span.start + len(words)))
    return tuple(kept)
