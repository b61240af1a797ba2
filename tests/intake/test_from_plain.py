"""Plain text to a document."""

from dataclasses import replace

import pytest

from copytrail import compare, read_plain
from copytrail.errors import EmptyText, UnreadableInput
from copytrail.export import FORMATS
from copytrail.model import ParagraphKind


def test_what_is_known_is_kept():
    document = read_plain("It rained.", id="a1", title="Rain", publisher="P", url="U", published="2025-08-14")

    assert (document.id, document.title, document.publisher, document.url, document.published) == (
        "a1",
        "Rain",
        "P",
        "U",
        "2025-08-14",
    )


def test_bytes_and_text_give_the_same():
    assert read_plain("Die Brücke öffnet.\r\nEs regnet.".encode("cp1252")) == read_plain(
        "Die Brücke öffnet.\nEs regnet."
    )


def test_line_ends_are_made_one_kind():
    assert read_plain("\ufeffOne.\r\n\r\nTwo.\rThree.").text == "One.\n\nTwo.\nThree."


@pytest.mark.parametrize("source", ["", "  \n", "… – !", b"", "🙂🙂", "\ufeff"])
def test_a_text_without_words_is_refused(source):
    with pytest.raises(EmptyText, match="no text to compare"):
        read_plain(source)


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(UnreadableInput):
        read_plain(b"%PDF-1.7")


def test_the_language_is_guessed_or_given():
    german = "Der Minister sagte, dass die Brücke nicht vor dem Sommer fertig ist."

    assert read_plain(german).language == "de"
    assert read_plain(german, language="nl").language == "nl"
    assert read_plain("我们签署了协议").language == ""


def test_the_language_decides_the_sentences():
    text = "Die Bahn fährt am 3. März nach Ulm und das ist gut."

    assert len(read_plain(text, language="de").paragraphs[0].sentences) == 1
    assert len(read_plain(text, language="en").paragraphs[0].sentences) == 2


def test_kinds_are_set_on_the_way():
    document = read_plain("Bridge opens\n\nThe minister opened it.\n\n- It is long.\n\nLeave a reply")

    assert [paragraph.kind for paragraph in document.paragraphs] == [
        ParagraphKind.HEADING,
        ParagraphKind.BODY,
        ParagraphKind.LIST_ITEM,
        ParagraphKind.FURNITURE,
    ]


def test_words_are_found_once():
    document = read_plain("The UK-Iraq deal.")

    assert [document.text[start:end] for start, end in document.words] == ["The", "UK-Iraq", "deal"]


def test_another_text_has_its_own_words():
    document = replace(read_plain("The UK-Iraq deal."), text="No deal.")

    assert [document.text[start:end] for start, end in document.words] == ["No", "deal"]


HIDDEN = "The min\u200bister \u202eopened\u202c the\x00 bridge\x07 on \ud800Monday, after\u2028long delays."


def test_hidden_characters_are_kept_and_shown():
    document = read_plain(HIDDEN)
    comparison = compare(read_plain("The minister opened the bridge on Monday, after long delays."), document)
    page = FORMATS["html"].render((comparison,)).decode()

    assert document.text == HIDDEN
    assert {"\u200b", "\u202e", "\u202c", "\x00", "\x07", "\ud800"}.isdisjoint(page)
    assert all(f"U+{code}" in page for code in ("200B", "202E", "202C", "0000", "0007", "D800"))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_hidden_characters_break_no_export(name):
    document = read_plain(HIDDEN)

    assert FORMATS[name].render((compare(document, document),))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("The bridge opens. " * 60_000, 1),
        ("word " * 200_000, 1),
        ("a" * 1_000_000, 1),
        ("\n" * 1_000_000 + "word", 1),
        ("The bridge opens in March, the ministry said.\n\n" * 25_000, 25_000),
        ("Politics\n" * 20_000, 20_000),
        ("Home | " * 100_000, 1),
        ("word" + "." * 500_000 + "word", 1),
        ("a@" * 300_000 + " word", 1),
        ("Contact us\nshort line\na@b.example\n" * 5_000, 15_000),
    ],
)
def test_very_long_texts_are_read(text, paragraphs):
    document = read_plain(text)

    assert document.text == text
    assert len(document.paragraphs) == paragraphs
