"""The offices that stand beside names of persons: "Security Minister Dan Jarvis", "Ann Lee, chair of the board,"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from copytrail.model import Span
from copytrail.read.naming.runs import Run, Sentence, Word
from copytrail.read.naming.words import NameWords, name_words
from copytrail.read.tables import any_of

_PREFIXES = ("ex-", "vice-", "co-")
_LONGEST = 6
_REACH = 80


def split_run(run: Run, known: NameWords) -> tuple[Run, Run]:
    """The office or form of address at the head of a run, and the name itself."""
    cut = max((number for number, word in enumerate(run, start=1) if _bare(word) in known.leading), default=0)
    if cut == len(run) or (cut and _bare(run[-1]) in known.bodies and not _is_address(run[:cut], known)):
        return (run, ()) if cut == len(run) else ((), run)
    return run[:cut], run[cut:]


def find_title(text: str, sentence: Sentence, name: Run, head: Run, language: str) -> Span | None:
    """The office of the person whose name a run is, before or after it."""
    known = name_words(language)
    has_office = any(_bare(word) in known.offices for word in head)
    offices = tuple(word for word in head if _bare(word) not in known.honorifics) if has_office else ()
    before = _title_before(text, sentence, offices or (head or name)[:1], known, is_inside=bool(offices))
    return before or _title_led(text, (head or name)[0].start, language) or _title_after(text, name[-1].end, language)


def _title_before(text: str, sentence: Sentence, run: Run, known: NameWords, *, is_inside: bool) -> Span | None:
    """The office right before a name, with what narrows it down: "shadow home secretary"."""
    first, is_found, end = run[0], is_inside, run[-1].end if is_inside else 0
    for word in islice(sentence.before(run[0]), _LONGEST):
        is_office = _bare(word) in known.offices
        if not is_office and not (is_found and _narrows(word, known)):
            break
        between = text[word.end : first.start].strip(" -")
        if word.is_possessive or (between and not (between == "." and "." in word.text)):
            break
        is_found, first, end = is_found or is_office, word, end or word.end
    return Span(first.start, end) if is_found and first.start < end else None


def _narrows(word: Word, known: NameWords) -> bool:
    """Whether a word before an office belongs to it: "shadow home secretary", "Home Office minister"."""
    folded = _bare(word)
    is_name_like = word.is_capital and word.folded not in known.function and not word.is_first
    return folded in known.modifiers or is_name_like or folded.startswith(_PREFIXES)


def _title_led(text: str, start: int, language: str) -> Span | None:
    """The office with its field before a comma and the name: "Minister for the Middle East, Ann Lee, said"."""
    if not text.endswith(", ", 0, start):
        return None
    found = _before(language).search(text, max(0, start - _REACH), start)
    return Span(*found.span("title")) if found else None


def _title_after(text: str, end: int, language: str) -> Span | None:
    """The office after the name and a comma: "Ann Lee, the interior minister, said"."""
    found = _after(language).match(text, end) if text.startswith(",", end) else None
    return Span(*found.span("title")) if found else None


@cache
def _before(language: str) -> re.Pattern[str]:
    """An office with its field, up to the comma before a name."""
    known = name_words(language)
    head = rf"(?:(?:{any_of(known.modifiers)})\s+)*(?:{any_of(known.offices)})"
    return re.compile(rf"(?<!\w)(?P<title>{head}\s+(?:for|of|at|to)\s+[^,.;:\n]{{2,50}}),\s\Z", re.IGNORECASE)


@cache
def _after(language: str) -> re.Pattern[str]:
    """An office after a comma, up to the next one."""
    known = name_words(language)
    field = r"(?:\s+(?:for|of|at|to|in)\s+[^,.;:\n]{2,50})?"
    head = rf"(?:[A-Z][\w’'-]+\s+|(?:{any_of(known.modifiers)})\s+){{0,4}}(?:{any_of(known.offices)})"
    return re.compile(rf",\s+(?:the|a|an|its|their|his|her)?\s*(?P<title>(?:{head}){field})(?=[,.;:])", re.IGNORECASE)


def _is_address(words: Run, known: NameWords) -> bool:
    """Whether a form of address is among the words."""
    return any(_bare(word) in known.honorifics for word in words)


def _bare(word: Word) -> str:
    """A word as the tables have it."""
    return word.folded.rstrip(".")
