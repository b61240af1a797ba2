"""Conditions that were left out: "the bridge opens if the council agrees" becomes "the bridge opens"."""

from __future__ import annotations

from collections.abc import Iterator

from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.read.assertion.scales import EXPECTED, Scale

_CLAUSE = 3
"""So many words that say something are kept before a condition, or it hangs on another sentence."""
_LONGEST = 25
"""A condition ends after so many words at the latest."""


def find_lost_conditions(view: ClaimView) -> Iterator[Change]:
    """The first condition of a match's original that the derivative has in no form."""
    pair, conditions = view.pair, view.pair.language.sets["conditions"]
    if view.is_paraphrase or all(map(conditions.isdisjoint, (claims.folded for claims in pair.theirs))):
        return
    if not all(map(conditions.isdisjoint, (claims.folded for claims in pair.ours))) or _is_hedged(view):
        return
    for number, word in pair.original.items():
        if word.folded not in conditions or number in pair.kept_there or _is_asked(view, number):
            continue
        kept = [there for there in view.back if there in pair.kept_there and there < number]
        condition = _find_end(view, number)
        if len(kept) >= _CLAUSE and condition and number - max(kept) <= _CLAUSE:
            here = view.back[max(kept)]
            ours = [place for place in range(here - _CLAUSE, here + 1) if place in pair.derivative]
            yield Change(Strength.STRONGER, Scale.CONDITION, condition, range(ours[0], here + 1))
            return


def _is_hedged(view: ClaimView) -> bool:
    """Whether the derivative has a hedge or negation of its own, which may say what the condition says."""
    return any(
        mark.meaning.scale is Scale.NEGATION
        or (mark.meaning.scale is Scale.CERTAINTY and mark.meaning.rank <= EXPECTED)
        for mark in view.new_marks.every
    )


def _is_asked(view: ClaimView, number: int) -> bool:
    """Whether the word before makes no condition of it: "even if", "asked if"."""
    before = view.pair.original.get(number - 1)
    return before is None or before.folded in view.pair.language.sets["unconditional"]


def _find_end(view: ClaimView, start: int) -> range | None:
    """The words of a condition up to a sign or what was kept again; nothing where it holds too little."""
    original, stop = view.pair.original, start + 1
    while (
        stop in original and not original[stop].opens and stop not in view.pair.kept_there and stop - start < _LONGEST
    ):
        stop += 1
    says = sum(original[number].is_content for number in range(start, stop))
    return range(start, stop) if says > 1 and stop - start > _CLAUSE else None
