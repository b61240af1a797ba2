"""Two figures are the same, rounded, put more generally, or different."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import read_plain
from copytrail.ledgers.facts.calendar import compare_dates
from copytrail.ledgers.facts.relations import Relation
from copytrail.ledgers.facts.values import compare_figures
from copytrail.model import Figure, Thresholds
from copytrail.read.figures import read_figures


def figure_of(text: str) -> Figure:
    return read_figures(replace(read_plain(f"Here {text} came up."), language="en"))[0]


def relation_of(original: str, derivative: str) -> Relation:
    return compare_figures(figure_of(original), figure_of(derivative), Thresholds())


@pytest.mark.parametrize(
    ("original", "derivative"),
    [
        ("£12.3 billion", "£12.3bn"),
        ("14%", "14 per cent"),
        ("twelve boats", "12 boats"),
        ("more than ten thousand people", "over 10,000 people"),
        ("two weeks", "14 days"),
        ("half of them", "50%"),
        ("one in five", "20%"),
        ("5 miles", "8 km"),
        ("5–10 years", "between five and ten years"),
        ("15 August 2025", "August 15"),
        ("the third quarter of 2023", "Q3 2023"),
        ("up to £5", "£5"),
    ],
)
def test_house_style_keeps_a_figure_the_same(original: str, derivative: str) -> None:
    assert relation_of(original, derivative) is Relation.SAME


@pytest.mark.parametrize(
    ("original", "derivative"),
    [("4,987 people", "5,000 people"), ("1,943 people", "nearly 2,000 people"), ("2,113 people", "over 2,000 people")],
)
def test_round_figures_are_rounded(original: str, derivative: str) -> None:
    assert relation_of(original, derivative) is Relation.ROUNDED


@pytest.mark.parametrize(
    ("original", "derivative"),
    [("2,400 people", "thousands of people"), ("1,943 people", "hundreds of people"), ("15 March 2025", "March 2025")],
)
def test_less_exact_figures_are_generalised(original: str, derivative: str) -> None:
    assert relation_of(original, derivative) is Relation.GENERALISED


@pytest.mark.parametrize(
    ("original", "derivative"),
    [
        ("2,600 people", "2,800 people"),
        ("£12.3 billion", "£12.3 million"),
        ("£5 million", "$5 million"),
        ("14%", "14 percentage points"),
        ("5 miles", "5 km"),
        ("five years", "five months"),
        ("over 5,000 people", "under 5,000 people"),
        ("March 2025", "March 2026"),
        ("Thursday", "Friday"),
        ("two years ago", "three years ago"),
        ("15 to 35 people", "15 to 18 people"),
        ("between 5,000 and 20,000 people", "between 5,000 and 28,000 people"),
    ],
)
def test_other_figures_are_different(original: str, derivative: str) -> None:
    assert relation_of(original, derivative) is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("original", "derivative"),
    [("XXXX-08", "2024"), ("day-1", "day+0"), ("W4", "XXXX-08-15"), ("week-1", "week+0"), ("2025-03", "previous year")],
)
def test_dates_that_leave_too_much_open_are_apart(original: str, derivative: str) -> None:
    assert compare_dates(original, derivative) is Relation.APART


@pytest.mark.parametrize(
    ("original", "derivative", "relation"),
    [
        ("2027-03-03", "XXXX-03+1", Relation.GENERALISED),
        ("2027-03-03", "XXXX-04+1", Relation.DIFFERENT),
        ("XXXX-03-1", "XXXX-03+1", Relation.DIFFERENT),
    ],
)
def test_a_month_from_now_is_that_month(original: str, derivative: str, relation: Relation) -> None:
    assert compare_dates(original, derivative) is relation


def test_day_of_the_week_fits_its_date() -> None:
    assert compare_dates("2024-11-28", "W4") is Relation.SAME
