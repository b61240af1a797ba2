"""What a reader is told to check in the speech ledger, and what not."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.model import Finding

ORIGINAL = """The town of Rodan has opened its new bridge over the river after nine years of work.
Mayor Ada Holm said: “We waited nine long years for this bridge, and every family in the town has paid for it. \
It will bring our two shores together. Nobody who saw the ferry sink will forget that winter.”
The toll will be two pounds for cars, and buses will cross without paying anything at all.
Transport minister Bob Penn said: “The government has kept its promise to the people of the north. \
We organised the work, and 70 percent of our engineers live here.”
Ships of more than 40 metres must wait for the tide before they pass below the middle arch."""
SPEECH_KINDS = {
    "wrong_speaker",
    "altered_quotation",
    "spliced_quotation",
    "unsupported_quotation",
    "unmarked_speech",
}


def findings(derivative: str) -> list[Finding]:
    found = compare(read_plain(ORIGINAL), read_plain(derivative)).findings
    return [finding for finding in found if finding.kind in SPEECH_KINDS]


def kinds(derivative: str) -> list[str]:
    return [finding.kind for finding in findings(derivative)]


def test_swapped_speakers_are_both_found():
    swapped = ORIGINAL.replace("Mayor Ada Holm", "X").replace("Transport minister Bob Penn", "Mayor Ada Holm")
    swapped = swapped.replace("X", "Transport minister Bob Penn")

    found = findings(swapped)

    assert [(f.kind, f.expected, f.found) for f in found] == [
        ("wrong_speaker", "Ada Holm", "Bob Penn"),
        ("wrong_speaker", "Bob Penn", "Ada Holm"),
    ]


def test_an_altered_word_is_named_with_what_it_was():
    [found] = findings(ORIGINAL.replace("nine long years for", "nine short years for"))

    assert (found.kind, found.expected, found.found) == ("altered_quotation", "long", "short")
    assert "“long” became “short”" in found.why
    assert "Ada Holm (“said”)" in found.why


def test_an_alteration_is_shown_with_its_sentence():
    derivative = ORIGINAL.replace("two shores together", "two towns together")

    [found] = findings(derivative)

    assert found.derivative.of(derivative) == "It will bring our two towns together."
    assert found.original.of(ORIGINAL) == "It will bring our two shores together."


def test_a_dropped_not_is_an_altered_quotation():
    original = "Mayor Ada Holm said: “We will not raise the toll for cars in the coming year.” It rained."
    derivative = original.replace("will not raise", "will raise")

    found = compare(read_plain(original), read_plain(derivative)).findings

    assert "altered_quotation" in {finding.kind for finding in found}


def test_joined_quotations_are_spliced():
    joined = ORIGINAL.replace(
        " that winter.”", " that winter. The government has kept its promise to the people of the north.”"
    )

    assert kinds(joined) == ["spliced_quotation"]


def test_a_new_quotation_of_a_known_speaker_is_unsupported():
    added = ORIGINAL + "\nMayor Ada Holm said: “Taxes must fall before the next election in May.”"

    [found] = findings(added)

    assert found.kind == "unsupported_quotation"
    assert found.original is None


def test_a_new_speaker_is_no_finding():
    added = ORIGINAL + "\nOpposition leader Carl Reed said: “Taxes must fall before the next election in May.”"

    assert kinds(added) == []


def test_a_known_speaker_at_another_event_is_no_finding():
    elsewhere = (
        "The choir of the island sang for two hours in front of four hundred guests from six villages nearby. "
        "“Taxes must fall before the next election in May,” Mayor Ada Holm said between two songs about fish."
    )

    assert kinds(elsewhere) == []


def test_long_speech_in_the_narrators_voice_is_unmarked():
    unmarked = ORIGINAL.replace("“We waited", "We waited").replace("that winter.”", "that winter.")
    unmarked = unmarked.replace("Mayor Ada Holm said: ", "")

    assert kinds(unmarked) == ["unmarked_speech"]


def test_short_speech_in_the_narrators_voice_is_no_finding():
    assert kinds("The bridge will bring our two shores together.") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“”", '""'),
        ("“”", "‘’"),
        ("“”", "«»"),
        ("“”", "„“"),
        ("organised", "organized"),
        ("70 percent", "70 per cent"),
        ("70 percent", "70%"),
        ("nine long", "9 long"),
        ("It will", "It’ll"),
        ("Mayor Ada Holm said: ", "Ms Holm said, "),
        ("Bob Penn said", "Bob Penn told reporters"),
        (", and every family", " – and every family"),
    ],
)
def test_house_style_is_no_finding(before, after):
    pairs = zip(before, after, strict=True) if before == "“”" else [(before, after)]
    changed = ORIGINAL
    for one, other in pairs:
        changed = changed.replace(one, other)

    assert changed != ORIGINAL
    assert kinds(changed) == []


def test_a_quotation_cut_at_its_ends_is_no_finding():
    assert kinds("Ada Holm said: “Every family in the town has paid for it.” The toll is two pounds.") == []


STATEMENTS = """The town of Rodan has opened its new bridge over the river after nine years of work.
Mayor Ada Holm said:
We waited nine long years for this bridge, and every family in the town has paid for it.
I am glad that it will bring our two shores together.
Transport minister Bob Penn said:
The government has kept its promise to the people of the north, and we are proud of it.
Ships of more than 40 metres must wait for the tide before they pass below the middle arch."""


def kinds_of_statements(derivative: str) -> list[str]:
    found = compare(read_plain(STATEMENTS), read_plain(derivative)).findings
    return [finding.kind for finding in found if finding.kind in SPEECH_KINDS]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("nine long", "nine long", []),
        ("nine long", "nine short", ["altered_quotation"]),
        ("Ada Holm said:", "Carl Reed said:", ["wrong_speaker"]),
        ("in the town has", "in the town has\u00a0", []),
        (
            "together.\n",
            "together.\nWe in the choir sang until the morning came and the boats left.\n",
            ["altered_quotation"],
        ),
    ],
)
def test_statements_without_marks_are_held_too(before, after, kinds):
    assert kinds_of_statements(STATEMENTS.replace(before, after)) == kinds


def test_marks_put_round_a_statement_are_house_style():
    marked = STATEMENTS.replace("\nWe waited", "\n“We waited").replace("\nI am", "\n“I am")
    marked = marked.replace("together.\n", "together.”\n").replace("\nThe government", "\n“The government")
    marked = marked.replace("of it.\n", "of it.”\n")

    assert kinds_of_statements(marked) == []


def test_what_may_be_narrated_is_no_unmarked_speech():
    original = (
        "Ada Holm said:\nWe waited nine long years for this bridge, and every family in the town has paid for it.\n"
        "The toll will be two pounds for every car that drives over the river.\nI am glad that our work is done.\n"
        "Ships of more than 40 metres must wait for the tide."
    )
    derivative = "It opens in May.\nThe toll will be two pounds for every car that drives over the river.\nIt is long."

    found = compare(read_plain(original), read_plain(derivative)).findings

    assert SPEECH_KINDS.isdisjoint(finding.kind for finding in found)


@pytest.mark.parametrize("who", ["harbour master Carla Reed", "Carla Reed", "Reed", "Mr Reed"])
def test_words_given_to_a_stranger_are_found_by_his_name_alone(who):
    first = "“We waited nine long years for this bridge, and every family in the town has paid for it"
    derivative = ORIGINAL.replace(f"Mayor Ada Holm said: {first}. ", f"{first},” said {who}. Mayor Ada Holm said: “")
    assert f"said {who}" in derivative

    assert "wrong_speaker" in kinds(derivative)


@pytest.mark.parametrize("who", ["the mayor", "Holm", "Rodan", "The Herald", "a spokeswoman"])
def test_words_given_to_who_may_be_the_same_are_left_alone(who):
    derivative = ORIGINAL.replace("Mayor Ada Holm said: “We", f"{who} said: “We")

    assert "wrong_speaker" not in kinds(derivative)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("the minister", ["wrong_speaker"]),
        ("the transport minister", ["wrong_speaker"]),
        ("the judge", ["wrong_speaker"]),
        ("the former minister", []),
        ("the leader", []),
        ("the mayor of Rodan", []),
        ("a minister", ["wrong_speaker"]),
    ],
)
def test_an_office_that_the_speaker_lacks_is_another_speaker(who, expected):
    derivative = ORIGINAL.replace("Mayor Ada Holm said: “We", f"{who.capitalize()} said: “We")
    derivative = derivative.replace("Transport minister Bob Penn", "A guest")

    assert kinds(derivative) == expected


def test_an_office_named_beside_the_speaker_is_his_own():
    derivative = ORIGINAL.replace("Mayor Ada Holm said: “We", "The minister said: “We")
    derivative = derivative.replace("Transport minister Bob Penn", "Ada Holm, now minister,")

    assert "Bob Penn" not in derivative
    assert [one.found for one in findings(derivative) if one.expected == "Ada Holm"] == []


def test_two_quotations_round_one_cue_are_one_finding():
    original = ORIGINAL.replace("Mayor Ada Holm said: ", "").replace("paid for it. ", "paid for it,” said Ada Holm. “")
    derivative = original.replace("said Ada Holm", "said Bob Penn")

    [found] = compare(read_plain(original), read_plain(derivative)).findings

    assert (found.kind, found.expected, found.found) == ("wrong_speaker", "Ada Holm", "Bob Penn")
    assert found.derivative.of(derivative).startswith("We waited")
    assert found.derivative.of(derivative).endswith("forget that winter.")


@pytest.mark.parametrize(
    ("before", "after"), [("March 5", "5 March"), ("5th March", "March 5"), ("5 March", "March 5th")]
)
def test_a_date_the_other_way_round_is_house_style(before, after):
    original = ORIGINAL.replace("forget that winter", f"forget the night of {before} on the river")

    assert compare(read_plain(original), read_plain(original.replace(before, after))).findings == ()


def test_a_day_that_changed_with_its_order_is_altered():
    original = ORIGINAL.replace("forget that winter", "forget the night of March 5 on the river")

    found = compare(read_plain(original), read_plain(original.replace("March 5", "6 March"))).findings

    assert "altered_quotation" in [one.kind for one in found]


def test_a_speaker_who_is_the_same_is_named_once():
    [found] = findings(ORIGINAL.replace("nine long years for", "nine short years for"))

    assert found.why.count("Ada Holm") == 1


def test_a_name_changed_between_marks_is_told_with_the_quotation_alone():
    original = ORIGINAL.replace("every family in the town", "every friend of Carl Norling")
    changed = original.replace("Carl Norling", "Carl Norlind")

    found = compare(read_plain(original), read_plain(changed)).findings

    assert [(one.kind, one.found) for one in found] == [("altered_quotation", "Norlind")]


def test_a_wrong_speaker_is_not_told_as_a_changed_name_too():
    changed = ORIGINAL.replace("Transport minister Bob Penn", "Transport minister Carla Reed")

    found = compare(read_plain(ORIGINAL), read_plain(changed)).findings

    assert [one.kind for one in found] == ["wrong_speaker"]


def test_an_accent_that_is_missing_is_house_style():
    original = ORIGINAL.replace("every family in the town", "every café in the town")

    assert compare(read_plain(original), read_plain(original.replace("café", "cafe"))).findings == ()


def test_a_page_round_the_text_hides_no_new_quotation():
    added = f"{ORIGINAL}\nMayor Ada Holm said: “Taxes must fall before the next election in May.”"
    links = "\n".join(f"Read more: boat {number} wins the regatta of the islands" for number in range(60))

    assert kinds(f"{added}\nLEAVE A REPLY\n{links}") == ["unsupported_quotation"]
