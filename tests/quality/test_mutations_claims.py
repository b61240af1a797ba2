"""Claims reversed and hedges dropped by program: the sentences must be such as a newspaper prints."""

from __future__ import annotations

import re
from random import Random

import pytest

from bench.mutations.changes import Source
from bench.mutations.claims import drop_hedge, reverse_claim


def outcomes(operation, sentence, language="en"):
    """Everything that the operation makes of a sentence."""
    source = Source(f"The council met. {sentence} It adjourned.", language=language)
    changes = (operation(source, Random(seed)) for seed in range(20))
    return {
        change.text.removeprefix("The council met. ").removesuffix(" It adjourned.") for change in changes if change
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The harbour will open in May.", {"The harbour will not open in May.", "The harbour won’t open in May."}),
        ("The pier can hold a crane.", {"The pier cannot hold a crane."}),
        (
            "The pier has been repaired.",
            {f"The pier {how} been repaired." for how in ("has not", "hasn’t", "has never")},
        ),
        ("She signed the order.", {"She did not sign the order.", "She didn’t sign the order."}),
        ("The mayor will not resign.", {"The mayor will resign."}),
        ("They won't pay.", {"They will pay."}),
        ("He had never seen it.", {"He had seen it."}),
        ("It is no longer safe there.", {"It is still safe there.", "It is no longer unsafe there."}),
        ("Prices rose by a third.", {"Prices fell by a third."}),
        ("It meant an increase.", {"It meant a decrease."}),
        ("The owner pleaded guilty.", {"The owner pleaded not guilty."}),
    ],
)
def test_a_reversed_claim_can_be_printed(sentence, expected):
    assert outcomes(reverse_claim, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the harbour open?",
        "The pier will never hold a crane, nor will it open.",
        "He read the will aloud.",
        "He has not paid any of it.",
        "Not only did it rain.",
    ],
)
def test_what_cannot_be_turned_round_stays(sentence):
    assert outcomes(reverse_claim, sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry may return in spring.", "The ferry will return in spring."),
        ("The company plans to build a pier.", "The company will build a pier."),
        ("Work is expected to end soon.", "Work will end soon."),
        ("The owner reportedly left.", "The owner left."),
        ("They arrested the alleged thief.", "They arrested the thief."),
        ("She spoke to some of the builders.", "She spoke to all of the builders."),
        ("The wall seems to be safe.", "The wall is safe."),
        ("The fire was linked to a cable.", "The fire was caused by a cable."),
        ("The pier will close if the storm comes back.", "The pier will close."),
    ],
)
def test_a_hedge_is_dropped_without_a_trace(sentence, expected):
    assert outcomes(drop_hedge, sentence) == {expected}


def test_as_the_question_stands_it_keeps_its_if():
    assert outcomes(drop_hedge, "They will see if the storm comes back.") == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Brücke wurde im Mai gesperrt.", "Die Brücke wurde nicht im Mai gesperrt."),
        ("Gestern wurde die Brücke gesperrt.", "Gestern wurde die Brücke nicht gesperrt."),
        ("Das ist ein Hafen.", "Das ist kein Hafen."),
        ("Die Preise sind gestiegen.", "Die Preise sind gesunken."),
        ("Man kann nicht baden.", "Man kann baden."),
    ],
)
def test_german_claims_are_reversed_grammatically(sentence, expected):
    assert outcomes(reverse_claim, sentence, "de") == {expected}


def test_german_hedges_are_dropped_too():
    assert outcomes(drop_hedge, "Der Hafen könnte im Mai öffnen.", "de") == {"Der Hafen wird im Mai öffnen."}


def test_the_change_is_seen_at_its_words():
    source = Source("The harbour will open in May.")
    change = reverse_claim(source, Random(1))

    assert change.original[0].of(source.text) == "will"
    assert re.fullmatch("will not|won’t", change.derivative[0].of(change.text))
