"""What to call a text that has no title: its first line that reads like one.

Releases begin with what they are ("PRESS RELEASE"), when they may be used ("For immediate release") and when they
were written; such a line names nothing, so the next one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from copytrail.lexicon import kicker_words
from copytrail.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")


def choose_headline(lines: Iterable[str]) -> str:
    """The first line that names something, else the first with a letter or digit in it.

    >>> choose_headline(["PRESS RELEASE", "3 May 2026", "Minister opens the bridge"])
    'Minister opens the bridge'
    """
    first = ""
    for line in lines:
        if not any(map(str.isalnum, line)):
            continue
        if not is_kicker(line):
            return line
        first = first or line
    return first


def is_kicker(line: str) -> bool:
    """Whether a line says only what kind of text follows, when it was written, or where to write to.

    >>> is_kicker("For immediate release: Monday, 3 May 2026"), is_kicker("May to visit Berlin on Monday")
    (True, False)
    """
    words = _WORD.findall(fold(_ADDRESS.sub(" ", line)).text)
    return all(word in kicker_words() for word in words) and not (line.strip().isdigit() and len(line.strip()) > 4)
