"""The operations of the mutation benchmark, on a text of our own."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from random import Random

import pytest

from bench.mutations.__main__ import try_source
from bench.mutations.changes import Change, Quoted, Source, replace_spans
from bench.mutations.english_facts import (
    change_date,
    change_figure,
    change_house_style,
    change_name,
    change_title,
    change_unit,
    keep_text,
)
from bench.mutations.finding_trials import HARMLESS, TRIALS, Trial, change_source, judge_findings
from bench.mutations.speech import alter_word, join_quotations, swap_speakers
from bench.mutations.tables import write_tables
from copytrail import compare, read_plain
from copytrail.model.segments import Span

TEXT = """The harbour at Wexcombe will close on Monday for repairs costing $14 million.

“The harbour wall was built by people who never saw a storm like this one,” said Mayor Imogen Tarrant, who opened it.

Some 240 boats - nearly a third of the fleet - will move, or 31 percent, on March 9.

“Nobody in this town asked for a marina instead of a working fishing port,” Piers Halloway said.

The U.S. owner recognized this, and may sell it."""
SPEECH = (
    ("The harbour wall was built by people who never saw a storm like this one,", "Imogen Tarrant"),
    (
        "Nobody in this town asked for a marina instead of a working fishing port,",
        "Piers Halloway",
    ),
)


def locate(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


SOURCE = Source(TEXT, tuple(Quoted(locate(content), locate(speaker)) for content, speaker in SPEECH))
SEEDS = range(25)


def changes_of(operation):
    return [operation(SOURCE, Random(seed)) for seed in SEEDS]


def exchanged(change):
    """The words before and after at the one place of a change."""
    return change.original[0].of(TEXT), change.derivative[0].of(change.text)


def undo(change):
    """The changed text with the original's words put back at its places."""
    back = zip(change.derivative, change.original, strict=True)
    return replace_spans(change.text, [(there, here.of(TEXT)) for there, here in back]).text


@pytest.mark.parametrize("trial", [*TRIALS["en"], *HARMLESS["en"]], ids=lambda trial: trial.name)
def test_the_same_text_is_changed_in_the_same_way_every_time(trial):
    first, second = (change_source(trial.name, trial.operation, "harbour", SOURCE) for _ in range(2))

    assert first == second is not None


@pytest.mark.parametrize("operation", [alter_word, change_figure, change_date, change_unit, change_name, change_title])
def test_a_text_is_changed_at_one_place_and_nowhere_else(operation):
    for change in changes_of(operation):
        assert change.text != TEXT
        assert len(change.original) == 1
        assert undo(change) == TEXT


def test_swapped_speakers_change_places():
    for change in changes_of(swap_speakers):
        assert "said Mayor Piers Halloway, who opened it" in change.text
        assert "port,” Imogen Tarrant said" in change.text
        assert [place.of(change.text) for place in change.derivative] == [content for content, _ in SPEECH]


def test_altering_a_quotation_exchanges_one_of_its_words():
    for change in changes_of(alter_word):
        before, after = (words.split() for words in exchanged(change))
        steps = [step for step in SequenceMatcher(None, before, after).get_opcodes() if step[0] != "equal"]

        assert [(step[0], step[2] - step[1]) for step in steps] == [("replace", 1)]


def test_what_an_editor_put_in_brackets_is_not_altered():
    text = "“If [those neighbours] go,” she said."
    source = Source(text, (Quoted(Span(1, 25)),))

    assert alter_word(source, Random(1)) is None


def test_joined_quotations_stand_between_the_first_marks():
    (first, _), (second, _) = SPEECH
    for change in changes_of(join_quotations):
        assert f"“{first} {second.rstrip(',')}”" in change.text
        assert change.derivative[0].of(change.text) == f"{first} {second.rstrip(',')}"
        assert change.derivative[1].of(change.text) == second


def test_a_changed_figure_is_another_number():
    for change in changes_of(change_figure):
        before, after = exchanged(change)

        assert before in {"14", "240", "31"}
        assert float(after) != float(before)


@pytest.mark.parametrize(
    ("operation", "befores", "afters"),
    [
        (change_date, {"Monday", "March"}, r"[A-Z][a-z]+(?:day|y|r|h|l|e|t)"),
        (change_unit, {"$", "million", "percent"}, r"[£€]|billion|percentage points"),
        (change_title, {"Mayor"}, "Governor"),
        (change_name, {"Imogen Tarrant", "Piers Halloway"}, r"[A-Z][a-z]+ [A-Z][a-z]+"),
    ],
)
def test_a_changed_fact_is_another_of_its_kind(operation, befores, afters):
    pairs = [exchanged(change) for change in changes_of(operation) if change]

    assert {before for before, _ in pairs} <= befores
    assert all(re.fullmatch(afters, after) and after != before for before, after in pairs)


def test_house_style_leaves_words_figures_and_names_alone():
    for change in changes_of(change_house_style):
        assert change.text != TEXT
        assert "9 March." in change.text
        assert "$14m" in change.text
        assert "The US owner recognised this" in change.text
        assert "240 boats – nearly a third of the fleet – will move" in change.text
        assert [content for content, _ in SPEECH if content not in change.text] == []


@pytest.mark.parametrize(
    "text", ["It opens on Dec. 22 at last.", "It opened in Sept 2015.", "They left by 10 p.m. that day."]
)
def test_days_and_times_are_no_figures_to_change(text):
    assert change_figure(Source(text), Random(1)) is None


def test_an_office_is_no_first_name():
    assert change_name(Source("President Halloway said so."), Random(1)) is None


def test_house_style_turns_a_date_round_without_touching_what_follows():
    changed = change_house_style(Source("It rose on June 5, 2015, and  fell on May 3, he said ."), Random(1))

    assert changed is not None
    assert changed.text == "It rose on 5 June 2015, and  fell on 3 May, he said ."


def test_a_text_without_the_kind_is_not_changed():
    plain = Source("Nothing happened here.")

    assert {trial.operation(plain, Random(1)) for trial in TRIALS["en"]} == {None}


def test_an_identical_text_has_nothing_to_find():
    assert keep_text(SOURCE, Random(1)) == Change(TEXT)


def test_a_finding_elsewhere_does_not_count_as_found():
    change = replace_spans(TEXT, [(locate("240"), "520")])
    findings = compare(read_plain(TEXT), read_plain(change.text)).findings
    trial = Trial("figure changed", change_figure, ("changed_figure",))

    there = judge_findings(trial, change, findings)
    elsewhere = judge_findings(trial, Change(change.text, (Span(0, 3),), (Span(0, 3),)), findings)

    assert (there.is_found, there.elsewhere) == (True, 0)
    assert (elsewhere.is_found, elsewhere.is_noticed, elsewhere.elsewhere) == (False, False, 1)


def test_a_finding_that_names_the_new_name_tells_of_it():
    change = replace_spans(TEXT, [(locate("Piers Halloway"), "Piers Lindqvist")])
    findings = compare(read_plain(TEXT), read_plain(change.text)).findings

    assert [one.kind for one in findings] == ["wrong_speaker"]
    assert judge_findings(Trial("name changed", change_name, ("wrong_speaker",)), change, findings).is_found


def test_the_table_shows_goals_beside_what_was_reached():
    table = write_tables("en", *try_source("harbour", SOURCE))

    assert re.search(r"^two speakers swapped +1 +1\.000 +0\.950 ", table, re.MULTILINE)
    assert re.search(r"^claim reversed +1 +[01]\.000 +0\.800 ", table, re.MULTILINE)
    assert re.search(r"^dropped +1 +1\.000 +1\.000 +0\.950 ", table, re.MULTILINE)
    assert re.search(r"^identical +1 +0\.000 +0\.000$", table, re.MULTILINE)
