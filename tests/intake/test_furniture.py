"""Furniture in whole documents: around contact lines, after the end, and by hand."""

import pytest

from copytrail import Document, read_plain
from copytrail.intake.furniture import set_kinds
from copytrail.model import ParagraphKind

BODY = [
    "The new harbour bridge will open to traffic on 14 March, the ministry said.",
    "It carries two lanes of traffic and a separate path for cyclists and pedestrians.",
    "Heavy lorries will continue to use the ring road until the ramps have been strengthened.",
    "Nobody was hurt when the old bridge had to be taken down in two nights.",
    "The crossing cost less than planned and was finished four months ahead of schedule.",
    "Residents of the old ferry quarter can apply for a season pass at half price.",
    "The ministry will publish a study of the noise before the summer holidays begin.",
]


def document_of(*paragraphs: str) -> Document:
    return read_plain("\n\n".join(paragraphs))


def furniture_of(document: Document) -> dict[str, str]:
    return {p.span.of(document.text): p.reason for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE}


def test_known_lines_are_marked_with_reason():
    document = document_of("Menu", *BODY, "Leave a Reply")

    assert furniture_of(document) == {"Menu": "menu or related headlines", "Leave a Reply": "comment form"}


def test_headlines_after_the_end_are_marked():
    headlines = ["Dog saves postman from cellar", "Choir of beekeepers wins", "Record leek at village show"]

    found = furniture_of(document_of(*BODY, *headlines))

    assert found == dict.fromkeys(headlines, "headlines after the end")


def test_two_headlines_at_the_end_stay():
    assert furniture_of(document_of(*BODY, "Dog saves postman", "Choir wins")) == {}


def test_one_headline_after_related_articles_is_enough():
    found = furniture_of(document_of(*BODY, "Related articles", "Dog saves postman from cellar"))

    assert found["Dog saves postman from cellar"] == "headlines after the end"


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Behrens, staff reporter",
        "By Jonas Field and Mia Stone",
        "By our local democracy reporter",
        "Von Anna Maurer",
    ],
)
def test_names_of_reporters_are_marked(line):
    assert furniture_of(document_of("Bridge opens", line, *BODY)) == {line: "byline"}


@pytest.mark.parametrize("line", ["By Friday", "By royal appointment", "By the time the bridge opened"])
def test_other_lines_with_by_stay(line):
    assert furniture_of(document_of("Bridge opens", line, *BODY)) == {}


def test_headlines_inside_the_text_stay():
    document = document_of(BODY[0], "What changes", "What stays", "What comes next", *BODY[1:])

    assert furniture_of(document) == {}


def test_short_texts_keep_their_headlines():
    assert furniture_of(document_of(BODY[0], "One thing", "Another thing", "A third thing")) == {}


def test_contact_block_takes_its_heading():
    found = furniture_of(document_of(*BODY, "Press contact", "Ministry of Roads, Greta Lind", "press@roads.example"))

    assert list(found) == ["Press contact", "Ministry of Roads, Greta Lind", "press@roads.example"]
    assert set(found.values()) == {"contact block"}


def test_contact_heading_without_contact_stays():
    assert furniture_of(document_of(*BODY, "Contact us", BODY[0])) == {}


def test_where_all_would_be_furniture_nothing_is():
    assert furniture_of(document_of("Menu", "Share", "Leave a reply")) == {}


def test_a_person_decides_in_the_end():
    document = document_of(*BODY, "Leave a Reply")
    last = len(BODY) + 1

    changed = set_kinds(document, {1: ParagraphKind.FURNITURE, last: ParagraphKind.BODY})

    assert furniture_of(changed) == {BODY[0]: "marked by hand"}
    assert changed.paragraphs[last - 1].reason == ""
    assert changed.text == document.text


def test_marking_changes_no_span():
    document = document_of("Menu", *BODY)

    assert [p.number for p in document.paragraphs] == list(range(1, len(BODY) + 2))
    assert document.paragraphs[0].sentences


def test_a_menu_is_known_by_its_neighbours():
    found = furniture_of(document_of("Skip to content", "Politics", "Business", *BODY))

    assert list(found) == ["Skip to content", "Politics", "Business"]


def test_sections_make_a_menu_of_their_own():
    assert list(furniture_of(document_of("Politics", "Business", *BODY))) == ["Politics", "Business"]


def test_one_section_is_a_heading():
    assert furniture_of(document_of("Politics", *BODY)) == {}


def test_numbered_headlines_follow_their_announcement():
    found = furniture_of(document_of(*BODY, "Most Read", "1. Dog saves postman", "2. Record leek at village show"))

    assert list(found) == ["Most Read", "1. Dog saves postman", "2. Record leek at village show"]


def test_a_numbered_list_at_the_end_stays():
    steps = ["1. Fill in the form", "2. Sign it", "3. Send it to the ministry"]

    assert furniture_of(document_of(*BODY, *steps)) == {}


def test_a_form_is_known_by_its_neighbours():
    found = furniture_of(document_of(*BODY, "Leave a Reply", "Name *", "Email *", "Post Comment"))

    assert len(found) == 4
