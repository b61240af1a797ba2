"""Bytes whose encoding nobody declared."""

import codecs

import pytest

from copytrail.errors import UnreadableInput
from copytrail.intake.decode import decode

TEXT = "Der Bau kostet 86,5 Mio. € – sagt „Frau Größe“."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("cp1252"),
    ],
)
def test_common_encodings_are_recognised(data):
    assert decode(data) == TEXT


@pytest.mark.parametrize("text", ["", "a", "ශ්‍රී ලංකා", "我们签署了协议", "مرحبا", "🙂", "nul \x00 inside"])
def test_unicode_comes_back_unchanged(text):
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
    ],
)
def test_other_files_are_refused_with_advice(data, word):
    with pytest.raises(UnreadableInput, match=f"{word}.*\\.txt"):
        decode(data)


def test_damaged_unicode_names_the_place():
    with pytest.raises(UnreadableInput, match="damaged at byte 4"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b")


def test_bytes_outside_windows_1252_are_marked():
    assert decode(b"caf\xe9 \x81") == "café \ufffd"
