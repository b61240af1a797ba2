"""Two documents as numbers: keys for words, terms with weights, furniture left out."""

from copytrail.align.terms import NO_TERM
from tests.engine.align.builders import pair_of


def test_variants_of_a_word_have_one_key():
    pair = pair_of("Co-operation organised", "COOPERATION organized")

    assert pair.original.keys == pair.derivative.keys


def test_inflections_share_a_term_only():
    pair = pair_of("bridges opened", "bridge opens")

    assert pair.original.terms == pair.derivative.terms
    assert set(pair.original.keys).isdisjoint(pair.derivative.keys)


def test_function_words_have_no_term():
    pair = pair_of("the bridge", "of bridges")

    assert pair.original.terms[0] == NO_TERM
    assert pair.weight(NO_TERM) == 0.0


def test_rare_terms_weigh_more():
    pair = pair_of("The bridge opened. The bridge closed. The bridge burned.", "A welder saw the bridge.")
    bridge, welder = pair.derivative.terms[4], pair.derivative.terms[1]

    assert pair.weight(welder) > pair.weight(bridge) > 0


def test_furniture_has_no_words():
    pair = pair_of("The bridge opened on Monday.\n\nLeave a Reply", "The bridge opened.")

    assert len(pair.original.keys) == 5
    assert len(pair.original.sentences) == 1


def test_names_begin_with_capitals():
    text = "In Leeds the Minister spoke"

    assert [pair_of(text, text).original.is_name(n) for n in range(5)] == [True, True, False, True, False]
    assert not any(pair_of(text, text, "de").original.is_name(n) for n in range(5))


def test_sentences_cover_all_words():
    side = pair_of("One two. Three four.\n\nFive six.", "x").original

    assert [(s.first, s.end) for s in side.sentences] == [(0, 2), (2, 4), (4, 6)]
    assert side.sentence_of == [0, 0, 1, 1, 2, 2]
    assert side.span(2, 4).of(side.document.text) == "Three four"
