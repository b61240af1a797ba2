"""Words put in the place of their opposites, or standing among the same words as these.

A word is held against others only where one of the original's words stands across from it in an entry of opposites, or
is the same with "un-" or its like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.read.assertion.known_words import KnownWord
from copytrail.read.assertion.opposites import Sides
from copytrail.read.assertion.scales import Scale
from copytrail.read.claims import Claims, NumberedWord


def find_opposite_words(view: ClaimView) -> Iterator[Change]:
    """Words of the derivative with an opposite in their place in the original."""
    turned = list(_find_turned(view))
    if not turned:
        return
    pair = view.pair
    taken = {*pair.opposite.values(), *pair.original_marks.negating, *pair.kept_there}
    free = {
        word.folded: (number, word)
        for claims in pair.theirs
        for number, word in claims.number_words()
        if number not in taken
    }
    for here, word in turned:
        paired = pair.opposite.get(here)
        near = _near(view, word, free) if paired is None else [paired]
        there = next((number for number in near if _is_exchanged(view, here, number)), None)
        if there is not None and not _is_elsewhere(view, here, there):
            ours, theirs = range(here, here + 1), range(there, there + 1)
            yield Change(Strength.REVERSED, Scale.NEGATION, theirs, ours, is_opposite=True)


def _find_turned(view: ClaimView) -> Iterator[NumberedWord]:
    """The words of the derivative that were not kept and have an opposite anywhere in the original."""
    pair = view.pair
    if not any(claims.turning for claims in (*pair.ours, *pair.theirs)):
        return
    sides: Sides = frozenset().union(*(claims.sides for claims in pair.theirs))
    roots: frozenset[str] = frozenset().union(*(claims.roots for claims in pair.theirs))
    for claims in pair.ours:
        for number, word in claims.turning if roots.isdisjoint(claims.folded) else claims.number_words():
            is_across = word.folded in roots or not word.against.isdisjoint(sides)
            is_across = is_across or any(not word.roots.isdisjoint(other.folded) for other in pair.theirs)
            if is_across and number not in pair.kept and number not in pair.derivative_marks.negating:
                yield number, word


def _near(view: ClaimView, word: KnownWord, free: Mapping[str, NumberedWord]) -> Iterator[int]:
    """The words of the original that may be the opposite of one of the derivative."""
    inverses = view.pair.language.opposites.inverses_of(word.folded)
    yield from (free[other][0] for other in inverses if other in free and other != word.folded)
    if word.against:
        yield from (number for number, other in free.values() if not word.against.isdisjoint(other.sides))


def _is_exchanged(view: ClaimView, ours: int, theirs: int) -> bool:
    """Whether two words are opposites and stand among the same words, both or neither with a negation."""
    pair, opposites = view.pair, view.pair.language.opposites
    here, there = pair.derivative[ours], pair.original[theirs]
    is_replaced = theirs in pair.replaced_by.get(ours, ())
    if not opposites.are_opposites(here.folded, there.folded):
        is_close = is_replaced and not view.is_paraphrase
        if not is_close or not opposites.are_converses(here.folded, there.folded):
            return False
    if pair.derivative_marks.negate([ours]) != pair.original_marks.negate([theirs]):
        return False
    says_something = here.is_content and there.is_content
    is_placed = is_replaced or (says_something and pair.is_beside(ours, theirs))
    return is_placed and pair.context(ours, theirs) >= view.words_round + view.is_paraphrase


def _is_elsewhere(view: ClaimView, ours: int, theirs: int) -> bool:
    """Whether one side also has a word that says what the other side's word says."""
    pair = view.pair
    here, there = pair.derivative[ours].folded, pair.original[theirs].folded
    return _is_said(view, here, pair.theirs) or _is_said(view, there, pair.ours)


def _is_said(view: ClaimView, word: str, side: Iterable[Claims]) -> bool:
    """Whether a word, or one on the same side of an entry of opposites, stands among others."""
    sides = view.pair.language.opposites.sides_of(word)
    return any(word in claims.folded or not sides.isdisjoint(claims.sides) for claims in side)
