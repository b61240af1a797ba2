"""Correcting on the page: plain forms on the card of a passage, what they keep and what they refuse."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.engine.correction_texts import ARTICLE, RELEASE


class Card:
    """The comparison as somebody corrects it."""

    def __init__(self, reader, address: str) -> None:
        self.reader, self.address = reader, address
        self.case = address.split("/")[2]

    def open(self, query: str = "") -> str:
        return unescape(self.reader.open(self.address + query).text)

    def find_key(self, words: str) -> str:
        passages = re.findall(r'data-key="(\w+)" id="d-\w+"[^>]*>(.*?)</a>', self.open(), re.DOTALL)
        return next(key for key, shown in passages if words in re.sub(r"<[^>]*>", "", shown))

    def read(self, words: str) -> tuple[str, dict[str, str]]:
        """The page with the card of a passage, and the hidden fields of its forms."""
        key = self.find_key(words)
        page = self.open(f"?focus={key}")
        return page, {"focus": key, "seen": self.reader.find_field(page, "seen"), "claim": "correct"}

    def correct(self, words: str, act: str, **fields: str):
        return self.reader.send(f"{self.address}/corrections", {**self.read(words)[1], "act": act, **fields})

    def move(self, deed: str, words: str = "The new bridge"):
        return self.reader.send(f"{self.address}/corrections/{deed}", self.read(words)[1])


@pytest.fixture
def card(reader) -> Card:
    return Card(reader, reader.compare(RELEASE, ARTICLE).location)


def test_label_is_set_from_the_card(card, reader):
    answer = card.correct("The new bridge", "label:paraphrased", reason="Read aloud.")

    page = unescape(reader.open(answer.location).text)
    assert answer.status_code == 303
    assert "The label was set by hand." in page
    assert "[paraphrased, by hand: " in page
    assert "by hand, 22 November 2026, 09:00 UTC, because: Read aloud. The machine said: copied." in page
    assert "Corrected by hand · 1" in page
    assert "✎</b>By hand 1" in page


def test_card_stays_open_on_the_corrected_passage(card):
    location = card.correct("It cost", "unpair").location

    assert re.search(r"\?focus=x1&done=passage.unpair#d-x1$", location)
    assert "[added, by hand: " in card.open("?focus=x1")


def test_added_passage_is_given_a_source(card):
    answer = card.correct("Fishermen", "source", sources="R1, R2.1", label="paraphrased", stretch=stretch_of(card))

    assert answer.status_code == 303
    page = card.open(f"?focus={card.find_key('Fishermen')}")
    assert "Said to come from the release, paraphrased by hand" in page
    assert 'name="sources" value="R1, R2"' in page


def stretch_of(card: Card) -> str:
    return card.reader.find_field(card.read("Fishermen")[0], "stretch")


def test_passage_is_divided_and_joined_again(card):
    place = ARTICLE.index("and the county")
    assert card.correct("It cost", "split", place=str(place)).status_code == 303
    assert card.find_key("It cost") != card.find_key("and the county")

    assert card.correct("It cost", "join").status_code == 303

    page = card.open()
    assert "Corrected by hand · 2" in page
    assert page.count('data-key="h') == 0


def test_quotation_is_given_to_another_speaker(card):
    page, _ = card.read("The bridge will")
    assert "quotation given to another speaker" in page
    row = card.reader.find_field(page, "quotation")

    card.correct("The bridge will", "speaker", quotation=row, speaker="Dan Jarvis")

    assert "quotation given to another speaker" not in card.open()
    assert "Given to Dan Jarvis by hand" in card.open()


def test_correction_is_undone_and_done_again(card):
    card.correct("The new bridge", "label:edited")
    assert "Undo: Label set to “lightly edited” · “The new bridge" in card.open()

    assert card.move("undo").status_code == 303
    undone = card.open()
    card.move("redo")

    assert "by hand: " not in undone
    assert "Redo: Label set to “lightly edited”" in undone
    assert "[lightly edited, by hand: " in card.open()


def test_second_editor_is_told_and_keeps_the_reason(card):
    _, older = card.read("It cost")
    card.correct("The new bridge", "label:edited")

    answer = card.reader.send(
        f"{card.address}/corrections", {**older, "act": "unpair", "reason": "I see it otherwise."}
    )

    page = unescape(answer.text)
    assert answer.status_code == 409
    assert "The comparison was changed on another page meanwhile." in page
    assert page.count("I see it otherwise.") >= 2
    assert "Corrected by hand · 1" in page


@pytest.mark.parametrize(
    ("act", "fields", "said"),
    [
        ("source", {"sources": "R99", "label": "edited"}, "There is no R99 in the release."),
        ("source", {"sources": "the first one", "label": "edited"}, "“the” names no place"),
        ("source", {"sources": "", "label": "edited"}, "Choose at least one paragraph"),
        ("source", {"sources": "R1", "label": "added"}, "Choose one of the labels"),
        ("label:left_out", {}, "Choose one of the labels"),
        ("split", {"place": "x"}, "Choose a place from the list."),
        ("split", {"place": "999999"}, "There must be words on both sides"),
        ("speaker", {"quotation": "500"}, "The quotation is not in the comparison any more."),
        ("nonsense", {}, "cannot be corrected in this way"),
    ],
)
def test_nonsense_is_refused_in_words(card, act, fields, said):
    answer = card.correct("It cost", act, reason="Because.", **fields)

    assert answer.status_code == 422
    assert said in unescape(answer.text)
    assert "Because." in answer.text
    assert "Corrected by hand" not in card.open()


@pytest.mark.parametrize("stretch", ["0-10", "5", "9-1", "0-99999999", "a-b"])
def test_stretch_beyond_the_passage_is_refused(card, stretch):
    answer = card.correct("Fishermen", "source", sources="R1", label="edited", stretch=stretch)

    assert answer.status_code == 422


def test_reason_that_is_too_long_is_kept(card):
    answer = card.correct("It cost", "unpair", reason="x" * 1001)

    assert answer.status_code == 422
    assert "x" * 1001 in answer.text


def test_passages_of_the_release_offer_no_form(card):
    assert "Correct this passage" in card.read("It cost")[0]
    assert "Correct this passage" not in card.open("?focus=l1")


def test_exports_follow_the_corrections(card, reader):
    card.correct("It cost", "unpair", reason="=1+1")

    table = reader.open(f"{card.address}/export/csv").text
    data = reader.open(f"{card.address}/export/json").json

    assert "unpair" in table
    assert "'=1+1" in table
    assert data["corrections"][0]["act"] == "unpair"
    assert not any("It cost" in match["derivative"]["exact"] for match in data["matches"])


@pytest.mark.parametrize(("typed", "kept"), [("R1–R2", "R1, R2"), ("1-2", "R1, R2"), ("R1.1, R2 to R3", "R1, R2, R3")])
def test_range_of_paragraphs_is_a_source(card, typed, kept):
    card.correct("Fishermen", "source", sources=typed, label="paraphrased", stretch=stretch_of(card))

    assert f'name="sources" value="{kept}"' in card.open(f"?focus={card.find_key('Fishermen')}")


def test_counts_say_what_was_set_by_hand(card, reader):
    row = reader.find_field(card.read("The bridge will")[0], "quotation")
    card.correct("The new bridge", "label:edited")
    card.correct("The bridge will", "speaker", quotation=row, speaker="Dan Jarvis")

    assert "1 label and 1 speaker by hand: the bars follow them." in card.open()
    case = unescape(reader.open(f"/cases/{card.case}").text)
    assert "1 label and 1 speaker by hand" in case
    assert "of its words used, by hand" in case
