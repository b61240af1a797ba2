"""The word diff of a match."""

from __future__ import annotations

from copytrail.display.changes import find_changes, find_letters
from copytrail.display.page import view_comparison
from copytrail.display.state import PageState
from copytrail.model import Span
from tests.display.texts import FIRST, compare_texts


def compare_sentence(**words):
    """A sentence against itself with some of its words replaced; and its only match."""
    article = FIRST
    for word, other in words.items():
        article = article.replace(word, other)
    comparison = compare_texts([FIRST], [article])
    return comparison, comparison.matches[0]


def show(text, spans):
    return [span.of(text) for span in spans]


def test_replaced_word_is_one_change():
    comparison, match = compare_sentence(thanked="praised")

    (change,) = find_changes(match)

    assert change.original.of(comparison.original.text) == "thanked"
    assert change.derivative.of(comparison.derivative.text) == "praised"


def test_letters_of_near_words_are_found_in_both_texts():
    comparison, match = compare_sentence(opened="opening", Monday="Sunday")

    original, derivative = find_letters(comparison, match)

    assert show(comparison.original.text, original) == ["ed", "Mo"]
    assert show(comparison.derivative.text, derivative) == ["ing", "Su"]


def test_different_words_have_no_letters_marked():
    assert find_letters(*compare_sentence(thanked="praised")) == ((), ())


def test_card_shows_the_letters_bold():
    comparison, match = compare_sentence(opened="opening")

    detail = view_comparison(comparison, PageState(focus=match.id)).detail

    assert "open<b>ed</b>" in detail.release
    assert "open<b>ing</b>" in detail.article


def test_letters_lie_inside_the_changes():
    comparison, match = compare_sentence(opened="opening", bridge="bridges")
    changed = [change.derivative for change in find_changes(match)]

    letters = find_letters(comparison, match)[1]

    assert all(any(isinstance(span, Span) and span.contains(each) for span in changed) for each in letters)
