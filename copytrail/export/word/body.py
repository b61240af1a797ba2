"""The tracked text of one article as paragraphs of a Word document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count, pairwise
from typing import TYPE_CHECKING

from copytrail.display.naming import LETTERS
from copytrail.display.pieces import cut_passages
from copytrail.export.word.comments import AUTHOR, Comment, list_comments
from copytrail.export.word.markup import Element, make, make_run
from copytrail.export.word.segments import Change, Segment, Tracked
from copytrail.export.word.signing import name_authors
from copytrail.export.word.styles import name_style, name_words
from copytrail.export.word.tracking import track_changes
from copytrail.model import Label, ParagraphKind
from copytrail.passages import tile_derivative

if TYPE_CHECKING:
    from datetime import date

    from copytrail.model import Comparison

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ckb"})
_TAGS = {
    Change.INSERTED: "ins",
    Change.DELETED: "del",
    Change.MOVED_HERE: "moveTo",
    Change.MOVED_AWAY: "moveFrom",
}


class Counters:
    """Numbers for whatever needs one, each given once in a document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def take(self) -> int:
        """The next number."""
        return next(self._numbers)


class BodyWriter:
    """Writes the tracked paragraphs of one comparison, with its comments."""

    def __init__(self, comparison: Comparison, counters: Counters, made: date | None) -> None:
        self._comparison, self._counters, self._made = comparison, counters, made
        self._language = comparison.derivative.language
        self._tracked = track_changes(comparison)
        self._author = AUTHOR
        self.comments = tuple((counters.take(), each) for each in list_comments(comparison))
        self._labels = self._label_paragraphs()
        self._names: dict[tuple[Change, str], int] = {}
        last: dict[tuple[Change, str], tuple[int, int]] = {}
        for number, tracked in enumerate(self._tracked):
            for place, segment in enumerate(tracked.segments):
                if segment.match and segment.change in (Change.MOVED_AWAY, Change.MOVED_HERE):
                    last[segment.change, segment.match] = (number, place)
        self._last = last

    @property
    def whole(self) -> tuple[tuple[int, Comment], ...]:
        """The comments that are about no words of the article."""
        return tuple((number, comment) for number, comment in self.comments if comment.span is None)

    def write(self) -> Iterator[Element]:
        """The paragraphs."""
        for number, (tracked, author) in enumerate(zip(self._tracked, name_authors(self._tracked), strict=True)):
            self._author = author
            paragraph = make("p", self._describe(tracked))
            for place, segment in enumerate(tracked.segments):
                paragraph.extend(self._write_segment(segment, is_last=self._is_last(segment, number, place)))
            yield paragraph

    def _is_last(self, segment: Segment, number: int, place: int) -> bool:
        return self._last.get((segment.change, segment.match)) == (number, place)

    def _describe(self, tracked: Tracked) -> Element:
        """The style of a paragraph, in the order of the schema; its mark is new where all of it is."""
        label = self._labels.get(tracked.paragraph.number, Label.FURNITURE)
        properties = make("pPr", make("pStyle", val=name_style(label)))
        if self._language in RIGHT_TO_LEFT:
            properties.append(make("bidi"))
        if tracked.paragraph.kind is ParagraphKind.HEADING:
            properties.append(make("outlineLvl", val=2))
        if tracked.is_new:
            properties.append(make("rPr", make("ins", **self._sign())))
        return properties

    def _write_segment(self, segment: Segment, *, is_last: bool) -> Iterator[Element]:
        """The runs of a segment, cut where a comment begins or ends."""
        yield from self._open_move(segment)
        cuts = self._find_cuts(segment)
        for start, end in pairwise(cuts):
            yield from self._begin_comments(segment, start)
            words = segment.words[start - segment.span.start : end - segment.span.start] if segment.span else ""
            yield self._write_run(segment, words or segment.words)
            yield from self._finish_comments(segment, end)
        if is_last:
            kind = "moveToRangeEnd" if segment.change is Change.MOVED_HERE else "moveFromRangeEnd"
            yield make(kind, id=self._names[segment.change, segment.match])

    def _open_move(self, segment: Segment) -> Iterator[Element]:
        """Where words that move begin, on either side, under one name."""
        key = (segment.change, segment.match)
        if key in self._last and key not in self._names:
            self._names[key] = self._counters.take()
            kind = "moveToRangeStart" if segment.change is Change.MOVED_HERE else "moveFromRangeStart"
            name = f"{self._comparison.derivative.id or 'article'}-{segment.match}"
            yield make(kind, id=self._names[key], name=name, **_sign(self._author, self._made))

    def _write_run(self, segment: Segment, words: str) -> Element:
        tag = _TAGS.get(segment.change)
        properties = [make("rStyle", val=name_words(segment.label))]
        if self._language in RIGHT_TO_LEFT:
            properties.append(make("rtl"))
        if self._language not in ("", "en"):
            properties.append(make("lang", val=self._language, bidi=self._language))
        run = make_run(words, *properties, tag="delText" if segment.change is Change.DELETED else "t")
        return make(tag, run, **self._sign()) if tag else run

    def _find_cuts(self, segment: Segment) -> list[int]:
        """The ends of a segment, and the places inside it at which a comment begins or ends."""
        if not segment.span:
            return [segment.span.start, segment.span.end]
        places = {segment.span.start, segment.span.end}
        for _, comment in self.comments:
            if comment.span:
                inside = (comment.span.start, comment.span.end)
                places |= {place for place in inside if segment.span.start < place < segment.span.end}
        return sorted(places)

    def _begin_comments(self, segment: Segment, start: int) -> Iterator[Element]:
        for number, comment in self.comments:
            if comment.span and segment.span and comment.span.start == start:
                yield make("commentRangeStart", id=number)

    def _finish_comments(self, segment: Segment, end: int) -> Iterator[Element]:
        for number, comment in self.comments:
            if comment.span and segment.span and comment.span.end == end:
                yield from refer(number)

    def _sign(self) -> dict[str, object]:
        """Under which number, and by whom, a change is made."""
        return {"id": self._counters.take(), **_sign(self._author, self._made)}

    def _label_paragraphs(self) -> dict[int, Label]:
        """The label of most words of each paragraph."""
        counts: dict[int, Counter[Label]] = {}
        document = self._comparison.derivative
        for cut in cut_passages(document, tile_derivative(self._comparison), document.index):
            counts.setdefault(cut.paragraph, Counter())[cut.passage.label] += cut.words
        order = list(LETTERS)
        return {
            number: max(found, key=lambda each: (found[each], -order.index(each))) for number, found in counts.items()
        }


def refer(number: int) -> Iterator[Element]:
    """The end of the words that a comment is about, and the comment."""
    yield make("commentRangeEnd", id=number)
    yield make("r", make("commentReference", id=number))


def _sign(author: str, made: date | None) -> dict[str, object]:
    return {"author": author, **({"date": f"{made.isoformat()}T00:00:00Z"} if made else {})}
