"""English texts with one figure, date, unit, name or title changed, and English texts in another house style."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from bench.mutations.changes import Change, Source, choose_place, replace_spans
from copytrail.model.segments import Span

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(_MONTHS)
_UNITS = {
    "million": "billion",
    "billion": "million",
    "thousand": "million",
    "miles": "metres",
    "percent": "percentage points",
    "years": "months",
    "months": "weeks",
    "weeks": "days",
    "days": "hours",
    "hours": "minutes",
    "minutes": "hours",
}
_CURRENCIES = "$£€"
_TITLES = {
    "President": "Governor",
    "Governor": "Senator",
    "Senator": "Mayor",
    "Secretary": "Minister",
    "Minister": "Secretary",
    "Mayor": "Governor",
    "Sen.": "Gov.",
    "Gov.": "Sen.",
    "director": "treasurer",
    "chairman": "secretary",
    "spokesman": "treasurer",
}
_FIRST_NAMES = ("Winifred", "Tobias", "Annika", "Gerald", "Petra", "Duncan")
_LAST_NAMES = ("Ashgrove", "Lindqvist", "Ferreira", "Oyelaran", "Haverstock", "Pellman")
_DAY_OF_MONTH = re.compile(rf"\b(?:{'|'.join(f'{month[:3]}[a-z]*' for month in _MONTHS)})\.?\s+$")
_FIGURE = re.compile(
    rf"(?<![\w.,/:-])\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?![\w/:-]|[.,]\d| (?:{_MONTH})\b| ?[ap]\.?m\b)",
)
_DATE = re.compile(rf"\b(?:{_MONTH})\b(?= \d)|\b(?:{'|'.join(_DAYS)})\b|(?<=\b(?:in|by|of) )(?:19|20)\d\d\b")
_UNIT = re.compile(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b|[{_CURRENCIES}](?=\d)")
_TITLE = re.compile(rf"\b(?:{'|'.join(map(re.escape, _TITLES))})(?= [A-Z][a-z]+ [A-Z][a-z]+)")
_BODIES = {"States", "Network", "Agency", "Electric", "General", "Airport", "House", "Party", "Committee", "Journal"}
_NO_FIRST_NAMES = ("The", "This", "That", "In", "On", "But", "And", "When", "He", "She", "They", "It", *_TITLES)
_PERSON = re.compile(
    rf"\b(?!(?:{'|'.join(map(re.escape, _NO_FIRST_NAMES))}) )[A-Z][a-z]{{2,}} [A-Z][a-z]{{4,}}"
    r"(?=,? (?:said|says|told|added|who|was|has|is|will|had)\b)"
)
_FACTORS = (0.5, 0.7, 1.2, 1.4, 1.9)


def change_figure(source: Source, choose: Random) -> Change | None:
    """A figure becomes another in the same notation, a good deal larger or smaller; days and times are dates."""
    text = source.text
    figures = [Span(*figure.span()) for figure in _FIGURE.finditer(text)]
    figures = [span for span in figures if not _DAY_OF_MONTH.search(text[max(0, span.start - 12) : span.start])]
    if not figures:
        return None
    span = choose.choice(figures)
    old = span.of(text)
    decimals = len(old.partition(".")[2])
    value = float(old.replace(",", ""))
    new = f"{value * choose.choice(_FACTORS):,.{decimals}f}"
    return replace_spans(text, [(span, new if new != old else f"{value + 1:,.{decimals}f}")])


def change_date(source: Source, choose: Random) -> Change | None:
    """A month, a day of the week or a year becomes another."""
    span = choose_place(_DATE, source.text, choose)
    if span is None:
        return None
    old = span.of(source.text)
    if old.isdigit():
        change = replace_spans(source.text, [(span, str(int(old) + choose.choice((-3, -2, -1, 1, 2))))])
        return replace(change, way="year")
    others = [name for name in (_DAYS if old in _DAYS else _MONTHS) if name != old]
    change = replace_spans(source.text, [(span, choose.choice(others))])
    return replace(change, way="weekday" if old in _DAYS else "month")


def change_unit(source: Source, choose: Random) -> Change | None:
    """What a number counts becomes another unit, magnitude or currency."""
    span = choose_place(_UNIT, source.text, choose)
    if span is None:
        return None
    old = span.of(source.text)
    new = _UNITS.get(old) or choose.choice(_CURRENCIES.replace(old, ""))
    return replace(replace_spans(source.text, [(span, new)]), way=old)


def change_name(source: Source, choose: Random) -> Change | None:
    """A person gets another first, last or whole name, or one that is spelled otherwise."""
    span = choose_place(_PERSON, source.text, choose)
    if span is None:
        return None
    first, last = span.of(source.text).split()
    if last in _BODIES:
        return replace(replace_spans(source.text, [(span, f"{first} {_misspell(last, choose)}")]), way="body misspelt")
    new_first, new_last = choose.choice(_FIRST_NAMES), choose.choice(_LAST_NAMES)
    names = {
        "first name": f"{new_first} {last}",
        "whole name": f"{new_first} {new_last}",
        "last name": f"{first} {new_last}",
        "misspelt": f"{first} {_misspell(last, choose)}",
    }
    way = choose.choice(list(names))
    return replace(replace_spans(source.text, [(span, names[way])]), way=way)


def change_title(source: Source, choose: Random) -> Change | None:
    """The office before a full name becomes another."""
    span = choose_place(_TITLE, source.text, choose)
    return replace_spans(source.text, [(span, _TITLES[span.of(source.text)])]) if span else None


def change_house_style(source: Source, choose: Random) -> Change | None:
    """Other quotation marks, dashes, spellings and ways to write titles, shares, amounts and days."""
    text = choose.choice((_mark_straight, _mark_curly, _mark_single, _mark_angled))(source.text)
    text = re.sub(r"(?<=\d) ?percent\b", choose.choice(("%", " per cent")), text)
    text = re.sub(r"([$£€]\d[\d.,]*) ([mb])illion\b", lambda m: m[1] + {"m": "m", "b": "bn"}[m[2]], text)
    text = re.sub(rf"\b({_MONTH}) (\d{{1,2}})\b(?!\d|[,.]\d)(?:,(?= \d{{4}}))?", r"\2 \1", text)
    text = re.sub(r"\b(Mr|Mrs|Ms|Dr)\. ", r"\1 ", text).replace("U.S.", "US").replace(" - ", " – ").replace("--", "—")
    text = re.sub(r"\b([a-z]{4,})iz(e|ed|es|ing|ation)\b", r"\1is\2", text)
    return Change(text) if text != source.text else None


def keep_text(source: Source, choose: Random) -> Change | None:  # noqa: ARG001
    """The text as it is."""
    return Change(source.text)


def _misspell(name: str, choose: Random) -> str:
    """Two letters changed places, a letter is missing, or one is doubled."""
    turned = [place for place in range(1, len(name) - 1) if name[place] != name[place + 1]]
    place = choose.choice(turned)
    return choose.choice(
        (
            f"{name[:place]}{name[place + 1]}{name[place]}{name[place + 2 :]}",
            f"{name[:place]}{name[place + 1 :]}",
            f"{name[:place]}{name[place]}{name[place:]}",
        )
    )


def _mark_straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def _mark_curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', r"“\1”", text)


def _mark_single(text: str) -> str:
    """Single marks outside and double ones inside, as in British papers."""
    inner = re.sub(r"‘([^’\n]*)’(?!\w)", r"«\1»", _mark_curly(text))
    return inner.translate(str.maketrans("“”«»", "‘’“”"))


def _mark_angled(text: str) -> str:
    return _mark_curly(text).replace("“", "« ").replace("”", " »")
