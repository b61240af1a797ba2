"""What stands round a number and makes it money, a share, a length of time, an age: signs, units, "about"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copytrail.model import FigureKind, Sense
from copytrail.read.amounts.numerals import Numeral
from copytrail.read.tables import any_of, numbers, pairs, words

_LONGEST_BEFORE = 26
_SPACE = r"[ \t\u00a0\u202f\u2009]"
_METRES = (
    r"(?=\s+(?:long|high|wide|deep|tall|race|sprint|final|relay|away|above|below|from|of|freestyle|hurdles)\b|[.,;)])"
)
_ENDS = r"(?![\w%]|[’']\w)"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts by: its kind, the name of the unit, what it multiplies by and where it ends."""

    kind: FigureKind
    name: str
    end: int
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class _Units:
    short: re.Pattern[str]
    factors: dict[str, float]
    tail: re.Pattern[str]
    names: dict[str, dict[str, str]]
    sign: re.Pattern[str]
    signs: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    senses: dict[str, Sense]


def read_sign(text: str, start: int, language: str) -> tuple[str, int]:
    """The currency that stands before a number and where it begins; "" and the number's own start without one.

    >>> read_sign("worth US$380,000", 9, "en")
    ('USD', 6)
    """
    units = _units(language)
    found = units.sign.search(text, max(0, start - 6), start)
    return (units.signs[found.group("sign")], found.start()) if found else ("", start)


def read_unit(text: str, numeral: Numeral, end: int, *, currency: str, language: str) -> Unit:
    """What stands after a number: a short magnitude, then a unit; a bare number where there is neither."""
    units, place, factor = _units(language), numeral.end, 1.0
    short = units.short.match(text, place, end)
    if short and _is_magnitude(text, short, currency=currency):
        factor, place = units.factors[short.group("short")], short.end()
    found = units.tail.match(text, place, end)
    if currency:
        return Unit(FigureKind.MONEY, currency, place, factor)
    if not found:
        return Unit(FigureKind.NUMBER, "", place, factor)
    group = found.lastgroup or ""
    written = " ".join(found.group(group).split())
    name = units.names[group].get(written) or units.names[group].get(written.casefold(), "")
    kind = _KINDS[group]
    if group == "percent" and name in {"point", "basis point"}:
        kind = FigureKind.MEASURE
    return Unit(kind, name or ("%" if group == "percent" else written.casefold()), found.end(), factor)


def read_sense(text: str, start: int, end: int, language: str) -> Sense:
    """How exactly a number is meant, by the words before and after it.

    >>> read_sense("more than 10,000 people", 10, 16, "en").value
    'over'
    """
    units = _units(language)
    found = units.before.search(text, max(0, start - _LONGEST_BEFORE), start)
    if found:
        return units.senses[" ".join(found.group("before").casefold().split())]
    after = units.after.match(text, end)
    return units.senses[" ".join(after.group().strip(" -").casefold().split())] if after else Sense.EXACT


_KINDS = {
    "percent": FigureKind.PERCENT,
    "clock": FigureKind.TIME,
    "age": FigureKind.AGE,
    "period": FigureKind.DURATION,
    "currency": FigureKind.MONEY,
    "unit": FigureKind.MEASURE,
}


def _is_magnitude(text: str, short: re.Match[str], *, currency: str) -> bool:
    """Whether a letter after a number multiplies it; "5m" alone may be metres, and "5 m" is."""
    written, is_apart = short.group("short"), short.group()[0].isspace()
    if written in {"m", "b", "B", "M", "T", "k", "K"} and is_apart:
        return bool(currency)
    if written in {"b", "B", "T"}:
        return bool(currency)
    return written != "m" or bool(currency) or not re.compile(_METRES).match(text, short.end())


@cache
def _units(language: str) -> _Units:
    """The patterns and tables of one language."""
    signs = dict(pairs("figures", "all", "signs")) | {code: code for code in words("figures", "all", "codes")}
    names = {
        "percent": _percent(language),
        "clock": dict.fromkeys(words("figures", language, "clock"), "clock"),
        "period": dict(pairs("figures", language, "periods")),
        "currency": dict(pairs("figures", language, "currencies")) | {c: c for c in words("figures", "all", "codes")},
        "unit": {**pairs("figures", "all", "units"), **pairs("figures", language, "units")},
    }
    names["age"] = names["period"]
    factors = dict(numbers("figures", language, "short"))
    senses = _senses(language)
    return _Units(
        short=re.compile(rf"{_SPACE}?(?P<short>{any_of(factors)}){_ENDS}"),
        factors=factors,
        tail=_tail(language, names),
        names=names,
        sign=re.compile(rf"(?<![A-Za-z])(?P<sign>{any_of(signs)}){_SPACE}?\Z"),
        signs=signs,
        before=re.compile(
            rf"(?<!\w)(?P<before>{any_of(_before(senses, language))})(?:\s+(?:the|an?|\w+’s))?\s*\Z", re.IGNORECASE
        ),
        after=re.compile(rf"(?:\s+|-)(?:{any_of(_after(language))})(?!\w)|\+", re.IGNORECASE),
        senses=senses,
    )


def _percent(language: str) -> dict[str, str]:
    """The ways to say per cent, and points of it."""
    return {word: unit or "%" for word, unit in pairs("figures", language, "percent").items()}


def _tail(language: str, names: dict[str, dict[str, str]]) -> re.Pattern[str]:
    """The pattern for a unit after a number."""
    old = any_of(words("figures", language, "old"))
    age = rf"(?P<age>{any_of(names['period'])})(?:-|\s+)(?:{old})"
    rest = "|".join(
        rf"(?P<{group}>{any_of(names[group])})" for group in ("percent", "clock", "period", "currency", "unit")
    )
    return re.compile(rf"(?:{_SPACE}+|-)?(?:{age}|{rest}){_ENDS}", re.IGNORECASE)


def _senses(language: str) -> dict[str, Sense]:
    """Words that say how exactly a number is meant."""
    lists = (
        ("about", Sense.ABOUT),
        ("after_about", Sense.ABOUT),
        ("over", Sense.OVER),
        ("after_over", Sense.OVER),
        ("under", Sense.UNDER),
    )
    return {word.rstrip("+"): sense for name, sense in lists for word in words("figures", language, name)} | {
        "+": Sense.OVER
    }


def _before(senses: dict[str, Sense], language: str) -> list[str]:
    """The words among them that stand before the number."""
    after = {*_after(language), "+"}
    return [word for word in senses if word not in after]


def _after(language: str) -> list[str]:
    """The words among them that stand after it."""
    return [*words("figures", language, "after_over"), *words("figures", language, "after_about")]
