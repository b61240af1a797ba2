"""Where words stand: found again in the text that is shown, whatever folding did to its length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copytrail.text import fold
from webapp.catalogue.asking import read_asking, read_terms
from webapp.catalogue.lines import FoundText
from webapp.catalogue.snippets import choose_snippets, mark_terms

PIECES = st.sampled_from(["Straße", "ﬁn", "é", "e\u0301", "bridge", " ", "A\u0300", "½", "\u00ad", "İ", "x"])


def make_text(shown: str) -> FoundText:
    return FoundText(kind="document", case_id="c", role=None, number=1, folded=fold(shown).text, shown=shown)


@given(st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map("".join))
def test_any_place_is_found_again(before, after):
    text = make_text(f"{before} Köln {after}")

    (snippet,) = choose_snippets([text], ("koln",))

    assert "Köln" in [each.text for each in snippet.stretches if each.is_found]


@given(st.lists(PIECES, max_size=30).map("".join))
def test_marking_keeps_every_letter(text):
    assert "".join(each.text for each in mark_terms(text, ("bridge", "fin", "e"))) == text


def test_snippet_far_from_its_folded_place_is_found():
    text = make_text("ﬃ " * 400 + "Köln")

    (snippet,) = choose_snippets([text], ("koln",))

    assert snippet.stretches[-1].text == "Köln"
    assert snippet.stretches[0].text == "… "


def test_few_places_show_all_words():
    texts = [make_text("one two"), make_text("two three"), make_text("one three")]

    snippets = choose_snippets(texts, ("one", "two", "three"))

    assert len(snippets) == 2


def test_overlapping_words_are_marked_once():
    assert [each.text for each in mark_terms("footbridge", ("bridge", "footb"))] == ["footb", "ridge"]


def test_open_quotation_is_a_phrase_already():
    assert read_terms('one "two three') == ("one", "two three")
    assert read_terms('""') == ()


def test_asking_says_what_it_uses():
    assert not read_asking({"q": "one two"}).is_cut
    assert read_asking({"q": " ".join(map(str, range(13)))}).is_cut
    assert len(read_terms("w" * 900)[0]) == 500
