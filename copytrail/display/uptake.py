"""What several articles took up of one release: a grid of its paragraphs against the articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from copytrail.display.highlight import CLASSES
from copytrail.display.naming import LETTERS, NAMES
from copytrail.model import REUSED, Comparison, Document, Label, Paragraph, ParagraphKind, Passage, Span
from copytrail.passages import tile_original
from copytrail.words import WordIndex

_OPENING = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class UptakeCell:
    """What one article took up of one paragraph."""

    label: Label
    """The reused label with most words, or left out."""
    used: int
    words: int
    match: str | None
    """The first match under that label, to show its place by."""

    @property
    def css(self) -> str:
        """The class of the label."""
        return CLASSES[self.label]

    @property
    def letter(self) -> str:
        """The letter of the label."""
        return LETTERS[self.label]

    @property
    def percent(self) -> int:
        """How much of the paragraph was used; a little is never nothing."""
        return max(1, round(100 * self.used / self.words)) if self.used else 0

    @property
    def sentence(self) -> str:
        """The cell in words.

        >>> UptakeCell(label=Label.COPIED, used=20, words=25, match="m1").sentence
        'mostly copied, 80% of its words used'
        >>> UptakeCell(label=Label.LEFT_OUT, used=0, words=25, match=None).sentence
        'left out'
        """
        if self.label is Label.LEFT_OUT:
            return NAMES[self.label]
        return f"mostly {NAMES[self.label]}, {self.percent}% of its words used"


@dataclass(frozen=True, slots=True, kw_only=True)
class UptakeRow:
    """One paragraph of the release and what each article took up of it."""

    number: int
    opening: str
    cells: tuple[UptakeCell, ...]


def list_uptake(comparisons: tuple[Comparison, ...]) -> tuple[UptakeRow, ...]:
    """The rows of the grid; what is no part of the release's text has none."""
    if not comparisons:
        return ()
    document = comparisons[0].original
    columns = [_measure_uptake(comparison) for comparison in comparisons]
    return tuple(
        UptakeRow(
            number=paragraph.number,
            opening=shorten_opening(paragraph.span.of(document.text)),
            cells=tuple(column[paragraph.number] for column in columns),
        )
        for paragraph in document.paragraphs
        if paragraph.kind is not ParagraphKind.FURNITURE and columns[0][paragraph.number].words
    )


def shorten_opening(text: str) -> str:
    """The first words of a paragraph on one line.

    >>> shorten_opening("One  two.")
    'One two.'
    """
    line = " ".join(text.split())
    return line if len(line) <= _OPENING else line[:_OPENING].rsplit(" ", 1)[0] + " …"


def _measure_uptake(comparison: Comparison) -> dict[int, UptakeCell]:
    """The cell of each paragraph, by its number."""
    counts = _count_labels(comparison.original, tile_original(comparison))
    return {paragraph.number: _make_cell(*counts[paragraph.number]) for paragraph in comparison.original.paragraphs}


def _count_labels(
    document: Document, passages: tuple[Passage, ...]
) -> dict[int, tuple[Counter[Label], dict[Label, str]]]:
    """For each paragraph its words by label, and the first match under each label."""
    found: dict[int, tuple[Counter[Label], dict[Label, str]]] = {}
    position = 0
    index = WordIndex(document.words)
    for paragraph in document.paragraphs:
        counts: Counter[Label] = Counter()
        matches: dict[Label, str] = {}
        while position and passages[position - 1].span.end > paragraph.span.start:
            position -= 1
        while position < len(passages) and passages[position].span.start < paragraph.span.end:
            _count_passage(index, paragraph, passages[position], counts, matches)
            position += 1
        found[paragraph.number] = counts, matches
    return found


def _count_passage(
    index: WordIndex, paragraph: Paragraph, passage: Passage, counts: Counter[Label], matches: dict[Label, str]
) -> None:
    inside = Span(max(passage.span.start, paragraph.span.start), min(passage.span.end, paragraph.span.end))
    words = index.count(inside.start, inside.end)
    counts[passage.label] += words
    if words and passage.match:
        matches.setdefault(passage.label, passage.match)


def _make_cell(counts: Counter[Label], matches: dict[Label, str]) -> UptakeCell:
    used = sum(counts[label] for label in REUSED)
    label = max(REUSED, key=lambda label: counts[label]) if used else Label.LEFT_OUT
    return UptakeCell(label=label, used=used, words=sum(counts.values()), match=matches.get(label))
