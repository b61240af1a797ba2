"""Single lines that are furniture by what they say: known lines, dates of pages, captions, contact lines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

LINE_WORDS = 30
"""Longer paragraphs are text, whatever they say."""
LINK_REASON = "link to another page"
_LINE_LENGTH = 400
_NOTICE_LENGTH = 1_500
_SURE_WORDS = 4
"""A whole paragraph is a notice of the page only if it begins with so many known words."""
_LINK = re.compile(r"!?\[[^\]]*\]\(\s*https?://\S*\)|(?:https?://|www\.)\S+")
LINK_WORDS = 5
"""A line with an address and hardly more words beside it is a link, not text."""
_FIRST_WORD = re.compile(r"\w+|.", re.DOTALL)
_SIGNS = " \t!?.:;,*|-–—»›>«‹<•·#=_[]()"


class _Rule(NamedTuple):
    """A pattern of whole lines."""

    reason: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    """Signs of which a line holds one, or no pattern need be tried."""


def explain_line(line: str) -> str:
    """Why a line on its own is furniture, or "".

    >>> explain_line("LEAVE A REPLY"), explain_line("28 November, 2024"), explain_line("The bridge is open.")
    ('comment form', 'date of the page', '')
    """
    if len(line) > _LINE_LENGTH or len(line.split()) > LINE_WORDS:
        return _explain_start(_strip(line[:_LINE_LENGTH]), _SURE_WORDS) if len(line) <= _NOTICE_LENGTH else ""
    if _LINK.search(line) and len(_LINK.sub(" ", line).split()) <= LINK_WORDS:
        return LINK_REASON
    plain = _strip(line)
    listed = _known_lines().get(plain) or _explain_start(plain)
    return listed or _explain_by_rule(line.strip(), _rules("rules"))


def explain_beside(line: str) -> str:
    """Why a line is furniture if it stands next to furniture, or "": "Politics" is a menu only in a menu."""
    if len(line) > _LINE_LENGTH:
        return ""
    listed = _lines_beside().get(_strip(line), "")
    return listed or _explain_by_rule(line.strip(), _rules("rules_beside"))


def _explain_by_rule(line: str, rules: tuple[_Rule, ...]) -> str:
    """The reason of the first rule that the line fits."""
    signs = frozenset(line)
    fitting = (rule for rule in rules if not rule.needs or not rule.needs.isdisjoint(signs))
    return next((rule.reason for rule in fitting if rule.pattern.fullmatch(line)), "")


def _explain_start(plain: str, words: int = 1) -> str:
    """The reason of the beginning that the line has, if it has one that is known, of so many words at least."""
    first = _FIRST_WORD.match(plain)
    starts = _known_starts().get(first.group(), ()) if first else ()
    return next((why for start, why in starts if _begins(plain, start) and len(start.split()) >= words), "")


def _begins(plain: str, start: str) -> bool:
    """Whether the line begins so, and not only its last word does."""
    following = plain[len(start) : len(start) + 1]
    return plain.startswith(start) and not (following.isalpha() and start[-1:].isalpha())


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
    return {_strip(line): why for why, lines in _data()["lines"].items() for line in lines if not line.endswith("…")}


@cache
def _known_starts() -> dict[str, tuple[tuple[str, str], ...]]:
    """Beginnings of lines that are furniture, with the reason, by their first word."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for reason, lines in _data()["lines"].items():
        for start in (line[:-1].casefold() for line in lines if line.endswith("…")):
            first = _FIRST_WORD.match(start)
            word = first.group() if first else ""
            found[word] = (*found.get(word, ()), (start, reason))
    return found


@cache
def _lines_beside() -> dict[str, str]:
    """Whole lines that are furniture next to furniture, with the reason."""
    return {_strip(line): reason for reason, lines in _data()["beside"].items() for line in lines}


@cache
def _rules(name: str) -> tuple[_Rule, ...]:
    """Patterns of whole lines, with the reason, from one table of the data file."""
    return tuple(
        _Rule(rule["reason"], _compile(rule["pattern"]), frozenset(rule.get("needs", ""))) for rule in _data()[name]
    )


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
