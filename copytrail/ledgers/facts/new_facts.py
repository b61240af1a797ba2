"""The names and figures of the derivative that the original lacks, wherever the derivative mentions them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from copytrail.model import Fact, FactKind, FactOutcome, Reading, Span

_NAMED = 4
"""So many are named in a reason."""


class NewFacts:
    """The mentions of what is not in the original, asked for by place."""

    def __init__(self, facts: Sequence[Fact], reading: Reading, text: str) -> None:
        new = {fact.value for fact in facts if fact.outcome is FactOutcome.NOT_IN_ORIGINAL}
        names = [name.span for name in reading.names if name.value in new]
        figures = [
            figure.span for figure in reading.figures if figure.value in new and is_telling(figure.span.of(text))
        ]
        self._places = sorted([*names, *figures])
        self._text = text

    def inside(self, place: Span) -> list[str]:
        """What a stretch mentions, each once and in its order."""
        first, end = (bisect_left(self._places, Span(edge, edge)) for edge in (place.start, place.end))
        return list(dict.fromkeys(span.on_one_line(self._text) for span in self._places[first:end]))


def is_telling(mention: str) -> bool:
    """Whether a figure says more than "two" or "several": it is written with digits."""
    return any(map(str.isdigit, mention))


def enumerate_mentions(mentions: Sequence[str]) -> str:
    """Mentions as part of a sentence.

    >>> enumerate_mentions(["2003", "US", "ISIS"])
    '2003, US and ISIS'
    """
    shown = list(mentions[:_NAMED])
    rest = len(mentions) - len(shown)
    last = f"{rest} more" if rest else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def place_new(facts: Sequence[Fact], text: str) -> list[tuple[int, bool]]:
    """Where the derivative first mentions each of them, and whether it is a date, in its order."""
    new = [fact for fact in facts if fact.outcome is FactOutcome.NOT_IN_ORIGINAL]
    return sorted(
        (fact.derivative.start, fact.kind is FactKind.DATE)
        for fact in new
        if fact.derivative is not None and (fact.kind is not FactKind.FIGURE or is_telling(fact.derivative.of(text)))
    )
