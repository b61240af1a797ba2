"""Comparisons as JSON data, there and back, and what is refused."""

import json
from copy import deepcopy

import pytest

from copytrail import Comparison, compare, read_plain
from copytrail.codec import SCHEMA, comparison_from_data, comparison_to_data
from copytrail.errors import BadComparisonData
from copytrail.model import Finding, Span, Thresholds

ORIGINAL = "The bridge opened on Monday after long delays. Nobody was hurt.\n\nShare"
DERIVATIVE = "On Monday the old bridge opened after long delays. It rained.\n\nShare"


def comparison() -> Comparison:
    original = read_plain(ORIGINAL, id="r", title="Release", publisher="Ministry", url="u", published="2025-08")
    return compare(original, read_plain(DERIVATIVE, id="a", title="Article"), Thresholds(block_gap=7))


def test_everything_comes_back_equal():
    data = json.loads(json.dumps(comparison_to_data(comparison())))

    assert comparison_from_data(data) == comparison()


def test_findings_come_back_equal():
    finding = Finding(
        kind="changed_figure", derivative=Span(0, 2), original=None, expected="14", found="16", why="It differs."
    )
    with_finding = Comparison(
        original=comparison().original, derivative=comparison().derivative, matches=(), findings=(finding,)
    )

    data = comparison_to_data(with_finding)

    assert data["findings"][0]["derivative"] == {"start": 0, "end": 2, "exact": "On"}
    assert comparison_from_data(data).findings == (finding,)


def test_spans_carry_their_exact_words():
    data = comparison_to_data(comparison())

    for match in data["matches"]:
        for side, spans in (("derivative", [match["derivative"]]), ("original", match["original"])):
            assert all(data[side]["text"][span["start"] : span["end"]] == span["exact"] for span in spans)


def test_spans_count_code_points():
    text = "👩‍👩‍👧 cafe\u0301 🙂! “No.” The bridge opened on Monday."
    data = comparison_to_data(compare(read_plain("The bridge opened on Monday."), read_plain(text)))

    assert data["matches"][0]["derivative"]["exact"] == "The bridge opened on Monday"
    assert data["matches"][0]["derivative"]["start"] == 21


def test_additions_and_omissions_carry_their_words():
    original = "The bridge opened on Monday.\n\nThe toll is subject to a vote of the council in June."
    derivative = "The bridge opened on Monday.\n\nPensioners gathered on the quay with flags and songs."
    found = compare(read_plain(original), read_plain(derivative))

    data = comparison_to_data(found)
    assert [one["exact"] for one in data["additions"]] == ["Pensioners gathered on the quay with flags and songs."]
    assert [(one["exact"][:11], one["rank"], one["lost"][0]) for one in data["omissions"]] == [
        ("The toll is", 1, "caveat")
    ]
    assert comparison_from_data(data) == found


def test_facts_carry_their_words_on_both_sides():
    original, derivative = read_plain("The bridge cost £5 million."), read_plain("The bridge cost £6 million.")
    comparison = compare(original, derivative)

    fact = comparison_to_data(comparison)["facts"][0]
    assert (fact["kind"], fact["value"], fact["outcome"]) == ("figure", "5000000 GBP", "changed")
    assert (fact["original"]["exact"], fact["derivative"]["exact"]) == ("£5 million", "£6 million")
    assert comparison_from_data(comparison_to_data(comparison)) == comparison


def test_summary_adds_up():
    summary = comparison_to_data(comparison())["summary"]

    ours, theirs = summary["derivative"], summary["original"]
    assert ours["words"] == sum(ours[name] for name in ("copied", "edited", "paraphrased", "added", "furniture"))
    assert theirs["words"] == theirs["used"] + theirs["left_out"] == 11


@pytest.mark.parametrize("data", [None, [], "text", {}, {"schema": "copytrail.comparison/2"}])
def test_other_data_is_refused(data):
    with pytest.raises(BadComparisonData, match=SCHEMA):
        comparison_from_data(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("original", "text"), None),
        (("matches",), [{}]),
        (("matches", 0, "label"), "stolen"),
        (("matches", 0, "derivative"), {"start": 1}),
        (("thresholds", "no_such_threshold"), 3),
        (("derivative", "paragraphs", 0, "kind"), "poem"),
        (("verbatim",), [[1, 2, 3]]),
        (("original",), "text"),
        (("matches",), 5),
    ],
)
def test_damaged_data_is_refused(path, value):
    data = deepcopy(comparison_to_data(comparison()))
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    place[last] = value

    with pytest.raises(BadComparisonData):
        comparison_from_data(data)


@pytest.mark.parametrize(
    "field", ["original", "derivative", "matches", "verbatim", "findings", "speech", "facts", "thresholds", "engine"]
)
def test_missing_facts_are_refused(field):
    data = comparison_to_data(comparison())
    del data[field]

    with pytest.raises(BadComparisonData):
        comparison_from_data(data)


def test_odd_characters_survive_as_ascii():
    text = "The bridge opened \x00 on \ud800 Monday after long delays."
    odd = compare(read_plain(text), read_plain(text))

    stored = json.dumps(comparison_to_data(odd))

    assert stored.isascii()
    assert comparison_from_data(json.loads(stored)) == odd
