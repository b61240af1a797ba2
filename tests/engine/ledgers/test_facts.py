"""The fact ledger pairs what both texts say, and only what stands opposite each other becomes a finding."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.model import Comparison, Fact, FactKind, FactOutcome

RELEASE = """Harbour opens new bridge

The harbour authority opened the new bridge over the river Alm on 14 March 2025 after two years of work.
It cost £12.3 million, which is 14% more than the council of Lindholm had planned in the first place.
Transport Minister Ada Lindqvist said the number of lorries in the old town would fall from 2,600 to 1,900 a day.
The Harbour Safety Committee will look at the traffic again in October, together with Nils Sandvik of the council.
Over 35,000 people signed a petition against the toll of two pounds for each crossing before work began.
"""


def comparison_with(*changes: tuple[str, str]) -> Comparison:
    article = RELEASE
    for old, new in changes:
        assert old in article
        article = article.replace(old, new)
    return compare(read_plain(RELEASE), read_plain(article))


def findings_of(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(finding.kind, finding.expected, finding.found) for finding in comparison.findings]


def rows_of(comparison: Comparison, outcome: FactOutcome) -> list[Fact]:
    return [fact for fact in comparison.facts if fact.outcome is outcome]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("2,600", "2,800", ("changed_figure", "2,600", "2,800")),
        ("14%", "41%", ("changed_figure", "14%", "41%")),
        ("£12.3 million", "£12.3 billion", ("changed_figure", "£12.3 million", "£12.3 billion")),
        ("two years", "two months", ("changed_figure", "two years", "two months")),
        ("14 March 2025", "14 May 2025", ("changed_date", "14 March 2025", "14 May 2025")),
        ("in October", "in November", ("changed_date", "October", "November")),
        ("Nils Sandvik", "Nils Sandvki", ("changed_name", "Nils Sandvik", "Nils Sandvki")),
        ("Ada Lindqvist", "Greta Holm", ("changed_name", "Ada Lindqvist", "Greta Holm")),
        ("Ada Lindqvist", "Greta Lindqvist", ("changed_name", "Ada Lindqvist", "Greta Lindqvist")),
        ("Lindholm", "Norrby", ("changed_name", "Lindholm", "Norrby")),
        ("Transport Minister", "Foreign Minister", ("changed_title", "Transport Minister", "Foreign Minister")),
        (
            "Transport Minister",
            "Former Transport Minister",
            ("changed_title", "Transport Minister", "Former Transport Minister"),
        ),
    ],
)
def test_one_changed_fact_is_one_finding(old: str, new: str, finding: tuple[str, str, str]) -> None:
    assert findings_of(comparison_with((old, new))) == [finding]


def test_changed_figure_is_one_row() -> None:
    comparison = comparison_with(("2,600", "2,800"))

    changed = rows_of(comparison, FactOutcome.CHANGED)
    assert [fact.value for fact in changed] == ["2600"]
    assert not rows_of(comparison, FactOutcome.DROPPED)
    assert not rows_of(comparison, FactOutcome.NOT_IN_ORIGINAL)


def test_swapped_figures_are_two_findings() -> None:
    swapped = comparison_with(("from 2,600 to 1,900", "from 1,900 to 2,600"))

    assert findings_of(swapped) == [("changed_figure", "2,600", "1,900"), ("changed_figure", "1,900", "2,600")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("£12.3 million", "£12.3m"),
        ("14%", "14 per cent"),
        ("two years", "2 years"),
        ("14 March 2025", "March 14, 2025"),
        ("Transport Minister Ada Lindqvist", "Ms Lindqvist"),
        ("Transport Minister Ada Lindqvist", "Minister Ada Lindqvist"),
        ("Over 35,000", "More than 35,000"),
        ("The Harbour Safety Committee", "The committee"),
        ("2,600 to 1,900", "about 2,600 to 1,900"),
    ],
)
def test_house_style_raises_no_finding(old: str, new: str) -> None:
    assert findings_of(comparison_with((old, new))) == []


def test_identical_texts_have_only_same_facts() -> None:
    comparison = comparison_with()

    assert {fact.outcome for fact in comparison.facts} == {FactOutcome.SAME}
    assert comparison.findings == ()


def test_figure_in_a_reused_sentence_is_a_finding() -> None:
    comparison = comparison_with(("will look at the traffic again", "will look at the traffic again with 65 cameras"))

    assert findings_of(comparison) == [("unsupported_figure", "", "65")]


def test_fact_in_an_added_sentence_is_a_row_only() -> None:
    comparison = comparison_with(
        ("before work began.\n", "before work began.\n\nRents near Tolstad rose by 8% in 2021.\n")
    )

    assert findings_of(comparison) == []
    assert {fact.value for fact in rows_of(comparison, FactOutcome.NOT_IN_ORIGINAL)} == {"8 %", "2021", "Tolstad"}


def test_sum_of_two_figures_is_no_finding() -> None:
    comparison = comparison_with(("from 2,600 to 1,900 a day", "from 2,600 to 1,900 a day, or by 27%"))

    assert findings_of(comparison) == []


def test_dropped_figure_is_told_from_a_generalised_one() -> None:
    comparison = comparison_with(
        ("from 2,600 to 1,900 a day", "by a good deal each day"),
        (RELEASE.splitlines()[-1], ""),
    )

    assert {fact.value for fact in rows_of(comparison, FactOutcome.GENERALISED)} == {"2600", "1900"}
    assert "35000" in {fact.value for fact in rows_of(comparison, FactOutcome.DROPPED)}


def test_person_with_another_office_is_one_row_of_each_kind() -> None:
    comparison = comparison_with(("Transport Minister", "Foreign Minister"))

    about_her = [fact for fact in comparison.facts if "Lindqvist" in fact.value or fact.kind is FactKind.TITLE]
    assert [(fact.kind, fact.outcome) for fact in about_her] == [
        (FactKind.NAME, FactOutcome.SAME),
        (FactKind.TITLE, FactOutcome.CHANGED),
    ]


def test_short_sentence_with_another_figure_is_found() -> None:
    original = RELEASE + "She was 42.\n"

    comparison = compare(read_plain(original), read_plain(original.replace("42", "47")))

    assert findings_of(comparison) == [("changed_figure", "42", "47")]


def test_acronym_of_a_name_is_the_same_name() -> None:
    assert findings_of(comparison_with(("The Harbour Safety Committee", "The HSC"))) == []


def test_two_names_that_changed_places_are_not_taken_for_others() -> None:
    swapped = comparison_with(
        ("together with Nils Sandvik of the council", "together with Nils Sandvik and the council")
    )

    assert findings_of(swapped) == []


def test_translation_raises_no_findings_about_names() -> None:
    german = (
        "Die Hafenbehörde von Lindholm hat am 14. März 2025 die neue Brücke über die Alm mit Frau Greta Holm eröffnet."
    )

    comparison = compare(read_plain(RELEASE), read_plain(german))

    assert not [finding for finding in comparison.findings if finding.kind.endswith(("name", "title"))]


def test_every_finding_names_both_sides_in_a_sentence() -> None:
    finding = comparison_with(("2,600", "2,800")).findings[0]

    assert finding.why == "The original has “2,600” where this passage has “2,800”."
    assert finding.original is not None
    assert finding.derivative is not None


def test_unrelated_texts_raise_nothing() -> None:
    other = "The minister of Norrby spoke about 12 schools in 2019.\n\nNobody answered the 400 letters of Greta Holm."

    assert compare(read_plain(RELEASE), read_plain(other)).findings == ()
