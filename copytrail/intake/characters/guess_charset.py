"""The likeliest encoding of bytes that are not UTF-8: by zeros, by what Western texts hold, by chardet's statistics.

Statistics err on a line or two, and most short texts are Western. So a text with few letters beyond ASCII is
Windows-1252 where every one of them stands as it would in such a text: accents inside words, currency before digits,
quotation marks outside words. All others are chardet's to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import chardet

from copytrail.intake.characters.charsets import find_charset

_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 8_192
_ORDINARY = 0.95
"""In a text this share of the characters are letters, signs and spaces that people write."""
_MOST_ASIDE = 30
"""With more characters beyond ASCII, statistics know better."""
_SAMPLE_OF_STATISTICS = 100_000
_SURE = 0.5
_WESTERN = "cp1252"
_LETTER = r"[^\W\d_]"
_ODD = re.compile(
    rf"[\u0080-\u009f\ufffdÐÞŽžŠšŸðþ¤¦¬¸¹×÷ˆ˜ƒµý¶¿](?<!^¿)(?<![\s(]¿)"
    rf"|(?<={_LETTER})[„‚“«‹¡¥¢°](?={_LETTER})|(?<={_LETTER})[”»›„‚](?={_LETTER})"
    rf"|(?<=[a-zß-ÿ])[À-Þ](?=[^A-ZÀ-Þ]|$)|œ(?=\d)|Ò(?=[A-Z][a-z])|[À-ÿŒœ]{{3}}"
)
"""What hardly stands in Western text: rare letters, marks inside words, capitals after small letters."""


@dataclass(frozen=True, slots=True)
class CharsetGuess:
    """An encoding, and whether hardly another one can be meant."""

    name: str
    is_sure: bool = True


def guess_wide(data: bytes) -> str:
    """UTF-16 or UTF-32 in either order of bytes, if a text without a mark is in one of them.

    In the right one its characters come from fewer corners of Unicode.
    """
    sample = data[:_SAMPLE]
    if b"\x00" not in sample:
        return ""
    rows = {name: len({ord(char) >> 8 for char in text}) for name in _WIDE if (text := _read_wide(sample, name))}
    return min(rows, key=rows.__getitem__, default="")


def _read_wide(sample: bytes, name: str) -> str:
    """The sample in this encoding, if it is a text then."""
    size = 4 if name.startswith("utf-32") else 2
    text = sample[: len(sample) // size * size].decode(name, errors="replace")
    return text if text and _share_ordinary(text) >= _ORDINARY else ""


def guess_charset(data: bytes) -> CharsetGuess:
    """The encoding of bytes that are not UTF-8."""
    sample = data[:_SAMPLE_OF_STATISTICS]
    aside = sum(byte > 0x7F for byte in sample)
    if 0 < aside <= _MOST_ASIDE and not _ODD.search(sample.decode(_WESTERN, errors="replace")):
        return CharsetGuess(_WESTERN)
    found = chardet.detect(sample, prefer_superset=True, compat_names=False)
    return CharsetGuess(find_charset(found["encoding"] or _WESTERN), is_sure=found["confidence"] > _SURE)


def _share_ordinary(text: str) -> float:
    ordinary = sum((char.isprintable() and char != "\ufffd") or char in "\t\n\r\ufeff\u00a0\u3000" for char in text)
    return ordinary / len(text)
