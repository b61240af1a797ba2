"""Figures are read in digits and words, with unit, sense and what they count, in four languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import read_plain
from copytrail.model import Figure, Sense
from copytrail.read.figures import read_figures


def figures_of(text: str, language: str = "en") -> tuple[Figure, ...]:
    return read_figures(replace(read_plain(text), language=language))


def values_of(text: str, language: str = "en") -> list[str]:
    return [figure.value for figure in figures_of(text, language)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They counted 1,900 of them.", ["1900"]),
        ("It costs £12.3 billion.", ["12300000000 GBP"]),
        ("It costs £12.3bn.", ["12300000000 GBP"]),
        ("It costs 12.3 billion pounds.", ["12300000000 GBP"]),
        ("A grant of US$380,000 came.", ["380000 USD"]),
        ("A jackpot of £210m was won.", ["210000000 GBP"]),
        ("A rise of 14% and 14 per cent and 14 percent.", ["14 %", "14 %", "14 %"]),
        ("It rose by two percentage points.", ["2 point"]),
        ("Three dozen people and twenty-one dogs came.", ["36", "21"]),
        ("Two hundred and five thousand people left.", ["205000"]),
        ("Half a million people left.", ["500000"]),
        ("One and a half million people left.", ["1500000"]),
        ("It takes 5–10 years.", ["5..10 year"]),
        ("It takes between five and 10 years.", ["5..10 year"]),
        ("It costs £5-10m.", ["5000000..10000000 GBP"]),
        ("It went from eight countries to 23.", ["8", "23"]),
        ("The threshold fell from 50% to 30%.", ["50 %", "30 %"]),
        ("One in five and two-thirds and half of them.", ["0.2", "0.666667", "0.5"]),
        ("The number trebled.", ["3 times"]),
        ("Tens of thousands and hundreds of them left.", ["10000..100000", "100..1000"]),
        ("On a two-day visit.", ["2 day"]),
        ("A 42-year-old man and a woman aged 19.", ["42 year", "19 year"]),
        ("Ann Lee, 42, said so.", ["42 year"]),
        ("The 21st and the twenty-first time.", ["21.", "21."]),
        ("At 10:30, 3.30pm or 3 pm.", ["10:30", "15:30", "15:00"]),
        ("A 100m sprint before 5m people.", ["100 m", "5000000"]),
        ("About Rs 500 crore or 5 lakh people.", ["5000000000 INR", "500000"]),
        ("One man died.", ["1"]),
    ],
)
def test_english_figures_have_a_normal_form(text: str, values: list[str]) -> None:
    assert values_of(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "One of them said that one must go first-hand.",
        "Call 020 3488 2308 or +44 7360 271841, or write to office@example.org.",
        "Call 555-0123, 202-555-0123 or 202.555.0123 now.",
        "The F-16, the A380 and the G20 and COVID-19 and GU14 7NA.",
        "They may march on.",
        "See https://example.org/2024/15 for more.",
    ],
)
def test_codes_numbers_and_pronouns_are_no_figures(text: str) -> None:
    assert values_of(text) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("more than ten thousand people", Sense.OVER),
        ("over 10,000 people", Sense.OVER),
        ("nearly three dozen people", Sense.ABOUT),
        ("up to £12.3 billion", Sense.UNDER),
        ("40 or more people", Sense.OVER),
        ("40 people", Sense.EXACT),
    ],
)
def test_words_beside_a_figure_say_how_exact(text: str, sense: Sense) -> None:
    assert [figure.sense for figure in figures_of(text)] == [sense]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("over 35,000 failed asylum seekers, foreign criminals", "seeker"),
        ("The number of Iraqi nationals arriving has fallen to 1,900 in a year", "nation"),
        ("116 migrants arrived", "migrant"),
    ],
)
def test_figure_names_what_it_counts(text: str, counted: str) -> None:
    assert [figure.counts for figure in figures_of(text)] == [counted]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Thursday, 28 November 2024, it began.", ["2024-11-28"]),
        ("It began on August 15, 2025 or Aug. 15 or the 15th of August.", ["2025-08-15", "XXXX-08-15", "XXXX-08-15"]),
        ("In March 2025 or in May or in 2024-25.", ["2025-03", "XXXX-05", "2024/2025"]),
        ("The 2003 invasion and the 1990s and 2003 people.", ["2003", "199X", "2003"]),
        ("Last year, this week, two years ago and yesterday.", ["year-1", "week+0", "year-2", "day-1"]),
        ("Down from the previous year.", ["previous year"]),
        ("Filed on 2025-08-15 and 15/08/2025.", ["2025-08-15", "2025-08-15"]),
        ("The second quarter of 2024, Q3 2025 and late March 2025.", ["2024-Q2", "2025-Q3", "2025-03"]),
    ],
)
def test_dates_leave_open_what_the_text_does(text: str, values: list[str]) -> None:
    assert values_of(text) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "Aujourd’hui, au T2 2024 ou le 3 mars.", ["day+0", "2024-Q2", "XXXX-03-03"]),
        ("de", "Heute oder nächste Woche, am Montag, den 3. März 2025.", ["day+0", "week+1", "2025-03-03"]),
        ("es", "Ayer, el lunes 3 de marzo.", ["day-1", "XXXX-03-03"]),
    ],
)
def test_dates_are_read_in_other_languages(language: str, text: str, values: list[str]) -> None:
    assert values_of(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Rund 3,5 Millionen Euro am 3. März 2024.", ["3500000 EUR", "2024-03-03"]),
        ("de", "Dreiundzwanzig Tage, 1.500 Menschen, zwei Drittel, eine Frau.", ["23 day", "1500", "0.666667"]),
        ("de", "Bei rund 300.000 Einwohnern und 200.000 Kunden.", ["300000", "200000"]),
        ("de", "Am Montag und letztes Jahr, 2019.", ["W1", "year-1", "2019"]),
        (
            "fr",
            "Environ 10 000 personnes et 3,5 millions d’euros le 15 août 2025.",
            ["10000", "3500000 EUR", "2025-08-15"],
        ),
        ("fr", "Quatre-vingt-dix-sept et soixante et onze personnes, une femme.", ["97", "71"]),
        ("es", "Unos 3,5 millones de euros el 15 de agosto de 2025.", ["3500000 EUR", "2025-08-15"]),
        ("es", "Mil millones, doscientos treinta y uno.", ["1000000000", "231"]),
    ],
)
def test_other_languages_have_their_own_words(language: str, text: str, values: list[str]) -> None:
    assert values_of(text, language) == values


def test_nothing_is_read_from_furniture() -> None:
    assert values_of("The bridge carries 900 cars.\n\nTop 5 This Week\n\nRelated Posts") == ["900"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales changed by -5% again.", ["-5 %"]),
        ("Sales changed by −5% again.", ["-5 %"]),
        ("It was minus 5 degrees.", ["-5 degree"]),
        ("A result of (-£3m) came.", ["-3000000 GBP"]),
        ("Between -5% and -2% were lost.", ["-5..-2 %"]),
        ("Some 5-10 people came.", ["5..10"]),
        ("Some 5 -10 people came.", ["5..10"]),
        ("An error of +/-5% is allowed.", ["5 %"]),
        ("There 5 minus 3 was written.", ["5", "3"]),
    ],
)
def test_a_sign_belongs_to_its_number(text, values):
    assert values_of(text) == values


def test_energy_is_not_power() -> None:
    text = "It stores 180 megawatt-hours and gives 180 megawatts."

    assert [figure.value for figure in read_figures(read_plain(text))] == ["180 MWh", "180 MW"]
