"""Which figure of the original each figure of the derivative stands for.

Inside each match figures pair in this order: those between the same words, equal ones, those that stand opposite each
other in the edits, rounded ones, and what is left over alone on both sides. Then those of sentences that are the same
but for them, and equal ones anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.figure_index import FigureIndex
from copytrail.ledgers.facts.figure_judge import FigureJudge, counts_alike, figures_within
from copytrail.ledgers.facts.moulds import find_moulds
from copytrail.ledgers.facts.relations import Relation
from copytrail.ledgers.facts.values import compare_figures, is_alike
from copytrail.model import Figure, FigureKind, Label, Match, Span

Partner = tuple[Figure, Relation, Match | None]
_Rivals = Callable[[Figure], Iterable[Figure]]
_Verdict = Callable[[Figure, Figure], Relation | None]


def pair_up(alignment: Alignment, original: tuple[Figure, ...], derivative: tuple[Figure, ...]) -> FigurePairs:
    """The pairs of two readings, the surest made first."""
    pairs = FigurePairs(alignment, original, derivative)
    for match in alignment.matches:
        pairs.pair_match(match)
    pairs.pair_moulds()
    pairs.pair_anywhere()
    return pairs


class FigurePairs:
    """The pairs made so far; each figure of the derivative has one partner at most."""

    def __init__(self, alignment: Alignment, original: tuple[Figure, ...], derivative: tuple[Figure, ...]) -> None:
        self._alignment = alignment
        self._original = original
        self._derivative = derivative
        self._judge = FigureJudge(alignment, original, derivative)
        self._index = FigureIndex(original)
        self._partner: dict[Span, Partner] = {}
        self._used: set[Span] = set()

    def partner(self, ours: Figure) -> Partner | None:
        """The original's figure that a figure of the derivative stands for, and the match that joined them."""
        return self._partner.get(ours.span)

    def is_used(self, theirs: Figure) -> bool:
        """Whether a figure of the original has a partner."""
        return theirs.span in self._used

    def pair_match(self, match: Match) -> None:
        """Pairs the figures of one match."""
        ours = figures_within(self._derivative, match.derivative)
        sources = self._alignment.sources_of(match) if ours else ()
        theirs = [one for sentence in sources for one in figures_within(self._original, sentence)]
        if not theirs:
            return
        judge = self._judge
        replaced = judge.replaced if match.label is not Label.PARAPHRASED else judge.replaced_beside
        between = self._group_by_words(theirs)
        self._pair(ours, lambda one: between.get(judge.words_round(one, is_original=False), ()), judge.in_place, match)
        for verdict in (judge.kept, judge.equal, replaced, judge.rounded):
            self._pair(ours, lambda _: theirs, verdict, match)
        self._pair_last(ours, theirs, match)

    def pair_moulds(self) -> None:
        """Pairs the figures of sentences too short for a match that are the same but for their figures."""
        left = self._left()
        if not left:
            return
        alignment = self._alignment
        theirs = find_moulds(alignment.original, alignment.original_sentences, self._original)
        ours = find_moulds(alignment.derivative, alignment.derivative_sentences, left)
        for mould, figures in ours.items():
            for one, other in zip(figures, theirs.get(mould, ()), strict=False):
                relation = compare_figures(other, one, alignment.thresholds)
                if relation is not Relation.APART and other.span not in self._used:
                    self._take(one, other, relation, None)

    def pair_anywhere(self) -> None:
        """Pairs what is left with the same figure elsewhere, used or not."""
        for ours in self._left():
            rivals = [one for one in self._index.near(ours) if counts_alike(one, ours)]
            same = next((one for one in rivals if self._judge.equal(one, ours)), None)
            alike = (one for one in rivals if _is_of_one_thing(one, ours) and self._judge.rounded(one, ours))
            near = same or next(alike, None)
            if near:
                relation = compare_figures(near, ours, self._alignment.thresholds)
                self._take(ours, near, relation, None)

    def _left(self) -> list[Figure]:
        """The derivative's figures without a partner."""
        return [one for one in self._derivative if one.span not in self._partner]

    def _group_by_words(self, theirs: Iterable[Figure]) -> Mapping[tuple[str, ...], list[Figure]]:
        """Figures of the original by the words round them."""
        groups: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
        for one in theirs:
            groups[self._judge.words_round(one, is_original=True)].append(one)
        return groups

    def _pair(self, ours: Iterable[Figure], theirs: _Rivals, verdict: _Verdict, match: Match) -> None:
        """Pairs what is found related, each figure once in this match; `theirs` gives those that may be."""
        taken = {self._partner[one.span][0].span.start for one in ours if one.span in self._partner}
        for one in ours:
            if one.span in self._partner:
                continue
            for other in theirs(one):
                relation = verdict(other, one) if other.span.start not in taken else None
                if relation:
                    self._take(one, other, relation, match)
                    taken.add(other.span.start)
                    break

    def _pair_last(self, ours: Iterable[Figure], theirs: Collection[Figure], match: Match) -> None:
        """Pairs the last figures of a kind that a match has on both sides: one was put in the place of the other."""
        mine = [one for one in ours if one.span not in self._partner and not self._stands_elsewhere(one, theirs)]
        others = [one for one in theirs if one.span not in self._used]
        for one in mine:
            rivals = [other for other in mine if is_alike(other, one) and other.unit == one.unit]
            alike = [other for other in others if is_alike(other, one) and other.unit == one.unit]
            if len(rivals) == len(alike) == 1 and self._judge.is_sure(alike[0], one, match):
                relation = compare_figures(alike[0], one, self._alignment.thresholds)
                if relation is Relation.DIFFERENT:
                    self._take(one, alike[0], relation, match)

    def _stands_elsewhere(self, ours: Figure, theirs: Collection[Figure]) -> bool:
        """Whether the original has the same figure in another place."""
        others = (one for one in self._index.near(ours) if one not in theirs)
        return any(self._judge.equal(one, ours) and counts_alike(one, ours) for one in others)

    def _take(self, ours: Figure, theirs: Figure, relation: Relation, match: Match | None) -> None:
        """Makes two figures a pair."""
        self._partner[ours.span] = (theirs, relation, match)
        self._used.add(theirs.span)


def _is_of_one_thing(theirs: Figure, ours: Figure) -> bool:
    """Whether figures that only resemble each other are of one thing, however far apart: dates, ends of a range."""
    if theirs.kind is FigureKind.DATE or theirs.counts == ours.counts != "":
        return True
    return theirs.unit == ours.unit != "" and ours.low == ours.high and ours.low in {theirs.low, theirs.high}
