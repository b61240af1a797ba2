"""Numbers as they are written, in digits or words, to their value.

One grammar serves English, German, French and Spanish: cardinals are added below a hundred, hundred and
the large multipliers multiply what stands before them. What does not fit ends the number, so that
"two, three" are two of them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import cache

from copytrail.read.tables import any_of, numbers, words

_DIGITS = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?![\d])(?:,\d+)?"
    r"|\d+(?:[.,]\d+)*"
)
_PLAIN_DIGITS = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*")
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{2}})*(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")
_HALF_A = re.compile(r"half\s+(?:an?\s+)?(?=[hmbtd])", re.IGNORECASE)
_HUNDRED = 100
_THOUSAND = 1000
_LARGEST = 1e30
"""A longer row of digits is no number that anybody counts."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: what stands before its magnitude, the magnitude, and where it ends."""

    raw: float
    magnitude: float
    end: int

    @property
    def value(self) -> float:
        """The number itself."""
        return round(self.raw * self.magnitude, 6)


@dataclass(frozen=True, slots=True)
class _Grammar:
    language: str
    cardinals: dict[str, float]
    multipliers: dict[str, float]
    token: re.Pattern[str]
    gap: re.Pattern[str]
    half: re.Pattern[str]
    alone: frozenset[str]


def starts_number(word: str, language: str) -> bool:
    """Whether a word in lower case can begin a number in words; an article and a bare "one" cannot by themselves."""
    found = _grammar(language).token.match(word)
    return found is not None and (language == "de" or not word[found.end() : found.end() + 1].isalpha())


def read_numeral(text: str, start: int, end: int, language: str) -> Numeral | None:
    """The number that begins at a place.

    >>> read_numeral("1,900 arrivals", 0, 14, "en").value, read_numeral("one hundred and five", 0, 20, "en").value
    (1900.0, 105.0)
    """
    if text[start].isdigit():
        found = (_PLAIN_DIGITS if language == "en" else _DIGITS).match(text, start, end)
        value = _value_of_digits(found.group(), language) if found else None
        if found is None or value is None or value > _LARGEST:
            return None
        magnitude, stop = _read_magnitude(text, found.end(), end, language)
        return Numeral(value, magnitude, stop)
    half = _HALF_A.match(text, start, end) if language == "en" else None
    if half and (whole := _read_words(text, half.end(), end, language)):
        return replace(whole, raw=whole.raw / 2)
    return _read_words(text, start, end, language)


def _value_of_digits(digits: str, language: str) -> float | None:
    """The value of a number in digits, by the marks of its language; None for what is no number ("1.2.3")."""
    plain = _SPACES.sub("", digits)
    decimal = "." if language == "en" else ","
    marks = {mark for mark in plain if mark in ".,"}
    if len(marks) == 2:
        decimal = plain[max(plain.rfind("."), plain.rfind(","))]
        whole, _, rest = plain.rpartition(decimal)
        return float(f"{re.sub('[.,]', '', whole)}.{rest}")
    if not marks:
        return float(plain)
    mark = marks.pop()
    if _GROUPED[mark].fullmatch(plain) and (mark != decimal or plain.count(mark) > 1) and not plain.startswith("0"):
        return float(plain.replace(mark, ""))
    return float(plain.replace(mark, ".")) if plain.count(mark) == 1 else None


def _read_magnitude(text: str, start: int, end: int, language: str) -> tuple[float, int]:
    """A multiplier in words after digits, with where it ends."""
    grammar, magnitude, place = _grammar(language), 1.0, start
    while gap := grammar.gap.match(text, place, end):
        found = grammar.token.match(text, gap.end(), end)
        if not found or found.group().casefold() not in grammar.multipliers or _goes_on(text, found.end()):
            break
        magnitude *= grammar.multipliers[found.group().casefold()]
        place = found.end()
    return magnitude, place


def _read_words(text: str, start: int, end: int, language: str) -> Numeral | None:
    """The number in words that begins at a place."""
    grammar = _grammar(language)
    total, group, largest, place, tokens = 0.0, 0.0, math.inf, start, 0
    following = start
    while (found := grammar.token.match(text, following, end)) and found.end() > following:
        is_glued = tokens > 0 and text[place:following].strip() == text[place:following]
        added = _add(grammar, (total, group, largest), found.group().casefold(), glued=is_glued)
        if added is None:
            break
        (total, group, largest), place, tokens = added, found.end(), tokens + 1
        if half := grammar.half.match(text, place, end):
            group, place = group + 0.5, half.end()
        gap = grammar.gap.match(text, place, end)
        following = gap.end() if gap else place
    if not tokens or _goes_on(text, place) or _is_only_article(grammar, text[start:place], tokens):
        return None
    magnitude = largest if total and not group and total % largest == 0 else 1.0
    return Numeral((total + group) / magnitude, magnitude, place)


def _add(
    grammar: _Grammar, sums: tuple[float, float, float], word: str, *, glued: bool
) -> tuple[float, float, float] | None:
    """The sums with one more word, or None where the word cannot belong to the same number."""
    total, group, largest = sums
    multiplier = grammar.multipliers.get(word)
    if multiplier is None:
        raised = _add_cardinal(group, grammar.cardinals[word], grammar.language, glued=glued)
        return None if raised is None else (total, raised, largest)
    if multiplier < _THOUSAND:
        return None if group >= _HUNDRED else (total, max(group, 1.0) * multiplier, largest)
    if multiplier >= largest:
        return (total * multiplier, 0.0, multiplier) if multiplier > largest and not group else None
    return total + max(group, 1.0) * multiplier, 0.0, multiplier


def _add_cardinal(group: float, value: float, language: str, *, glued: bool) -> float | None:
    """A cardinal on top of what the group holds, where the grammar allows it."""
    rest = group % _HUNDRED
    if language == "fr" and rest == 4 and value == 20:
        return group + 76
    takes_teens = language == "fr" and rest in {60, 80}
    is_reversed = language == "de" and glued and rest < 10 and value >= 20
    fits = rest >= 20 and rest % 10 == 0 and 0 < value < (20 if takes_teens else 10)
    if group == 0 or (rest == 0 and value < _HUNDRED) or fits or is_reversed:
        return group + value
    return None


def _goes_on(text: str, place: int) -> bool:
    """Whether a word goes on where the number ends."""
    return place < len(text) and (text[place].isalnum() or text[place] in "'’")


def _is_only_article(grammar: _Grammar, written: str, tokens: int) -> bool:
    """Whether the number is a mere "ein" or "une"; an English "one" is left to the caller."""
    return tokens == 1 and grammar.language != "en" and written.casefold() in grammar.alone


@cache
def _grammar(language: str) -> _Grammar:
    """The words of one language, ready to be matched."""
    cardinals = dict(numbers("figures", language, "cardinals"))
    multipliers = dict(numbers("figures", language, "multipliers"))
    known = any_of([*cardinals, *multipliers])
    compound = any_of(words("figures", language, "compound"))
    inside = rf"(?:(?:{compound})(?={known}))?" if compound != r"(?!)" else ""
    joint = any_of(words("figures", language, "and"))
    ends = "" if inside else r"(?![^\W\d_])"
    return _Grammar(
        language=language,
        cardinals=cardinals,
        multipliers=multipliers,
        token=re.compile(rf"(?:{known}){ends}", re.IGNORECASE),
        gap=re.compile(
            rf"(?:[\s\u00ad]+|-)(?:(?:{joint})(?:\s+|-))?" + (f"|(?:{compound})" if inside else ""), re.IGNORECASE
        ),
        half=re.compile(r"\s+and\s+(?:a\s+)?half\b" if language == "en" else r"(?!)", re.IGNORECASE),
        alone=frozenset(words("figures", language, "alone")),
    )
