"""What a text without a title is called."""

from __future__ import annotations

import pytest

from copytrail.intake.headlines import choose_headline, is_kicker


@pytest.mark.parametrize(
    "line",
    [
        "PRESS RELEASE",
        "Press Release No. 12/2026",
        "For immediate release",
        "EMBARGOED UNTIL 00:01 HRS, MONDAY 3 MAY 2026",
        "Published 20 August 2025",
        "3 May 2026",
        "PRESSEMITTEILUNG Nr. 45 vom 3. März 2026",
        "Communiqué de presse",
        "Nota de prensa",
        "press@example.org",
        "https://www.example.org/news/1",
    ],
)
def test_line_above_a_headline_names_nothing(line):
    assert is_kicker(line)
    assert choose_headline([line, "", "Minister opens bridge"]) == "Minister opens bridge"


@pytest.mark.parametrize(
    "line",
    [
        "Minister opens the bridge",
        "Press release: minister opens bridge",
        "May visits Berlin",
        "10,000 homes promised",
    ],
)
def test_headline_is_taken(line):
    assert choose_headline([line, "Another line"]) == line


def test_text_of_such_lines_is_called_after_the_first():
    assert choose_headline(["---", "PRESS RELEASE", "3 May 2026"]) == "PRESS RELEASE"
    assert choose_headline(["", "--"]) == ""
