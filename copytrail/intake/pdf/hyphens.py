"""Lines to running text: words broken at line ends are put together again."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from copytrail.intake.pdf.layout import is_unspaced

_BROKEN = re.compile(r"(?P<stem>[^\W_]+(?:[-‐‑][^\W_]+)*)[-‐‑]$")
_TAIL = re.compile(r"(?P<tail>[^\W_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*(?![-‐‑\w])")
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "e"})
"""After a hyphen they say that another word is left out: "short- and long-term"."""
_FIRST_PARTS = frozenset(
    {
        "all",
        "cross",
        "ex",
        "first",
        "full",
        "half",
        "hard",
        "high",
        "ill",
        "large",
        "last",
        "long",
        "low",
        "mid",
        "near",
        "new",
        "now",
        "often",
        "old",
        "one",
        "open",
        "part",
        "record",
        "second",
        "self",
        "short",
        "single",
        "small",
        "so",
        "soft",
        "still",
        "third",
        "three",
        "top",
        "two",
        "ultra",
        "vice",
        "well",
        "wide",
        "world",
        "year",
    }
)
"""What stands with a hyphen before other words in English."""
_SHORTEST = 3


def collect_words(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text, those broken at line ends left out: they tell how broken words are written."""
    return frozenset(found.group().casefold().replace("‐", "-") for line in lines for found in _WORD.finditer(line))


def join_lines(lines: Sequence[str], words: Container[str]) -> str:
    """The text of lines that follow one another.

    >>> join_lines(["The inter-", "national trade in long-", "term bonds"], frozenset())
    'The international trade in long-term bonds'
    """
    text = ""
    for line in lines:
        text = _join(text, line, words) if text else line
    return text


def is_broken(line: str) -> bool:
    """Whether the last word of a line goes on in the next one."""
    return bool(_BROKEN.search(line))


def _join(text: str, line: str, words: Container[str]) -> str:
    broken, tail = _BROKEN.search(text[-100:]), _TAIL.match(line)
    if not broken or not tail or tail.group() in _SUSPENDED:
        return text + line if is_unspaced(text, line) else f"{text} {line}"
    return text + line if _keeps_hyphen(broken.group("stem"), tail.group(), words) else text[:-1] + line


def _keeps_hyphen(stem: str, tail: str, words: Container[str]) -> bool:
    """Whether the hyphen belongs to the word."""
    if stem[-1].isdigit() or tail[0].isdigit() or "-" in stem:
        return True
    if tail[0].isupper() and not (stem.isupper() and tail.isupper()):
        return True
    first, last = stem.casefold(), tail.casefold()
    if first + last in words:
        return False
    if f"{first}-{last}" in words or first in _FIRST_PARTS:
        return True
    return min(len(first), len(last)) >= _SHORTEST and first in words and last in words
