"""The encodings of characters that Copytrail reads: what to call them, and which stands for which."""

from __future__ import annotations

import codecs

from copytrail.errors import UnreadableInput

ENCODINGS: tuple[tuple[str, str], ...] = (
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows-1252 (Western Europe)"),
    ("mac-roman", "Mac Roman (Western Europe)"),
    ("cp850", "DOS 850 (Western Europe)"),
    ("iso8859-15", "ISO 8859-15 (Western Europe with €)"),
    ("utf-16", "UTF-16"),
    ("utf-16-le", "UTF-16, low byte first"),
    ("utf-16-be", "UTF-16, high byte first"),
    ("cp1250", "Windows-1250 (Central Europe)"),
    ("iso8859-2", "ISO 8859-2 (Central Europe)"),
    ("cp1257", "Windows-1257 (Baltic)"),
    ("cp1251", "Windows-1251 (Cyrillic)"),
    ("koi8-r", "KOI8-R (Russian)"),
    ("koi8-u", "KOI8-U (Ukrainian)"),
    ("iso8859-5", "ISO 8859-5 (Cyrillic)"),
    ("cp866", "DOS 866 (Cyrillic)"),
    ("mac-cyrillic", "Mac Cyrillic"),
    ("cp1253", "Windows-1253 (Greek)"),
    ("cp1254", "Windows-1254 (Turkish)"),
    ("cp1255", "Windows-1255 (Hebrew)"),
    ("cp1256", "Windows-1256 (Arabic)"),
    ("iso8859-6", "ISO 8859-6 (Arabic)"),
    ("cp1258", "Windows-1258 (Vietnamese)"),
    ("cp874", "Windows-874 (Thai)"),
    ("gb18030", "GB 18030 (Chinese, simplified)"),
    ("big5hkscs", "Big5 (Chinese, traditional)"),
    ("cp932", "Shift JIS (Japanese)"),
    ("euc_jp", "EUC-JP (Japanese)"),
    ("iso2022_jp", "ISO 2022-JP (Japanese)"),
    ("cp949", "EUC-KR (Korean)"),
)
"""What may be chosen where a guess was wrong: the name that Python knows, and the title for a reader."""
_TITLES = dict(ENCODINGS)
_NOT_FOR_FILES = frozenset(
    {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""Codecs that no text is stored in, some of them slow or dependent on the machine."""
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
}
"""What files that name the one encoding are really in, as browsers read them."""


def find_charset(name: str) -> str:
    """The encoding to read a file in that is said to be in this one.

    Raises UnreadableInput where nobody knows it.

    >>> find_charset("ISO-8859-1"), find_charset("UTF8")
    ('cp1252', 'utf-8')
    """
    if not knows_charset(name):
        raise UnreadableInput(f"There is no encoding called “{name[:40]}”: choose one of those listed.")
    found = codecs.lookup(name.strip()).name
    return _WIDER.get(found, found)


def knows_charset(name: str) -> bool:
    """Whether this is the name of an encoding that a file may be read in.

    >>> knows_charset("windows-1252"), knows_charset("base64")
    (True, False)
    """
    try:
        found = codecs.lookup(name.strip()).name
        b"aaaa".decode(found, errors="replace")
    except (LookupError, ValueError):
        return False
    return found not in _NOT_FOR_FILES


def title_charset(name: str) -> str:
    """What a sentence calls an encoding.

    >>> title_charset("cp1252")
    'Windows-1252'
    """
    return _TITLES.get(name, name.upper()).partition(" (")[0]
