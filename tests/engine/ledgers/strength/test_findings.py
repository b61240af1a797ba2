"""A claim that says more, less or the opposite of the original's is a finding; another way of saying it is none."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.model import Finding, Span

RELEASE = """The council of Lindholm plans to build a second bridge over the river Alm in spring.
Up to 400 lorries could use the new bridge every day, the harbour authority said on Monday.
The number of complaints about noise in the old town rose by 14 per cent last year.
Preliminary counts suggest that the lower toll has eased the traffic in the harbour district.
Some residents of the harbour district were asked about the second bridge in March.
The noise in the old town is linked to the heavy lorries on the harbour road.
The safety committee approved the timetable for the second bridge at its last meeting.
The harbour authority is widening the northern road and replacing the old lamps along the quay.
The minister did not rule out a higher toll for lorries on the second bridge.
The ferry company will not sell its last boat before the second bridge is open.
"""
CLAIMS = {"stronger_claim", "weaker_claim", "reversed_claim"}


def claims_of(original: str, derivative: str) -> list[Finding]:
    found = compare(read_plain(original), read_plain(derivative)).findings
    return [finding for finding in found if finding.kind in CLAIMS]


def claims_with(old: str, new: str) -> list[tuple[str, str, str]]:
    assert old in RELEASE
    found = claims_of(RELEASE, RELEASE.replace(old, new))
    return [(finding.kind, finding.expected, finding.found) for finding in found]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("plans to build", "will build", ("stronger_claim", "plans to build", "will build")),
        ("plans to build", "has built", ("stronger_claim", "plans to build", "has built")),
        ("plans to build", "is building", ("stronger_claim", "plans to build", "is building")),
        ("could use", "will use", ("stronger_claim", "could use", "will use")),
        ("Up to 400", "400", ("stronger_claim", "Up to 400", "400")),
        ("Preliminary counts", "Counts", ("stronger_claim", "Preliminary counts", "Counts")),
        ("Some residents", "All residents", ("stronger_claim", "Some residents", "All residents")),
        ("is linked to the", "is caused by the", ("stronger_claim", "linked to the heavy", "caused by the heavy")),
        ("suggest that", "prove that", ("stronger_claim", "suggest that the lower", "prove that the lower")),
    ],
)
def test_a_lost_hedge_is_a_stronger_claim(old: str, new: str, finding: tuple[str, str, str]) -> None:
    assert claims_with(old, new) == [finding]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plans to build", "may build"),
        ("has eased", "may have eased"),
        ("approved", "reportedly approved"),
    ],
)
def test_a_hedge_put_in_makes_claims_weaker(old: str, new: str) -> None:
    assert [kind for kind, _, _ in claims_with(old, new)] == ["weaker_claim"]


@pytest.mark.parametrize(
    ("old", "new", "expected", "found"),
    [
        ("rose by", "fell by", "rose", "fell"),
        ("approved the", "rejected the", "approved", "rejected"),
        ("approved the", "has not approved the", "approved", "has not approved"),
        ("approved the", "didn’t approve the", "approved", "didn’t approve"),
        ("will not sell", "will sell", "will not sell", "will sell"),
        ("did not rule out", "ruled out", "not rule out a higher", "ruled out a higher"),
    ],
)
def test_the_opposite_is_a_reversed_claim(old: str, new: str, expected: str, found: str) -> None:
    assert claims_with(old, new) == [("reversed_claim", expected, found)]


def test_tenses_of_one_sentence_are_one_finding() -> None:
    changed = RELEASE.replace("is widening", "has widened").replace("and replacing", "and replaced")

    found = claims_of(RELEASE, changed)

    assert [(one.kind, one.expected, one.found) for one in found] == [
        ("stronger_claim", "is widening … replacing", "has widened … replaced")
    ]
    assert found[0].derivative == Span(changed.index("has widened"), changed.index(" the old lamps"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plans to build", "intends to build"),
        ("could use", "might use"),
        ("400 lorries", "about 400 lorries"),
        ("rose by", "increased by"),
        ("approved the timetable", "backed the timetable"),
        ("will not sell", "won’t sell"),
    ],
)
def test_another_way_of_saying_raises_nothing(old: str, new: str) -> None:
    assert claims_with(old, new) == []


@pytest.mark.parametrize(
    ("original", "derivative"),
    [
        (
            "The number of lorries in the old town did not rise last year, the council of Lindholm said.",
            "The number of lorries in the old town fell last year, the council of Lindholm said.",
        ),
        (
            "Not all residents of the harbour district were asked about the second bridge.",
            "All residents of the harbour district were not asked about the second bridge.",
        ),
        (
            "The inspectors found no evidence of rust on the pillars of the northern bridge.",
            "Evidence of rust on the pillars of the northern bridge was not found by the inspectors.",
        ),
    ],
)
def test_negations_that_keep_the_sense_raise_nothing(original: str, derivative: str) -> None:
    assert claims_of(original, derivative) == []


@pytest.mark.parametrize(
    ("original", "derivative", "kind"),
    [
        (
            "Der Stadtrat hat den Bau der neuen Brücke über den Fluss am Montag genehmigt.",
            "Der Stadtrat hat den Bau der neuen Brücke über den Fluss am Montag abgelehnt.",
            "reversed_claim",
        ),
        (
            "Die Stadt will die alte Brücke über den Fluss im nächsten Jahr sanieren lassen.",
            "Die Stadt hat die alte Brücke über den Fluss im letzten Jahr sanieren lassen.",
            "stronger_claim",
        ),
        (
            "Le conseil municipal a approuvé la construction du nouveau pont lundi soir.",
            "Le conseil municipal n’a pas approuvé la construction du nouveau pont lundi soir.",
            "reversed_claim",
        ),
        (
            "El ayuntamiento aprobó la construcción del nuevo puente sobre el río el lunes.",
            "El ayuntamiento no aprobó la construcción del nuevo puente sobre el río el lunes.",
            "reversed_claim",
        ),
    ],
)
def test_claims_are_read_in_four_languages(original: str, derivative: str, kind: str) -> None:
    assert [finding.kind for finding in claims_of(original, derivative)] == [kind]


def test_a_finding_says_both_wordings() -> None:
    finding = claims_of(RELEASE, RELEASE.replace("rose by", "fell by"))[0]

    assert finding.original == Span(RELEASE.index("rose"), RELEASE.index(" by 14"))
    assert "“rose”" in finding.why
    assert "“fell”" in finding.why
    assert "opposite" in finding.why


def test_a_lost_condition_is_a_stronger_claim() -> None:
    plan = "The council of Lindholm will build a second bridge over the river Alm"

    found = claims_of(f"{plan} if the ministry pays half of the cost.", f"{plan}.")

    assert [(one.kind, one.expected) for one in found] == [("stronger_claim", "if the ministry pays half of the cost")]


def test_a_negation_of_several_sentences_is_found() -> None:
    original = (
        "The harbour authority opened the second bridge on Monday. Lorries use the second bridge for a toll. "
        "The harbour authority offers a monthly ticket for lorries that use the second bridge often."
    )
    derivative = "The harbour authority opened the second bridge and does not offer a monthly ticket for lorries."

    assert "reversed_claim" in [finding.kind for finding in claims_of(original, derivative)]


def test_a_question_about_a_claim_raises_nothing() -> None:
    original = "The harbour authority said that it had never checked the pillars of the northern bridge."
    derivative = "The harbour authority was asked whether it had checked the pillars of the northern bridge."

    assert claims_of(original, derivative) == []


def test_the_same_text_raises_no_claims() -> None:
    assert claims_of(RELEASE, RELEASE) == []


def test_an_altered_quotation_is_told_once() -> None:
    said = "Mayor Ada Holm said: “We will not close the ferry before the second bridge is open to everybody.”\n"

    found = compare(read_plain(RELEASE + said), read_plain(RELEASE + said.replace("will not", "will"))).findings

    assert [finding.kind for finding in found] == ["altered_quotation"]
