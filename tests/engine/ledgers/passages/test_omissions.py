"""What an article leaves out is ranked by what is lost, and each omission says what that is."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.model import Comparison, Loss, Omission

KEPT = (
    "The harbour authority opened the new bridge over the river Alm on Monday after two years of work.",
    "Lorries leave the old town for good, and the ferry at the northern quay stops running this week.",
    "Residents of the village of Lindholm cross without paying, and everybody else pays two pounds.",
)
CAVEAT = "The toll is subject to a vote of the council."
FIGURES = "It cost 12.3 million pounds, 14% more than was planned."
SPEECH = "“The traffic was unbearable for all of us,” said shopkeeper Nils Holm."
TOPIC = "Divers surveyed wrecks, eels, mussels and seaweed beneath both piers."


def comparison_with(*left_out: str, kept: tuple[str, ...] = KEPT) -> Comparison:
    original = read_plain("\n\n".join((*KEPT, *left_out)))
    return compare(original, read_plain("\n\n".join(kept)))


def omissions_of(*left_out: str) -> tuple[Omission, ...]:
    return comparison_with(*left_out).omissions


@pytest.mark.parametrize(
    ("sentence", "loss", "evidence"),
    [
        (CAVEAT, Loss.CAVEAT, "“subject to”"),
        ("However, the pillars have not been tested in a storm.", Loss.CAVEAT, "“However”"),
        ("The results of the traffic count are preliminary.", Loss.CAVEAT, "“preliminary”"),
        (FIGURES, Loss.FIGURE, "12.3 million pounds and 14% stand nowhere"),
        ("Work on the second pier ends on 9 May 2027.", Loss.FIGURE, "9 May 2027 stands nowhere"),
        (SPEECH, Loss.SPEAKER, "Nils Holm, who is not named in the article"),
        (TOPIC, Loss.TOPIC, "hardly speaks of it"),
    ],
)
def test_omission_says_what_is_lost(sentence: str, loss: Loss, evidence: str) -> None:
    (omission,) = omissions_of(sentence)

    assert loss in omission.lost
    assert evidence in omission.why


@pytest.mark.parametrize(
    ("language", "kept", "sentence"),
    [
        (
            "de",
            "Die neue Brücke wurde am Montag nach zwei Jahren eröffnet.",
            "Die Maut gilt vorbehaltlich der Zustimmung des Rates.",
        ),
        (
            "fr",
            "Le nouveau pont a été ouvert lundi après deux ans de travaux.",
            "Le péage est gratuit, sauf pour les gros camions.",
        ),
        (
            "es",
            "El nuevo puente se abrió el lunes después de dos años de obras.",
            "El peaje es gratis, salvo para los camiones grandes.",
        ),
    ],
)
def test_caveats_are_known_in_four_languages(language: str, kept: str, sentence: str) -> None:
    original = read_plain(f"{kept}\n\n{sentence}", language=language)

    (omission,) = compare(original, read_plain(kept, language=language)).omissions
    assert Loss.CAVEAT in omission.lost


def test_graver_losses_come_first() -> None:
    both = "It opens on 9 May 2027, subject to a vote."

    ranked = comparison_with(TOPIC, SPEECH, FIGURES, both).omissions
    assert [omission.lost[0] for omission in ranked] == [Loss.CAVEAT, Loss.FIGURE, Loss.SPEAKER, Loss.TOPIC]
    assert [omission.rank for omission in ranked] == [1, 2, 3, 4]


def test_several_losses_add_up() -> None:
    first, *_ = omissions_of(CAVEAT, "Divers surveyed wrecks, eels, mussels and seaweed, subject to a vote in 2027.")

    assert first.lost == (Loss.CAVEAT, Loss.FIGURE, Loss.TOPIC)


def test_notes_to_editors_come_last() -> None:
    found = comparison_with("Notes to editors", "It cost 12.3 million pounds, said the port.")
    both = comparison_with(
        "The port lends 7 million pounds.", "Notes to editors", "It cost 12.3 million pounds, 14% more."
    )

    assert len(found.omissions) == 1
    assert ["7 million" in omission.why for omission in both.omissions] == [True, False]


def test_negation_in_not_only_is_no_caveat() -> None:
    assert omissions_of("The village is not only pretty, Lindholm residents cross the new river bridge.") == ()


def test_figure_said_elsewhere_is_not_lost() -> None:
    article = (*KEPT, "Twelve million pounds went into it.")

    lost = [loss for one in comparison_with("It cost £12 million.", kept=article).omissions for loss in one.lost]
    assert Loss.FIGURE not in lost


def test_unused_words_of_a_named_speaker_are_told() -> None:
    article = (*KEPT, "Nils Holm keeps a shop.")

    (omission,) = comparison_with(SPEECH, kept=article).omissions
    assert omission.why.startswith("These words of Nils Holm are not used")


def test_text_that_is_not_derived_has_no_omissions() -> None:
    other = ("Berlin's zoo reports the birth of two pandas.", "Keepers feed them bamboo every morning and night.")

    assert comparison_with(CAVEAT, FIGURES, kept=other).omissions == ()


def test_whole_text_kept_omits_nothing() -> None:
    everything = (*KEPT, CAVEAT, FIGURES, SPEECH, TOPIC)

    assert comparison_with(CAVEAT, FIGURES, SPEECH, TOPIC, kept=everything).omissions == ()


def test_translation_loses_no_topic_for_its_words() -> None:
    english = (
        "Mayor Ada Holm opened the bridge in Lindholm on 14 March 2025 with Nils Sandvik. It cost 12.3 million pounds."
    )
    german = "Bürgermeisterin Ada Holm hat die Brücke in Lindholm am 14. März 2025 mit Nils Sandvik eröffnet."
    original = read_plain(f"{english} Children sang songs and threw flowers into the water below.", language="en")

    found = compare(original, read_plain(german, language="de"))
    assert found.matches
    assert found.omissions
    assert not any(Loss.TOPIC in omission.lost for omission in found.omissions)


@pytest.mark.parametrize(("scrap", "count"), [("However, it rained.", 0), ("However, 14% left.", 1)])
def test_scrap_counts_only_with_a_figure(scrap: str, count: int) -> None:
    assert len(omissions_of(scrap)) == count


def test_several_figures_come_before_one() -> None:
    one, several = "The port lends 7 million pounds to the village.", "The port pays 3 million pounds and 14% more."

    ranked = comparison_with(one, several).omissions
    assert ["14%" in omission.why for omission in ranked] == [True, False]
