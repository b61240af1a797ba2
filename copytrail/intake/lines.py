"""Single lines that are furniture by what they say: known lines, dates of pages, captions, contact lines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LINE_WORDS = 30
"""Longer paragraphs are text, whatever they say."""
LINK_REASON = "link to another page"
_LINE_LENGTH = 400
_LINK = re.compile(r"!?\[[^\]]*\]\(\s*https?://\S*\)|(?:https?://|www\.)\S+")
LINK_WORDS = 5
"""A line with an address and hardly more words beside it is a link, not text."""
_SIGNS = " \t!?.:;,*|-–—»›>«‹<•·#=_[]()"


def explain_line(line: str) -> str:
    """Why a line on its own is furniture, or "".

    >>> explain_line("LEAVE A REPLY"), explain_line("28 November, 2024"), explain_line("The bridge is open.")
    ('comment form', 'date of the page', '')
    """
    if len(line) > _LINE_LENGTH or len(line.split()) > LINE_WORDS:
        return ""
    if _LINK.search(line) and len(_LINK.sub(" ", line).split()) <= LINK_WORDS:
        return LINK_REASON
    plain = _strip(line)
    listed = _known_lines().get(plain) or next((why for start, why in _known_starts() if plain.startswith(start)), "")
    return listed or next((reason for reason, rule in _rules() if rule.fullmatch(line.strip())), "")


def explain_beside(line: str) -> str:
    """Why a line is furniture if it stands next to furniture, or "": "Politics" is a menu only in a menu."""
    return _lines_beside().get(_strip(line), "")


def _strip(line: str) -> str:
    """A line as the lists have it: in lower case, without signs around it."""
    return " ".join(line.casefold().replace("’", "'").strip(_SIGNS).split())


def is_contact_heading(line: str) -> bool:
    """Whether a line announces whom to ask, as "Contact us" does."""
    return bool(_contact_heading().fullmatch(line.strip()))


@cache
def _data() -> dict[str, Any]:
    """The lists and patterns of the data file."""
    return tomllib.loads(files("copytrail").joinpath("data", "furniture.toml").read_text(encoding="utf-8"))


@cache
def _known_lines() -> dict[str, str]:
    """Whole lines that are furniture, with the reason."""
    return {line: reason for reason, lines in _data()["lines"].items() for line in lines if not line.endswith("…")}


@cache
def _known_starts() -> tuple[tuple[str, str], ...]:
    """Beginnings of lines that are furniture, with the reason."""
    return tuple(
        (line[:-1], reason) for reason, lines in _data()["lines"].items() for line in lines if line.endswith("…")
    )


@cache
def _lines_beside() -> dict[str, str]:
    """Whole lines that are furniture next to furniture, with the reason."""
    return {line: reason for reason, lines in _data()["beside"].items() for line in lines}


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of whole lines, with the reason."""
    return tuple((rule["reason"], _compile(rule["pattern"])) for rule in _data()["rules"])


@cache
def _contact_heading() -> re.Pattern[str]:
    """The pattern of headings of contact blocks."""
    return _compile(_data()["contact_heading"])


def _compile(pattern: str) -> re.Pattern[str]:
    """A pattern of the data file, with the names of months and days put in and its white space left out."""
    dates = _data()["dates"]
    for name in ("date", "time", "months", "days"):
        pattern = pattern.replace(f"<{name}>", f"(?:{dates[name]})")
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
