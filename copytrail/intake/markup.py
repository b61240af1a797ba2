"""HTML inside other formats to the text a reader sees of it; bleach is used here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import unescape
from typing import Protocol

from bleach.html5lib_shim import Filter
from bleach.sanitizer import Cleaner

_UNSEEN = frozenset({"script", "style", "template", "iframe", "noembed", "noframes", "noscript"})
"""Elements whose contents no reader sees."""
_ASIDE = frozenset({"title", "svg", "math", "object", "audio", "video", "canvas", "select", "datalist", "xml"})
"""And those whose words are no part of the text around them."""
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


def clean_markup(
    html: str, seen: frozenset[str], attributes: Callable[[str, str, str], bool], style: StyleReader
) -> str:
    """HTML that holds these elements and attributes only, well formed; of styles only what `style` makes of them."""
    cleaner = Cleaner(
        tags=seen | _UNSEEN | _ASIDE,
        attributes=attributes,
        css_sanitizer=style,
        strip=True,
        strip_comments=True,
        filters=[partial(_DropUnseen, unseen=_UNSEEN | _ASIDE)],
    )
    return str(cleaner.clean(html))


class StyleReader(Protocol):
    """What makes a style harmless."""

    def sanitize_css(self, style: str) -> str:
        """The style that takes its place."""
        ...


class _DropUnseen(Filter):  # type: ignore[misc]
    """Drops elements whose contents no reader sees."""

    def __init__(self, source: Iterable[Mapping[str, object]], unseen: frozenset[str] = _UNSEEN) -> None:
        super().__init__(source)
        self._unseen = unseen

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        depth = 0
        for token in super().__iter__():
            if token.get("name") in self._unseen:
                depth += {"StartTag": 1, "EndTag": -1}.get(str(token["type"]), 0)
            elif not depth:
                yield token
