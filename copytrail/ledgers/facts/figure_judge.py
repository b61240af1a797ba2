"""Whether a figure of the derivative stands for one of the original, by their values and their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.relations import Relation
from copytrail.ledgers.facts.values import compare_figures, is_alike
from copytrail.model import Document, Edit, EditKind, Figure, FigureKind, Label, Match, Span

_TIGHT_WORDS = 4
"""A replacement of at most so many words on each side puts two figures opposite each other."""
_ROUND = 5
"""So many words before and after a figure say what it is of."""
_FAR = 20
"""Numbers so many times apart are not one in the other's place, unless the words round them are the same."""
_SMALL = 12
"""Larger numbers without a unit are the same number wherever they stand."""


class FigureJudge:
    """Holds figures against each other, each way surer than the next."""

    def __init__(self, alignment: Alignment, original: Sequence[Figure], derivative: Sequence[Figure]) -> None:
        self._alignment = alignment
        self._original = original
        self._derivative = derivative
        self._round: tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]] = ({}, {})
        """For figures by where they begin, of the derivative and of the original, the words round them."""
        self._edits: dict[int, tuple[Edit, ...]] = {}

    def in_place(self, theirs: Figure, ours: Figure) -> Relation | None:
        """A figure between the same words; so two figures that changed places are seen to have done so."""
        one = self.words_round(theirs, is_original=True)
        is_between = all(one) and one == self.words_round(ours, is_original=False)
        if not is_between or not is_alike(theirs, ours) or self._may_have_moved(theirs, ours):
            return None
        relation = compare_figures(theirs, ours, self._alignment.thresholds)
        return None if relation is Relation.APART else relation

    def words_round(self, figure: Figure, *, is_original: bool) -> tuple[str, ...]:
        """The two words before a figure and the one after it, found once."""
        known = self._round[is_original]
        if figure.span.start not in known:
            document = self._alignment.original if is_original else self._alignment.derivative
            known[figure.span.start] = beside(document, figure.span, before=2)
        return known[figure.span.start]

    def kept(self, theirs: Figure, ours: Figure) -> Relation | None:
        """The same figure, kept word for word at its place."""
        is_opposite = any(
            edit.kind is EditKind.KEPT and edit.original and edit.original.overlaps(theirs.span)
            for edit in self._opposite(ours)
        )
        return self.equal(theirs, ours) if is_opposite else None

    def replaced(self, theirs: Figure, ours: Figure) -> Relation | None:
        """A figure put in the place of another."""
        index, other_index = self._alignment.derivative.index, self._alignment.original.index
        for edit in self._opposite(ours):
            if not edit.original or not edit.derivative or not edit.original.overlaps(theirs.span):
                continue
            widths = (
                index.count(edit.derivative.start, edit.derivative.end),
                other_index.count(edit.original.start, edit.original.end),
            )
            is_tight = edit.kind is EditKind.REPLACED and max(widths) <= _TIGHT_WORDS
            if (is_tight or edit.kind is EditKind.KEPT) and is_alike(theirs, ours):
                relation = compare_figures(theirs, ours, self._alignment.thresholds)
                return None if relation is Relation.APART else relation
        return None

    def replaced_beside(self, theirs: Figure, ours: Figure) -> Relation | None:
        """The same where a word beside both is the same; so much a paraphrase must keep."""
        return self.replaced(theirs, ours) if self._has_neighbour(theirs, ours) else None

    def equal(self, theirs: Figure, ours: Figure) -> Relation | None:
        """The same value."""
        relation = compare_figures(theirs, ours, self._alignment.thresholds)
        return relation if relation is Relation.SAME else None

    def rounded(self, theirs: Figure, ours: Figure) -> Relation | None:
        """A value near enough."""
        relation = compare_figures(theirs, ours, self._alignment.thresholds)
        return relation if relation in {Relation.ROUNDED, Relation.GENERALISED} else None

    def is_sure(self, theirs: Figure, ours: Figure, match: Match) -> bool:
        """Whether two figures left over count the same thing."""
        if not theirs.low / _FAR <= ours.low <= theirs.low * _FAR:
            return False
        if match.label is not Label.PARAPHRASED and self._has_neighbour(theirs, ours):
            return True
        is_close = match.label is not Label.PARAPHRASED and ours.kind is not FigureKind.ORDINAL
        return ours.kind is not FigureKind.NUMBER and (is_close or bool(ours.unit))

    def _may_have_moved(self, theirs: Figure, ours: Figure) -> bool:
        """Whether the sentence has a figure elsewhere, and more than the figures changed round it."""
        if self.equal(theirs, ours):
            return False
        source = figures_within(self._original, self._alignment.original_sentence(theirs.span))
        if not any(self.equal(other, ours) for other in source):
            return False
        sentence = self._alignment.derivative_sentence(ours.span)
        here = figures_within(self._derivative, sentence)
        there = _stretches(self._alignment.original, self._alignment.original_sentence(theirs.span), source, theirs)
        return there != _stretches(self._alignment.derivative, sentence, here, ours)

    def _opposite(self, ours: Figure) -> tuple[Edit, ...]:
        """The steps that lead to a figure of the derivative, found once."""
        if ours.span.start not in self._edits:
            self._edits[ours.span.start] = self._alignment.opposite(ours.span)
        return self._edits[ours.span.start]

    def _has_neighbour(self, theirs: Figure, ours: Figure) -> bool:
        """Whether the same word stands before both figures, or after both."""
        before, after = (
            beside(document, figure.span)
            for document, figure in ((self._alignment.original, theirs), (self._alignment.derivative, ours))
        )
        return any(one == other != "" for one, other in zip(before, after, strict=True))


def counts_alike(theirs: Figure, ours: Figure) -> bool:
    """Whether two figures could count the same thing, so far apart as they stand; a bare number may be an age."""
    if {theirs.kind, ours.kind} == {FigureKind.RATIO, FigureKind.PERCENT} or {theirs.unit, ours.unit} == {"GBP", "lb"}:
        return True
    if theirs.kind is ours.kind is FigureKind.DATE:
        return True
    if theirs.counts and ours.counts and not theirs.unit:
        return theirs.counts == ours.counts
    if theirs.kind is ours.kind:
        return theirs.unit == ours.unit or bool(theirs.unit and ours.unit)
    is_bare = FigureKind.NUMBER in {theirs.kind, ours.kind} and not (theirs.counts or ours.counts)
    return is_bare and ours.low > _SMALL


def figures_within(figures: Sequence[Figure], span: Span) -> list[Figure]:
    """The figures in a stretch."""
    first = bisect_left(figures, span.start, key=lambda figure: figure.span.start)
    last = bisect_left(figures, span.end, key=lambda figure: figure.span.start)
    return [figure for figure in figures[first:last] if figure.span.end <= span.end]


def beside(document: Document, span: Span, *, before: int = 1) -> tuple[str, ...]:
    """The words right before a stretch and the one after it, in lower case."""
    index = document.index
    here = index.between(span.start, span.end)
    numbers = (*range(here.start - before, here.start), here.stop)
    return tuple([index.words[n].casefold() if 0 <= n < len(index.words) else "" for n in numbers])


def _stretches(document: Document, sentence: Span, figures: Sequence[Figure], figure: Figure) -> list[list[str]]:
    """The words of a sentence between a figure and the figures next to it, before and after; the nearest ones."""
    start = max((one.span.end for one in figures if one.span.end <= figure.span.start), default=sentence.start)
    end = min((one.span.start for one in figures if one.span.start >= figure.span.end), default=sentence.end)
    index = document.index
    before, after = index.between(start, figure.span.start), index.between(figure.span.end, end)
    words = [word.casefold() for word in index.words[before.start : after.stop]]
    return [words[: len(before)][-_ROUND:], words[len(words) - len(after) :][:_ROUND]]
