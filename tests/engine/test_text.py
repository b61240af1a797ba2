"""Canonical text, the folding of words and the folded copies that are searched."""

import pytest

from copytrail.text import canonicalise, fold, fold_word


def test_line_ends_become_one_kind():
    assert canonicalise("one\r\ntwo\rthree\n\r\nfour") == "one\ntwo\nthree\n\nfour"


def test_only_the_leading_mark_goes():
    assert canonicalise("\ufeffA \ufeff B\u00a0C  ") == "A \ufeff B\u00a0C  "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Co-operation", "cooperation"),
        ("co\u2011operation", "COOPERATION"),
        ("organise", "organize"),
        ("Organisations", "organizations"),
        ("analysed", "analyzed"),
        ("neighbouring", "neighboring"),
        ("programme", "program"),
        ("centred", "centered"),
        ("Iraq’s", "Iraq's"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth", "zerowidth"),
        ("cafe\u0301", "café"),
        ("ＡＢＣ", "abc"),
        ("ﬁnance", "finance"),
        ("STRASSE", "straße"),
        ("U.K", "UK"),
        ("e-mail", "email"),
    ],
)
def test_trivial_variants_fold_alike(one, other):
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12.3", "123"),
        ("2024-25", "202425"),
        ("3.5", "35"),
        ("wise", "wize"),
        ("rise", "rize"),
        ("resume", "résumé"),
        ("its", "it's"),
        ("£5", "$5"),
        ("14", "14%"),
        ("minister", "ministers"),
    ],
)
def test_different_words_stay_different(one, other):
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize("word", ["\u00ad", "’", "-", "\u200b", "."])
def test_folding_never_gives_nothing(word):
    assert fold_word(word)


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("“Real results”, he said", '"real', ["“Real"]),
        ("the co-operation", "CO-OPERATION", ["co-operation"]),
        ("the café at noon", "cafe", ["café"]),
        ("the cafe\u0301 at noon", "café at", ["cafe\u0301 at"]),
        ("one\n  two three", "one two", ["one\n  two"]),
        ("soft\u00adhyphen", "softhyphen", ["soft\u00adhyphen"]),
        ("die Straße", "strasse", ["Straße"]),
        ("a – b", "a - b", ["a – b"]),
        ("don’t, don't", "don't", ["don’t", "don't"]),
        ("no such word", "bridge", []),
        ("anything", "   ", []),
        ("1.5 and 125", "1.5", ["1.5"]),
    ],
)
def test_search_answers_in_the_text(text, needle, found):
    assert [span.of(text) for span in fold(text).find(needle)] == found


def test_folded_copy_maps_every_character():
    text = "ﬁn\u00ad Straße"

    folded = fold(text)

    assert len(folded.text) == len(folded.starts)
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.length == len(text)
