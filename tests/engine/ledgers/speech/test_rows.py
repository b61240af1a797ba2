"""The speech ledger: what became of everybody's words."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.model import Comparison, QuotationKind, Speech, SpeechOutcome

ORIGINAL = """The town of Rodan has opened its new bridge over the river after nine years of work.
Mayor Ada Holm said: “We waited nine long years for this bridge, and every family in the town has paid for it. \
It will bring our two shores together. Nobody who saw the ferry sink will forget that winter.”
The toll will be two pounds for cars, and buses will cross without paying anything at all.
Transport minister Bob Penn said: “The government has kept its promise to the people of the north. \
Our engineers finished the work on time.”
Ships of more than 40 metres must wait for the tide before they pass below the middle arch."""


def held_against(derivative: str, original: str = ORIGINAL) -> Comparison:
    return compare(read_plain(original), read_plain(derivative))


def rows(derivative: str, original: str = ORIGINAL) -> list[Speech]:
    return [row for row in held_against(derivative, original).speech if row.derivative]


def outcome(quotation: str) -> SpeechOutcome:
    [row] = rows(quotation)
    return row.outcome


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("Mayor Ada Holm said: “It will bring our two shores together.”", "same"),
        ("“It will bring our two shores together,” said Mayor Ada Holm.", "same"),
        ("Ms Holm said: “Every family in the town has paid for it.”", "same"),
        ("Ada Holm said: “We waited 9 long years for this bridge.”", "house_style"),
        ("Ada Holm said: “It'll bring our two shores together.”", "house_style"),
        ("Ada Holm said: “We waited nine hard years for this bridge.”", "altered_words"),
        ("Ada Holm said: “We waited nine years for this bridge.”", "altered_words"),
        ("Ada Holm said: “It will bring our two great shores together.”", "altered_words"),
        ("Ada Holm said: “It will bring our two shores closer.”", "altered_words"),
        ("Ada Holm said: “We waited nine long years for this bridge. Nobody will forget that winter.”", "spliced"),
        (
            "Ada Holm said: “Every family in the town has paid for it. We waited nine long years for this bridge.”",
            "order_changed",
        ),
        ("Ada Holm called it a bridge for “every family in the village” now.", "partial_different"),
        ("Bob Penn said: “It will bring our two shores together.”", "wrong_speaker"),
        ("Ada Holm said: “Taxes must fall before the next election in May.”", "not_in_original"),
        ("Carl Reed said: “Taxes must fall before the next election in May.”", "not_in_original"),
    ],
)
def test_each_outcome_is_told_apart(quotation, expected):
    assert outcome(quotation).value == expected


def test_an_ellipsis_is_a_sign_of_a_cut():
    parts = "We waited nine long years for this bridge … Nobody who saw the ferry sink will forget that winter."
    signed = f"Ada Holm said: “{parts}”"

    assert outcome(signed) is SpeechOutcome.HOUSE_STYLE
    assert outcome(signed.replace(" …", ".")) is SpeechOutcome.SPLICED


def test_words_in_brackets_are_signed_changes():
    assert outcome("Ada Holm said: “[The bridge] will bring our two shores together.”") is SpeechOutcome.HOUSE_STYLE


def test_words_of_two_speakers_in_one_quotation_are_joined():
    quotation = "Ada Holm said: “It will bring our two shores together. Our engineers finished the work on time.”"

    assert outcome(quotation) is SpeechOutcome.SPLICED


def test_altered_words_are_shown_by_word():
    [row] = rows("Ada Holm said: “We waited nine hard years for this bridge.”")

    [edit] = row.edits
    assert edit.original.of(ORIGINAL) == "long"
    assert row.original.content.of(ORIGINAL) == "We waited nine long years for this bridge"


def test_a_wrong_speaker_shows_both_speakers_and_cues():
    comparison = held_against("“It will bring our two shores together,” Bob Penn noted.")

    [row] = [row for row in comparison.speech if row.derivative]
    assert (row.original.speaker.name, row.derivative.speaker.name) == ("Ada Holm", "Bob Penn")
    assert row.original.cue.of(ORIGINAL) == "said"
    assert row.derivative.cue.of(comparison.derivative.text) == "noted"
    assert row.wording is SpeechOutcome.SAME


@pytest.mark.parametrize(
    "name", ["Mayor Holm", "Ms Ada Holm", "Holm", "The mayor", "She", "A spokesperson", "Ada Holme"]
)
def test_other_ways_to_name_a_speaker_are_no_change(name):
    text = f"Mayor Ada Holm spoke in Rodan. {name} said: “It will bring our two shores together.”"

    assert rows(text)[0].outcome is SpeechOutcome.SAME


def test_a_pronoun_for_one_of_two_is_no_wrong_speaker():
    text = "Mayor Ada Holm came. Minister Bob Penn came later. She said: “It will bring our two shores together.”"

    assert rows(text)[0].outcome is SpeechOutcome.SAME


def test_a_pronoun_that_stayed_is_no_wrong_speaker_where_others_left():
    original = "Ada Holm came.\nBob Penn had left.\n“We will go on with the work,” she said.\nIt rained on the bridge."

    [row] = rows(original.replace("Ada Holm came.\n", ""), original)

    assert row.outcome is SpeechOutcome.SAME


def test_the_narrators_words_between_marks_have_no_speaker():
    [row] = rows("The council said “buses will cross without paying anything at all” in future.")

    assert row.outcome is SpeechOutcome.SAME
    assert row.original.kind is QuotationKind.NARRATION


def test_one_word_in_another_form_is_different():
    original = "Mayor Ada Holm opened the bridge. Cars will be checked swiftly at the gate."

    [row] = rows(
        "The council promised that checks would be “swift” there, and said they would be “swift” soon.", original
    )[:1]

    assert row.outcome is SpeechOutcome.PARTIAL_DIFFERENT
    assert row.original.content.of(original) == "swiftly"


def test_speech_in_the_narrators_voice_is_unmarked():
    [row] = rows("The work is done. Nobody who saw the ferry sink will forget that winter in the north.")

    assert row.outcome is SpeechOutcome.UNMARKED
    assert row.original.speaker.name == "Ada Holm"


def test_a_reporting_sentence_is_indirect():
    [row] = rows("Ada Holm said nobody who saw the ferry sink will forget that winter in the north.")

    assert row.outcome is SpeechOutcome.INDIRECT


def test_a_report_of_another_speaker_is_a_wrong_speaker():
    [row] = rows("Bob Penn said that nobody who saw the ferry sink will forget that winter.")

    assert row.outcome is SpeechOutcome.WRONG_SPEAKER
    assert row.derivative.kind is QuotationKind.INDIRECT


def test_a_report_of_what_the_narrator_says_is_no_row():
    assert rows("Bob Penn said that buses will cross without paying anything at all.") == []


def test_words_the_narrator_uses_too_are_nobodys():
    assert rows("The new bridge over the river is a bridge over the river.") == []


def test_what_was_not_used_is_listed_last():
    comparison = held_against("Ada Holm said: “It will bring our two shores together.” She left.")

    unused = [row.original.content.of(ORIGINAL) for row in comparison.speech if row.outcome is SpeechOutcome.NOT_USED]

    assert [text[:20] for text in unused] == ["We waited nine long ", "Nobody who saw the f", "The government has k"]


def test_a_text_against_itself_is_all_the_same():
    comparison = held_against(ORIGINAL)

    assert {row.outcome for row in comparison.speech} == {SpeechOutcome.SAME}
    assert comparison.findings == ()


def test_the_same_words_of_two_speakers_are_each_his_own():
    both = "Ada Holm said: “We are proud of it.”\nIt rained.\nBob Penn said: “We are proud of it.”\nIt rained again."

    assert {row.outcome for row in rows(both, both)} == {SpeechOutcome.SAME}
