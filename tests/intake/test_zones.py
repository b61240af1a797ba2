"""What surrounds an article in a page that was copied whole."""

from copytrail import Document, read_plain
from copytrail.model import ParagraphKind

BODY = [
    "The new harbour bridge will open to traffic on 14 March, the ministry said on Monday.",
    "It carries two lanes of traffic and a separate path for cyclists and pedestrians.",
    "Heavy lorries will continue to use the ring road until the ramps have been strengthened.",
    "The crossing cost less than planned and was finished four months ahead of schedule.",
]
TITLE = "Harbour bridge opens to traffic in March"
MENU = ["Skip to content", "Quay Lines", "Voices of the quay", "Politics", "Sign in", "Search"]
FOOT = ["Related articles", "Comments", "© 2026 Quay Lines"]


def document_of(*paragraphs: str) -> Document:
    return read_plain("\n\n".join(paragraphs))


def furniture_of(document: Document) -> list[str]:
    return [p.span.of(document.text) for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE]


def test_all_above_the_headline_is_furniture():
    assert furniture_of(document_of(*MENU, TITLE, *BODY)) == MENU


def test_headline_and_summary_stay():
    summary = "Cyclists get a path of their own"

    assert furniture_of(document_of(*MENU, TITLE, summary, "Share", "2 April 2026", *BODY)) == [
        *MENU,
        "Share",
        "2 April 2026",
    ]


def test_two_titles_above_the_text_stay():
    second = "Ministry names the day on which the harbour bridge opens"

    assert furniture_of(document_of(*MENU, TITLE, second, *BODY)) == MENU


def test_without_known_lines_nothing_is_menu():
    assert furniture_of(document_of("Quay Lines", "Voices of the quay", TITLE, *BODY)) == []


def test_comments_of_readers_are_furniture():
    comments = ["Leave a comment", "Sort by newest", "oldsalt62", "Reply", "They promised us the same thing in 2009!"]

    document = document_of(TITLE, *BODY, *FOOT, *comments)

    assert furniture_of(document) == [*FOOT, *comments]
    assert document.paragraphs[-1].reason == "comment of a reader"


def test_text_about_the_same_stays_after_comments():
    late = "The harbour bridge opens to traffic in March after the ramps have been strengthened for heavy lorries."

    assert furniture_of(document_of(TITLE, *BODY, *FOOT, "Leave a comment", "Sort by newest", late))[-1] != late


def test_announced_headlines_inside_are_furniture():
    inside = ["Read more", "Why this baker swapped the city for sourdough"]

    assert furniture_of(document_of(TITLE, *BODY[:2], *inside, *BODY[2:])) == inside


def test_a_subheading_after_a_link_stays():
    inside = ["Read more", "Why this baker swapped the city for sourdough"]

    assert furniture_of(document_of(TITLE, *BODY[:2], *inside, "What comes next", *BODY[2:])) == inside


def test_a_line_between_furniture_goes_with_it():
    inside = ["Advertisement", "Fresh rope by the metre", "Sign up to our newsletter"]

    assert furniture_of(document_of(TITLE, *BODY[:2], *inside, *BODY[2:])) == inside


def test_a_sentence_between_furniture_stays():
    inside = ["Advertisement", "Nobody was hurt when the old bridge had to be taken down.", "Sign up to our newsletter"]

    assert furniture_of(document_of(TITLE, *BODY[:2], *inside, *BODY[2:])) == [inside[0], inside[2]]


def test_topics_in_a_list_are_text():
    topics = ["- Health", "- Education", "- Transport"]

    assert furniture_of(document_of(TITLE, *BODY[:2], *topics, *BODY[2:])) == []
