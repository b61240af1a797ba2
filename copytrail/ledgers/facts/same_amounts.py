"""Amounts of two texts that are for the same thing and differ, wherever they stand.

Amounts of one unit are held against each other by the words round them, up to the next amount: what they are for.
Words count by how few sentences of both texts have them (inverse sentence frequency). An amount that is added to the
one before it ("another £2m") is a part of it: their sum counts, and what both are for.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from copytrail.ledgers.facts.calendar import compare_dates
from copytrail.ledgers.facts.relations import Relation
from copytrail.ledgers.facts.values import compare_figures
from copytrail.lexicon import function_words, stem_words, words_for_more
from copytrail.model import Document, Figure, FigureKind, ParagraphKind, Span, Thresholds

_ROUND = 15
"""So many words before and after an amount say what it is for."""
_FEWEST = 3
"""So many telling words must stand round both amounts."""
_NEAR = 3
"""So many sentences at most stand between an amount and what is added to it."""
_KINDS = frozenset({FigureKind.MONEY, FigureKind.PERCENT, FigureKind.NUMBER, FigureKind.MEASURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount with its parts, the dates of its sentences, and the stems of what it is for."""

    figure: Figure
    parts: tuple[Span, ...]
    dates: frozenset[str]
    words: tuple[Mapping[str, str], ...]
    """For each part what it is for: stems, in the order of the text, with the words that have them."""
    sentence: int
    """The number of the sentence of the last part."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts: its figures, and where those stand that it has to itself."""

    document: Document
    figures: Sequence[Figure]
    alone: frozenset[Span]

    @property
    def sentences(self) -> list[Span]:
        """The sentences outside furniture."""
        paragraphs = [each for each in self.document.paragraphs if each.kind is not ParagraphKind.FURNITURE]
        return [sentence for each in paragraphs for sentence in each.sentences]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountPair:
    """Two amounts for the same thing, and whether they are the same."""

    original: Amount
    reference: Amount
    differs: bool
    shared: tuple[str, ...]
    """The words that both stand among."""

    @property
    def has_parts(self) -> bool:
        """Whether either is told in parts."""
        return len(self.original.parts) + len(self.reference.parts) > 2


def pair_amounts(original: Side, reference: Side, thresholds: Thresholds) -> Iterator[AmountPair]:
    """The amounts that are for the same thing, each of the original with the one most alike."""
    weigh = _make_weights(original, reference)
    theirs, ours = list(_list_amounts(original)), list(_list_amounts(reference))
    for one in theirs:
        rivals = [(*_liken(one, other, weigh), other) for other in ours if _is_comparable(one, other)]
        likeness, shared, best = max(rivals, key=lambda rival: rival[0], default=(0.0, [], one))
        if shared and likeness >= thresholds.question_share:
            differs = compare_figures(one.figure, best.figure, thresholds) is Relation.DIFFERENT
            yield AmountPair(original=one, reference=best, differs=differs, shared=tuple(shared))


def _list_amounts(side: Side) -> Iterator[Amount]:
    """The amounts that a text has to itself, parts joined; of equal ones the first."""
    sentences, told = side.sentences, set()
    amounts: list[Amount] = []
    for number, figure in enumerate(side.figures):
        if figure.kind not in _KINDS or figure.low != figure.high or not (figure.unit or figure.counts):
            continue
        amount = _read_amount(side, sentences, number)
        whole = _find_whole(side.document, amount, amounts)
        if whole is None:
            amounts.append(amount)
        else:
            amounts[whole] = _join(amounts[whole], amount)
    for amount in amounts:
        if amount.figure.value not in told and side.alone.issuperset(amount.parts):
            told.add(amount.figure.value)
            yield amount


def _find_whole(document: Document, amount: Amount, before: Sequence[Amount]) -> int | None:
    """The number of the amount shortly before that this one is said to be added to."""
    words, start = document.index, amount.figure.span.start
    number = words.between(0, start).stop - 1
    if number < 0 or words.words[number].casefold() not in words_for_more(document.language or "en"):
        return None
    alike = [n for n, each in enumerate(before) if _is_alike(each.figure, amount.figure)]
    return alike[-1] if alike and amount.sentence - before[alike[-1]].sentence <= _NEAR else None


def _is_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one unit, or count the same."""
    return (one.kind, one.unit, one.counts) == (other.kind, other.unit, other.counts)


def _join(whole: Amount, part: Amount) -> Amount:
    """An amount with one more part."""
    total = whole.figure.low + part.figure.low
    return Amount(
        figure=replace(whole.figure, low=total, high=total),
        parts=whole.parts + part.parts,
        dates=whole.dates | part.dates,
        words=whole.words + part.words,
        sentence=part.sentence,
    )


def _read_amount(side: Side, sentences: Sequence[Span], number: int) -> Amount:
    """An amount with its surroundings, which end where the next amount of its unit stands."""
    figure = side.figures[number]
    place = max(0, bisect_left(sentences, figure.span.end, key=lambda each: each.start) - 1)
    sentence = sentences[place] if sentences else figure.span
    alike = [other.span for other in side.figures if other.unit == figure.unit and other.kind is figure.kind]
    start = max((each.end for each in alike if sentence.start < each.end <= figure.span.start), default=sentence.start)
    end = min((each.start for each in alike if figure.span.end <= each.start < sentence.end), default=sentence.end)
    within = [other for other in side.figures if sentence.contains(other.span)]
    return Amount(
        figure=figure,
        parts=(figure.span,),
        dates=frozenset(other.value for other in within if other.kind is FigureKind.DATE),
        words=(_stem(side.document, figure.span, Span(start, end), [other.span for other in within]),),
        sentence=place,
    )


def _stem(document: Document, place: Span, reach: Span, figures: Sequence[Span]) -> dict[str, str]:
    """The stems of the telling words round a place, each with its word; figures tell nothing."""
    index, silent = document.index, function_words(document.language or "en")
    before, after = index.between(reach.start, place.start), index.between(place.end, reach.end)
    numbers = (*before[-_ROUND:], *after[:_ROUND])
    free = (n for n in numbers if not any(each.start <= index.starts[n] < each.end for each in figures))
    parts = [part for n in free for part in index.words[n].casefold().replace("’s", "").split("-")]
    words = [word for word in parts if word.isalpha() and word not in silent]
    return dict(zip(stem_words(words, document.language), words, strict=True))


def _is_comparable(one: Amount, other: Amount) -> bool:
    """Whether two amounts are of one unit, and not said of two times."""
    return _is_alike(one.figure, other.figure) and _is_of_one_time(one.dates, other.dates)


def _is_of_one_time(theirs: Iterable[str], ours: Iterable[str]) -> bool:
    """Whether two sentences could speak of the same time: one of them has no date, or some dates agree."""
    relations = [compare_dates(one, other) for one in theirs for other in ours]
    return not relations or any(relation in {Relation.SAME, Relation.GENERALISED} for relation in relations)


def _liken(one: Amount, other: Amount, weigh: Callable[[str], float]) -> tuple[float, list[str]]:
    """How far two amounts are for the same thing, by the parts most alike, with the words that say so."""
    likenesses = [_liken_parts(theirs, ours, weigh) for theirs in one.words for ours in other.words]
    return max(likenesses, key=lambda each: each[0])


def _liken_parts(
    theirs: Mapping[str, str], ours: Mapping[str, str], weigh: Callable[[str], float]
) -> tuple[float, list[str]]:
    """Which share of what the less told of two is for stands round the other one too, by weight."""
    shared = [stem for stem in theirs if stem in ours]
    least = min(math.fsum(map(weigh, each)) for each in (theirs, ours))
    if len(shared) < _FEWEST or not least:
        return 0.0, []
    return math.fsum(map(weigh, shared)) / least, [theirs[stem] for stem in shared]


def _make_weights(*sides: Side) -> Callable[[str], float]:
    """How telling a stem is: by how few sentences have it."""
    counts: Counter[str] = Counter()
    total = 0
    for side in sides:
        for sentence in side.sentences:
            counts.update(_stem(side.document, Span(sentence.start, sentence.start), sentence, ()).keys())
            total += 1
    return lambda stem: math.log((total + 1) / (counts[stem] + 0.5))
