"""What others learn of the people behind a review."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from copytrail.codec import comparison_to_data
from copytrail.corrections import apply_review
from copytrail.corrections.making import relabel_match, set_speaker
from copytrail.discretion import HELD_BACK, Discretion, tell_comparison, tell_review
from copytrail.model import Label, Review, Said
from copytrail.review import dismiss
from tests.engine.correction_texts import SAID, find_match, hold

NAME, REASON = "Ada Canary", "Because of the canary."
KNOWN = replace(SAID, person=NAME, reason=REASON)


@pytest.fixture(scope="module")
def review():
    """A review of every kind, with parts that find no place any more."""
    comparison = hold()
    match = find_match(comparison, "The new bridge")
    quotation = next(each.derivative for each in comparison.speech if each.derivative)
    dismissal = dismiss(comparison, comparison.findings[0], reason=REASON, time=SAID.time, person=NAME)
    label = relabel_match(comparison, match, Label.EDITED, KNOWN)
    lost = replace(label, place=replace(label.place, exact="words that are nowhere"), parts=())
    gone = replace(dismissal, anchors=replace(dismissal.anchors, found="nothing of the kind"))
    return Review(
        dismissals=(dismissal, gone), corrections=(label, lost, set_speaker(comparison, quotation, "Eve", KNOWN))
    )


@pytest.fixture(scope="module")
def reviewed(review):
    return apply_review(hold(), review)


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("reasons", [True, False])
def test_only_what_is_allowed_is_told(reviewed, names, reasons):
    assert reviewed.unplaced
    assert reviewed.unplaced_corrections

    told = tell_comparison(reviewed, Discretion(names=names, reasons=reasons))

    assert (NAME in repr(told)) is names
    assert (REASON in repr(told)) is reasons
    assert (HELD_BACK in repr(told)) is not reasons


def test_discretion_changes_nothing_else(reviewed):
    told = tell_comparison(reviewed, Discretion())

    assert repr(told).replace(HELD_BACK, REASON) == repr(reviewed).replace(NAME, "")
    assert told.speech != reviewed.speech
    assert tell_comparison(reviewed, Discretion(names=True, reasons=True)) == reviewed


def test_review_is_told_as_its_comparison(review, reviewed):
    told = apply_review(hold(), tell_review(review, Discretion()))

    assert comparison_to_data(told) == comparison_to_data(tell_comparison(reviewed, Discretion()))


def test_reason_never_given_is_not_held_back():
    assert Discretion().tell(Said(time=SAID.time)).reason == ""


def test_discretion_knows_every_part_of_a_review():
    assert {field.name for field in fields(Review)} == {"dismissals", "corrections", "notes"}
