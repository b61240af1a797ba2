"""What a line announces: the heading of a section of a page that is no part of its article."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from copytrail.intake.furniture.lines import explain_line

_LINE_WORDS = 8
_SIGNS = " \t!?.:;,*|-–—»›>«‹<•·#=_[]()0123456789"
_BY_LINE = {
    "comment form": "comments",
    "menu or related headlines": "related articles",
    "sharing and following": "sharing and following",
    "newsletter or subscription": "newsletter or subscription",
    "cookie notice": "cookie notice",
    "advertisement": "advertisement",
}
"""What a line of furniture announces, by the reason for the line."""


def announce(line: str) -> str:
    """Why what follows a line is no part of an article, or "".

    >>> announce("Most read"), announce("3 Comments"), announce("What it costs")
    ('related articles', 'comments', '')
    """
    if len(line.split()) > _LINE_WORDS:
        return ""
    plain = " ".join(line.casefold().replace("’", "'").strip(_SIGNS).split())
    whole, starts = _load()
    if plain in whole:
        return whole[plain]
    if plain.startswith(tuple(starts)):
        return next(why for start, why in starts.items() if plain.startswith(start))
    return _BY_LINE.get(explain_line(line), "")


@cache
def _load() -> tuple[dict[str, str], dict[str, str]]:
    """Whole headings, and beginnings of headings, with the reason."""
    data = tomllib.loads(files("copytrail").joinpath("data", "pages.toml").read_text(encoding="utf-8"))["announced"]
    told = [(line, why) for why, lines in data.items() for line in lines]
    whole = {line.removesuffix("…"): why for line, why in told}
    return whole, {line[:-1] + " ": why for line, why in told if line.endswith("…")}
