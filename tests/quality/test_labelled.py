"""The engine on our own labelled texts: floors that no change may go below."""

from __future__ import annotations

import pytest

from bench.gold import write_gold
from bench.labelled import BadLabelledText, read_labelled
from bench.own import ENGLISH, GERMAN, GROUPS, OTHERS, RELATED, list_wrong, measure_outcomes, select_group

FLOORS = {
    ENGLISH: {"labels": 0.9, "added": 0.86, "links": 0.9, "words": 0.81, "verdicts": 0.82},
    GERMAN: {"labels": 0.89, "added": 0.83, "links": 0.9, "words": 0.85, "verdicts": 0.83},
    RELATED: {"labels": 0.98, "added": 0.94, "links": 0.97, "words": 0.92, "verdicts": 0.88},
    OTHERS: {"labels": 1.0, "added": 1.0, "links": 1.0, "words": 1.0, "verdicts": 1.0},
}
"""What the engine reaches, rounded down a little: raise a floor with every gain.

Labels are the share of sentences with a right one; added, links and words are F1 of added sentences, of links to the
original's sentences and of added words; verdicts are the share of pairs with a right one.
"""


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("measure", FLOORS[ENGLISH])
def test_labels_stay_above_floors(group, measure):
    outcomes = select_group(group)

    reached = measure_outcomes(outcomes)[measure]

    assert reached >= FLOORS[group][measure], "\n".join(["", *list_wrong(outcomes)])


def test_failing_run_names_the_passages():
    outcomes = select_group(ENGLISH)

    wrong = list_wrong(outcomes)

    assert len(wrong) >= sum(not one.is_right for outcome in outcomes for one in outcome.sentences)
    assert all(any(line.startswith(f"{outcome.pair.id}: ") for outcome in outcomes) for line in wrong)


def test_labelled_texts_are_many_and_varied():
    pairs = read_labelled()
    languages = [pair.language for pair in pairs]

    assert len(pairs) >= 24
    assert languages.count("en") >= 14
    assert set(languages) == {"ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "zh"}


@pytest.mark.parametrize("pair", read_labelled(), ids=lambda pair: pair.id)
def test_sentences_stand_where_gold_says(pair):
    for text, lines in ((pair.original, pair.original_lines), (pair.derivative, pair.derivative_lines)):
        covered = "".join(text[line.start : line.end] for line in lines)

        assert covered.replace(" ", "") == "".join(text.split())


GOOD = "language: en\n--- original\n1 | One.\n--- derivative d: wholly_derived\nabout: a test\ncopied 1 | One.\n"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("copied 1", "stolen 1"),
        ("copied 1", "copied 2"),
        ("copied 1", "copied"),
        ("copied 1 |", "copied 1"),
        (": w", ": x"),
    ],
)
def test_faulty_gold_is_refused(tmp_path, good, bad):
    (tmp_path / "t.txt").write_text(GOOD.replace(good, bad), encoding="utf-8")

    with pytest.raises(BadLabelledText):
        read_labelled(tmp_path)


def test_gold_names_links_and_what_serves_as_well(tmp_path):
    text = GOOD.replace("1 | One.\n---", "1 | One.\n2 | Two.\n3 | Three.\n---").replace(
        "copied 1", "copied/edited 1=2,3?"
    )
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")

    (pair,) = read_labelled(tmp_path)
    gold = write_gold(pair)

    assert (gold["links"], gold["possible_links"], gold["links_instead"]) == ([[0, 0]], [[2, 0]], [[0, 1, 0]])
    assert gold["sentences"]["derivative"] == [{"start": 0, "end": 4, "label": "copied", "accept": ["edited"]}]


def test_marked_words_inside_a_sentence_are_added(tmp_path):
    text = GOOD.replace("copied 1 | One.", "added | New.\nedited 1 | One {+and six more,+} {?he said?}.")
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")

    (pair,) = read_labelled(tmp_path)
    gold = write_gold(pair)

    assert pair.derivative == "New. One and six more, he said."
    assert [pair.derivative[start:end] for start, end in gold["added"]] == ["New.", "and six more,"]
    assert [pair.derivative[start:end] for start, end in gold["doubtful"]] == ["he said"]
