"""Bytes to text: byte order marks, UTF-8, UTF-16, and Windows-1252 for what is left."""

from __future__ import annotations

import codecs

from copytrail.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "Word or zip",
    b"\xd0\xcf\x11\xe0": "old Word",
    b"{\\rtf": "RTF",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
}
_ZERO_SHARE_OF_UTF16 = 0.3
"""Latin text in UTF-16 has a zero in nearly every second byte."""


def decode(data: bytes) -> str:
    """The text of a file whose encoding nobody declared.

    Raises UnreadableInput for files that are known not to be plain text.

    >>> decode("£12.3 billion".encode("cp1252"))
    '£12.3 billion'
    """
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            advice = "copy its text, or save it as .txt and try again"
            raise UnreadableInput(f"This is a {name} file, not plain text: {advice}.")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _guess_utf16(data)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            message = f"The file begins like {encoding.upper()} text but is damaged at byte {error.start}."
            raise UnreadableInput(message) from error
        return data.decode("cp1252", errors="replace")


def _guess_utf16(data: bytes) -> str:
    """The UTF-16 order that zeros at every second byte give away, if any."""
    sample = data[:4096]
    if not sample or len(sample) % 2 or sample.count(0) < len(sample) * _ZERO_SHARE_OF_UTF16:
        return ""
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
