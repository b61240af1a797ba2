"""The ledgers of one comparison, as the page and the report show them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from copytrail.display.ledger.places import find_context
from copytrail.display.ledger.state import LedgerState
from copytrail.display.page import view_comparison
from copytrail.display.state import PageState, View, read_state
from copytrail.model import (
    AdditionKind,
    Anchors,
    Comparison,
    Dismissal,
    FactKind,
    FactOutcome,
    Finding,
    Loss,
    Span,
    SpeechOutcome,
)
from tests.display.ledger_texts import ARTICLE, RELEASE, add_changes, compare_ledgers, find_words

LEDGER = PageState(view=View.LEDGER)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return add_changes(compare_ledgers())


def show(comparison: Comparison, **filters: object):
    return view_comparison(comparison, replace(LEDGER, ledger=LedgerState(**filters))).ledgers


def plain(markup: object) -> str:
    spoken = re.sub(r'<span class="spoken(?:-end)?"[^>]*>.*?</span>', "", str(markup))
    return re.sub(r"<[^>]+>", "", spoken)


def test_wrong_speaker_stands_with_both_sides(comparison):
    row = show(comparison).speech.rows[0]

    assert row.outcome == "Given to another speaker"
    assert row.check.grave
    assert "the release gives to Anna Berg" in row.check.why
    assert row.release.speaker == "Anna Berg · “said”"
    assert row.article.speaker == "Carl Lund · “said”"
    assert plain(row.article.words) == "We waited forty years for this bridge to open to everybody,"


def test_speech_follows_the_article_then_the_unused(comparison):
    rows = show(comparison).speech.rows

    assert [row.outcome for row in rows] == ["Given to another speaker", "Not in the release", "Not used"]
    assert rows[1].release is None
    assert rows[1].missing == "Not in the release."
    assert rows[2].article is None
    assert rows[2].missing == "Not used in the article."


def test_altered_words_are_marked_on_both_sides():
    altered = (ARTICLE[0], RELEASE[1].replace("forty", "fifty"))

    rows = show(compare_ledgers(RELEASE, altered)).speech.rows

    assert rows[0].outcome == "Words altered"
    assert "forty" in re.search(r"<del>.*?</del>", str(rows[0].release.words))[0]
    assert "fifty" in re.search(r"<ins>.*?</ins>", str(rows[0].article.words))[0]


def test_both_sides_lead_to_their_passage(comparison):
    row = show(comparison).speech.rows[0]

    aligned = view_comparison(comparison, read_state({"focus": row.article.place.address.partition("focus=")[2][:2]}))
    cells = [c for fold in aligned.texts.folds for r in fold.rows for c in r.originals + r.derivatives]
    page = "".join(str(cell.text) for cell in cells)

    assert row.article.place.name == "A2"
    assert row.release.place.name == "R2"
    for side in (row.article, row.release):
        assert f'id="{side.place.address.partition("#")[2]}"' in page
    assert aligned.detail is not None


def test_way_to_a_passage_drops_the_filter_that_hides_it(comparison):
    state = read_state({"view": "ledger", "show": "added", "find": "bridge"})

    place = view_comparison(comparison, state).ledgers.speech.rows[0].article.place

    assert "show=" not in place.address
    assert "find=" not in place.address
    assert "view=" not in place.address


def test_changed_facts_come_first_and_same_last(comparison):
    outcomes = [row.outcome for row in show(comparison).facts.rows]

    assert outcomes[0] == "Changed"
    assert outcomes == sorted(outcomes, key=["Changed", "Not in the release", "Dropped", "The same"].index)


def test_facts_that_are_the_same_are_folded(comparison):
    facts = show(comparison).facts

    assert {row.outcome for row in facts.folded_rows} == {"The same"}
    assert "The same" not in {row.outcome for row in facts.open_rows}
    assert facts.fold_name == f"The same in both: {len(facts.folded_rows)} rows"


def test_fact_that_is_asked_for_is_not_folded(comparison):
    facts = show(comparison, outcome=FactOutcome.SAME).facts

    assert facts.rows == facts.open_rows != ()


def test_fact_shows_its_value_in_both_sentences(comparison):
    row = show(comparison).facts.rows[0]

    assert (row.kind, row.value) == ("figure", "14 months")
    assert plain(row.release.words) == RELEASE[0]
    assert '<strong class="value grave">15 months</strong>' in str(row.article.words)
    assert row.check.grave


def test_filters_count_what_a_click_shows(comparison):
    (outcomes,) = show(comparison).speech.filters
    counts = {choice.name: choice.count for choice in outcomes.choices}

    for choice in outcomes.choices[1:]:
        state = read_state(dict(re.findall(r"(\w+)=(\w+)", choice.address)))
        shown = view_comparison(comparison, state).ledgers.speech.rows
        assert str(len(shown)) == choice.count
    assert counts["All"] == "3"


def test_two_filters_of_facts_work_together(comparison):
    facts = show(comparison, fact=FactKind.NAME, outcome=FactOutcome.NOT_IN_ORIGINAL).facts
    outcomes, kinds = facts.filters

    assert {row.value for row in facts.rows} == {"Dora Falk", "Peter Holt", "Norway"}
    assert {choice.name: choice.count for choice in outcomes.choices}["Not in the release"] == "3"
    assert [choice.name for choice in kinds.choices if choice.chosen] == ["Names"]


def test_click_on_the_chosen_filter_shows_all(comparison):
    (outcomes,) = show(comparison, speech=SpeechOutcome.NOT_USED).speech.filters

    chosen = next(choice for choice in outcomes.choices if choice.chosen)

    assert chosen.name == "Not used"
    assert "speech=" not in chosen.address


def test_filter_without_rows_says_so(comparison):
    assert show(comparison, speech=SpeechOutcome.SPLICED).speech.quiet == "No row is of this kind."


def test_numbers_of_rows_outlast_a_filter(comparison):
    every = {row.anchor: row.value for row in show(comparison).facts.rows}

    some = show(comparison, outcome=FactOutcome.NOT_IN_ORIGINAL).facts.rows

    assert all(every[row.anchor] == row.value for row in some)


def test_additions_say_kind_why_and_where_else(comparison):
    (row,) = show(add_changes(comparison, also_in=("article-3",))).additions.rows

    assert (row.kind, row.also) == ("Stated without attribution", "also in article 3")
    assert row.why == "It names 1953, which the release does not."
    assert row.place.name == "A4"
    assert plain(row.words) == ARTICLE[3]


def test_omissions_say_what_is_lost(comparison):
    (row,) = show(comparison, lost=Loss.TOPIC).omissions.rows

    assert row.kind == "Loses a caveat or condition and a whole topic"
    assert row.place.name == "R4"
    assert show(comparison, lost=Loss.SPEAKER).omissions.rows == ()
    assert show(comparison, added=AdditionKind.ADVICE).additions.rows == ()


def test_filters_count_a_row_once_however_much_it_loses(comparison):
    (losses,) = show(comparison).omissions.filters

    assert [(choice.name, choice.count) for choice in losses.choices] == [
        ("All", "1"),
        ("A caveat or condition", "1"),
        ("A whole topic", "1"),
    ]


def test_claims_stand_with_both_wordings(comparison):
    texts = comparison.original.text, comparison.derivative.text
    claim = Finding(
        kind="stronger_claim",
        original=find_words(texts[0], "after 14 months"),
        derivative=find_words(texts[1], "after 15 months"),
        expected="after 14",
        found="after 15",
        why="The original says less.",
    )

    (row,) = show(replace(comparison, findings=(claim,))).claims.rows

    assert (row.outcome, row.value) == ("Stronger", "“after 14” → “after 15”")
    assert row.check.why == "The release says less."
    assert '<strong class="value grave">after 15 months</strong>' in str(row.article.words)
    assert row.release.place.name == "R1"
    assert show(replace(comparison, findings=())).claims.quiet.startswith("No claim was found")


def test_empty_ledgers_say_so():
    ledgers = show(replace(compare_ledgers(("It rained.",), ("It rained.",)), additions=(), omissions=()))

    sections = (ledgers.speech, ledgers.facts, ledgers.additions, ledgers.omissions)
    assert [len(section.rows) for section in sections] == [0, 0, 0, 0]
    assert ledgers.speech.quiet == "No quotation was found in either text."
    assert all(section.quiet.endswith(".") and not section.filters for section in sections)


def test_article_of_its_own_says_it_first(comparison):
    apart = compare_ledgers(RELEASE, ("A cat sat on the mat and slept until the sun went down over the hills.",))

    assert show(comparison).note == ""
    assert show(apart).note.startswith("This article is not derived from the release.")


def test_dismissed_finding_makes_its_row_quiet(comparison):
    about = Anchors(expected="", found="", derivative=None, original=None)
    dismissal = Dismissal(
        kind="changed_figure", anchors=about, reason="Both are right", time=datetime(2026, 11, 22, tzinfo=UTC)
    )
    findings = tuple(replace(finding, dismissed=dismissal) for finding in comparison.findings)

    row = show(replace(comparison, findings=findings)).facts.rows[0]

    assert not row.check.grave
    assert row.check.dismissed == "Dismissed by hand: Both are right"
    assert "grave" not in str(row.article.words)


def test_alarms_lead_from_the_ledgers_to_the_texts(comparison):
    alarms = view_comparison(comparison, replace(LEDGER, focus="m1")).alarms

    assert alarms
    assert all("view=" not in alarm.address for alarm in alarms)


def test_places_of_reports_on_one_page_stay_apart(comparison):
    report = view_comparison(comparison, PageState(view=View.REPORT, prefix="report-2-")).ledgers

    assert report.speech.key == "report-2-ledger-speech"
    assert report.speech.rows[0].anchor == "report-2-speech-1"
    assert report.speech.rows[0].article.place.address == "#report-2-A2"


def test_other_views_build_no_ledger(comparison):
    assert view_comparison(comparison, PageState()).ledgers is None


def test_hostile_words_stay_text():
    hostile = ("<b>Boats</b> cost £7 today.", "“<script>alert(1)</script> is what we wanted to say,” said Anna Berg.")

    ledgers = show(compare_ledgers(RELEASE, hostile))

    shown = "".join(str(row.article.words) for row in (*ledgers.speech.rows, *ledgers.facts.rows) if row.article)
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_long_sentence_is_cut_around_the_value():
    long = " ".join(f"word{number}" for number in range(60)) + " £7 " + " ".join("abc" for _ in range(80)) + "."
    document = compare_ledgers(RELEASE, (long,)).derivative
    value = find_words(long, "£7")

    context = find_context(document, value)

    assert (context.cut_before, context.cut_after) == (True, True)
    assert context.span.contains(value)
    assert len(context.span) < 200
    assert long[context.span.start - 1] == " "


def test_state_of_the_ledgers_survives_the_address():
    fields = {"view": "ledger", "speech": "wrong_speaker", "fact": "date", "outcome": "changed", "added": "advice"}

    state = read_state({**fields, "lost": "nonsense"})

    assert dict(state.fields) == fields
    assert state.ledger.lost is None


def test_context_of_a_whole_sentence_is_itself(comparison):
    place = find_words(comparison.original.text, RELEASE[0])

    assert find_context(comparison.original, place).span == Span(place.start, place.end)
