"""Dismissed findings on the page: out of the alarms, quiet in the text, listed with reason and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from copytrail.corrections import apply_review
from copytrail.display.findings import find_claim, list_findings, say_findings
from copytrail.display.page import view_comparison
from copytrail.display.state import PageState, View, read_state
from copytrail.model import Comparison, Finding, Review, Span
from copytrail.review import dismiss
from tests.display.texts import FIRST, SECOND, compare_texts

TIME = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)


def find(comparison: Comparison, kind: str, words: str) -> Finding:
    start = comparison.derivative.text.index(words)
    span = Span(start, start + len(words))
    return Finding(kind=kind, derivative=span, original=None, expected="", found=words, why="The original differs.")


@pytest.fixture
def comparison() -> Comparison:
    plain = compare_texts([FIRST, SECOND], [FIRST, SECOND])
    return replace(plain, findings=(find(plain, "changed_date", "Monday"), find(plain, "changed_figure", "twelve")))


def review(comparison: Comparison, number: int, **about: str) -> Comparison:
    """The comparison with one finding dismissed."""
    word = dismiss(comparison, comparison.findings[number], reason="Both are\nright.", time=TIME, **about)
    return apply_review(comparison, Review(dismissals=(word,)))


def read_cells(view) -> str:
    return "".join(
        str(cell.text) for fold in view.texts.folds for row in fold.rows for cell in row.originals + row.derivatives
    )


def test_alarms_leave_out_what_was_dismissed(comparison):
    view = view_comparison(review(comparison, 0), PageState())

    assert [alarm.text for alarm in view.alarms if alarm.grave] == ["1 figure changed"]
    assert [line.name for line in view.findings] == ["Figure changed"]


def test_list_says_reason_and_time(comparison):
    (note,) = view_comparison(review(comparison, 0), PageState(find="bridge")).dismissed

    assert (note.name, note.title, note.where) == ("Date changed", "Monday", "A1")
    assert note.said == "Dismissed by hand on 22 November 2026, 09:05 UTC. Reason: Both are right."
    assert note.address == "?find=bridge&focus=m1#finding-1"
    assert note.fields == (("find", "bridge"), ("focus", "m1"))


def test_person_is_named_where_known(comparison):
    (note,) = view_comparison(review(comparison, 0, person="Ann"), PageState()).dismissed

    assert note.said.startswith("Dismissed by Ann on ")


def test_mark_in_the_text_turns_quiet(comparison):
    shown = read_cells(view_comparison(review(comparison, 0), PageState()))

    assert '<span class="finding-mark quiet" id="finding-1"><span class="spoken" dir="ltr">[dismissed: date' in shown
    assert '<span class="finding-mark" id="finding-2"><span class="spoken" dir="ltr">[check: figure' in shown


def test_mark_over_two_findings_stays_grave(comparison):
    both = replace(comparison, findings=(find(comparison, "changed_date", "on Monday"), comparison.findings[0]))

    shown = read_cells(view_comparison(review(both, 1), PageState()))

    assert "finding-mark quiet" not in shown
    assert "! Date changed" in shown
    assert "Dismissed: date changed" in shown


def test_card_shows_dismissed_findings_last(comparison):
    both = replace(comparison, findings=(comparison.findings[0], find(comparison, "changed_name", "river")))

    detail = view_comparison(review(both, 0), PageState(focus="m1")).detail

    assert [(check.line.name, bool(check.line.dismissed)) for check in detail.checks] == [
        ("Name changed", False),
        ("Date changed", True),
    ]
    assert "Dismissed by hand on 22 November 2026" in detail.copy


def test_dismissal_without_its_finding_is_listed(comparison):
    gone = replace(review(comparison, 0), findings=(), unplaced=(review(comparison, 0).findings[0].dismissed,))

    (note,) = view_comparison(gone, PageState()).dismissed

    assert (note.name, note.title, note.address) == ("Date changed", "“Monday”", "")
    assert note.text.startswith("Not found in this comparison any more")
    assert "Reason: Both are right." in note.said


def test_report_lists_what_was_dismissed_apart(comparison):
    view = view_comparison(review(comparison, 1), PageState(view=View.REPORT, prefix="report-2-"))

    assert [line.name for line in view.findings] == ["Date changed"]
    assert [[place.address for place in note.places] for note in view.dismissed] == [["report-2-finding-2"]]


def test_counts_leave_out_what_was_dismissed(comparison):
    one = review(comparison, 0)
    none = replace(one, findings=one.findings[:1])

    assert say_findings(one) == "1 thing worth checking: 1 figure changed. 1 finding dismissed by hand."
    assert say_findings(none) == "Nothing left to check: 1 finding dismissed by hand."


def test_claim_is_known_before_and_after(comparison):
    claim = list_findings(comparison)[0].claim
    after = list_findings(review(comparison, 0))

    assert find_claim(after, claim) is after[0]
    assert find_claim(after, after[0].dismissal) is after[0]
    assert find_claim(after, "another") is None


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (
            "finding-1.dismissed",
            "Dismissed. The finding stands under “Dismissed” in the list, where it can be restored.",
        ),
        ("finding-12.restored", "Restored: the finding is worth checking again."),
        ("finding-0.forgotten", "The dismissal was deleted with its reason."),
        ("finding-1.<b>", ""),
        ("finding-x.dismissed", ""),
    ],
)
def test_page_says_what_was_done(comparison, done, said):
    assert view_comparison(comparison, read_state({"done": done})).done == said
