"""German texts with one figure, date or unit changed, and German texts in another house style."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from bench.mutations.changes import Change, Source, choose_place, replace_spans
from copytrail.model.segments import Span

_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_UNITS = {
    "Millionen": "Milliarden",
    "Milliarden": "Millionen",
    "Prozent": "Prozentpunkte",
    "Kilometer": "Meter",
    "Jahre": "Monate",
    "Jahren": "Monaten",
    "Tage": "Wochen",
    "Euro": "Dollar",
    "Meter": "Kilometer",
    "Stunden": "Minuten",
    "Minuten": "Stunden",
}
_FIGURE = re.compile(r"(?<![\w.,/:–-])\d{1,3}(?:\.\d{3})*(?:,\d+)?(?![\w/:–-]|[.,]\d|\.| Uhr)")
_DATES = {
    "month": re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b(?= \d)"),
    "weekday": re.compile(rf"\b(?:{'|'.join(_DAYS)})\b"),
    "year": re.compile(r"(?<=[a-zA-Z] )(?:19|20)\d\d(?= \w|,|\.\s)"),
}
_UNIT = re.compile(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b")
_FACTORS = (0.5, 0.7, 1.4, 1.9)


def change_german_figure(source: Source, choose: Random) -> Change | None:
    """A figure becomes another in the same notation."""
    span = choose_place(_FIGURE, source.text, choose)
    if span is None:
        return None
    old = span.of(source.text)
    decimals = len(old.partition(",")[2])
    value = float(old.replace(".", "").replace(",", "."))
    new = _write(value * choose.choice(_FACTORS), decimals)
    return replace_spans(source.text, [(span, new if new != old else _write(value + 1, decimals))])


def change_german_date(source: Source, choose: Random) -> Change | None:
    """A month, a day of the week or a year becomes another."""
    found = [(way, Span(*match.span())) for way, pattern in _DATES.items() for match in pattern.finditer(source.text)]
    if not found:
        return None
    way = choose.choice(sorted({one[0] for one in found}))
    span = choose.choice([span for one, span in found if one == way])
    old = span.of(source.text)
    if way == "year":
        new = str(int(old) + choose.choice((-3, -2, -1, 1, 2)))
    else:
        new = choose.choice([name for name in (_DAYS if way == "weekday" else _MONTHS) if name != old])
    return replace(replace_spans(source.text, [(span, new)]), way=way)


def change_german_unit(source: Source, choose: Random) -> Change | None:
    """What a number counts becomes another unit or magnitude."""
    span = choose_place(_UNIT, source.text, choose)
    if span is None:
        return None
    old = span.of(source.text)
    return replace(replace_spans(source.text, [(span, _UNITS[old])]), way=old)


def change_german_house_style(source: Source, choose: Random) -> Change | None:
    """Other quotation marks and dashes, signs for shares, short forms of amounts and of “zum Beispiel”."""
    marks = choose.choice(("»«", "“”", '""', "«»"))
    text = re.sub(r"„([^„“”\n]*)[“”]", rf"{marks[0]}\1{marks[1]}", source.text)
    text = re.sub(r"(?<=\d) Prozent\b", choose.choice((" %", "%")), text)
    text = re.sub(r"(?<=\d) Millionen\b", " Mio.", text)
    text = re.sub(r"(?<=\d) Milliarden\b", " Mrd.", text)
    text = text.replace("zum Beispiel", "z. B.").replace(" – ", choose.choice((" - ", "—")))
    return Change(text) if text != source.text else None


def _write(value: float, decimals: int) -> str:
    """A number in German notation."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
