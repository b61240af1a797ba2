"""Every export says which findings were dismissed, by hand, when and why, and counts them no more."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from copytrail.corrections import apply_review
from copytrail.export import FORMATS
from copytrail.model import Comparison, Finding, Review, Span
from copytrail.review import dismiss
from tests.display.texts import FIRST, SECOND, compare_texts
from tests.export.opened import read_text

TIME = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
REASON = "=Both are right."


@pytest.fixture
def comparison() -> Comparison:
    """Two findings, the first of them dismissed, and a dismissal whose finding is gone."""
    plain = compare_texts([FIRST, SECOND], [FIRST, SECOND])
    found = replace(plain, findings=tuple(find(plain, *each) for each in (("changed_date", "Monday"), ("x", "twelve"))))
    word = dismiss(found, found.findings[0], reason=REASON, time=TIME)
    gone = dismiss(found, find(plain, "changed_name", "river"), reason="It was moved.", time=TIME, person="Ann")
    return apply_review(found, Review(dismissals=(word, gone)))


def find(comparison: Comparison, kind: str, words: str) -> Finding:
    start = comparison.derivative.text.index(words)
    span = Span(start, start + len(words))
    return Finding(kind=kind, derivative=span, original=None, expected="e", found=words, why="It differs.")


def render(name: str, *comparisons: Comparison) -> str:
    return read_text(name, FORMATS[name].render(comparisons))


@pytest.mark.parametrize("name", FORMATS)
def test_same_review_gives_the_same_bytes(comparison, name):
    assert FORMATS[name].render((comparison,)) == FORMATS[name].render((comparison,))


def test_text_lists_what_was_dismissed(comparison):
    text = render("text", comparison)

    assert "Worth checking: 1\n" in text
    assert "Dismissed by hand: 2\n- Date changed. It differs.\n    A1 “Monday”\n" in text
    assert f"Dismissed by hand on 22 November 2026, 09:05 UTC. Reason: {REASON}" in text
    assert "- Name changed. “river”. Not found in this comparison any more" in text
    assert "Dismissed by Ann on 22 November 2026, 09:05 UTC. Reason: It was moved." in text


def test_text_without_a_review_says_nothing_of_it(comparison):
    plain = apply_review(comparison, Review())

    assert "Dismissed" not in render("text", plain)
    assert "Dismissed" not in render("html", plain)


def test_report_lists_what_was_dismissed(comparison):
    page = render("html", comparison, comparison)

    assert page.count("<h3>Dismissed by hand · 2</h3>") == 2
    assert "Worth checking · 1</h2>" in page
    assert '<a href="#report-2-finding-1">A1 “Monday”</a>' in page
    assert 'class="finding-mark quiet" id="report-2-finding-1"' in page
    assert "Reason: It was moved." in page


def test_table_says_when_by_whom_and_why(comparison):
    rows = list(csv.DictReader(io.StringIO(render("csv", comparison))))

    dismissed = [row for row in rows if row["dismissed"]]
    assert [(row["row"], row["finding"], row["dismissed_by"], row["reason"]) for row in dismissed] == [
        ("finding", "changed_date", "by hand", f"'{REASON}"),
        ("dismissal", "changed_name", "Ann", "It was moved."),
    ]
    assert {row["dismissed"] for row in dismissed} == {"2026-11-22T09:05:00+00:00"}
    assert (dismissed[1]["derivative_words"], dismissed[1]["found"]) == ("river", "river")
    assert all(None not in row and None not in row.values() for row in rows)


def test_data_says_what_was_dismissed(comparison):
    data = json.loads(render("json", comparison))

    assert data["findings"][0]["dismissed"]["reason"] == REASON
    assert data["findings"][1]["dismissed"] is None
    assert [each["person"] for each in data["unplaced"]] == ["Ann"]
