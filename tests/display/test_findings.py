"""What is worth checking, as pages and exports say it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from copytrail.display.findings import list_findings, say_findings
from copytrail.display.page import view_comparison
from copytrail.display.state import PageState, View
from copytrail.model import Comparison, Finding, Label, Span
from tests.display.texts import FIRST, NEW, SECOND, THIRD, compare_texts


def find(kind: str, derivative: Span | None, original: Span | None = None, *, found: str = "") -> Finding:
    return Finding(
        kind=kind, derivative=derivative, original=original, expected="", found=found, why="The original differs."
    )


def words_in(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def comparison() -> Comparison:
    plain = compare_texts([FIRST, SECOND, THIRD], [FIRST, SECOND.replace("twelve", "thirteen"), NEW])
    ours = words_in(plain.derivative.text, "thirteen")
    theirs = words_in(plain.original.text, "twelve")
    return replace(plain, findings=(find("changed_figure", ours, theirs, found="thirteen"),))


def test_both_places_are_named_with_their_words(comparison):
    (line,) = list_findings(comparison)

    assert line.name == "Figure changed"
    assert line.why == "The release differs."
    assert [place.sentence for place in line.places] == ["A2 “thirteen”", "R2 “twelve”"]


def test_card_of_a_passage_says_its_finding(comparison):
    address = view_comparison(comparison, PageState()).alarms[0].address
    key = address.partition("focus=")[2].partition("#")[0]

    detail = view_comparison(comparison, PageState(focus=key)).detail
    other = view_comparison(comparison, PageState(focus="x1")).detail

    assert [check.line.name for check in detail.checks] == ["Figure changed"]
    assert "Check: Figure changed. The release differs." in detail.copy
    assert other.checks == ()


def test_finding_in_the_release_alone_opens_its_passage(comparison):
    place = words_in(comparison.original.text, "Ferry crossings")
    only = replace(comparison, findings=(find("changed_name", None, place),))

    address = view_comparison(only, PageState()).alarms[0].address
    detail = view_comparison(only, PageState(focus="l1")).detail

    assert address == "?focus=l1#finding-1-release"
    assert [check.line.name for check in detail.checks] == ["Name changed"]


@pytest.mark.parametrize("view", [view for view in View if view is not View.LEDGER])
def test_every_place_of_a_page_is_named_once(comparison, view):
    text = comparison.derivative.text
    across = Span(0, text.index("yearly"))
    findings = (*comparison.findings, find("wrong_speaker", across), find("altered_quotation", Span(4, 12)))

    page = view_comparison(replace(comparison, findings=findings), PageState(view=view))

    cells = [cell for fold in page.texts.folds for row in fold.rows for cell in row.originals + row.derivatives]
    shown = "".join(str(cell.text) for cell in (*cells, *page.texts.originals, *page.texts.derivatives))
    names = re.findall(r'id="(finding-[^"]+)"', shown)
    assert len(names) == len(set(names))
    assert {"finding-1", "finding-2", "finding-3"} <= set(names)
    assert "! Quotation with altered words" in shown


def test_report_leads_to_the_marks_in_it(comparison):
    report = view_comparison(comparison, PageState(view=View.REPORT))

    assert report.alarms[0].address == "#finding-1"
    assert [place.address for place in report.findings[0].places] == ["finding-1", "finding-1-release"]


def test_same_words_twice_are_told_apart(comparison):
    text = comparison.derivative.text
    places = [index.start() for index in re.finditer("bridge", text)]
    twice = tuple(find("unmarked_speech", Span(start, start + 6), found="bridge") for start in places[:2])

    titles = [note.title for note in view_comparison(replace(comparison, findings=twice), PageState()).lists[0].notes]

    assert len(set(titles)) == 2
    assert all("bridge" in title and title.startswith("“") for title in titles)


def test_findings_are_counted_by_kind(comparison):
    once = comparison.findings[0]

    assert say_findings(comparison) == "1 thing worth checking: 1 figure changed."
    assert say_findings(replace(comparison, findings=(once, once))) == "2 things worth checking: 2 figures changed."


def test_gutter_explains_its_percent(comparison):
    rows = [row for fold in view_comparison(comparison, PageState()).texts.folds for row in fold.rows]

    assert rows[0].explained.startswith("100% of the article’s words in this row stand in the release as they are")
    assert rows[-1].explained == rows[-1].spoken


@pytest.mark.parametrize(
    ("score", "said"),
    [(0.97, "very likely the same content (0.97)"), (0.46, "possibly the same content (0.46): read both")],
)
def test_likelihood_is_said_in_words(comparison, score, said):
    match = replace(comparison.matches[0], label=Label.PARAPHRASED, score=score)

    page = view_comparison(replace(comparison, matches=(match, *comparison.matches[1:])), PageState(focus=match.id))

    assert ("Score", said) in page.detail.facts
