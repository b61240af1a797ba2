"""Sentences moved, split, merged, dropped and inserted by program, and pages put round a text."""

from __future__ import annotations

from random import Random

import pytest

from bench.mutations.changes import Source
from bench.mutations.contents import drop_sentences, insert_sentences
from bench.mutations.label_trials import LABEL_TRIALS, count_furniture, judge_labels
from bench.mutations.order import merge_sentences, move_sentences, split_sentence
from bench.mutations.pages import wrap_in_page
from bench.mutations.sentences import compose, lay_out
from bench.mutations.texts import find_plain_quotations
from copytrail import compare, read_plain

TITLE = "Wexcombe closes its harbour for repairs"
SENTENCES = (
    "The harbour at Wexcombe will close for repairs after the storm of last winter.",
    "The work is expected to take three months, and the council will pay half of it.",
    "Fishermen asked for a second crane because the old one had failed twice in a year.",
    "The boats will move to the river, where a temporary quay was built in April.",
    "Two schools near the quay have complained about lorries that pass before eight.",
    "An engineer from Halloway measured the wall and found cracks in nine places.",
)
TEXT = "\n\n".join([TITLE, *(" ".join(pair) for pair in zip(SENTENCES[::2], SENTENCES[1::2], strict=True))])
OTHER = " ".join(
    f"The museum of {thing} in Lindholm opened a new wing with a café and a garden for children."
    for thing in ("clocks", "bridges", "bread", "sails", "glass")
)
SOURCE = Source(TEXT, other=OTHER)
SEEDS = range(25)


def changes_of(operation, source=SOURCE):
    return [operation(source, Random(seed)) for seed in SEEDS]


def marked(change):
    return [place.of(change.text) for place in change.derivative]


def test_sentences_are_cut_only_where_they_surely_end():
    text = "The U.S. owner met Sen. Ada Holm. She agreed. “It is late. We go,” he said."

    assert [span.of(text) for span in lay_out(text)[0]] == [
        "The U.S. owner met Sen. Ada Holm.",
        "She agreed.",
        "“It is late. We go,” he said.",
    ]


def test_moved_sentences_stand_elsewhere_and_nothing_is_lost():
    for change in changes_of(move_sentences):
        assert change.text != TEXT
        assert sorted(change.text.split()) == sorted(TEXT.split())
        assert change.text.startswith(TITLE)
        assert marked(change) == [place.of(TEXT) for place in change.original]


def test_a_split_sentence_becomes_two():
    results = {marked(change)[0] for change in changes_of(split_sentence)}

    assert results == {
        "The work is expected to take three months. The council will pay half of it.",
        "Fishermen asked for a second crane. That is because the old one had failed twice in a year.",
    }


def test_merged_sentences_become_one():
    for change in changes_of(merge_sentences):
        (merged,) = marked(change)

        assert change.text.count(". ") == TEXT.count(". ") - 1
        assert merged.endswith(".")
        assert ". " not in merged


def test_dropped_words_are_missing_and_no_others():
    for change in changes_of(drop_sentences):
        rest = TEXT
        for place in reversed(change.original):
            rest = rest[: place.start] + rest[place.end :]
        assert change.derivative == ()
        assert change.text.split() == rest.split()


def test_inserted_sentences_are_those_of_the_other_text():
    for change in changes_of(insert_sentences):
        assert marked(change)
        assert all(sentence in OTHER for sentence in marked(change))


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_page_stands_round_the_text(language):
    for change in changes_of(wrap_in_page, Source(TEXT, language=language)):
        lines = [line for line in change.text.split("\n\n") if line not in marked(change)]

        assert lines == TEXT.split("\n\n")


@pytest.mark.parametrize("trial", LABEL_TRIALS, ids=lambda trial: trial.name)
def test_what_the_operation_did_is_counted(trial):
    change = trial.operation(SOURCE, Random(3))
    result = judge_labels(trial, change, compare(read_plain(TEXT), read_plain(change.text)))

    assert result.way == change.way
    assert 0 <= result.right <= result.changed
    assert result.wrong <= result.rest


@pytest.mark.parametrize("name", ["moved", "split", "merged", "dropped", "inserted"])
def test_a_plain_change_has_its_label(name):
    trial = next(one for one in LABEL_TRIALS if one.name == name)
    for change in changes_of(trial.operation)[:5]:
        result = judge_labels(trial, change, compare(read_plain(TEXT), read_plain(change.text)))

        assert (result.right, result.wrong, result.findings) == (result.changed, 0, 0)


def test_furniture_counts_by_the_paragraph():
    change = compose([[], *wrap_lines("Skip to content", "Cookie settings")], "menu")
    comparison = compare(read_plain(TEXT), read_plain(change.text))

    assert count_furniture(change, comparison) == (2, 2, 0, 4)


def wrap_lines(*lines):
    """The text under some lines of a page, as pieces."""
    from bench.mutations.sentences import Piece, as_pieces

    return [*([Piece(line, is_marked=True)] for line in lines), *as_pieces(TEXT, lay_out(TEXT))]


def test_quotations_between_plain_marks_have_their_speaker():
    text = 'It rained. "We shall mend the wall before winter," said Ada Holm. "Nobody will wait for it," Holm added.'
    quotations = find_plain_quotations(text)

    assert [(one.content.of(text)[:8], one.speaker.of(text)) for one in quotations] == [
        ("We shall", "Ada Holm"),
        ("Nobody w", "Holm"),
    ]
