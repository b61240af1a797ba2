"""What an article adds is told by the way it says it, with the words that show it."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.ledgers.passages.additions import rank_additions
from copytrail.model import Addition, AdditionKind, Comparison

RELEASE = """Harbour opens new bridge

The harbour authority opened the new bridge over the river Alm on 14 March 2025 after two years of work.
Transport Minister Ada Lindqvist said: "The bridge takes the lorries out of the old town for good."
The toll is two pounds for each crossing, and residents pay nothing.
"""
REST = {
    "en": "The toll is two pounds for each crossing, and residents pay nothing.",
    "de": "Die neue Brücke über die Alm wurde am Montag nach zwei Jahren Bauzeit für den Verkehr eröffnet.",
    "fr": "Le nouveau pont sur la rivière a été ouvert lundi après deux ans de travaux dans la vieille ville.",
    "es": "El nuevo puente sobre el río se abrió el lunes después de dos años de obras en el casco antiguo.",
}


def additions_of(added: str, *, language: str = "en") -> tuple[Addition, ...]:
    original = read_plain(RELEASE if language == "en" else f"{REST[language]}\n", language=language)
    article = read_plain(f"{REST[language]}\n\n{added}\n", language=language)
    return compare(original, article).additions


def comparison_with(added: str) -> Comparison:
    return compare(read_plain(RELEASE), read_plain(f"{RELEASE}\n{added}\n"))


@pytest.mark.parametrize(
    ("added", "kind", "evidence"),
    [
        ("The first ferry was built in 1887 by Erik Sandvik.", AdditionKind.UNATTRIBUTED, "1887"),
        ("Pensioners gathered on the quay with flags.", AdditionKind.UNATTRIBUTED, "own voice"),
        ("“We waited far too long,” said Nils Holm.", AdditionKind.ATTRIBUTED, "Nils Holm"),
        ("Fishermen in the village were angry, according to Nils Holm.", AdditionKind.ATTRIBUTED, "Nils Holm"),
        ("Critics say the ferry was cheaper to run.", AdditionKind.ATTRIBUTED, "“Critics say”"),
        ("Traffic is likely to double within a decade.", AdditionKind.FORECAST, "“likely to”"),
        ("Rents could climb over the next 6 months.", AdditionKind.FORECAST, "“could”"),
        ("The result is a remarkable piece of engineering.", AdditionKind.FORECAST, "“remarkable”"),
        ("If you live nearby, prepare for some noise.", AdditionKind.ADVICE, "“you”"),
        ("Contact us to hear about transport law.", AdditionKind.ADVICE, "“Contact us”"),
        ("Our team of solicitors knows tolls inside out.", AdditionKind.ADVICE, "“Our team of”"),
        ("Ring the office on +44 20 7946 0999 at any hour.", AdditionKind.ADVICE, "telephone number"),
    ],
)
def test_kind_is_told_with_evidence(added: str, kind: AdditionKind, evidence: str) -> None:
    (addition,) = additions_of(added)

    assert addition.kind is kind
    assert evidence in addition.why


@pytest.mark.parametrize(
    ("language", "added", "kind"),
    [
        ("de", "Die Mieten dürften in den kommenden Jahren deutlich steigen.", AdditionKind.FORECAST),
        ("de", "Der alte Hafen stammt aus dem Mittelalter und lag im Norden.", AdditionKind.UNATTRIBUTED),
        ("de", "Rufen Sie gleich bei der Kanzlei am Markt an.", AdditionKind.ADVICE),
        ("de", "Das Projekt war laut Kritikern zu teuer.", AdditionKind.ATTRIBUTED),
        ("fr", "Les loyers pourraient encore augmenter dans le quartier.", AdditionKind.FORECAST),
        ("fr", "Contactez le cabinet pour en parler.", AdditionKind.ADVICE),
        ("fr", "Le chantier était trop cher, selon les riverains.", AdditionKind.ATTRIBUTED),
        ("es", "Los alquileres podrían subir mucho en el barrio.", AdditionKind.FORECAST),
        ("es", "Contacte con un abogado del puerto para hablar del peaje.", AdditionKind.ADVICE),
        ("es", "La obra era demasiado cara, según los vecinos.", AdditionKind.ATTRIBUTED),
    ],
)
def test_kinds_are_known_in_four_languages(language: str, added: str, kind: AdditionKind) -> None:
    (addition,) = additions_of(added, language=language)

    assert addition.kind is kind


def test_month_of_may_is_no_forecast() -> None:
    (addition,) = additions_of("Fishing boats used the basin in May for the last time.")

    assert addition.kind is AdditionKind.UNATTRIBUTED


def test_quoted_forecast_stays_attributed() -> None:
    (addition,) = additions_of("“Traffic will double,” said Nils Holm, who runs a shop.")

    assert addition.kind is AdditionKind.ATTRIBUTED


def test_statement_over_paragraphs_is_one() -> None:
    words = "“The old ferry was slow and cold.\n\n“Nobody in the village wants it back,” said Nils Holm."

    (addition,) = additions_of(words)

    assert addition.kind is AdditionKind.ATTRIBUTED


def test_neighbours_of_other_kinds_stay_apart() -> None:
    found = additions_of("The quay dates from 1887. It could be closed next winter. Ships used it for a century.")

    assert [one.kind.value for one in found] == ["unattributed", "forecast", "unattributed"]


def test_heading_joins_what_stands_under_it() -> None:
    comparison = comparison_with("A long history\n\nThe quay was laid out in 1887 by Erik Sandvik.")

    (addition,) = comparison.additions
    assert addition.span.of(comparison.derivative.text).startswith("A long history\n")
    assert "1887" in addition.why


def test_speech_tag_is_no_addition() -> None:
    article = RELEASE.replace("Transport Minister Ada Lindqvist said:", "Ada Lindqvist then added with a smile:")

    assert compare(read_plain(RELEASE), read_plain(article)).additions == ()


def test_furniture_is_never_an_addition() -> None:
    assert comparison_with("LEAVE A REPLY\n\nPlease enter your comment!\n\nPlease enter your name here").additions == ()


def test_text_against_itself_adds_nothing() -> None:
    document = read_plain(RELEASE)

    assert compare(document, document).additions == ()


def test_unattributed_history_is_listed_first() -> None:
    comparison = comparison_with(
        "Pensioners gathered on the quay with flags.\n\nContact us to hear about transport law.\n\n"
        "Rents could climb in the harbour.\n\nErik Sandvik laid out the quay in 1887 for Lloyd Nordic."
    )

    ranked = [addition.span.of(comparison.derivative.text).split()[0] for addition in rank_additions(comparison)]
    assert ranked == ["Erik", "Pensioners", "Rents", "Contact"]
    assert [one.span.start for one in comparison.additions] == sorted(one.span.start for one in comparison.additions)


def test_only_the_new_part_of_a_sentence_is_judged() -> None:
    original = f"{RELEASE}\nRents in the old town could climb once the lorries are gone for good.\n"
    article = original.replace("gone for good.", "gone for good, since Erik Sandvik sold his warehouses there in 1987.")

    (addition,) = compare(read_plain(original), read_plain(article)).additions
    assert addition.kind is AdditionKind.UNATTRIBUTED


def test_short_whole_sentence_is_an_addition() -> None:
    (addition,) = additions_of("Children sang.")

    assert addition.kind is AdditionKind.UNATTRIBUTED


@pytest.mark.parametrize("scrap", ["On the quay:", "Ships, boats"])
def test_scraps_that_name_nothing_are_none(scrap: str) -> None:
    assert additions_of(scrap) == ()


def test_heading_alone_is_listed_last_of_its_kind() -> None:
    last = "The toll is two pounds"
    article = (
        RELEASE.replace(last, f"A LONG HISTORY OF SHIPS\n\n{last}") + "\nPensioners gathered on the quay with flags.\n"
    )
    comparison = compare(read_plain(RELEASE), read_plain(article))

    ranked = [addition.span.of(article).split()[0] for addition in rank_additions(comparison)]
    assert ranked == ["Pensioners", "A"]


@pytest.mark.parametrize(("second", "count"), [("Nils Holm", 1), ("Karin Berg", 2)])
def test_only_one_speakers_words_are_joined(second: str, count: int) -> None:
    first = "“The old ferry was slow and cold in winter,” said Nils Holm."

    assert len(additions_of(f"{first} “Nobody in the village wants it back,” said {second}.")) == count


def test_marks_without_a_speaker_attribute_nothing() -> None:
    (addition,) = additions_of("The ferry was “as fast as ever” that winter, with two horses aboard.")

    assert addition.kind is AdditionKind.UNATTRIBUTED
