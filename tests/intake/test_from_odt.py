"""OpenDocument texts to blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Changes, FileOptions
from copytrail.intake.from_odt import extract_odt
from copytrail.model import ParagraphKind
from tests.intake.office import build_odt, build_zip, read_or_refuse

ORIGINAL = FileOptions(changes=Changes.ORIGINAL)
STYLES = (
    '<style:style style:name="Heading_20_1" style:family="paragraph" style:parent-style-name="Heading"/>'
    '<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>'
    '<style:style style:name="Kreis" style:family="paragraph" style:parent-style-name="Kreis"/>'
    '<style:style style:name="Leise" style:family="text"><style:text-properties text:display="none"/></style:style>'
)


def texts(data: bytes, options: FileOptions = AS_IT_COMES) -> list[str]:
    """The texts of the kept blocks."""
    return [block.text for block in extract_odt(data, options).blocks if not block.furniture]


def test_headings_lists_and_text_are_told_apart():
    data = build_odt(
        "<text:h>Bridge opens</text:h><text:p>It  rained.</text:p>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        '<text:p text:style-name="P1">Costs</text:p><text:p text:style-name="Kreis">Round</text:p>',
        styles=STYLES,
        automatic='<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>',
    )

    assert [(block.text, block.kind) for block in extract_odt(data).blocks] == [
        ("Bridge opens", ParagraphKind.HEADING),
        ("It rained.", None),
        ("one", ParagraphKind.LIST_ITEM),
        ("Costs", ParagraphKind.HEADING),
        ("Round", None),
    ]


def test_signs_are_what_a_reader_sees():
    body = '<text:p>The<text:s text:c="900000000"/>bridge<text:tab/>opens<text:line-break/>today\nat  noon</text:p>'

    assert texts(build_odt(body)) == ["The bridge opens\ntoday at noon"]


def test_tables_boxes_and_notes_keep_their_place():
    box = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    )
    row = "<table:table-row>{}</table:table-row>".format(
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in ("Cost", "£5m"))
    )
    body = f"<text:p>Before{box} and{note} after.</text:p><table:table>{row}</table:table>"

    blocks = extract_odt(build_odt(body)).blocks

    assert [block.text for block in blocks] == ["Before and after.", "In the box.", "Cost", "£5m", "A note."]
    assert [block.kind for block in blocks[2:]] == [ParagraphKind.BODY] * 3


def test_page_lines_contents_and_captions_are_furniture():
    margins = (
        "<style:master-page><style:header><text:p>Ministry</text:p></style:header>"
        "<style:footer><text:p>Page 1</text:p></style:footer></style:master-page>"
    )
    body = (
        "<text:table-of-content><text:index-body><text:p>Costs 3</text:p></text:index-body></text:table-of-content>"
        '<text:p text:style-name="Illustration">The bridge</text:p><text:p>Text.</text:p>'
    )

    blocks = extract_odt(build_odt(body, styles=STYLES + margins)).blocks

    assert [(block.text, block.furniture) for block in blocks] == [
        ("Ministry", "page header"),
        ("Costs 3", "table of contents"),
        ("The bridge", "picture caption"),
        ("Text.", ""),
        ("Page 1", "page footer"),
    ]


def test_hidden_words_are_put_aside_with_the_reason():
    body = (
        '<text:p>Seen <text:span text:style-name="Leise">planted</text:span>only.</text:p>'
        '<text:section text:display="none"><text:p>All hidden.</text:p></text:section>'
    )

    assert [(block.text, block.furniture) for block in extract_odt(build_odt(body, styles=STYLES)).blocks] == [
        ("Seen only.", ""),
        ("planted", "hidden in the file"),
        ("All hidden.", "hidden in the file"),
    ]


def test_comments_are_counted_and_left_out():
    comment = "<office:annotation><dc:creator>Nora Secret</dc:creator><text:p>Really?</text:p></office:annotation>"

    extract = extract_odt(build_odt(f"<text:p>It {comment}rained.</text:p>"))

    assert [block.text for block in extract.blocks] == ["It rained."]
    assert extract.notes == ("The file holds a comment, which was left out.",)


def tracked(regions: str, text: str) -> bytes:
    """A text with tracked changes."""
    return build_odt(f"<text:tracked-changes>{regions}</text:tracked-changes>{text}")


def region(number: str, change: str) -> str:
    """What is told of a change before the text."""
    who = "<office:change-info><dc:creator>Nora Secret</dc:creator></office:change-info>"
    return f'<text:changed-region text:id="{number}">{change.replace("|", who)}</text:changed-region>'


def test_tracked_changes_are_read_both_ways():
    data = tracked(
        region("c1", "<text:deletion>|<text:p>old </text:p></text:deletion>")
        + region("c2", "<text:insertion>|</text:insertion>"),
        '<text:p>The <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>new '
        '<text:change-end text:change-id="c2"/>bridge.</text:p>',
    )

    extract = extract_odt(data)

    assert (texts(data), texts(data, ORIGINAL)) == (["The new bridge."], ["The old bridge."])
    assert extract.has_changes
    assert "accepted" in extract.notes[0]
    assert "Secret" not in repr(extract)


def test_changes_over_paragraphs_join_or_part_them():
    deleted = tracked(
        region(
            "c1", "<text:deletion>|<text:p> opens.</text:p><text:h>Then</text:h><text:p>It </text:p></text:deletion>"
        ),
        '<text:p>The bridge<text:change text:change-id="c1"/>rained.</text:p>',
    )
    inserted = tracked(
        region("c2", "<text:insertion>|</text:insertion>"),
        '<text:p>One <text:change-start text:change-id="c2"/>new.</text:p><text:p>More'
        '<text:change-end text:change-id="c2"/>two.</text:p>',
    )

    assert texts(deleted) == ["The bridgerained."]
    assert texts(deleted, ORIGINAL) == ["The bridge opens.", "Then", "It rained."]
    assert texts(inserted) == ["One new.", "Moretwo."]
    assert texts(inserted, ORIGINAL) == ["One two."]


def test_a_paragraph_deleted_as_a_whole_comes_back():
    data = tracked(
        region("c1", "<text:deletion>|<text:p>Gone.</text:p></text:deletion>"),
        '<text:p>One.</text:p><text:change text:change-id="c1"/><text:p>Two.</text:p>',
    )

    assert (texts(data), texts(data, ORIGINAL)) == (["One.", "Two."], ["One.", "Gone.", "Two."])


def test_the_title_comes_from_the_text_or_the_file():
    meta = {
        "meta.xml": '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Of the file</dc:title></office:document-meta>'
    }

    assert extract_odt(build_odt("<text:h>Of the text</text:h>", more=meta)).title == "Of the text"
    assert extract_odt(build_odt("<text:p>It rained.</text:p>", more=meta)).title == "Of the file"


LOCKED = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/>'
    "</m:file-entry></m:manifest>"
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"no zip", "damaged"),
        (build_zip({"mimetype": "x"}), "no text in it"),
        (build_odt("<text:p>"), "damaged"),
        (build_odt("<text:p/>", more={"META-INF/manifest.xml": LOCKED}), "protected by a password"),
        (build_odt("<text:p/>", more={"Pictures/1.png": ""}), "pictures and no text"),
    ],
)
def test_bad_files_get_a_sentence(data, sentence):
    with pytest.raises(UnreadableInput, match=sentence):
        extract_odt(data)


@given(
    st.integers(0),
    st.sampled_from(["<text:p>", "</text:p>", "<text:deletion>", "</text:note>", "<", "&#0;", "<text:list/>"]),
)
def test_changed_parts_raise_sentences_only(place, piece):
    body = '<text:tracked-changes/><text:p>The <text:change text:change-id="c1"/><text:span>old</text:span></text:p>'
    place %= len(body)

    assert read_or_refuse(extract_odt, build_odt(body[:place] + piece + body[place:]))


@given(st.integers(0), st.integers(0, 255))
def test_changed_bytes_raise_sentences_only(place, byte):
    data = bytearray(build_odt("<text:p>It rained.</text:p>"))
    data[place % len(data)] = byte

    assert read_or_refuse(extract_odt, bytes(data))
