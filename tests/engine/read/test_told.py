"""Speech that a person marked: whose words whole paragraphs are, and what follows for the findings."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.intake.decisions import set_speakers
from copytrail.intake.furniture import set_kinds
from copytrail.model import ParagraphKind, QuotationKind, SpeechOutcome
from copytrail.read.quotations import read_quotations
from copytrail.read.speech.told import read_told

TEXT = (
    "Jane Doe, the chief engineer, spoke on Monday.\n\n"
    "We have built the longest bridge in the whole country.\n\n"
    "It will carry lorries for a hundred years.\n\n"
    "The crowd went home.\n\n"
    "Nobody asked us whether we wanted it at all."
)


def tell(speakers, text=TEXT):
    return set_speakers(read_plain(text), speakers)


def list_told(document):
    return [(each.speaker.name, each.content.of(document.text)) for each in read_told(document)]


def test_told_paragraph_is_a_quotation():
    (told,) = read_told(tell({2: "Jane Doe"}))

    assert told.kind is QuotationKind.BLOCK
    assert told.speaker.name == "Jane Doe"


def test_paragraphs_in_a_row_are_one_speech():
    document = tell({2: "Jane Doe", 3: "Jane Doe"})

    (said,) = list_told(document)
    assert said == ("Jane Doe", "\n\n".join(TEXT.split("\n\n")[1:3]))


def test_other_speaker_begins_another_speech():
    assert [name for name, _words in list_told(tell({2: "Jane Doe", 3: "Joe Roe", 5: "Jane Doe"}))] == [
        "Jane Doe",
        "Joe Roe",
        "Jane Doe",
    ]


def test_paragraph_set_aside_is_nobodys_speech():
    document = set_kinds(tell({2: "Jane Doe", 3: "Jane Doe"}), {3: ParagraphKind.FURNITURE})

    assert list_told(document) == [("Jane Doe", TEXT.split("\n\n")[1])]


def test_nothing_told_is_nothing_said():
    assert read_told(read_plain(TEXT)) == []


def test_speaker_is_found_where_the_text_names_them():
    document = tell({2: "Jane Doe"})

    (told,) = read_told(document)
    assert told.speaker.span.of(document.text) == "Jane Doe"


def test_last_name_before_the_speech_counts():
    document = tell({4: "Jane Doe"}, "Jane Doe came.\n\nIt rained.\n\nJane Doe spoke.\n\nWe did it.\n\nJane Doe left.")

    (told,) = read_told(document)
    assert told.speaker.span.start == document.text.index("Jane Doe spoke")


@pytest.mark.parametrize("speaker", ["Nobody Known", "[", "\\", "(?", "x" * 1000, "\U0001f600", "\u202e"])
def test_speaker_the_text_never_names_is_taken(speaker):
    (told,) = read_told(tell({2: speaker}))

    assert told.speaker.name == speaker
    assert told.speaker.span.start == told.speaker.span.end


def test_told_speech_takes_the_place_of_what_was_found():
    text = 'The crowd sang.\n\n"We have built the longest bridge in the country," said Joe Roe on Monday.\n\nIt rained.'

    found = read_quotations(tell({2: "Jane Doe"}, text))

    assert [each.speaker.name for each in found if each.speaker] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("speaker", "outcome"), [("Jane Doe", SpeechOutcome.SAME), ("Joe Roe", SpeechOutcome.WRONG_SPEAKER)]
)
def test_told_speakers_are_held_against_each_other(speaker, outcome):
    words = "We have built the longest bridge in the whole country and it will carry lorries for a hundred years."
    text = f"Jane Doe and Joe Roe met on Monday.\n\n{words}\n\nThe crowd went home."

    comparison = compare(tell({2: "Jane Doe"}, text), tell({2: speaker}, text))

    assert [row.outcome for row in comparison.speech] == [outcome]
    assert any(each.kind == "wrong_speaker" for each in comparison.findings) is (speaker == "Joe Roe")


def test_speech_told_on_one_side_is_not_lost():
    words = "We have built the longest bridge in the whole country and it will carry lorries for a hundred years."
    text = f"Jane Doe met the press on Monday.\n\n{words}\n\nThe crowd went home."

    rows = compare(tell({2: "Jane Doe"}, text), read_plain(text)).speech

    assert [row.outcome for row in rows] == [SpeechOutcome.UNMARKED]
