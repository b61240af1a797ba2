"""Signs that Word takes from a font of pictures: the characters they stand for."""

from __future__ import annotations

UNKNOWN = "\ufffd"
"""Stands where a reader sees a sign that has no character."""
_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the signs of such fonts."""
_GREEK = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)
_SYMBOL = {
    0xA0: "€", 0xA3: "≤", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_DINGS = {0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑"}


def read_symbol(code: str, font: str) -> str:
    """The character of a sign, by its hexadecimal code and the name of its font.

    >>> read_symbol("F061", "Symbol"), read_symbol("20AC", "Arial")
    ('α', '€')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return read_sign(number, font)


def read_sign(number: int, font: str) -> str:
    """The character of a sign by its number in its font."""
    small = number - _PRIVATE.start if number in _PRIVATE else number
    name = font.casefold()
    if name.startswith("symbol") and small < 0x100:
        plain = chr(small) if 0x20 <= small < 0x7F else UNKNOWN
        return _GREEK.get(plain) or _SYMBOL.get(small, plain)
    if name.startswith(("wingdings", "webdings")) and small < 0x100:
        return _DINGS.get(small, UNKNOWN)
    is_text = 0x20 <= number < 0x110000 and number not in range(0xD800, 0xF900)
    return chr(number) if is_text else UNKNOWN
