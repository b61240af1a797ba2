"""The choices of an export: what each format honours, what it refuses, what short quotes hold back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.errors import BadExportOption
from copytrail.export import FORMATS, Colours, ExportOptions, Layout, Paper, Picture, Rows
from copytrail.export.report.quoting import QuoteLimit
from copytrail.model import Comparison, Finding, Span
from copytrail.words import TextWords
from tests.export.opened import read_text, read_words_only

QUOTING = [name for name, form in FORMATS.items() if "short_quotes" in form.honours]
CHOICES = {
    "findings_only": True,
    "short_quotes": 25,
    "colours": Colours.PRINT,
    "paper": Paper.LETTER,
    "layout": Layout.TABLE,
    "picture": Picture.TRAIL,
    "rows": Rows.FINDINGS,
    "bom": True,
    "formats": ("json",),
    "made": date(2026, 11, 22),
    "names": False,
    "notes": False,
}


@cache
def bundled() -> tuple[Comparison, ...]:
    case = bundled_cases()[0]
    original = case.original.read()
    return tuple(compare(original, each.read()) for each in case.derivatives)


def longest_run(shown: str, text: str) -> int:
    """The most words on end of a text that stand on end in what is shown."""
    ours, theirs = ([word.casefold() for word in TextWords(each).words] for each in (shown, text))
    places: dict[str, list[int]] = {}
    for place, word in enumerate(theirs):
        places.setdefault(word, []).append(place)
    longest, before = 0, {}
    for word in ours:
        before = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, *before.values(), 0)
    return longest


@pytest.mark.parametrize("option", CHOICES)
@pytest.mark.parametrize("name", FORMATS)
def test_every_option_is_honoured_or_refused(name, option):
    options = ExportOptions(**{option: CHOICES[option]})

    if option in FORMATS[name].honours:
        assert FORMATS[name].render(bundled()[:1], options) == FORMATS[name].render(bundled()[:1], options)
    else:
        with pytest.raises(BadExportOption, match=f"The format {name} cannot do this: "):
            FORMATS[name].render(bundled()[:1], options)


@pytest.mark.parametrize("limit", [5, 12, 25])
@pytest.mark.parametrize("name", QUOTING)
def test_short_quotes_stay_short(name, limit):
    data = FORMATS[name].render(bundled(), ExportOptions(short_quotes=limit))

    shown = read_words_only(name, data)
    for comparison in bundled():
        assert longest_run(shown, comparison.original.text) <= limit
        assert longest_run(shown, comparison.derivative.text) <= limit


WORDS = st.sampled_from(
    [
        "the",
        "old",
        "bridge",
        "over",
        "river",
        "was",
        "opened",
        "by",
        "a",
        "minister",
        "on",
        "Monday",
        "said",
        "12",
        "Article",
        "release",
    ]
)
TEXTS = st.lists(WORDS, min_size=8, max_size=60).map(" ".join)


@pytest.mark.parametrize("name", QUOTING)
@settings(max_examples=12, deadline=None)
@given(one=TEXTS, other=TEXTS, limit=st.integers(5, 9))
def test_no_pair_gives_away_more(name, one, other, limit):
    plain = compare(read_plain(f"{one}.", title=one), read_plain(f"{other}.", title=other))
    whole = Span(0, len(plain.derivative.text))
    finding = Finding(
        kind="x", derivative=whole, original=Span(0, 30), expected=one, found=other, why=f"It says {other}"
    )

    shown = read_words_only(
        name, FORMATS[name].render((replace(plain, findings=(finding,)),), ExportOptions(short_quotes=limit))
    )

    assert longest_run(shown, plain.original.text) <= limit
    assert longest_run(shown, plain.derivative.text) <= limit


@pytest.mark.parametrize("name", QUOTING)
def test_findings_keep_their_excerpts(name):
    shown = " ".join(read_words_only(name, FORMATS[name].render(bundled()[:1], ExportOptions(short_quotes=20))).split())

    assert "has strengthened its border security and tackled" in shown
    assert "We will continue to use innovative foreign policy" in shown


@pytest.mark.parametrize("name", QUOTING)
def test_findings_only_leaves_the_texts_out(name):
    shown = " ".join(
        read_words_only(name, FORMATS[name].render(bundled()[:1], ExportOptions(findings_only=True))).split()
    )

    assert "has strengthened its border security" in shown
    assert "Historical Background and Key Stakeholders" not in shown


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_says_where_it_comes_from(name):
    shown = read_text(name, FORMATS[name].render(bundled()[:1]))

    joined = re.sub(r"[\s\\]", "", shown)
    assert bundled()[0].original.sha256 in joined
    assert bundled()[0].derivative.sha256 in joined
    assert "verbatim_words" in joined


@pytest.mark.parametrize("name", FORMATS)
def test_date_of_export_is_told(name):
    told = ExportOptions(made=date(2019, 3, 4))

    assert "2019-03-04" in read_text(name, FORMATS[name].render(bundled()[:1], told))


@pytest.mark.parametrize("words", [1, 4, 101, -3])
def test_limits_that_make_no_sense_are_refused(words):
    with pytest.raises(BadExportOption, match="A short quote has 5 to 100 words"):
        ExportOptions(short_quotes=words)


def test_limit_holds_over_neighbouring_strings():
    limit = QuoteLimit(["one two three four five six seven"], 5)

    assert [limit.cut("one two three"), limit.cut("four five six seven!")] == ["one two three", "four five … !"]
