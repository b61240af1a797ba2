"""Who speaks: before or after the cue, inverted, by pronoun, role or last name, in four languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import read_plain
from copytrail.read.quotations import read_quotations


def speakers(text: str, language: str = "en") -> list[str | None]:
    found = read_quotations(replace(read_plain(text), language=language))
    return [quotation.speaker.name if quotation.speaker else None for quotation in found]


def cues(text: str, language: str = "en") -> list[str | None]:
    found = read_quotations(replace(read_plain(text), language=language))
    return [quotation.cue.of(text) if quotation.cue else None for quotation in found]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We waited,” said Ada Holm.", "Ada Holm", "said"),
        ("“We waited,” Ada Holm said on Monday.", "Ada Holm", "said"),
        ("“We waited,” said the mayor of Rodan, Ada Holm.", "Ada Holm", "said"),
        ("“Why did we wait?” Ada Holm asked.", "Ada Holm", "asked"),
        ("Ada Holm said: “We waited.”", "Ada Holm", "said"),
        ("Ada Holm told the Courier: “We waited.”", "Ada Holm", "told"),
        ("Ada Holm, 46, the mayor of Rodan and a friend of Bob Penn, said, “We waited.”", "Ada Holm", "said"),
        ("In a letter to Bob Penn on Monday, Ada Holm wrote: “We waited.”", "Ada Holm", "wrote"),
        ("The Minister of Transport, Ada Holm, said: “We waited.”", "Ada Holm", "said"),
        ("Minister for the North, Ada Holm, said: “We waited.”", "Ada Holm", "said"),
        ("Secretary of State Ada Holm, who lives there, said: “We waited.”", "Ada Holm", "said"),
        ("According to Mayor Ada Holm, “we have waited too long”.", "Ada Holm", "According to"),
        ("“We have waited too long,” according to Ada Holm.", "Ada Holm", "according to"),
        ("As Mayor Ada Holm noted, “We waited.”", "Ada Holm", "noted"),
        ("Ada Holm opened the bridge on Monday, saying: “We waited.”", "Ada Holm", "saying"),
        ("Ada Holm praised the workers and called the bridge “a gift to us all”.", "Ada Holm", "called"),
        ("A spokesperson for the Port Office said: “We waited.”", "A spokesperson for the Port Office", "said"),
        ("The Port Office said the plan allowed a “swift” start.", "Port Office", "said"),
        ("Ada Holm, a painter who lives in Rodan said: “We waited.”", "Ada Holm", "said"),
        ("A painter who was not there in March said: “We waited.”", "A painter", "said"),
        ("More from Ada Holm: “We waited for years.”", "Ada Holm", ":"),
        ("Ada Holm, mayor of Rodan: “We waited for years.”", "Ada Holm", ":"),
        ("“We waited for years.” – Ada Holm, mayor of Rodan", "Ada Holm", "–"),
        ("“We waited for years.”\n— Ada Holm, mayor of Rodan", "Ada Holm", "—"),
    ],
)
def test_the_speaker_stands_beside_the_cue(text, speaker, cue):
    assert (speakers(text), cues(text)) == ([speaker], [cue])


def test_a_last_name_becomes_the_full_name():
    text = "Mayor Ada Holm opened the bridge. “We waited,” Ms Holm said."

    assert speakers(text) == ["Ada Holm"]


def test_a_last_name_of_two_persons_stays_as_it_is():
    text = "Ada Holm met Sean Holm. “We waited,” Holm said."

    assert speakers(text) == ["Holm"]


def test_a_pronoun_is_who_spoke_before():
    text = "“We waited,” said Mayor Ada Holm of Bob Penn's plan.\n“It was long,” she added."

    assert speakers(text) == ["Ada Holm", "Ada Holm"]


def test_a_pronoun_is_who_was_named_last():
    text = "The plan was criticised by the shadow minister Bob Penn.\nHe said: “We will not pay for it.”"

    assert speakers(text) == ["Bob Penn"]


def test_a_title_tells_which_pronoun_fits():
    text = "Mr Bob Penn met Mrs Ada Holm and Mr Carl Reed. She said: “We waited.”"

    assert speakers(text) == ["Ada Holm"]


def test_an_open_pronoun_names_nobody_else():
    assert speakers("She said: “We waited for years.”") == ["She"]


def test_a_role_is_the_person_who_has_it():
    text = "Mayor Ada Holm came with Bob Penn. The mayor said: “We waited.”"

    assert speakers(text) == ["Ada Holm"]


def test_a_quotation_without_cue_goes_with_its_neighbour():
    text = "“We waited,” said Ada Holm. “It was long.” Bob Penn laughed."

    assert speakers(text) == ["Ada Holm", "Ada Holm"]


def test_the_first_quotation_takes_the_tag_of_the_next():
    text = "“We waited.” “It was long,” Ada Holm said."

    assert speakers(text) == ["Ada Holm", "Ada Holm"]


def test_a_new_paragraph_goes_on_with_the_same_speaker():
    text = "“We waited,” said Ada Holm.\n\n“It was long, and it rained on all of us.”\n\nThe bridge is long."

    assert speakers(text) == ["Ada Holm", "Ada Holm"]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("de", "„Wir haben gewartet“, sagte Minister Karl Holm.", "Karl Holm", "sagte"),
        ("de", "Karl Holm erklärte: „Wir haben gewartet.“", "Karl Holm", "erklärte"),
        ("de", "Laut Karl Holm ist das „ein guter Tag für alle“.", "Karl Holm", "Laut"),
        ("fr", "« Nous avons attendu », a ajouté Mme Claire Dubois.", "Claire Dubois", "ajouté"),
        ("fr", "Le ministre de la Ville, Paul Arnaud, a déclaré : « Nous avons attendu. »", "Paul Arnaud", "déclaré"),
        ("fr", "Selon M. Arnaud, « le coût reste le même ».", "Arnaud", "Selon"),
        ("es", "«Hemos esperado mucho», dijo la alcaldesa Ana Ruiz.", "Ana Ruiz", "dijo"),
        ("es", "Ana Ruiz añadió: “Hemos esperado mucho.”", "Ana Ruiz", "añadió"),
        ("es", "Según el ministro Pedro Gil, «no habrá más retrasos».", "Pedro Gil", "Según"),
    ],
)
def test_other_languages_have_their_cues(language, text, speaker, cue):
    assert (speakers(text, language), cues(text, language)) == ([speaker], [cue])


def test_a_list_below_a_quotation_signs_nothing():
    text = "Bob Penn spoke.\n“We waited for years.”\n- Opens in March and closes in May every year\n- Costs two pounds"

    assert speakers(text) == ["Bob Penn"]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("“We waited,” said harbour master Ada Holm.", "en", "Ada Holm"),
        ("“We waited,” said party leader Ada Holm on Monday.", "en", "Ada Holm"),
        ("“We waited,” said opposition transport spokesman Bob Penn.", "en", "Bob Penn"),
        ("“We waited,” said senior policy analyst Ada Holm at the bank.", "en", "Ada Holm"),
        ("„Wir haben gewartet“, sagte Projektleiterin Ada Holm.", "de", "Ada Holm"),
        ("„Wir haben gewartet“, sagte die Verkehrsministerin Ada Holm.", "de", "Ada Holm"),
        ("« Nous avons attendu », a déclaré la directrice Ada Holm.", "fr", "Ada Holm"),
        ("« Nous avons attendu », a déclaré la ministre des Transports Ada Holm.", "fr", "Ada Holm"),
        ("«Hemos esperado», dijo la directora Ada Holm.", "es", "Ada Holm"),
        ("«Hemos esperado», dijo la ministra de Transportes Ada Holm.", "es", "Ada Holm"),
    ],
)
def test_a_title_before_the_name_is_passed_over(text, language, speaker):
    assert speakers(text, language) == [speaker]


def test_the_speaker_of_the_next_sentence_is_not_taken_for_the_one_named_beside_the_words():
    text = "“We waited nine years,” said harbour master Ada Holm. Transport Minister Bob Penn said it would open soon."

    assert speakers(text)[0] == "Ada Holm"


def test_a_noun_of_speech_after_a_preposition_announces_nothing():
    assert cues("Ada Holm wrote to the council in answer “we waited”.") == ["wrote"]
