"""Limits, amounts, causes, evidence and words of caution that were lost, put in or exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from copytrail.ledgers.strength.marks import Marks
from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.read.assertion.scales import ABOUT, FEW, Meaning, Scale
from copytrail.read.claims import ClaimMark

_ELSEWHERE = frozenset({Scale.NEGATION, Scale.CERTAINTY})
"""Scales whose changes are found in other ways."""
_ROUNDED = Meaning(Scale.LIMIT, ABOUT)
_NOTHING = range(0)


def find_mark_changes(view: ClaimView) -> Iterator[Change]:
    """What became of the marks of a match."""
    pair = view.pair
    for mark in _find_judged(pair.original_marks):
        there = mark.scope[0]
        if there in view.back and view.is_sure(view.back[there], there):
            yield from _compare(view, mark, view.back[there])
    for mark in _find_judged(view.new_marks):
        here = mark.scope[0]
        if here in pair.opposite and not pair.original_marks.at(mark.meaning.scale, pair.opposite[here]):
            yield from _put_in(view, mark, pair.opposite[here])


def _find_judged(marks: Marks) -> Iterator[ClaimMark]:
    """The marks whose changes are found here."""
    return (mark for mark in marks.every if mark.meaning.scale not in _ELSEWHERE)


def _compare(view: ClaimView, mark: ClaimMark, ours: int) -> Iterator[Change]:
    """What became of a mark of the original, said of a word that `ours` stands for."""
    scale = mark.meaning.scale
    if view.is_said_too(mark.words, _NOTHING):
        return
    found = next(iter(view.pair.derivative_marks.at(scale, ours)), None)
    original = _join(mark.words, mark.scope[0])
    if found:
        if found.meaning.rank != mark.meaning.rank and not view.is_kept(found.words):
            strength = _compare_ranks(scale, mark.meaning.rank, found.meaning.rank)
            yield Change(strength, scale, original, _join(found.words, ours))
    elif _counts_alone(view, mark, ours) and _is_loss(view, mark, ours):
        yield Change(Strength.STRONGER, scale, original, range(ours, ours + 1))


def _put_in(view: ClaimView, mark: ClaimMark, theirs: int) -> Iterator[Change]:
    """What a mark of the derivative that the original lacks makes of the claim."""
    scale, ours = mark.meaning.scale, mark.scope[0]
    if view.is_said_too(_NOTHING, mark.words) or not view.is_sure(ours, theirs):
        return
    if scale is Scale.CAUTION and view.pair.original_marks.hedge(theirs):
        return
    word = view.pair.derivative[mark.words.start].folded
    is_style = mark.meaning == _ROUNDED or (scale is Scale.AMOUNT and word not in view.pair.language.sets["put_in"])
    if not is_style and _counts_alone(view, mark, ours):
        yield Change(Strength.WEAKER, scale, range(theirs, theirs + 1), _join(mark.words, ours))


def _is_loss(view: ClaimView, mark: ClaimMark, ours: int) -> bool:
    """Whether the loss of a mark of the original makes a claim stronger, or it is hedged in another way."""
    if mark.meaning.scale is Scale.CAUTION:
        return not view.pair.derivative_marks.hedge(ours)
    word = view.pair.original[mark.words.start].folded
    return mark.meaning.scale is not Scale.AMOUNT or word in view.pair.language.sets["falling_off"]


def _counts_alone(view: ClaimView, mark: ClaimMark, ours: int) -> bool:
    """Whether a mark that only one side has can change the claim: not in a paraphrase; a limit before a kept figure."""
    if view.is_paraphrase or mark.meaning.scale not in {Scale.CAUTION, Scale.AMOUNT, Scale.LIMIT}:
        return False
    is_figure = view.pair.derivative[ours].folded[-1].isdigit()
    return mark.meaning.scale is not Scale.LIMIT or (is_figure and ours in view.pair.kept)


def _compare_ranks(scale: Scale, theirs: int, ours: int) -> Strength:
    """What a mark put in the place of another makes of a claim; "few" for "many" turns it round."""
    if scale is Scale.AMOUNT and FEW in {theirs, ours} and abs(theirs - ours) > 1:
        return Strength.REVERSED
    return Strength.STRONGER if ours > theirs else Strength.WEAKER


def _join(words: range, word: int) -> range:
    """A mark with the word it is said of."""
    return range(min(words.start, word), max(words.stop, word + 1))
