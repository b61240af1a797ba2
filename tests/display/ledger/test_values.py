"""Normal forms of figures and dates in words."""

from __future__ import annotations

import pytest

from copytrail.display.ledger.values import say_value
from copytrail.intake.from_plain import read_plain
from copytrail.model import FactKind, FigureKind
from copytrail.read.figures import read_figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It took 14 months.", "14 months"),
        ("It took one century.", "1 century"),
        ("It cost £12.3 billion.", "£12.3 billion"),
        ("It cost £47 million.", "£47 million"),
        ("It cost £1,234,567.", "£1,234,567"),
        ("It cost £12,345.", "£12,345"),
        ("It cost €5 million to €10 million.", "€5 million–€10 million"),
        ("It cost CHF 3,000.", "3,000 CHF"),
        ("Prices rose by 2.5 per cent.", "2.5%"),
        ("Fares stay for the first two years.", "1st"),
        ("It was the 22nd visit.", "22nd"),
        ("It takes 5–10 years.", "5–10 years"),
        ("It opens at 8 am.", "08:00"),
        ("They met on 15 August 2025.", "15 August 2025"),
        ("They met on August 15.", "15 August"),
        ("They met in March 2025.", "March 2025"),
        ("They met on Thursday.", "Thursday"),
        ("They met last year.", "last year"),
        ("They met yesterday.", "yesterday"),
        ("They met in the 1990s.", "1990s"),
        ("They met three years ago.", "3 years ago"),
        ("They met in Q3 2024.", "third quarter 2024"),
    ],
)
def test_figures_are_said_as_people_write(text, said):
    figure = read_figures(read_plain(text))[0]
    kind = FactKind.DATE if figure.kind is FigureKind.DATE else FactKind.FIGURE

    assert say_value(kind, figure.value) == said


@pytest.mark.parametrize("kind", list(FactKind))
@pytest.mark.parametrize("value", ["", "?", "12 monkeys of a kind", "XXXX-99", "W9", "year", "1..", "-", "Dan Berg"])
def test_unknown_forms_stand_as_they_are(kind, value):
    assert say_value(kind, value) == value
