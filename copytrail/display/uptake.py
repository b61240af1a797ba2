"""What several articles took up of one release: a grid of its paragraphs against the articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from copytrail.display.correction_wording import BY_HAND
from copytrail.display.highlight import CLASSES
from copytrail.display.naming import LETTERS, NAMES, shorten
from copytrail.display.pieces import cut_passages
from copytrail.display.visible import show_line
from copytrail.model import REUSED, Comparison, Label, ParagraphKind
from copytrail.passages import tile_original
from copytrail.words import WordIndex

_OPENING = 80
"""In characters: so much of a paragraph stands beside its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UptakeCell:
    """What one article took up of one paragraph."""

    label: Label
    """The reused label with most words, or left out."""
    used: int
    words: int
    match: str | None
    """The first match under that label, to show its place by."""
    by_hand: bool = False
    """Whether a person set some of it."""

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
        return f"mostly {NAMES[self.label]}, {self.percent}% of its words used{f', {BY_HAND}' if self.by_hand else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UptakeRow:
    """One paragraph of the release and what each article took up of it."""

    number: int
    opening: str
    cells: tuple[UptakeCell, ...]

    @property
    def name(self) -> str:
        """The paragraph as it is called, which is its place on the comparison page too."""
        return f"R{self.number}"


def list_uptake(comparisons: tuple[Comparison, ...]) -> tuple[UptakeRow, ...]:
    """The rows of the grid; what is no part of the release's text has none."""
    if not comparisons:
        return ()
    document = comparisons[0].original
    columns = [measure_uptake(comparison) for comparison in comparisons]
    return tuple(
        UptakeRow(
            number=paragraph.number,
            opening=shorten(show_line(paragraph.span.of(document.text)), _OPENING),
            cells=tuple(column[paragraph.number] for column in columns),
        )
        for paragraph in document.paragraphs
        if paragraph.kind is not ParagraphKind.FURNITURE and columns[0][paragraph.number].words
    )


def measure_uptake(comparison: Comparison) -> dict[int, UptakeCell]:
    """The cell of each paragraph, by its number."""
    document = comparison.original
    counts: dict[int, Counter[Label]] = {paragraph.number: Counter() for paragraph in document.paragraphs}
    matches: dict[int, dict[Label, str]] = {paragraph.number: {} for paragraph in document.paragraphs}
    corrected = {match.id for match in comparison.matches if match.corrected}
    by_hand: set[int] = set()
    for cut in cut_passages(document, tile_original(comparison), WordIndex(document.words)):
        counts[cut.paragraph][cut.passage.label] += cut.words
        if cut.passage.match:
            matches[cut.paragraph].setdefault(cut.passage.label, cut.passage.match)
        if cut.passage.match in corrected:
            by_hand.add(cut.paragraph)
    return {
        number: replace(_make_cell(counts[number], matches[number]), by_hand=number in by_hand) for number in counts
    }


def _make_cell(counts: Counter[Label], matches: dict[Label, str]) -> UptakeCell:
    used = sum(counts[label] for label in REUSED)
    label = max(REUSED, key=lambda label: counts[label]) if used else Label.LEFT_OUT
    return UptakeCell(label=label, used=used, words=sum(counts.values()), match=matches.get(label))
