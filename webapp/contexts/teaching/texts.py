"""A text of a lesson as pieces: what can be tapped, what is marked, what only stands between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copytrail.model import Span
from copytrail.teaching import Gesture, PupilLesson, PupilParagraph, PupilTask, PupilText
from copytrail.words import TextWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a paragraph."""

    words: str
    value: str = ""
    """What a tap on it sends, `start-end`; empty where it cannot be tapped."""
    chosen: bool = False
    marked: bool = False
    """Whether it belongs to the passage that the task is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidParagraph:
    """A paragraph in pieces."""

    number: int
    is_heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidText:
    """One of the two texts of a lesson."""

    side: str
    head: str
    title: str
    about: str
    paragraphs: tuple[LaidParagraph, ...]
    is_tapped: bool
    """Whether the answer is given in this text."""
    is_open: bool
    language: str


def lay_texts(lesson: PupilLesson, task: PupilTask, chosen: tuple[Span, ...]) -> tuple[LaidText, ...]:
    """Both texts for one task, the one that is worked in first."""
    release = _lay("release", lesson.original, task, chosen)
    article = _lay("article", lesson.derivative, task, chosen)
    return (article, release) if article.is_tapped else (release, article)


def read_spans(values: Iterable[str]) -> tuple[Span, ...]:
    """The places that a form sent; what is none is left aside.

    >>> read_spans(["4-9", "x", "12-10"])
    (Span(start=4, end=9),)
    """
    spans = []
    for value in values:
        start, _, end = value.partition("-")
        if start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(value) < 20:
            spans.append(Span(int(start), int(end)))
    return tuple(span for span in spans if span.start < span.end)


def _lay(side: str, text: PupilText, task: PupilTask, chosen: tuple[Span, ...]) -> LaidText:
    gesture = Gesture.ORIGINAL_SENTENCES if side == "release" else Gesture.DERIVATIVE_SENTENCES
    is_tapped = task.gesture is gesture or (task.gesture is Gesture.WORDS and side == "article")
    passage = task.passage if side == "article" else None
    return LaidText(
        side=side,
        head="The release" if side == "release" else "The article",
        title=text.title,
        about=" · ".join(each for each in (text.publisher, text.published) if each),
        paragraphs=tuple(
            LaidParagraph(
                number=paragraph.number,
                is_heading=paragraph.is_heading,
                pieces=tuple(_cut(paragraph, task if is_tapped else None, passage, chosen)),
            )
            for paragraph in text.paragraphs
        ),
        is_tapped=is_tapped,
        is_open=is_tapped or side == "release",
        language=text.language,
    )


def _cut(
    paragraph: PupilParagraph, task: PupilTask | None, passage: Span | None, chosen: tuple[Span, ...]
) -> Iterator[Piece]:
    """The pieces of a paragraph: those that can be tapped, and what stands between them."""
    taps = _find_taps(paragraph, task)
    edges = {paragraph.span.start, paragraph.span.end}
    inside = [span for span in (*taps, *((passage,) if passage else ())) if span.overlaps(paragraph.span)]
    edges |= {edge for span in inside for edge in (span.start, span.end)}
    places = sorted(edge for edge in edges if paragraph.span.start <= edge <= paragraph.span.end)
    at = 0
    while at < len(places) - 1:
        start = places[at]
        tap = next((span for span in taps if span.start == start), None)
        end = tap.end if tap else places[at + 1]
        span = Span(start, end)
        yield Piece(
            words=paragraph.cut(span),
            value=f"{start}-{end}" if tap else "",
            chosen=tap is not None and any(each.contains(span) for each in chosen),
            marked=passage is not None and passage.overlaps(span),
        )
        at = places.index(end)


def _find_taps(paragraph: PupilParagraph, task: PupilTask | None) -> tuple[Span, ...]:
    if task is None:
        return ()
    if task.gesture is not Gesture.WORDS:
        return tuple(each for each in paragraph.sentences if not task.offered or each in task.offered)
    start = paragraph.span.start
    words = tuple(Span(start + first, start + last) for first, last in TextWords(paragraph.words).places)
    return tuple(word for word in words if task.passage is None or task.passage.contains(word))


def ask_passage(lesson: PupilLesson, task: PupilTask) -> str:
    """The words of the passage beside a question; none where pupils mark words in it, because it stands there."""
    return "" if task.gesture is Gesture.WORDS else quote_passage(lesson, task)


def quote_passage(lesson: PupilLesson, task: PupilTask) -> str:
    """The words of the passage; empty where a task is about the whole text."""
    span = task.passage
    if span is None:
        return ""
    paragraphs = [each for each in lesson.derivative.paragraphs if each.span.overlaps(span)]
    parts = []
    for each in paragraphs:
        start, end = max(span.start, each.span.start), min(span.end, each.span.end)
        parts.append(each.words[start - each.span.start : end - each.span.start])
    return " ".join(" ".join(part.split()) for part in parts)
