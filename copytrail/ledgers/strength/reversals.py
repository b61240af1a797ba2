"""Claims turned round: an odd number of negations put in or taken out and of words in the place of their opposites.

A negation that was only moved ("no evidence was found", "evidence was not found"), two that cancel each other, and one
beside an opposite ("did not rise", "fell") keep the sense.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from copytrail.ledgers.strength.opposite_words import find_opposite_words
from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.read.assertion.scales import LACKING, Scale
from copytrail.read.claims import ClaimMark, ClaimWord

_NEAR = 6
"""A negation that stands so many words from where it stood was moved with its verb."""
_DOUBLED = 2
"""So many negations of one word say it plainly."""


def find_reversals(view: ClaimView) -> list[Change]:
    """The claims of a match that say the opposite of the original's."""
    put_in, taken_out = list(dict.fromkeys(_find_put_in(view))), list(dict.fromkeys(_find_taken_out(view)))
    negated = [*_without_moved(put_in, taken_out), *_find_doubled(view)]
    opposites = list(find_opposite_words(view))
    if not (negated or opposites) or _is_asked(view):
        return []
    turned = [one for one in negated if not any(_is_same_place(one, other) for other in opposites)]
    return [*turned, *(one for one in opposites if not any(_is_same_place(one, other) for other in negated))]


def _is_asked(view: ClaimView) -> bool:
    """Whether only one of the two asks whether something is so."""
    pair = view.pair
    if pair.asks:
        return True
    ours = {word.folded for number, word in pair.derivative.items() if number not in pair.kept}
    theirs = {word.folded for number, word in pair.original.items() if number not in pair.kept_there}
    return not pair.language.sets["asking"].isdisjoint(ours ^ theirs)


def _find_put_in(view: ClaimView) -> Iterator[Change]:
    """Negations of the derivative that the original lacks."""
    pair = view.pair
    for mark in view.new_marks.of(Scale.NEGATION):
        here = next((word for word in _said_of(view, mark) if word in pair.opposite), None)
        if here is None or not view.is_sure(here, pair.opposite[here]):
            continue
        there = pair.opposite[here]
        theirs = {pair.opposite[word] for word in (*mark.scope, *mark.reach) if word in pair.opposite}
        is_known = view.lost_marks.negate(theirs) or pair.original[there].base in view.negated_bases
        is_known = is_known or any(_is_denied(view, pair.original, word, pair.kept_there) for word in theirs)
        is_known = is_known or _is_negated_near(view, there)
        if not is_known and not _is_exchanged(view, here, there):
            yield _negated(view.group_theirs(there), view.group_ours(here, mark))


def _find_taken_out(view: ClaimView) -> Iterator[Change]:
    """Negations of the original that the derivative lacks; in a paraphrase only of what it states."""
    pair = view.pair
    for mark in view.lost_marks.of(Scale.NEGATION):
        there = next((word for word in _said_of(view, mark) if word in view.back), None)
        if there is None or not view.is_sure(view.back[there], there):
            continue
        here = view.back[there]
        ours = {view.back[word] for word in (*mark.scope, *mark.reach) if word in view.back}
        is_known = view.new_marks.negate(ours) or view.states_elsewhere(there, mark.scope)
        is_known = is_known or any(_is_denied(view, pair.derivative, word, pair.kept) for word in ours)
        is_open = view.is_paraphrase and any(not pair.derivative[word].is_finite for word in ours)
        is_known = is_known or any(new.words.start not in pair.own for new in view.new_marks.of(Scale.NEGATION))
        if not is_known and not is_open and not _is_exchanged(view, here, there):
            yield _negated(view.group_theirs(there, mark), view.group_ours(here))


def _find_doubled(view: ClaimView) -> Iterator[Change]:
    """The first word with two negations on one side and one on the other: "did not rule out"."""
    ours, theirs = view.pair.derivative_marks, view.pair.original_marks
    counts = sorted(len(marks.of(Scale.NEGATION)) for marks in (ours, theirs))
    if view.pair.language.doubles or counts[0] < 1 or counts[1] < _DOUBLED:
        return
    for here, there in view.pair.opposite.items():
        negations = ours.at(Scale.NEGATION, here), theirs.at(Scale.NEGATION, there)
        if sorted(map(len, negations)) == [1, _DOUBLED] and view.is_sure(here, there):
            yield _negated(view.group_theirs(there, negations[1][0]), view.group_ours(here, negations[0][0]))
            return


def _negated(original: range, derivative: range) -> Change:
    """A claim with a negation on one side."""
    return Change(Strength.REVERSED, Scale.NEGATION, original, derivative)


def _said_of(view: ClaimView, mark: ClaimMark) -> Sequence[int]:
    """The word a negation turns: the verb, or the noun of "no new evidence"."""
    if view.pair.language.language != "en":
        return mark.scope
    return mark.scope[-1:] if mark.meaning.rank == LACKING else mark.scope[:1]


def _is_denied(view: ClaimView, side: Mapping[int, ClaimWord], place: int, kept: Container[int]) -> bool:
    """Whether a word near a place denies it by itself: "banned"."""
    numbers = range(place - _NEAR, place + _NEAR + 1)
    near = (side[number] for number in numbers if number in side and number != place and number not in kept)
    language = view.pair.language
    return any(word.base in language.negative for word in near)


def _is_negated_near(view: ClaimView, word: int) -> bool:
    """Whether the original has a lost negation shortly before a word: "no one was transported"."""
    pair = view.pair
    near = (number for number in range(word - _NEAR, word) if number in pair.original and number not in pair.kept_there)
    return any(pair.language.is_negation(pair.original[number].folded) for number in near)


def _is_exchanged(view: ClaimView, ours: int, theirs: int) -> bool:
    """Whether a word stands in the place of its opposite, so that a negation keeps the sense."""
    here, there = view.pair.derivative[ours].folded, view.pair.original[theirs].folded
    return view.pair.language.opposites.are_opposites(here, there)


def _without_moved(put_in: list[Change], taken_out: list[Change]) -> list[Change]:
    """Negations put in and taken out, without those that stand near each other in one of the texts: they were moved."""
    left, lost = [], list(taken_out)
    for one in put_in:
        moved = next((other for other in lost if min(_gaps(one, other)) <= _NEAR), None)
        if moved:
            lost.remove(moved)
        else:
            left.append(one)
    return [*left, *lost]


def _is_same_place(one: Change, other: Change) -> bool:
    """Whether two changes are about the same words of both sides."""
    return max(_gaps(one, other)) <= _NEAR


def _gaps(one: Change, other: Change) -> tuple[int, int]:
    """How many words lie between two changes, in the original and in the derivative."""
    return _distance(one.original, other.original), _distance(one.derivative, other.derivative)


def _distance(one: range, other: range) -> int:
    """How many words lie between two stretches, and none where they meet."""
    return max(0, one.start - other.stop, other.start - one.stop)
