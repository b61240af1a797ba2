"""Claims that were possible, planned or going on in the original and are more certain here, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from copytrail.ledgers.strength.marks import Marks
from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.read.assertion.scales import DONE, EXPECTED, FUTURE, ONGOING, OPEN, POSSIBLE, STATED, Scale
from copytrail.read.claims import ClaimWord


def find_hedges(view: ClaimView) -> Iterator[Change]:
    """The verbs of a match that are said with another certainty than in the original."""
    pair, telling = view.pair, (_find_telling(view.pair.derivative_marks), _find_telling(view.pair.original_marks))
    for here, there in pair.opposite.items() if any(telling) else ():
        if here not in telling[0] and there not in telling[1]:
            continue
        is_same = pair.derivative[here].base == pair.original[there].base
        with_bare = is_same and not view.is_paraphrase
        ours = _rank(pair.derivative_marks, pair.derivative[here], with_bare=with_bare)
        theirs = _rank(pair.original_marks, pair.original[there], with_bare=with_bare)
        is_judged = is_same or (not view.is_paraphrase and STATED not in {ours, theirs})
        if not is_judged or not _is_step(theirs, ours) or not view.is_sure(here, there):
            continue
        original, derivative = view.group_theirs(there), view.group_ours(here)
        is_kept = view.is_kept(derivative) and pair.kept_there.issuperset(original)
        if not is_kept and not view.is_said_too(original, derivative):
            strength = Strength.STRONGER if ours > theirs else Strength.WEAKER
            yield Change(strength, Scale.CERTAINTY, original, derivative)


def _find_telling(marks: Marks) -> frozenset[int]:
    """The words said to be less than stated: where neither of two words is, nothing can have changed."""
    said = [mark for mark in marks.of(Scale.CERTAINTY) if mark.meaning.rank < STATED]
    return frozenset(mark.scope[0] for mark in (*said, *marks.of(Scale.CAUTION)))


def _rank(marks: Marks, word: ClaimWord, *, with_bare: bool) -> int:
    """How certain a word is said to be; of another verb, or in a paraphrase, the bare form says nothing."""
    said = marks.on(word.number)
    verbs = [mark for mark in said if mark.meaning.scale is Scale.CERTAINTY]
    ranks = [mark.meaning.rank for mark in verbs if with_bare or not mark.is_bare]
    ranks += [POSSIBLE for mark in said if mark.meaning.scale is Scale.CAUTION]
    plain = STATED if word.is_finite and with_bare else OPEN
    return OPEN if OPEN in ranks else min(ranks, default=plain)


def _is_step(theirs: int, ours: int) -> bool:
    """Whether two ranks of certainty differ by more than the way of speaking."""
    low, high = sorted((theirs, ours))
    if low in {high, STATED} or high == OPEN:
        return False
    if low <= EXPECTED:
        return True
    return high == DONE or (low == FUTURE and high == ONGOING)
