"""The characters of an RTF text: bytes in the code page of their font, and numbers of Unicode."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from copytrail.intake.symbols import read_sign

_DEFAULT = "cp1252"
_SYMBOL_SET = 2
_LONGEST_NAME = 100
_CHARACTER_SETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {10000: "mac_roman", 10007: "mac_cyrillic", 10029: "mac_latin2", 65001: "utf-8", 1361: "johab", 936: "gbk"}
_SURROGATES = range(0xD800, 0xE000)
_PRIVATE = range(0xF000, 0xF100)
_BAD = "\ufffd"


@dataclass(slots=True)
class Font:
    """A font: its name, and the code page of its bytes, empty for that of the document."""

    name: str = ""
    codec: str = ""
    is_symbol: bool = False


@dataclass(slots=True)
class FontTable:
    """The fonts of a document by number."""

    default_codec: str = _DEFAULT
    default_font: int = 0
    _fonts: dict[int, Font] = field(default_factory=dict)
    _open: Font = field(default_factory=Font)

    def set_page(self, number: int) -> None:
        """The code page of the document."""
        self.default_codec = name_codec(number) or self.default_codec

    def start_font(self, number: int) -> None:
        """A font is described."""
        self._open = self._fonts.setdefault(number, Font())

    def set_character_set(self, number: int) -> None:
        """Its character set."""
        self._open.codec = self._open.codec or _CHARACTER_SETS.get(number, "")
        self._open.is_symbol = number == _SYMBOL_SET

    def set_font_page(self, number: int) -> None:
        """Its code page, where that is told."""
        self._open.codec = name_codec(number) or self._open.codec

    def add_name(self, name: str) -> None:
        """A part of its name."""
        self._open.name = (self._open.name + name)[:_LONGEST_NAME]

    def find(self, number: int) -> Font:
        """A font; one that is not described is as the document."""
        return self._fonts.get(number, _PLAIN_FONT)


_PLAIN_FONT = Font()


def name_codec(page: int) -> str:
    """What Python calls a code page, or "" for one it does not know."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


class Characters:
    """Gathers bytes and numbers until they make characters."""

    def __init__(self, fonts: FontTable) -> None:
        self._fonts = fonts
        self._bytes: list[bytes] = []
        self._high = 0

    @property
    def has_bytes(self) -> bool:
        """Whether bytes wait to be characters."""
        return bool(self._bytes)

    def add_bytes(self, data: bytes) -> None:
        """Bytes in the code page of the font."""
        self._bytes.append(data)

    def take(self, font: int) -> str:
        """The characters that the gathered bytes are."""
        lost = _BAD if self._high else ""
        self._high = 0
        if not self._bytes:
            return lost
        data = b"".join(self._bytes)
        self._bytes.clear()
        used = self._fonts.find(font)
        if used.is_symbol:
            return lost + "".join(read_sign(_PRIVATE.start + byte, used.name) for byte in data)
        return lost + data.decode(used.codec or self._fonts.default_codec, errors="replace")

    def take_number(self, number: int, font: int) -> str:
        """The characters so far, and the one of a number; two halves of a pair make one."""
        unit = number & 0xFFFF
        if unit in _SURROGATES and not self._bytes:
            return self._take_half(unit)
        before = self.take(font)
        if unit in _SURROGATES:
            return before + self._take_half(unit)
        return before + (read_sign(unit, self._fonts.find(font).name) if unit in _PRIVATE else chr(unit))

    def _take_half(self, unit: int) -> str:
        high, self._high = self._high, 0
        if unit < 0xDC00:
            self._high = unit
            return _BAD if high else ""
        return chr(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)) if high else _BAD
