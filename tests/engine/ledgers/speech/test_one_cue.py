"""Findings about the quotations round one cue are told as one, and no others."""

from __future__ import annotations

import pytest

from copytrail.ledgers.speech.one_cue import tell_once
from copytrail.model import Finding, Span

CUE = Span(52, 56)
FIRST, NEAR, FAR = Span(10, 50), Span(70, 90), Span(500, 520)


def finding(place: Span, original: Span | None = None, *, kind: str = "wrong_speaker", found: str = "Bob Penn"):
    return Finding(kind=kind, derivative=place, original=original, expected="Ada Holm", found=found, why="")


def test_two_quotations_of_one_cue_are_joined():
    [told] = tell_once([(CUE, finding(FIRST, Span(0, 40))), (CUE, finding(NEAR, Span(60, 80)))])

    assert (told.derivative, told.original) == (Span(10, 90), Span(0, 80))


def test_a_place_far_away_is_not_reached():
    [told] = tell_once([(CUE, finding(FIRST, FIRST)), (CUE, finding(NEAR, FAR))])

    assert (told.derivative, told.original) == (Span(10, 90), FIRST)


def test_a_quotation_without_its_original_keeps_the_other_place():
    [told] = tell_once([(CUE, finding(FIRST, FIRST)), (CUE, finding(NEAR))])

    assert told.original == FIRST


@pytest.mark.parametrize(
    ("cue", "other"),
    [
        (Span(60, 64), finding(NEAR)),
        (None, finding(NEAR)),
        (CUE, finding(NEAR, found="Carl Reed")),
        (CUE, finding(NEAR, kind="altered_quotation")),
    ],
)
def test_findings_about_something_else_stay_apart(cue, other):
    first = finding(FIRST)

    assert tell_once([(CUE, first), (cue, other)]) == (first, other)
