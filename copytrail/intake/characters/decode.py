"""Bytes to text: byte order marks, then UTF-8 and what its zeros tell of UTF-16, then the likeliest older encoding.

What is in none of these is no text. Characters that cannot be read become U+FFFD, and a note counts them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from copytrail.errors import UnreadableInput
from copytrail.intake.characters.charsets import find_charset, title_charset
from copytrail.intake.characters.guess_charset import guess_charset, guess_wide

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
)
_SHIFTS = (b"\x1b$", b"\x1b(", b"~{")
"""Signs that switch between alphabets in texts of plain ASCII bytes: ISO 2022 and HZ."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_OF_TEXT = 3
"""A text may hold so many of them, whatever its length,"""
_CONTROLS_SHARE = 0.01
"""and this share of all its characters."""
_LOST = "\ufffd"
_KEPT_TO_LOST = 2
"""In a damaged UTF-8 text so many characters of several bytes are whole for each that is not."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes."""

    text: str
    encoding: str = ""
    """The encoding it was read in; empty where it was text already."""
    notes: tuple[str, ...] = ()


def decode(data: bytes, encoding: str = "") -> Decoded:
    """The text of a file, in this encoding or, where none is given, in the one its bytes look like.

    A byte order mark counts more than either. Raises UnreadableInput for what is no text, and for what is none in
    the encoding given.

    >>> decode("£12.3 billion".encode("cp1252")).text
    '£12.3 billion'
    """
    marked = next(((data[len(mark) :], name) for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return _check(_replace_lost(*marked))
    if encoding:
        return _check(_decode_chosen(data, find_charset(encoding)))
    if data.startswith(_OTHER_FILES):
        raise _no_text()
    return _check(_decode_guessed(data))


def _decode_guessed(data: bytes) -> Decoded:
    if data.isascii() and any(sign in data for sign in _SHIFTS):
        return _decode_older(data)
    decoded = _replace_lost(data, "utf-8")
    lost = decoded.text.count(_LOST) if decoded.notes else 0
    if not lost and _is_text(decoded.text):
        return decoded
    wide = guess_wide(data)
    if wide:
        return _replace_lost(data, wide)
    whole = sum(not char.isascii() for char in decoded.text) - lost
    return decoded if whole >= _KEPT_TO_LOST * lost else _decode_older(data)


def _decode_older(data: bytes) -> Decoded:
    """The text in the likeliest encoding of one or two bytes a character."""
    guess = guess_charset(data)
    decoded = _replace_lost(data, guess.name)
    if guess.is_sure:
        return decoded
    note = f"The file does not say how its characters are encoded: it was read as {title_charset(guess.name)}."
    return Decoded(decoded.text, decoded.encoding, (note, *decoded.notes))


def _decode_chosen(data: bytes, encoding: str) -> Decoded:
    decoded = _replace_lost(data, encoding)
    lost = decoded.text.count(_LOST)
    if lost > _CONTROLS_OF_TEXT + _CONTROLS_SHARE * len(decoded.text):
        raise UnreadableInput(
            f"This file is not in {title_charset(encoding)}: {lost} of its characters could not be read. "
            f"Choose another encoding, or let Copytrail find it."
        )
    return decoded


def _replace_lost(data: bytes, encoding: str) -> Decoded:
    """The text, with a note of how many characters could not be read."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    lost = text.count(_LOST)
    what = f"{lost} characters" if lost > 1 else "One character"
    note = (
        f"{what} could not be read in {title_charset(encoding)} and {'stand' if lost > 1 else 'stands'} as “{_LOST}”."
    )
    return Decoded(text, encoding, (note,))


def _check(decoded: Decoded) -> Decoded:
    """The same, where it is a text."""
    lost = decoded.text.count(_LOST) if decoded.notes else 0
    if lost > len(decoded.text) / 2 or not _is_text(decoded.text):
        raise _no_text()
    return decoded


def _is_text(text: str) -> bool:
    """Whether few of the characters are controls."""
    return len(_CONTROLS.findall(text)) <= _CONTROLS_OF_TEXT + _CONTROLS_SHARE * len(text)


def _no_text() -> UnreadableInput:
    return UnreadableInput(
        "This is not a text: open it in the program that it was made with, copy its text from there and paste it."
    )
