"""The fact ledger pairs what both texts say, and only what stands opposite each other becomes a finding."""

from __future__ import annotations

from dataclasses import replace

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


def test_swapped_figures_are_one_finding() -> None:
    swapped = comparison_with(("from 2,600 to 1,900", "from 1,900 to 2,600"))

    assert findings_of(swapped) == [("changed_figure", "2,600 … 1,900", "1,900 … 2,600")]
    assert "in each other's place" in swapped.findings[0].why


SHARES = "The state will pay £250 million, the region £92 million and both towns together £70 million for the bridge."


@pytest.mark.parametrize(
    "article",
    [
        "It comes from three: £250 million from the state, £92 million from the region, £70 million from both towns.",
        "The region will pay £92 million, the state £250 million and both towns together £70 million for the bridge.",
    ],
)
def test_turned_round_list_has_no_changed_figures(article: str) -> None:
    original = read_plain(RELEASE + SHARES + "\n")

    assert compare(original, read_plain(RELEASE + article + "\n")).findings == ()


def test_sign_lost_from_a_figure_is_a_finding() -> None:
    original = RELEASE.replace("14% more than", "-14% of what")

    comparison = compare(read_plain(original), read_plain(original.replace("-14%", "14%")))

    assert findings_of(comparison) == [("changed_figure", "-14%", "14%")]


def test_publisher_of_the_original_is_no_new_name() -> None:
    article = RELEASE.replace("together with Nils Sandvik", "Tolstad Press Agency reports, with Nils Sandvik")
    original = read_plain(RELEASE)

    assert [found for _, _, found in findings_of(compare(original, read_plain(article)))] == ["Tolstad Press Agency"]
    assert compare(replace(original, publisher="Tolstad Press Agency"), read_plain(article)).findings == ()
    assert (
        compare(replace(original, url="https://www.tolstadpressagency.example/1"), read_plain(article)).findings == ()
    )


def test_code_with_a_letter_too_many_is_no_new_name() -> None:
    assert findings_of(comparison_with(("council of Lindholm", "council of Lindholm, NCT,"))) == []


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


@pytest.mark.parametrize("counted", ["four cameras", "twelve cameras", "thousands of cameras"])
def test_what_a_writer_may_count_is_no_finding(counted: str) -> None:
    comparison = comparison_with(("will look at the traffic again", f"will look at the traffic again with {counted}"))

    assert findings_of(comparison) == []


def test_fact_in_an_added_sentence_is_a_row_only() -> None:
    comparison = comparison_with(
        ("before work began.\n", "before work began.\n\nRents near Tolstad rose by 8% in 2021.\n")
    )

    assert findings_of(comparison) == []
    assert {fact.value for fact in rows_of(comparison, FactOutcome.NOT_IN_ORIGINAL)} == {"8 %", "2021", "Tolstad"}


@pytest.mark.parametrize("reckoned", ["by 27%", "by 700", "4,500 in both years"])
def test_figure_worked_out_from_two_others_is_no_finding(reckoned: str) -> None:
    comparison = comparison_with(("from 2,600 to 1,900 a day", f"from 2,600 to 1,900 a day, or {reckoned}"))

    assert findings_of(comparison) == []


def test_figure_that_follows_from_no_others_is_a_finding() -> None:
    comparison = comparison_with(("from 2,600 to 1,900 a day", "from 2,600 to 1,900 a day, or 4,700 in both years"))

    assert findings_of(comparison) == [("unsupported_figure", "", "4,700")]


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


def test_office_in_fewer_words_is_generalised() -> None:
    comparison = comparison_with(("Transport Minister", "Minister"))

    [title] = [fact for fact in comparison.facts if fact.kind is FactKind.TITLE]
    assert title.outcome is FactOutcome.GENERALISED


def test_whose_office_it_is_makes_no_other() -> None:
    comparison = comparison_with(("Transport Minister", "country's transport minister"))

    assert not [kind for kind, _, _ in findings_of(comparison) if kind == "changed_title"]


def test_short_sentence_with_another_figure_is_found() -> None:
    original = RELEASE + "She was 42.\n"

    comparison = compare(read_plain(original), read_plain(original.replace("42", "47")))

    assert findings_of(comparison) == [("changed_figure", "42", "47")]


@pytest.mark.parametrize(
    ("name", "misspelt"),
    [
        ("the United States", "the United Sttates"),
        ("New Hampshire", "New Hampsihre"),
        ("the Alm Action Network", "the Alm Action Netwrok"),
    ],
)
def test_misspelt_place_or_body_is_a_changed_name(name: str, misspelt: str) -> None:
    line = "An engineer from {} looked at the cracks in the northern arch of the new bridge.\n"
    original, article = (RELEASE + line.format(one) for one in (name, misspelt))

    [finding] = compare(read_plain(original), read_plain(article)).findings

    assert (finding.kind, finding.found) == ("changed_name", misspelt.removeprefix("the "))


def test_other_form_of_a_name_is_the_same_name() -> None:
    party = "Most Democrats of the old town were against it.\n"
    original, article = RELEASE + party, RELEASE + party + "The Democratic vote was split once more in the end.\n"

    assert compare(read_plain(original), read_plain(article)).findings == ()


def test_name_with_an_initial_more_is_the_same_name() -> None:
    assert findings_of(comparison_with(("Nils Sandvik", "Nils P. Sandvik"))) == []


def test_acronym_of_a_name_is_the_same_name() -> None:
    assert findings_of(comparison_with(("The Harbour Safety Committee", "The HSC"))) == []


def test_two_names_that_changed_places_are_not_taken_for_others() -> None:
    named = "Nils Sandvik and Greta Holm"
    original = RELEASE.replace("Nils Sandvik", named)

    swapped = compare(read_plain(original), read_plain(original.replace(named, "Greta Holm and Nils Sandvik")))

    assert findings_of(swapped) == []


GERMAN = """Hafen eröffnet neue Brücke

Die Hafenbehörde hat die neue Brücke über den Fluss Alm am 14. März 2025 nach zwei Jahren Arbeit eröffnet.
Sie kostete 12,3 Millionen Pfund, das sind 14 % mehr, als der Rat von Norrby ursprünglich geplant hatte.
Ministerin Ada Lindqvist sagte, die Zahl der Lastwagen in der Altstadt werde von 2.600 auf 1.900 am Tag sinken.
Im Oktober wird sich der Ausschuss zusammen mit Nils Sandvki vom Rat den Verkehr noch einmal ansehen.
Mehr als 35.000 Menschen unterschrieben vor Beginn der Arbeiten eine Petition gegen die Maut von zwei Pfund.
"""


def test_translation_raises_no_findings_about_names() -> None:
    comparison = compare(read_plain(RELEASE), read_plain(GERMAN))

    assert "Nils Sandvik" in {fact.value for fact in rows_of(comparison, FactOutcome.CHANGED)}
    assert findings_of(comparison) == []


def test_figure_changed_in_a_translation_is_a_row() -> None:
    comparison = compare(read_plain(RELEASE), read_plain(GERMAN.replace("35.000", "53.000")))

    assert "53000" in {fact.value for fact in rows_of(comparison, FactOutcome.NOT_IN_ORIGINAL)}


def test_every_finding_names_both_sides_in_a_sentence() -> None:
    finding = comparison_with(("2,600", "2,800")).findings[0]

    assert finding.why == "The original has “2,600” where this passage has “2,800”."
    assert finding.original is not None
    assert finding.derivative is not None


def test_unrelated_texts_raise_nothing() -> None:
    other = "The minister of Norrby spoke about 12 schools in 2019.\n\nNobody answered the 400 letters of Greta Holm."

    assert compare(read_plain(RELEASE), read_plain(other)).findings == ()
