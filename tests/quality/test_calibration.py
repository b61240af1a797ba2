"""How scores are held against gold, and the picture made of it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from bench.calibration import score_matches, write_table
from bench.gold import write_gold, write_pair
from bench.labelled import read_labelled
from bench.reliability import Bin, Scored, fill_bins, measure_brier, measure_error
from bench.reliability_plot import draw_reliability


def make_matches(score, right, wrong, label="paraphrased"):
    return [Scored("ours", label, score, n < right) for n in range(right + wrong)]


def test_scores_that_keep_their_promise_have_no_error():
    matches = make_matches(0.9, 9, 1) + make_matches(0.5, 5, 5)

    assert measure_error(fill_bins(matches)) == pytest.approx(0)


def test_bold_scores_are_told_from_true_ones():
    bold = make_matches(0.95, 5, 5)

    assert fill_bins(bold) == [Bin(pytest.approx(0.95), 0.5, 10)]
    assert measure_error(fill_bins(bold)) == pytest.approx(0.45)
    assert measure_brier(bold) > measure_brier(make_matches(0.5, 5, 5))


def test_matches_are_right_where_gold_links_them():
    pair = next(pair for pair in read_labelled() if pair.id == "en-lido/reprint")
    gold = write_gold(pair)

    right = [match.is_right for match in score_matches("ours", write_pair(pair), gold)]
    wrong = [match.is_right for match in score_matches("ours", write_pair(pair), gold | {"links": []})]

    assert right
    assert all(right)
    assert not any(wrong)


def test_table_says_how_many_sure_matches_are_right():
    table = write_table(make_matches(0.95, 9, 1))

    assert "| paraphrased | ours | 10 | 0.90 | 0.95 | 9 of 10 |" in table
    assert "| paraphrased | 0.95 | 0.90 | 10 |" in table


def test_picture_is_well_formed_and_names_its_series():
    picture = draw_reliability({"paraphrased": [Bin(0.7, 0.6, 12)], "copied": [Bin(0.9, 1.0, 40)]})

    words = [element.text for element in ET.fromstring(picture).iter() if element.text]
    assert {"paraphrased", "copied", "score", "12 matches, score 0.70, right 0.60"} <= set(words)
    assert "prefers-color-scheme: dark" in picture
