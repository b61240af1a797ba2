"""A reader's dismissals hold on to their findings when the texts are compared anew."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.codec import comparison_from_data, comparison_to_data
from copytrail.corrections import apply_review
from copytrail.intake.furniture import set_kinds
from copytrail.model import Comparison, Finding, ParagraphKind, Review, Span
from copytrail.review import dismiss

TIME = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
RELEASE = "The bridge cost £5 million. It opened on Monday, Dan Jarvis said.\n\nShips pass below, as they did before."
ARTICLE = "The bridge cost £6 million. It opened on Tuesday, Dan Jarvis said.\n\nMen spent £6 million on the boats."


def find(kind: str, text: str, words: str, number: int = 0) -> Finding:
    """A finding about the words where they stand for this time."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Finding(
        kind=kind, derivative=Span(start, start + len(words)), original=None, expected="", found=words, why="So it is."
    )


def hold(article: str, *findings: Finding) -> Comparison:
    return replace(compare(read_plain(RELEASE), read_plain(article)), findings=findings)


def review(comparison: Comparison, *numbers: int, reason: str = "Both are right.") -> Review:
    """Findings dismissed one minute after the other."""
    return Review(
        dismissals=tuple(
            dismiss(comparison, comparison.findings[number], reason=reason, time=TIME + timedelta(minutes=number))
            for number in numbers
        )
    )


@pytest.fixture
def comparison() -> Comparison:
    figures = (find("changed_figure", ARTICLE, "£6 million"), find("changed_figure", ARTICLE, "£6 million", 1))
    return hold(ARTICLE, *figures, find("changed_date", ARTICLE, "Tuesday"))


def test_dismissed_finding_says_reason_and_time(comparison):
    reviewed = apply_review(comparison, review(comparison, 0))

    assert [bool(finding.dismissed) for finding in reviewed.findings] == [True, False, False]
    assert reviewed.findings[0].dismissed.reason == "Both are right."
    assert reviewed.findings[0].dismissed.time == TIME
    assert reviewed.unplaced == ()
    assert comparison.findings[0].dismissed is None


def test_same_words_are_told_apart_by_context(comparison):
    reviewed = apply_review(comparison, review(comparison, 1))

    assert [bool(finding.dismissed) for finding in reviewed.findings] == [False, True, False]


def test_dismissal_follows_its_finding_through_a_changed_text(comparison):
    article = "A word from the editor comes before all else.\n\n" + ARTICLE
    longer = hold(article, find("changed_date", article, "Tuesday"), find("changed_figure", article, "£6 million", 1))

    reviewed = apply_review(longer, review(comparison, 1, 2))

    assert all(finding.dismissed for finding in reviewed.findings)
    assert reviewed.unplaced == ()


def test_dismissal_outlives_other_signs_and_spaces(comparison):
    article = ARTICLE.replace("Tuesday, Dan", "“TUESDAY” —\nDan")
    newer = hold(article, replace(find("changed_date", article, "TUESDAY”"), found="TUESDAY"))

    assert apply_review(newer, review(comparison, 2)).findings[0].dismissed


@pytest.mark.parametrize(
    "article",
    [
        ARTICLE.replace("on Tuesday, Dan Jarvis", "as late as Tuesday; nobody"),
        ARTICLE.replace("Tuesday", "Friday"),
    ],
)
def test_dismissal_without_its_finding_is_kept_apart(comparison, article):
    words = "Tuesday" if "Tuesday" in article else "Friday"
    around = article.replace("It opened", "Nobody knows whether it ever opened to anybody else")

    reviewed = apply_review(hold(around, find("changed_date", around, words)), review(comparison, 2))

    assert [finding.dismissed for finding in reviewed.findings] == [None]
    assert [dismissal.reason for dismissal in reviewed.unplaced] == ["Both are right."]


@pytest.mark.parametrize("change", [{"kind": "unsupported_date"}, {"expected": "Monday"}, {"found": "that Tuesday"}])
def test_another_claim_about_the_words_stands(comparison, change):
    other = replace(comparison, findings=(replace(comparison.findings[2], **change),))

    reviewed = apply_review(other, review(comparison, 2))

    assert reviewed.findings[0].dismissed is None
    assert len(reviewed.unplaced) == 1


def test_one_dismissal_covers_one_place_only():
    text = "They paid £6 million for it. They paid £6 million for it. They paid £6 million for it."
    thrice = hold(text, *(find("changed_figure", text, "£6 million", number) for number in range(3)))

    reviewed = apply_review(thrice, review(thrice, 1))

    assert [bool(finding.dismissed) for finding in reviewed.findings] == [False, True, False]


def test_place_of_the_original_must_agree_too(comparison):
    opened = RELEASE.index("Monday")
    date = replace(comparison.findings[2], original=Span(opened, opened + len("Monday")))
    elsewhere = replace(date, original=Span(0, len("The bridge")))
    both = replace(comparison, findings=(date,))

    reviewed = apply_review(replace(comparison, findings=(elsewhere,)), review(both, 0))

    assert reviewed.findings[0].dismissed is None


def test_review_is_laid_over_any_number_of_times(comparison):
    once = apply_review(comparison, review(comparison, 0, 2))

    assert apply_review(once, review(comparison, 0, 2)) == once
    assert apply_review(once, Review()) == comparison


def test_reviewed_comparison_comes_back_from_json(comparison):
    gone = replace(review(comparison, 1).dismissals[0], kind="changed_name")
    dismissals = (*review(comparison, 0).dismissals, gone)
    reviewed = apply_review(comparison, Review(dismissals=dismissals))

    data = json.loads(json.dumps(comparison_to_data(reviewed)))

    assert comparison_from_data(data) == reviewed
    assert data["findings"][0]["dismissed"]["reason"] == "Both are right."
    assert data["findings"][1]["dismissed"] is None
    assert [dismissal["kind"] for dismissal in data["unplaced"]] == ["changed_name"]


def test_result_of_an_earlier_version_is_read(comparison):
    data = comparison_to_data(comparison)
    del data["unplaced"]
    for finding in data["findings"]:
        del finding["dismissed"]

    assert comparison_from_data(data) == comparison


def test_bundled_finding_stays_dismissed_when_furniture_changes():
    case = bundled_cases()[0]
    original, rewrite = case.original.read(), case.derivatives[0].read()
    before = compare(original, rewrite)

    after = compare(original, set_kinds(rewrite, {rewrite.paragraphs[0].number: ParagraphKind.FURNITURE}))

    assert before.findings
    assert apply_review(after, review(before, 0)).findings[0].dismissed


WORDS = st.lists(st.sampled_from(["£6 million", "Tuesday", "bridge", "said", "Dan", ".", "\n\n"]), max_size=14)


@given(WORDS, WORDS, st.data())
def test_no_dismissal_is_dropped_or_doubled(before, after, data):
    old, new = (
        hold(text, *(find("changed_figure", text, "£6 million", number) for number in range(text.count("£6 million"))))
        for text in ("Men paid " + " ".join(before), "Men paid " + " ".join(after))
    )
    chosen = data.draw(st.sets(st.sampled_from(range(len(old.findings))))) if old.findings else set()
    dismissals = review(old, *chosen).dismissals

    reviewed = apply_review(new, Review(dismissals=dismissals))

    placed = [finding.dismissed for finding in reviewed.findings if finding.dismissed]
    assert sorted((*placed, *reviewed.unplaced), key=lambda each: each.time) == sorted(
        dismissals, key=lambda each: each.time
    )
    again = apply_review(old, Review(dismissals=dismissals))
    assert {place for place, finding in enumerate(again.findings) if finding.dismissed} == chosen
