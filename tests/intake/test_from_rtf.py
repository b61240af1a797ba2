"""RTF texts to blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Changes, FileOptions
from copytrail.intake.from_rtf import extract_rtf
from copytrail.model import ParagraphKind
from tests.intake.office import read_or_refuse

ORIGINAL = FileOptions(changes=Changes.ORIGINAL)
TABLES = (
    rb"{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fcharset204 Arial;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Gothic;}}"
    rb"{\colortbl;\red0\green0\blue0;}"
    rb"{\stylesheet{\ql Normal;}{\s1\outlinelevel0 Ueberschrift;}{\s2 toc 1;}{\s3 caption;}}"
    rb"{\info{\title Of the file}{\author Nora Secret}{\*\company Hidden Ltd}}"
)


def rtf(text: bytes) -> bytes:
    """A text with tables before it."""
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + TABLES + text + b"}"


def texts(text: bytes, options: FileOptions = AS_IT_COMES) -> list[str]:
    """The texts of the kept blocks."""
    return [block.text for block in extract_rtf(rtf(text), options).blocks if not block.furniture]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (rb"The {\b minister}\'92s caf\'e9", "The minister’s café"),
        (rb"\u8220?Now\u8221\'94 {\uc2\u8364 EUR?}", "“Now” €R?"),
        (rb"{\uc0\u8364}5 \u-10179?\u-8704?", "€5 😀"),
        (rb"a\u-10179?b", "a\ufffdb"),
        (rb"{\f1\'cf\'f0} {\f2 a} {\f3\'83\'65}", "Пр α テ"),
        (b"1\\~000\\_2 co\\-op \\{x\\} \\\\", "1\u00a0000-2 coop {x} \\"),
        (b"two\\line\n lines\\tab\r\nhere", "two\nlines here"),
        (rb"\ldblquote Yes\rdblquote \emdash \endash \lquote", "“Yes”—–‘"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}", "a link"),
        (rb"{\upr{old}{\*\ud{new}}}", "new"),
        (rb"a{\pict\wmetafile8\bin5 }}}}}}b", "ab"),
        (rb"a{\*\unknown never}b{\shp{\*\shpinst{\sp{\sn pName}{\sv x}}}}c", "abc"),
    ],
)
def test_characters_are_what_a_reader_sees(text, words):
    assert texts(text) == [words]


def test_paragraphs_are_what_the_file_says():
    text = (
        rb"\pard\s1 Bridge opens\par\pard It rained.\par{\pntext\'b7\tab}\ls1 one\par"
        rb"\pard\intbl Cost\cell\'a35m\cell\row\pard\outlinelevel1 Costs\par\pard\s2 Costs 3\par\pard\s3 The bridge\par"
    )

    assert [(block.text, block.kind, block.furniture) for block in extract_rtf(rtf(text)).blocks] == [
        ("Bridge opens", ParagraphKind.HEADING, ""),
        ("It rained.", None, ""),
        ("one", ParagraphKind.LIST_ITEM, ""),
        ("Cost", ParagraphKind.BODY, ""),
        ("£5m", ParagraphKind.BODY, ""),
        ("Costs", ParagraphKind.HEADING, ""),
        ("Costs 3", None, "table of contents"),
        ("The bridge", None, "picture caption"),
    ]


def test_page_lines_notes_and_boxes_keep_their_place():
    text = (
        rb"{\header Ministry\par}{\footer Page 1}Before{\shp{\*\shpinst{\shptxt In the box.\par}}{\shprslt twice}}"
        rb" and{\footnote A note.} after.\par The end."
    )

    assert [(block.text, block.furniture) for block in extract_rtf(rtf(text)).blocks] == [
        ("Ministry", "page header"),
        ("Before and after.", ""),
        ("In the box.", ""),
        ("The end.", ""),
        ("A note.", ""),
        ("Page 1", "page footer"),
    ]


def test_hidden_words_are_put_aside_with_the_reason():
    blocks = extract_rtf(rtf(rb"Seen {\v planted }\v words\v0 only.\par")).blocks

    assert [(block.text, block.furniture) for block in blocks] == [
        ("Seen only.", ""),
        ("planted words", "hidden in the file"),
    ]


def test_tracked_changes_are_read_both_ways():
    text = rb"The {\deleted old }{\revised\revauth1 new }bridge.\par One {\deleted\par}two.{\revised\par}Three."

    assert texts(text) == ["The new bridge.", "One two.", "Three."]
    assert texts(text, ORIGINAL) == ["The old bridge.", "One", "two.Three."]
    assert extract_rtf(rtf(text)).has_changes
    assert "before them" in extract_rtf(rtf(text), ORIGINAL).notes[0]


def test_cells_are_not_joined_by_deletions():
    assert texts(rb"\pard\intbl One{\deleted\cell}Two\cell\row\pard The end.") == ["One", "Two", "The end."]


def test_comments_are_counted_and_left_out():
    extract = extract_rtf(rtf(rb"It {\*\atnid NS}{\*\atnauthor Nora Secret}{\*\annotation Really?}rained."))

    assert [block.text for block in extract.blocks] == ["It rained."]
    assert extract.notes == ("The file holds a comment, which was left out.",)
    assert "Secret" not in repr(extract)


def test_the_title_comes_from_the_text_or_the_file():
    assert extract_rtf(rtf(rb"\s1 Of the text\par")).title == "Of the text"
    assert extract_rtf(rtf(rb"It rained.")).title == "Of the file"


def test_nothing_is_read_after_the_end():
    assert [block.text for block in extract_rtf(rb"{\rtf1 It rained.}\par{never}").blocks] == ["It rained."]


def test_a_file_cut_off_says_so():
    extract = extract_rtf(rb"{\rtf1 It {\b rai")

    assert [block.text for block in extract.blocks] == ["It rai"]
    assert extract.notes == ("The file ends before it is complete; what is missing could not be read.",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"no rtf", "does not begin like one"), (rb"{\rtf1 " + b"{" * 10_000, "too deep")],
)
def test_bad_files_get_a_sentence(data, sentence):
    with pytest.raises(UnreadableInput, match=sentence):
        extract_rtf(data)


PIECES = [
    rb"\par ", b"{", b"}", rb"\u8364 ?", rb"\uc9999999999 ", rb"\*\shptxt ", rb"{\footnote ", rb"\bin99999 ", rb"\'f",
    b"\\", rb"{\header ", rb"\deleted ", rb"\f9999999999 ", rb"{\stylesheet ", rb"{\fonttbl{\f0\fcharset2 ", rb"\ud ",
    rb"\title x", rb"{\info", b"\x00\xff", rb"\ansicpg99999 ", rb"\u-99999 ", b"word ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_pieces_is_read(pieces):
    assert read_or_refuse(extract_rtf, rb"{\rtf1" + b"".join(pieces))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    assert read_or_refuse(extract_rtf, rb"{\rtf1 " + data)
