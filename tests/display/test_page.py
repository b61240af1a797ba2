from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail.display.measure_wording import say_derivation
from copytrail.display.page import view_comparison
from copytrail.display.state import Order, PageState, View, read_state
from copytrail.measures import measure
from copytrail.model import Derivation, Finding, Label, Span
from tests.display.texts import FIRST, NEW, SECOND, THIRD, compare_texts


@pytest.fixture
def comparison():
    return compare_texts([FIRST, THIRD, SECOND], [SECOND, FIRST.replace("thanked", "praised"), NEW])


def test_legend_counts_what_the_page_marks(comparison):
    page = view_comparison(comparison, PageState())

    marks = "".join(str(c.text) for f in page.texts.folds for r in f.rows for c in r.derivatives + r.originals)

    assert {entry.css: entry.passages for entry in page.toolbar.legend}["a"] == marks.count('<mark class="a">')
    assert {entry.css: entry.passages for entry in page.toolbar.legend}["o"] == marks.count('<mark class="o">')


def test_bars_hold_every_word(comparison):
    article, release = view_comparison(comparison, PageState()).bars

    assert [part.words for part in article.parts] == [17, 18, 0, 18]
    assert sum(part.words for part in release.parts) == 54
    assert round(sum(part.width for part in release.parts)) == 100


def test_verdict_counts_the_sentences(comparison):
    page = view_comparison(comparison, PageState())

    assert page.verdict == "Partly derived from the release: 2 of its 3 sentences come from it, 1 does not."


def test_reasons_speak_of_the_release(comparison):
    page = view_comparison(comparison, PageState())

    assert page.reasons == (
        "35 of 53 words (66%) come from the release.",
        "29 words (55%) stand in the release in runs of six or more.",
    )


def test_reasons_against_speak_of_the_release():
    comparison = compare_texts([FIRST], [NEW])
    original, derivative = comparison.original, comparison.derivative
    dated = replace(
        comparison, original=replace(original, published="2025"), derivative=replace(derivative, published="2024")
    )

    reasons = view_comparison(dated, PageState()).reasons

    assert len(reasons) == len(measure(dated).reasons)
    assert reasons[:2] == (
        "0 of 18 words (0%) come from the release.",
        "No run of six words is shared with the release.",
    )
    assert "It is dated 2024, before the release (2025)." in reasons


@pytest.mark.parametrize(("order", "there"), [(Order.ARTICLE, "release"), (Order.RELEASE, "article")])
def test_report_heads_say_whose_words_are_counted(comparison, order, there):
    page = view_comparison(comparison, PageState(view=View.REPORT, order=order))

    heads = [row.headline for fold in page.texts.folds for row in fold.rows if row.percent]

    assert heads
    assert all(head.endswith(f"% of these words stand in the {there}") for head in heads)


def test_button_names_its_paragraph(comparison):
    key = next(match.id for match in comparison.matches if match.label is Label.EDITED)

    assert view_comparison(comparison, PageState(focus=key)).detail.aside == "Set paragraph A2 aside as page furniture"
    assert view_comparison(comparison, PageState(focus="l1")).detail.aside == "Set paragraph R2 aside as page furniture"


def test_furniture_can_be_restored_and_not_set_aside():
    comparison = compare_texts([FIRST], [FIRST, "Advertisement"])

    page = view_comparison(comparison, PageState(focus="f1"))
    cells = [cell for fold in page.texts.folds for row in fold.rows for cell in row.derivatives]

    assert page.detail.aside == ""
    assert [cell.restore for cell in cells] == ["", "Restore A2"]


def test_card_of_a_left_out_passage_stands_apart_from_the_article(comparison):
    article = PageState(view=View.ARTICLE)

    assert view_comparison(comparison, replace(article, focus="x1")).texts.hold_focus
    assert not view_comparison(comparison, replace(article, focus="l1")).texts.hold_focus


def test_alarms_lead_to_their_places(comparison):
    alarms = {alarm.text: alarm.address for alarm in view_comparison(comparison, PageState()).alarms}

    assert alarms["1 passage added"] == "?show=added"
    assert alarms["1 passage left out"] == "?show=left_out"
    assert any("moved" in text and "focus=m" in address for text, address in alarms.items())


def test_detail_shows_both_wordings_and_why(comparison):
    key = next(match.id for match in comparison.matches if match.label is Label.EDITED)

    detail = view_comparison(comparison, PageState(focus=key)).detail

    assert detail is not None
    assert detail.changes == ("“thanked” became “praised”",)
    assert "<del>" in detail.release
    assert "<ins>" in detail.article
    assert detail.copy_name == "Copy both wordings"
    assert detail.why


def test_detail_of_an_addition_says_so(comparison):
    detail = view_comparison(comparison, PageState(focus="x1")).detail

    assert detail is not None
    assert detail.title == "Added · not in the release"
    assert detail.copy_name == "Copy the words"
    assert detail.facts == (("Length", "18 words"),)


def test_unknown_focus_opens_nothing(comparison):
    assert view_comparison(comparison, PageState(focus="m99")).detail is None


def test_rows_without_the_label_fold_away(comparison):
    folds = view_comparison(comparison, PageState(show=(Label.ADDED,))).texts.folds

    assert [bool(fold.summary) for fold in folds] == [True, False]
    assert folds[0].summary.startswith("3 rows without what you chose to see")


def test_findings_come_first_and_grave(comparison):
    finding = Finding(
        kind="wrong_speaker", derivative=Span(0, 10), original=None, expected="A", found="B", why="A says it."
    )

    page = view_comparison(replace(comparison, findings=(finding,)), PageState())

    assert page.alarms[0].text == "1 quotation given to another speaker"
    assert page.alarms[0].grave
    assert page.alarms[0].address == "?focus=m1#finding-1"
    assert 'id="finding-1"' in page.texts.folds[0].rows[0].derivatives[0].text
    assert page.lists[0].notes[0].place == "A1"


def test_address_carries_the_whole_state():
    state = PageState(view=View.CONNECTED, order=Order.RELEASE, show=(Label.ADDED,), focus="m3", find="a b", at=2)

    assert state.address() == "?view=connected&order=release&show=added&find=a+b&at=2&focus=m3"
    assert read_state(dict(state.fields)) == state


def test_nonsense_in_an_address_is_ignored():
    values = {"view": "x", "order": "y", "show": "z,,", "at": "-1", "done": "<b>", "focus": "q" * 99}

    assert read_state(values) == PageState(focus="q" * 40)


@pytest.mark.parametrize("view", list(View))
def test_empty_and_odd_texts_have_a_page(view):
    comparison = compare_texts(["1."], ["\ud800 a \x00 ✂"])

    page = view_comparison(comparison, PageState(view=view, find=".", focus="x1"))

    assert page.verdict


def test_what_is_not_all_derived_is_not_called_so():
    assert say_derivation(Derivation.WHOLLY_DERIVED, 7, 0).startswith("Wholly derived")
    assert say_derivation(Derivation.WHOLLY_DERIVED, 6, 1).startswith("Almost wholly derived")


def test_findings_speak_of_the_release(comparison):
    finding = Finding(
        kind="altered_quotation",
        derivative=Span(0, 5),
        original=None,
        expected="",
        found="",
        why="The original has it.",
    )

    page = view_comparison(replace(comparison, findings=(finding,)), PageState())

    assert page.lists[0].notes[0].text == "The release has it."


def test_score_of_a_paraphrase_says_what_it_means(comparison):
    match = replace(comparison.matches[0], label=Label.PARAPHRASED, score=0.83)

    page = view_comparison(replace(comparison, matches=(match, *comparison.matches[1:])), PageState(focus=match.id))

    assert ("Score", "likely the same content (0.83)") in page.detail.facts
