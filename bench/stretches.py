"""Links between sentences where only the reused stretches are known.

Inside a stretch the most similar source near the stretch's diagonal is taken as linked; which other
sentences of the stretch say the same nobody knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.kit import Json
from copytrail.align.likeness import ALONE
from copytrail.align.surroundings import Key
from copytrail.align.terms import Pair, Side

_INSIDE = 0.6
"""A sentence is in a stretch when this share of it is."""
_OFF_DIAGONAL = 2.5
"""In sentences."""
_COSINE, _TRIGRAMS = ALONE.index("cosine"), ALONE.index("trigrams")


@dataclass(frozen=True, slots=True)
class Links:
    """Linked pairs of sentences, and pairs of which nobody knows."""

    sure: set[Key]
    unsure: set[Key]


def link_stretches(pair: Pair, stretches: Sequence[Json], described: Mapping[Key, Sequence[float]]) -> Links:
    """The links that stretches suggest among the described pairs."""
    links = Links(set(), set())
    rows: defaultdict[int, list[Key]] = defaultdict(list)
    for key in described:
        rows[key[1]].append(key)
    for stretch in stretches:
        takers, partly = find_inside(pair.derivative, stretch["derivative"])
        sources, _ = find_inside(pair.original, stretch["original"])
        links.unsure.update(key for taker in partly for key in rows[taker])
        for taker in takers:
            link_taker(takers.index(taker) / len(takers), sources, rows[taker], described, links)
    return links


def link_taker(
    at: float, sources: list[int], keys: Sequence[Key], described: Mapping[Key, Sequence[float]], links: Links
) -> None:
    """Links one derivative sentence, which stands at a share of its stretch, to its most similar source."""
    inside = [key for key in keys if key[0] in sources]
    links.unsure.update(inside)
    near = [key for key in inside if abs(sources.index(key[0]) - at * len(sources)) <= _OFF_DIAGONAL]
    if near:
        best = max(near, key=lambda key: described[key][_COSINE] + described[key][_TRIGRAMS])
        links.unsure.discard(best)
        links.sure.add(best)


def find_inside(side: Side, stretch: tuple[int, int]) -> tuple[list[int], list[int]]:
    """The sentences inside a stretch, and those that reach into it."""
    inside, partly = [], []
    for sentence in side.sentences:
        span = side.span(sentence.first, sentence.end)
        shared = min(span.end, stretch[1]) - max(span.start, stretch[0])
        if shared > _INSIDE * len(span):
            inside.append(sentence.number)
        elif shared > 0:
            partly.append(sentence.number)
    return inside, partly
