"""Labels, scores and reasons of single matches."""

import pytest

from copytrail import Label, Match, Thresholds, compare, read_plain

ORIGINAL = "The ministry will buy three new scanners for the rural clinics in the Orrin valley this autumn."


def match_of(derivative: str, original: str = ORIGINAL, **limits: float) -> Match:
    (match,) = compare(read_plain(original), read_plain(derivative), Thresholds(**limits)).matches
    return match


def test_equal_words_are_copied():
    match = match_of(ORIGINAL.lower())

    assert (match.label, match.score) == (Label.COPIED, 1.0)
    assert match.why == "All 17 words stand in the original in order."


def test_one_changed_word_is_edited():
    match = match_of(ORIGINAL.replace("buy", "rent"))

    assert match.label is Label.EDITED
    assert match.score == round(2 * 16 / 34, 3)
    assert "1 replaced" in match.why
    assert "16 of 17 words stand in the original" in match.why


@pytest.mark.parametrize(
    ("derivative", "change"),
    [
        (ORIGINAL.replace("three new", "new"), "1 deleted"),
        (ORIGINAL.replace("three new", "three shiny new"), "1 inserted"),
        (ORIGINAL.replace("three new scanners", "a dozen scanners"), "2 replaced"),
    ],
)
def test_the_reason_counts_the_changes(derivative, change):
    assert change in match_of(derivative).why


def test_a_changed_order_is_edited():
    match = match_of(
        "In the Orrin valley the ministry will buy three new scanners for the rural clinics.",
        "The ministry will buy three new scanners for the rural clinics in the Orrin valley.",
    )

    assert match.label is Label.EDITED
    assert "order differs" in match.why


def test_few_kept_words_are_a_paraphrase():
    match = match_of("Rural clinics of that valley get scanners, three of them, bought in autumn by a ministry.")

    assert match.label is Label.PARAPHRASED
    assert "in other words" in match.why
    assert "“scanners”" in match.why
    assert 0 < match.score < 1


def test_why_names_both_forms_of_a_word():
    match = match_of("Rural clinics of that valley get one scanner each, bought in autumn by a ministry.")

    assert "“scanner” (“scanners”)" in match.why
    assert "“valley”," in match.why


def test_the_kept_share_divides_labels():
    derivative = (
        "The ministry may soon order several fresh scanners for the rural clinics in another valley this autumn."
    )

    assert match_of(derivative, kept_share=0.5).label is Label.EDITED
    assert match_of(derivative, kept_share=0.9, clause_share=1.0).label is Label.PARAPHRASED


def test_a_word_kept_alone_reads_well():
    match = compare(read_plain("It rained. Snow."), read_plain("It rained. Snow.")).matches[-1]

    assert match.why == "The word stands in the original."


@pytest.mark.parametrize("derivative", [ORIGINAL, ORIGINAL.replace("buy", "rent")])
def test_every_reason_is_one_sentence(derivative):
    why = match_of(derivative).why

    assert not why[0].islower()
    assert why.endswith(".")
    assert why.count(". ") == 0
