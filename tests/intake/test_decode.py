"""Bytes whose encoding nobody declared, or somebody declared wrongly."""

import codecs
import random

import pytest

from copytrail.errors import UnreadableInput
from copytrail.intake.characters.charsets import ENCODINGS, find_charset, title_charset
from copytrail.intake.characters.decode import decode

TEXT = "Der Bau kostet 86,5 Mio. € – sagt „Frau Größe“."
FRENCH = "Le conseil a voté 3 400 000 € pour l’école, a précisé la maire : « Elle ouvrira à l’été. »"
RUSSIAN = "Министерство сообщило, что новый мост через реку откроют для движения в конце лета."
POLISH = (
    "Rada miasta zdecydowała, że nowa ścieżka rowerowa powstanie jeszcze przed końcem tego roku; łącznie dwa kilometry."
)
JAPANESE = "市は、新しい橋を三月に開通させると発表しました。工事には二年かかりました。"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_common_encodings_are_recognised(data, name):
    decoded = decode(data)

    assert (decoded.text, decoded.encoding, decoded.notes) == (TEXT, name, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (POLISH, "cp1250"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (JAPANESE + "\n" + JAPANESE, "utf-16-be"),
    ],
)
def test_older_encodings_are_recognised(text, name):
    assert decode(text.encode(name)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "£12.3 billion",
        "Café",
        "Größe",
        "10 € pro Tag",
        "El año pasado",
        "“Yes”, she said",
        "¿Qué pasó?",
        "naïve",
        "5 °C",
    ],
)
def test_a_short_line_is_western(text):
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "text", ["", "a", "ශ්‍රී ලංකා", "我们签署了协议", "مرحبا", "🙂", "nul \x00 inside", "a\x00b " * 2 + "word " * 2000]
)
def test_unicode_comes_back_unchanged(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04 word/document.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"{\\rtf1 hello}",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        bytes(range(256)),
        bytes(range(256)) * 400,
        random.Random(5).randbytes(50_000),
        b"\x00" * 1000,
        b"Name\x00\x01\x02\x00\x00\x07Size\x00\x00\x10\x00" * 30,
    ],
)
def test_other_files_are_refused_with_advice(data):
    with pytest.raises(UnreadableInput, match=r"This is not a text: .* paste it\."):
        decode(data)


def test_a_note_counts_lost_characters():
    data = TEXT.encode() + b" \xff und \xc3 und weiter \xe2\x82."

    decoded = decode(data)

    assert decoded.text == f"{TEXT} \ufffd und \ufffd und weiter \ufffd."
    assert decoded.notes == ("3 characters could not be read in UTF-8 and stand as “\ufffd”.",)


def test_a_cut_character_is_noted():
    decoded = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")

    assert decoded.text == "ab\ufffd"
    assert decoded.notes == ("One character could not be read in UTF-16, low byte first and stands as “\ufffd”.",)


def test_a_doubtful_guess_is_noted():
    decoded = decode("Привет, мир".encode("cp1251"))

    assert decoded.text == "Привет, мир"
    assert decoded.notes == ("The file does not say how its characters are encoded: it was read as Windows-1251.",)


def test_a_chosen_encoding_counts():
    data = "Příliš žluťoučký kůň".encode("cp1250")

    assert decode(data, "windows-1250").text == "Příliš žluťoučký kůň"
    assert decode(data, "cp1252").text == "Pøíliš žlu\ufffdouèký kùò"


def test_a_byte_order_mark_counts_more():
    assert decode(TEXT.encode("utf-8-sig"), "cp1252").text == TEXT


@pytest.mark.parametrize(
    ("name", "data"), [("utf-8", RUSSIAN.encode("cp1251")), ("euc_jp", POLISH.encode("cp1250") * 9)]
)
def test_an_impossible_choice_is_refused(name, data):
    with pytest.raises(UnreadableInput, match=rf"This file is not in {title_charset(name)}: \d+ .* Choose another"):
        decode(data, name)


@pytest.mark.parametrize("name", ["klingon", "", "base64", "rot13", "a" * 5000, "utf\x008"])
def test_an_unknown_choice_is_refused(name):
    with pytest.raises(UnreadableInput, match="no encoding called"):
        find_charset(name)


def test_declared_names_mean_what_browsers_mean():
    assert decode(b"\x93Yes\x94 \x80 5", "ISO-8859-1").text == "“Yes” € 5"
    assert decode("涙".encode("cp932"), "Shift_JIS").text == "涙"


@pytest.mark.parametrize(("name", "title"), ENCODINGS)
def test_every_offered_encoding_works(name, title):
    assert find_charset(name) == name
    assert title.startswith(title_charset(name))
    assert decode("Two words.".encode(name), name).text.endswith("Two words.")
