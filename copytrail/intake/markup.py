"""HTML inside other formats to the text a reader sees of it; bleach is used here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from bleach.html5lib_shim import Filter
from bleach.sanitizer import Cleaner

_UNSEEN = frozenset({"script", "style", "template", "iframe", "noembed", "noframes", "noscript"})
"""Elements whose contents no reader sees."""
_LINE_TAG = re.compile(r"(?=</?(?:br|td|th|tr|option|caption|legend|summary)\b)", re.IGNORECASE)
"""Before these a line or a cell ends; bleach knows it of paragraphs and the like, but not of these."""
_SPACE = re.compile(r"[ \t\n\f\r]+")
_SPACES = re.compile(r" {2,}")


def strip_markup(html: str) -> str:
    r"""The text of a piece of HTML: no tags, no scripts, no comments; lines where a page would break them.

    >>> strip_markup("<p>Fish &amp; <b>chips</b><script>alert(1)</script>,<br>twice</p>")
    'Fish & chips,\ntwice'
    """
    cleaner = Cleaner(tags=_UNSEEN, attributes={}, strip=True, strip_comments=True, filters=[_DropUnseen])
    cleaned = _SPACES.sub(" ", cleaner.clean(_LINE_TAG.sub("\n", _SPACE.sub(" ", html))))
    return "\n".join(line for each in unescape(cleaned).split("\n") if (line := each.strip()))


class _DropUnseen(Filter):  # type: ignore[misc]
    """Drops elements whose contents no reader sees."""

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        depth = 0
        for token in super().__iter__():
            if token["type"] == "StartTag":
                depth += 1
            elif token["type"] == "EndTag":
                depth -= 1
            elif not depth and token["type"] != "EmptyTag":
                yield token
