"""Characters that hide, reverse or break text, found so that a page can show them.

An author may plant them to disguise copying; a reader must see that they are there. Joiners that a script or
an emoji needs, and direction marks beside right-to-left letters, stay what they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_FILLERS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u180b-\u180f\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_OTHERS = "\ud800-\udfff\U000e0000-\U000e007f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_SUSPECT = re.compile(f"[{_FILLERS}{_CONTROLS}{_OTHERS}]")
_SIMPLE_SCRIPTS = 0x0530
"""Letters below this need no joiners: Latin, Greek, Cyrillic."""


def split_hidden(text: str) -> Iterator[tuple[str, str]]:
    """The text in parts; a hidden sign comes as its number with its name, ordinary text without a name.

    >>> list(split_hidden("ab" + chr(0x202E) + "c"))
    [('ab', ''), ('U+202E', 'right-to-left override'), ('c', '')]
    """
    end = 0
    for found in _SUSPECT.finditer(text):
        if _is_needed(text, found.start()):
            continue
        if found.start() > end:
            yield text[end : found.start()], ""
        yield f"U+{ord(found.group()):04X}", unicodedata.name(found.group(), "hidden character").lower()
        end = found.end()
    if end < len(text):
        yield text[end:], ""


def show_line(text: str) -> str:
    """A text for a title or a list, on one line, hidden signs written out."""
    return " ".join("".join(part for part, _ in split_hidden(text)).split())


def _is_needed(text: str, place: int) -> bool:
    """Whether a joiner or a direction mark does honest work between its neighbours."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] in "\u200c\u200d":
        return not before.isspace() and ord(before) >= _SIMPLE_SCRIPTS and not after.isspace()
    if text[place] in "\u200e\u200f\u061c":
        return any(unicodedata.bidirectional(each) in ("R", "AL", "AN") for each in (before, after))
    return False


def show_unseen(text: str) -> str:
    r"""The text with its control and direction marks spelled out: they could steer a terminal.

    >>> show_unseen("a\x1b[31mb")
    'a<U+001B>[31mb'
    """
    return "".join(f"<{part}>" if name else part for part, name in split_hidden(text))
