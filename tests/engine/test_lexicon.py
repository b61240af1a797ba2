"""The word lists: languages told apart, stems, abbreviations and spelling variants."""

import pytest

from copytrail.lexicon import (
    abbreviations,
    function_words,
    guess_language,
    languages,
    number_abbreviations,
    stem_words,
    title_abbreviations,
    unify_spelling,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the minister said that it was the first of its kind", "en"),
        ("der minister sagte dass es die erste brücke ist", "de"),
        ("le ministre a dit que les travaux sont finis", "fr"),
        ("el ministro dijo que los trabajos han terminado", "es"),
        ("il ministro ha detto che i lavori sono finiti", "it"),
        ("o ministro disse que as obras não foram concluídas", "pt"),
        ("de minister zei dat het de eerste brug van het land is", "nl"),
        ("minister powiedział że to jest pierwszy most w kraju", "pl"),
        ("bridge opens leeds", ""),
        ("", ""),
    ],
)
def test_language_is_guessed_from_small_words(text, language):
    assert guess_language(text.split()) == language


@pytest.mark.parametrize("language", languages())
def test_function_words_are_folded_and_many(language):
    words = function_words(language)

    assert len(words) > 60
    assert all(word == word.casefold() for word in words)


def test_unknown_language_has_no_lists():
    assert function_words("xx") == frozenset()
    assert stem_words(["bridges", "opened"], "xx") == ["bridges", "opened"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "investments", "investment"),
        ("de", "brücken", "brücke"),
        ("fr", "travaux", "travaux"),
        ("es", "árboles", "árbol"),
        ("pl", "mosty", "mosty"),
    ],
)
def test_inflected_words_share_a_stem(language, one, other):
    first, second = stem_words([one, other], language)

    assert first == second


def test_titles_are_told_from_abbreviations():
    assert {"mr", "dr", "prof"} <= title_abbreviations()
    assert title_abbreviations() <= abbreviations()
    assert "no" in number_abbreviations()
    assert "etc" not in title_abbreviations()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organising", "organizing"),
        ("realisation", "realization"),
        ("colours", "colors"),
        ("labelled", "labeled"),
        ("defences", "defenses"),
        ("centring", "centering"),
        ("travellers", "travelers"),
    ],
)
def test_variants_get_one_spelling(one, other):
    assert unify_spelling(one) == unify_spelling(other)


@pytest.mark.parametrize("word", ["wise", "rising", "crisis", "raised", "bridge", "our", "hour", "tour", "four"])
def test_other_words_keep_their_spelling(word):
    assert unify_spelling(word) == word
