"""The trail of several derivatives of one original: what they share beyond it, and what that says of their way.

What two texts share and the original lacks came from one to the other, or to both from a third. Only dates, and what
each of them took from the original, may say which way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from copytrail.ledgers.passages.shared_additions import SharedAdditions
from copytrail.model import REUSED, Addition, Comparison, Span
from copytrail.passages import tile_original

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Two derivatives with what they share beyond the original, and what that suggests."""

    derivatives: tuple[str, str]
    """Their ids, in the order of the case."""
    passages: tuple[tuple[Span, ...], tuple[Span, ...]]
    """The shared additions of each."""
    source: str
    """The id of the one that the other may come from, where something says so; else empty."""
    why: str
    """The suggestion in plain words."""


def trace(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons of one original, each addition with the ids of the other derivatives that hold it too."""
    if not comparisons:
        return ()
    holders = SharedAdditions(comparisons, comparisons[0].thresholds).find_holders()
    ids = [comparison.derivative.id for comparison in comparisons]

    def hold(addition: Addition, derivative: int, number: int) -> Addition:
        return replace(addition, also_in=tuple(ids[other] for other in holders.get((derivative, number), ())))

    return tuple(
        replace(
            comparison,
            additions=tuple(hold(addition, number, place) for place, addition in enumerate(comparison.additions)),
        )
        for number, comparison in enumerate(comparisons)
    )


def suggest_trail(comparisons: Sequence[Comparison]) -> tuple[Step, ...]:
    """What the additions shared by traced comparisons suggest, for each pair of derivatives that shares any.

    What stands in a reference of the case says nothing: both have it from there.
    """
    numbers = {comparison.derivative.id: number for number, comparison in enumerate(comparisons)}
    shared: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
    for number, comparison in enumerate(comparisons):
        references = {reference.document.id for reference in comparison.references}
        for addition in comparison.additions:
            for other in addition.also_in if references.isdisjoint(addition.also_in) else ():
                if numbers.get(other, number) != number:
                    shared[number, numbers[other]].append(addition.span)
    used: dict[int, frozenset[int]] = {}
    for number in {number for pair in shared for number in pair}:
        used[number] = list_used(comparisons[number])
    pairs = sorted({(min(pair), max(pair)) for pair in shared})
    return tuple(
        _suggest(comparisons, (one, other), (shared[one, other], shared[other, one]), used) for one, other in pairs
    )


def find_source(
    published: tuple[str, str], used: tuple[frozenset[int], frozenset[int]], share: float
) -> tuple[int | None, tuple[str, ...]]:
    """Which of two derivatives the other may come from, 0 or 1, and what says so; neither where that disagrees.

    `used` are the words of the original that each of them uses, by their numbers.
    """
    found = (_compare_dates(published), _compare_uses(*used, share))
    reasons = [(source, reason) for source, reason in found if source is not None]
    sources = {source for source, _ in reasons}
    source = sources.pop() if len(sources) == 1 else None
    return source, tuple(reason for _, reason in reasons)


def _suggest(
    comparisons: Sequence[Comparison],
    pair: tuple[int, int],
    shared: tuple[Sequence[Span], Sequence[Span]],
    used: Mapping[int, frozenset[int]],
) -> Step:
    """The step between two derivatives, by their numbers."""
    texts = comparisons[pair[0]], comparisons[pair[1]]
    source, reasons = find_source(
        (texts[0].derivative.published, texts[1].derivative.published),
        (used[pair[0]], used[pair[1]]),
        texts[0].thresholds.wholly_share,
    )
    count = max(map(len, shared))
    return Step(
        derivatives=(texts[0].derivative.id, texts[1].derivative.id),
        passages=(tuple(shared[0]), tuple(shared[1])),
        source="" if source is None else texts[source].derivative.id,
        why=_explain(pair, count, source, reasons),
    )


def _compare_dates(published: tuple[str, str]) -> tuple[int | None, str]:
    """Which of two texts is the earlier one, where both have a date and these differ as far as both go."""
    dates = [found.group() if (found := _DATE.match(each)) else "" for each in published]
    length = min(map(len, dates))
    first, second = dates[0][:length], dates[1][:length]
    return (None if first == second else int(second < first)), "is dated earlier"


def _compare_uses(one: frozenset[int], other: frozenset[int], share: float) -> tuple[int | None, str]:
    """Which of two texts has nearly all that the other took from the original, but not the other way round."""
    both = len(one & other)
    is_source = [bool(taken) and both >= share * len(taken) for taken in (other, one)]
    source = None if is_source[0] == is_source[1] else is_source.index(True)
    return source, "has nearly all that the other one takes from the release"


def _explain(pair: tuple[int, int], count: int, source: int | None, reasons: Sequence[str]) -> str:
    """The suggestion, no stronger than what speaks for it; articles are called by their places in the case."""
    one, other = pair[0] + 1, pair[1] + 1
    passages = "1 passage" if count == 1 else f"{count} passages"
    shared = f"Articles {one} and {other} share {passages} that the release lacks"
    if source is None:
        return f"{shared}: one may come from the other, or both from a third text."
    taker, giver = (other, one) if source == 0 else (one, other)
    evidence = " and ".join(reasons)
    return f"{shared}: article {taker} may come from article {giver}, which {evidence}, or both from a third text."


def list_used(comparison: Comparison) -> frozenset[int]:
    """The words of the original that a derivative uses, by their numbers."""
    index = comparison.original.index
    spans = [passage.span for passage in tile_original(comparison) if passage.label in REUSED]
    return frozenset(number for span in spans for number in index.between(span.start, span.end))
