"""Words found in both texts, whatever their case, accents, hidden signs and style of signs."""

from __future__ import annotations

import pytest

from copytrail.display.find import find_places
from copytrail.display.page import view_comparison
from copytrail.display.pieces import Side
from copytrail.display.state import PageState
from tests.display.texts import FIRST, NEW, compare_texts

ODD = "The café in Hauptstraße sells “soft\u00adhyphens” at Iraq’s  low–cost fair."


def find_words(words, text=ODD):
    comparison = compare_texts([text], [text])
    documents = {Side.ORIGINAL: comparison.original, Side.DERIVATIVE: comparison.derivative}
    return [
        (hit.side, hit.span.of(documents[hit.side].text)) for hit in find_places(comparison, PageState(find=words)).hits
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cafe", "café"),
        ("CAFÉ", "café"),
        ("strasse", "straße"),
        ("softhyphen", "soft\u00adhyphen"),
        ('"soft', "“soft\u00ad"),
        ("iraq's low-cost", "Iraq’s  low–cost"),
    ],
)
def test_words_are_found_however_they_are_written(words, found):
    assert find_words(words) == [(Side.DERIVATIVE, found), (Side.ORIGINAL, found)]


def test_places_never_overlap():
    assert [found for _, found in find_words("s", "Groß ßs")] == ["ß", "ß", "s"] * 2


def test_folded_words_are_marked_on_the_page():
    page = view_comparison(compare_texts([ODD], [ODD]), PageState(find="strasse"))

    assert page.toolbar.find.result == "1 of 2"
    assert "straße</span>" in str(page.texts.folds[0].rows[0].derivatives[0].text)


def test_article_comes_before_the_release():
    comparison = compare_texts([FIRST], [FIRST, NEW])

    hits = find_places(comparison, PageState(find="THE  river")).hits

    assert [(hit.number, hit.side, hit.paragraph) for hit in hits] == [(1, Side.DERIVATIVE, 1), (2, Side.ORIGINAL, 1)]


def test_nothing_is_found_where_nothing_is_asked():
    assert find_words("") == []
    assert find_words("\u00ad") == []
