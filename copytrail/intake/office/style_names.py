"""What the name of a paragraph style says; built-in styles have English names in every language's Word."""

from __future__ import annotations

import re

from copytrail.intake.flow import PLAIN_LOOK, Look
from copytrail.model import ParagraphKind

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|nagłówek) ?\d|title|subtitle")
_CONTENTS = re.compile(r"toc(?: ?\d+| heading)|contents heading|table of figures|index ?\d+")


def tell_look(name: str) -> Look:
    """What a paragraph is whose style has this name.

    >>> tell_look("Heading 2").kind.value, tell_look("toc 1").furniture, tell_look("Quote").kind
    ('heading', 'table of contents', None)
    """
    plain = name.strip().casefold()
    if _CONTENTS.fullmatch(plain):
        return Look(None, "table of contents")
    if plain == "caption":
        return Look(None, "picture caption")
    return Look(ParagraphKind.HEADING) if _HEADING.fullmatch(plain) else PLAIN_LOOK
