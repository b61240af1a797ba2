"""A sentence without a match that says the opposite of one of the original is a finding."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.support.findings import find_in_sentences
from copytrail.model import Finding, Thresholds
from copytrail.pipeline import compare_words

RELEASE = """The harbour authority of Lindholm presented its yearly report on Monday.
The new lamps along the northern quay were paid for by the ferry companies.
Every boat in the old harbour was inspected by divers from Ostby in the course of the summer.
Fishermen praised the generous rules for small boats that the council adopted in spring.
The crane at the timber wharf lifts forty tonnes and is the largest on the coast.
"""
KEPT = """The harbour authority of Lindholm presented its yearly report on Monday.
The new lamps along the northern quay were paid for by the ferry companies.
"""


def reversed_by(sentence: str, original: str = RELEASE, before: str = KEPT) -> list[tuple[str, str]]:
    """What is found in a last sentence that no match covers."""
    release, article = read_plain(original, language="en"), read_plain(before + sentence, language="en")
    matches = compare_words(release, article).matches
    others = tuple(match for match in matches if match.derivative.end <= len(before))
    found = find_in_sentences(Alignment(release, article, others, Thresholds()), ())
    assert {one.kind for one in found} <= {"reversed_claim"}
    return [(one.expected, one.found) for one in found]


def findings_of(original: str, derivative: str) -> tuple[Finding, ...]:
    return compare(read_plain(original, language="en"), read_plain(derivative, language="en")).findings


def test_a_negation_told_in_other_words_is_found() -> None:
    sentence = "In the summer, divers coming up from Ostby never inspected a boat, old harbour people say."
    assert reversed_by(sentence) == [("inspected", "never inspected")]


def test_an_opposite_told_in_other_words_is_found() -> None:
    sentence = "According to fishermen, what the council adopted last spring are stingy rules for big boats."
    assert reversed_by(sentence) == [("small", "big")]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the summer, divers coming up from Ostby inspected any boat, old harbour people say.",
        "According to fishermen, what the council adopted last spring are fine rules for little boats.",
        "Did divers who came from Ostby never inspect a boat in the old harbour that summer?",
        "Nobody expects snow in the old harbour before Christmas.",
    ],
)
def test_the_same_in_other_words_is_none(sentence: str) -> None:
    assert reversed_by(sentence) == []


def test_a_denial_made_by_both_is_none() -> None:
    denied = RELEASE.replace("was inspected", "was not inspected")
    sentence = "In the summer, divers coming up from Ostby never inspected a boat, old harbour people say."
    assert reversed_by(sentence, original=denied) == []


def test_another_event_is_no_reversed_claim() -> None:
    sentence = "A storm kept divers from Ostby away in the summer, so they never inspected the ferry at Halm."
    assert (
        reversed_by(sentence, before="Rain fell on the fields of Halm all week, and the ferry stayed in port.\n") == []
    )


def test_one_change_is_told_once() -> None:
    derivative = RELEASE.replace("were paid for by", "were not paid for by")
    reversals = [one for one in findings_of(RELEASE, derivative) if one.kind == "reversed_claim"]
    assert len(reversals) == 1


def test_identical_texts_have_no_findings() -> None:
    assert findings_of(RELEASE, RELEASE) == ()
