"""Every export says what people corrected, by whom, when and why, beside what the machine said."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from copytrail.corrections import relabel_match, set_speaker, unpair_match
from copytrail.export import FORMATS
from copytrail.model import Comparison, Label
from tests.engine.correction_texts import SAID, find_match, find_speech, hold, lay
from tests.export.opened import read_text


@pytest.fixture
def comparison() -> Comparison:
    """A label, a pair and a speaker set by hand, and a correction that finds no place."""
    plain = hold()
    label = relabel_match(plain, find_match(plain, "The new bridge"), Label.PARAPHRASED, SAID)
    pair = unpair_match(plain, find_match(plain, "It cost"), SAID)
    speaker = set_speaker(plain, find_speech(plain), "Dan Jarvis", SAID)
    gone = replace(label, place=replace(label.place, exact="Words of another text"))
    return lay(plain, label, pair, speaker, gone)


def render(name: str, comparison: Comparison) -> str:
    return read_text(name, FORMATS[name].render((comparison,)))


def read_rows(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render("csv", comparison))))


def test_text_marks_what_is_by_hand(comparison):
    text = render("text", comparison)

    assert "[P R1 by hand: The new bridge" in text
    assert "[+ by hand: It cost" in text
    assert "Corrected by hand: 4\n" in text
    assert "by hand, 3 May 2026, 09:00 UTC, by Ada, because: Both were read aloud. The machine said: copied." in text
    assert "are not in this comparison any more" in text


def test_report_marks_what_is_by_hand(comparison):
    page = render("html", comparison)

    assert page.count('class="hand"') >= 3
    assert "[paraphrased, by hand: " in page
    assert "Corrected by hand · 4</h3>" in page
    assert "Given to Dan Jarvis by hand, 3 May 2026" in page


def test_table_says_who_corrected_what(comparison):
    rows = [row for row in read_rows(comparison) if row["corrected"]]

    assert [(row["row"], row["correction"], row["machine"]) for row in rows] == [
        ("passage", "relabel", "copied"),
        ("passage", "unpair", "edited"),
        ("speech", "speaker", "Mary Creagh"),
        ("correction", "relabel", "copied"),
    ]
    assert {(row["corrected_by"], row["correction_reason"]) for row in rows} == {("Ada", "Both were read aloud.")}
    assert {row["label"] for row in rows if row["row"] == "passage"} == {"paraphrased", "added"}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_said_without_corrections(name):
    plain = render(name, hold())

    assert "by hand" not in plain
    assert "Corrected" not in plain
