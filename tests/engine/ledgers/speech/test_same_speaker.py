"""When two documents speak of the same person."""

from __future__ import annotations

import pytest

from copytrail.ledgers.speech.same_speaker import Speakers
from copytrail.model import Thresholds
from copytrail.read.speech.words import speech_words


def speakers(*names: str) -> Speakers:
    return Speakers(names, speech_words("en"), Thresholds().spelling_likeness)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holm", "Holm"),
        ("Ada Holm", "Mayor Ada Holm"),
        ("Ada Holm", "Dame Ada Holm"),
        ("Mohammed Shia Al-Sudani", "Al-Sudani"),
        ("Daniel Penn", "Dan Penn"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Ada Holmes", "Ada Holems"),
        ("Debbie Wasserman Schultz", "Wasserman Schultz"),
    ],
)
def test_these_are_one_person(one, other):
    known = speakers("Ada Holm", "Bob Penn")

    assert known.agree(one, other)
    assert not known.differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Holm", "Bob Penn"), ("Ada Holm", "Carl Reed"), ("Ada Holm", "Penn")],
)
def test_these_are_two_persons(one, other):
    assert speakers("Ada Holm", "Bob Penn").differ(one, other)


def test_one_last_name_differs_where_both_bearers_speak():
    assert speakers("Ada Holm", "Sean Holm").differ("Ada Holm", "Sean Holm")
    assert not speakers("Robert Holm").differ("Robert Holm", "Bob Holm")


@pytest.mark.parametrize(
    "other", ["she", "the minister", "A spokesperson for the Port Office", "Port Office", "Ministers"]
)
def test_who_is_no_person_may_be_anybody(other):
    assert not speakers("Ada Holm").differ("Ada Holm", other)


@pytest.mark.parametrize("described", ["her grandmother", "The company", "a nurse", "one of the engineers"])
def test_who_is_only_described_may_be_anybody(described):
    assert not speakers(described, "Ada Holm").differ(described, "Ada Holm")


def test_a_body_that_speaks_itself_is_another_speaker():
    assert speakers("Ada Holm", "Port Office").differ("Ada Holm", "Port Office")


def test_who_speaks_for_a_body_is_another_speaker_where_both_speak():
    office = "A spokesperson for the Port Office"

    assert speakers("Ada Holm", office).differ("Ada Holm", office)
    assert speakers("Ada Holm", office).differ(office, "Ada Holm")
    assert not speakers("Ada Holm").differ("Ada Holm", office)
    assert not speakers("Port Office", office).differ("Port Office", office)
