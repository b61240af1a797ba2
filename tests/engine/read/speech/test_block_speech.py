"""Statements without marks: announced by "X said:", and ending where a reader would guess."""

from __future__ import annotations

from dataclasses import replace

from copytrail import read_plain
from copytrail.model import Quotation, QuotationKind
from copytrail.read.quotations import read_quotations

STATEMENT = "This bridge shows what our town can do.\nWe waited for years, and I am proud of it."
NARRATION = "The number of ships has fallen to 40 a year, down from 90."


def read(text: str) -> tuple[Quotation, ...]:
    return read_quotations(replace(read_plain(text), language="en"))


def test_plain_paragraphs_after_an_announcement_are_speech():
    text = f"The mayor of Rodan, Ada Holm, said:\n{STATEMENT}\n{NARRATION}"

    [found] = read(text)

    assert found.content.of(text) == STATEMENT
    assert found.kind is QuotationKind.BLOCK
    assert found.speaker.name == "Ada Holm"
    assert found.cue.of(text) == "said"


def test_an_end_that_is_a_guess_is_unsure():
    [guessed] = read(f"Ada Holm said:\n{STATEMENT}\n{NARRATION}")
    [closed] = read(f"Ada Holm said:\n{STATEMENT}\n\nNotes for editors\n\n{NARRATION}")

    assert guessed.unsure
    assert not closed.unsure


def test_a_second_announcement_ends_the_first_statement():
    text = f"Ada Holm said:\n{STATEMENT}\nBob Penn added:\nWe will pay for it.\n{NARRATION}"

    first, second = read(text)

    assert first.content.of(text) == STATEMENT
    assert (second.content.of(text), second.speaker.name) == ("We will pay for it.", "Bob Penn")


def test_a_statement_may_follow_in_the_same_paragraph():
    text = f"Mayor Ada Holm said: We waited for years and I am proud of it.\n{NARRATION}"

    [found] = read(text)

    assert found.content.of(text) == "We waited for years and I am proud of it."


def test_a_list_after_a_colon_is_no_statement():
    assert read("The report found:\n- fewer ships\n- more cars") == ()
    assert read("The plan shows that there are two ways: a bridge or a ferry.") == ()


def test_marks_after_an_announcement_are_no_block():
    [found] = read("Ada Holm said:\n“We waited for years.”\nThe bridge is long.")

    assert found.kind is QuotationKind.DIRECT
    assert found.speaker.name == "Ada Holm"


def test_a_quoted_person_ends_a_statement():
    text = f"Ada Holm said:\n{STATEMENT}\n{NARRATION}\nBob Penn was glad: “I will drive on it every day now.”"

    first, _ = read(text)

    assert first.content.of(text) == STATEMENT


def test_a_phrase_between_marks_stays_in_its_statement():
    text = f"Ada Holm said:\nWe call it the “bridge of all our hopes” in this town.\n{NARRATION}"

    [found] = read(text)

    assert found.kind is QuotationKind.BLOCK
