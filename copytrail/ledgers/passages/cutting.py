"""Passages of one label cut at the ends of sentences, without the signs and the white space around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.model import Document, Label, Paragraph, ParagraphKind, Passage, Span

_PARTING = " \t\n,;:–—-"
"""What parts a stretch from what follows it in its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a passage has of one sentence."""

    span: Span
    sentence: Span
    paragraph: Paragraph
    words: range
    """The numbers of its words in the document."""
    is_label: bool
    """Whether it only announces what follows: a heading, or words before a colon."""

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a heading."""
        return self.paragraph.kind is ParagraphKind.HEADING


def cut_label(document: Document, passages: Sequence[Passage], label: Label) -> tuple[Cut, ...]:
    """The stretches of sentences under a label, in the order of the text; furniture has none."""
    wanted = [passage.span for passage in passages if passage.label is label]
    text = [paragraph for paragraph in document.paragraphs if paragraph.kind is not ParagraphKind.FURNITURE]
    places = [(paragraph, sentence) for paragraph in text for sentence in paragraph.sentences]
    parts = intersect([sentence for _, sentence in places], wanted)
    cuts = (_cut(document, *places[number], part) for number, part in parts)
    return tuple(cut for cut in cuts if cut)


def _cut(document: Document, paragraph: Paragraph, sentence: Span, part: Span) -> Cut | None:
    """A part of a sentence; None where it holds no word."""
    words = document.index.between(part.start, part.end)
    if not words:
        return None
    text = part.of(document.text)
    kept = text.rstrip() if part.end == sentence.end else text.rstrip(_PARTING)
    return Cut(
        span=Span(part.start, part.start + len(kept)),
        sentence=sentence,
        paragraph=paragraph,
        words=words,
        is_label=paragraph.kind is ParagraphKind.HEADING or kept.endswith(":"),
    )


def intersect(stretches: Sequence[Span], others: Sequence[Span]) -> list[tuple[int, Span]]:
    """What stretches have of others, both in order: the number of the stretch with each part.

    >>> intersect([Span(2, 9)], [Span(0, 5), Span(6, 9), Span(9, 12)])
    [(0, Span(start=2, end=5)), (0, Span(start=6, end=9))]
    """
    found: list[tuple[int, Span]] = []
    here = 0
    for number, stretch in enumerate(stretches):
        while here < len(others) and others[here].end <= stretch.start:
            here += 1
        last = here
        while last < len(others) and others[last].start < stretch.end:
            span = Span(max(stretch.start, others[last].start), min(stretch.end, others[last].end))
            found.append((number, span))
            last += 1
    return found
