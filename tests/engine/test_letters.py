"""The letters that differ between two words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.letters import differing_letters

WORDS = st.text(st.characters(codec="utf-8"), max_size=30)


def show(word, spans):
    return [span.of(word) for span in spans]


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("strengthened", "strengthening", ["ed"], ["ing"]),
        ("Faud", "Fuad", ["a"], ["a"]),
        ("1,900", "1,600", ["9"], ["6"]),
        ("Iraq", "Iraqi", [], ["i"]),
    ],
)
def test_letters_of_near_words_are_found(one, other, ours, theirs):
    mine, other_spans = differing_letters(one, other)

    assert (show(one, mine), show(other, other_spans)) == (ours, theirs)


@pytest.mark.parametrize(("one", "other"), [("is", "has"), ("will", "may"), ("", "word"), ("same", "same")])
def test_different_and_same_words_show_nothing(one, other):
    assert differing_letters(one, other) == ((), ())


def test_long_stretches_show_nothing():
    assert differing_letters("a" * 41, "a" * 40 + "b") == ((), ())


def test_accent_is_marked_with_its_letter():
    ours, theirs = differing_letters("cafe", "cafe\u0301")

    assert (show("cafe", ours), show("cafe\u0301", theirs)) == ([], ["e\u0301"])


@given(st.text("abc1,é", max_size=41), st.text("abc1,é", max_size=41))
def test_what_is_left_is_the_same_on_both_sides(one, other):
    ours, theirs = differing_letters(one, other)

    if ours or theirs:
        assert remove(one, ours) == remove(other, theirs)


def remove(word, spans):
    for span in reversed(spans):
        word = word[: span.start] + word[span.end :]
    return word


@given(WORDS, WORDS)
def test_stretches_lie_in_order_inside_their_words(one, other):
    for word, spans in zip((one, other), differing_letters(one, other), strict=True):
        places = [place for span in spans for place in (span.start, span.end)]

        assert places == sorted(places)
        assert all(0 <= span.start < span.end <= len(word) for span in spans)
