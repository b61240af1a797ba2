"""What counts as a word, in every script and with every sign that may stand inside one."""

import random

import pytest

from copytrail.words import TextWords, WordIndex, word_pairs


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in word_pairs(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The UK-Iraq deal", ["The", "UK-Iraq", "deal"]),
        ("don’t, o'clock and Iraq's", ["don’t", "o'clock", "and", "Iraq's"]),
        ("worth £12.3 billion.", ["worth", "£12.3", "billion"]),
        ("down 14%, up 2.5‰", ["down", "14%", "up", "2.5‰"]),
        ("1,900 of 35,000, then", ["1,900", "of", "35,000", "then"]),
        ("the U.K. and J.K. Rowling.", ["the", "U.K", "and", "J.K", "Rowling"]),
        ("It ended.Next began", ["It", "ended", "Next", "began"]),
        ("at 10.30pm on 2025-08-14", ["at", "10.30pm", "on", "2025-08-14"]),
        ("state_of_play", ["state", "of", "play"]),
        ("(sic) – “so” … ???", ["sic", "so"]),
        ("co‑operation, pre-war", ["co‑operation", "pre-war"]),
        ("well-known-", ["well-known"]),
    ],
)
def test_latin_words_keep_their_parts(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们签署了协议。", ["我", "们", "签", "署", "了", "协", "议"]),
        ("東京へ行く", list("東京へ行く")),
        ("ประเทศ", ["ป", "ร", "ะ", "เ", "ท", "ศ"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("مرحبا بكم، اليوم", ["مرحبا", "بكم", "اليوم"]),
        ("मंत्री ने कहा।", ["मंत्री", "ने", "कहा"]),
        ("ශ්\u200dරී ලංකා", ["ශ්\u200dරී", "ලංකා"]),
        ("한국 정부는", ["한국", "정부는"]),
    ],
)
def test_words_of_other_scripts(text, words):
    assert words_of(text) == words


def test_hidden_characters_stay_inside_words():
    assert words_of("soft\u00adhyphen zero\u200bwidth be\x07ll") == ["soft\u00adhyphen", "zero\u200bwidth", "be\x07ll"]


def test_decomposed_letters_stay_whole():
    assert words_of("le cafe\u0301 ferme\u0301") == ["le", "cafe\u0301", "ferme\u0301"]


def test_signs_alone_are_no_words():
    assert words_of("– “ ” £ % _ 🙂 \u0301 …\n\n") == []


def test_a_stretch_gives_only_its_words():
    text = "The bridge opened on Monday"

    assert [text[start:end] for start, end in word_pairs(text, 4, 17)] == ["bridge", "opened"]


def test_index_counts_words_that_begin():
    index = WordIndex(word_pairs("A new bridge opened"))

    assert index.count(0, 19) == 4
    assert index.count(3, 12) == 1
    assert list(index.between(2, 7)) == [1, 2]
    assert index.count(19, 19) == 0


@pytest.mark.parametrize("alphabet", ["aZ5 .,-'’%£$\n", "aZé5 .,-’%€_A²½", "aжЖ5 .,-%£", "a日本ก\u0301\u00ad.- 5"])
def test_whole_text_has_the_words_of_its_stretches(alphabet):
    choose = random.Random(7)
    for _ in range(500):
        text = "".join(choose.choices(alphabet, k=12))
        index = TextWords(text)

        assert list(index.places) == word_pairs(text)
        assert index.words == words_of(f"日 {text}")[1:]
        assert index.starts == [start for start, _ in index.places]
