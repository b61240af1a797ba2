"""Word documents to blocks."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import AS_IT_COMES, Changes, FileOptions
from copytrail.intake.from_docx import extract_docx
from copytrail.model import ParagraphKind
from tests.intake.office import STRICT, W, build_docx, build_zip, paragraph, read_or_refuse, run

ORIGINAL = FileOptions(changes=Changes.ORIGINAL)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Haus"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Gliederung"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Liste"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Leise"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kreis"><w:basedOn w:val="Kreis"/></w:style>'
)


def texts(data: bytes, options: FileOptions = AS_IT_COMES) -> list[str]:
    """The texts of the kept blocks."""
    return [block.text for block in extract_docx(data, options).blocks if not block.furniture]


def test_paragraphs_come_in_their_order():
    assert texts(build_docx(paragraph("The bridge opens.") + paragraph("") + paragraph("It rained."))) == [
        "The bridge opens.",
        "It rained.",
    ]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("berschrift1", ParagraphKind.HEADING),
        ("Eigene", ParagraphKind.HEADING),
        ("Gliederung", ParagraphKind.HEADING),
        ("Liste", ParagraphKind.LIST_ITEM),
        ("Kreis", None),
        ("Unbekannt", None),
    ],
)
def test_styles_tell_what_a_paragraph_is(style, kind):
    data = build_docx(paragraph("Bridge opens", style=style), more={"styles": STYLES})

    assert [block.kind for block in extract_docx(data).blocks] == [kind]


def test_own_properties_count_more_than_styles():
    listed = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>"
    unlisted = listed.replace("<w:numPr>", "<w:pStyle w:val='Liste'/><w:numPr>").replace("'1'", "'0'")

    blocks = extract_docx(build_docx(listed + unlisted, more={"styles": STYLES})).blocks

    assert [block.kind for block in blocks] == [ParagraphKind.LIST_ITEM, None]


def test_a_long_text_in_a_heading_style_is_text():
    data = build_docx(paragraph("It rained. " * 40, style="berschrift1"), more={"styles": STYLES})

    assert extract_docx(data).blocks[0].kind is None


def test_contents_and_captions_are_furniture():
    body = (
        paragraph("Costs 3", style="Verzeichnis") + paragraph("The bridge", style="Beschriftung") + paragraph("Text.")
    )

    blocks = extract_docx(build_docx(body, more={"styles": STYLES})).blocks

    assert [block.furniture for block in blocks] == ["table of contents", "picture caption", ""]


def test_signs_are_what_a_reader_sees():
    body = paragraph(
        run("co")
        + "<w:r><w:noBreakHyphen/><w:t>operation</w:t><w:tab/><w:t>costs</w:t></w:r>"
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>\n5 mil</w:t>'
        + "<w:softHyphen/><w:t>lion</w:t><w:br/><w:t>now</w:t></w:r>"
    )

    assert texts(build_docx(body)) == ["co-operation costs≥ 5 million\nnow"]


def test_tables_are_read_row_by_row():
    def cell(inner: str) -> str:
        return f"<w:tc>{inner}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(paragraph('inside'))}</w:tr></w:tbl>"
    first = f"<w:tr>{cell(paragraph('Year'))}{cell(paragraph('Cost'))}</w:tr>"
    second = f"<w:tr>{cell(paragraph('2024') + inner)}{cell(paragraph('£5m'))}</w:tr>"

    blocks = extract_docx(build_docx(f"<w:tbl>{first}{second}</w:tbl>{paragraph('After.')}")).blocks

    assert [block.text for block in blocks] == ["Year", "Cost", "2024", "inside", "£5m", "After."]
    assert {block.kind for block in blocks[:5]} == {ParagraphKind.BODY}


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    drawn_twice = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert texts(build_docx(paragraph(run("Before ") + drawn_twice + run("and after.")))) == [
        "Before and after.",
        "In the box.",
    ]


def test_a_fallback_alone_is_read():
    box = f"<mc:AlternateContent><mc:Fallback>{run('seen')}</mc:Fallback></mc:AlternateContent>"

    assert texts(build_docx(paragraph(run("is ") + box))) == ["is seen"]


def test_fields_show_their_result_only():
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = sign("begin") + run("MERGEFIELD", tag="instrText") + sign("separate") + run("code") + sign("end")
    field = sign("begin") + run("IF ", tag="instrText") + nested + sign("separate") + run("three") + sign("end")

    assert texts(build_docx(paragraph(run("Page ") + field + run(" of 4")))) == ["Page three of 4"]


def test_a_field_that_never_ends_loses_nothing_more():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert texts(build_docx(paragraph(begun + run("lost")) + paragraph("Kept."))) == ["Kept."]


def test_links_and_controls_are_read_through():
    body = paragraph(
        f"<w:hyperlink>{run('the ')}</w:hyperlink><w:smartTag>{run('minister ')}</w:smartTag>"
        f"<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>{run('spoke')}</w:sdtContent></w:sdt>"
    )

    assert texts(build_docx(body)) == ["the minister spoke"]


def test_hidden_words_are_put_aside_with_the_reason():
    body = paragraph(
        run("Seen ") + run("planted ", properties="<w:vanish/>") + run("words ", properties='<w:rStyle w:val="Leise"/>')
        + run("only.", properties='<w:vanish w:val="0"/>')
    )  # fmt: skip

    blocks = extract_docx(build_docx(body, more={"styles": STYLES})).blocks

    assert [(block.text, block.furniture) for block in blocks] == [
        ("Seen only.", ""),
        ("planted words", "hidden in the file"),
    ]


def test_notes_that_the_text_names_follow_it():
    body = paragraph(run("It opens.") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("The end.")
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("----")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("Nobody names this.")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Figures of 2024.")}</w:footnote>'
    )

    assert texts(build_docx(body, more={"footnotes": notes})) == ["It opens.", "The end.", "Figures of 2024."]


def test_page_headers_and_footers_are_furniture():
    data = build_docx(paragraph("Text."), more={"header1": paragraph("Ministry"), "footer1": paragraph("Page 1")})

    assert [(block.text, block.furniture) for block in extract_docx(data).blocks] == [
        ("Ministry", "page header"),
        ("Text.", ""),
        ("Page 1", "page footer"),
    ]


CHANGED = paragraph(
    run("The ")
    + f'<w:del w:author="Nora Secret">{run("old ", tag="delText")}</w:del><w:ins>{run("new ")}</w:ins>'
    + f"<w:del><w:ins>{run('never ', tag='delText')}</w:ins></w:del>"
    + run("bridge.")
)


def test_tracked_changes_are_read_both_ways():
    accepted, original = extract_docx(build_docx(CHANGED)), extract_docx(build_docx(CHANGED), ORIGINAL)

    assert (accepted.blocks[0].text, original.blocks[0].text) == ("The new bridge.", "The old bridge.")
    assert accepted.has_changes
    assert original.has_changes
    assert accepted.notes == ("The file holds tracked changes; this is the text with all of them accepted.",)
    assert original.notes == ("The file holds tracked changes; this is the text as it was before them.",)


@pytest.mark.parametrize(
    ("mark", "accepted", "original"),
    [
        ("<w:del/>", ["One two."], ["One", "two."]),
        ("<w:moveFrom/>", ["One two."], ["One", "two."]),
        ("<w:ins/>", ["One", "two."], ["One two."]),
        ("<w:moveTo/>", ["One", "two."], ["One two."]),
    ],
)
def test_changed_paragraph_ends_join_or_part(mark, accepted, original):
    data = build_docx(paragraph("One ", mark=mark) + paragraph("two."))

    assert texts(data) == accepted
    assert texts(data, ORIGINAL) == original


def test_a_paragraph_is_not_joined_over_a_table():
    table = f"<w:tbl><w:tr><w:tc>{paragraph('in a cell', mark='<w:del/>')}</w:tc></w:tr></w:tbl>"

    data = build_docx(paragraph("Before.", mark="<w:del/>") + table + paragraph("After.", mark="<w:del/>"))

    assert texts(data) == ["Before.", "in a cell", "After."]


def test_moved_text_stands_in_one_place():
    body = paragraph(f"<w:moveFrom>{run('Here.')}</w:moveFrom>") + paragraph(f"<w:moveTo>{run('There.')}</w:moveTo>")

    assert (texts(build_docx(body)), texts(build_docx(body), ORIGINAL)) == (["There."], ["Here."])


def test_changed_rows_come_and_go():
    def row(words: str, change: str) -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{paragraph(words)}</w:tc></w:tr>"

    data = build_docx(f"<w:tbl>{row('old', '<w:del/>')}{row('new', '<w:ins/>')}{row('both', '')}</w:tbl>")

    assert (texts(data), texts(data, ORIGINAL)) == (["new", "both"], ["old", "both"])


def test_former_formats_are_no_changes_of_words():
    change = '<w:rPrChange w:author="Nora Secret"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'

    extract = extract_docx(build_docx(paragraph(run("Seen.", properties=change))))

    assert extract.blocks[0].text == "Seen."
    assert not extract.has_changes


def test_comments_are_counted_and_left_out():
    comments = "".join(f"<w:comment w:author='Nora Secret'>{paragraph('Really?')}</w:comment>" for _ in range(3))

    extract = extract_docx(build_docx(paragraph("Text."), more={"comments": comments}))

    assert extract.notes == ("The file holds 3 comments, which were left out.",)
    assert "Really?" not in repr(extract)
    assert "Secret" not in repr(extract)


def test_an_embedded_document_is_mentioned():
    extract = extract_docx(build_docx(paragraph("Text.") + '<w:altChunk w:id="r9"/>'))

    assert extract.notes == ("The file embeds another document, which was not read.",)


@pytest.mark.parametrize(
    ("body", "property_title", "title"),
    [
        (paragraph("Bridge opens", style="berschrift1"), "Old title", "Bridge opens"),
        (paragraph("It rained."), "Bridge opens", "Bridge opens"),
        (paragraph("It rained."), "Microsoft Word - Document1", ""),
    ],
)
def test_the_title_is_the_texts_own_first(body, property_title, title):
    assert extract_docx(build_docx(body, more={"styles": STYLES}, title=property_title)).title == title


def test_the_strict_form_is_read_alike():
    data = build_docx(paragraph("The bridge opens."))
    strict = build_zip({"word/document.xml": _part(data, "word/document.xml").replace(W.encode(), STRICT.encode())})

    assert texts(strict) == texts(data)


def test_what_another_library_writes_is_read():
    document = docx.Document()
    document.add_heading("Bridge opens", 0)
    document.add_paragraph("The minister opened it.")
    document.add_paragraph("a list", style="List Bullet")
    document.add_table(1, 2).cell(0, 1).text = "£5m"
    buffer = io.BytesIO()
    document.save(buffer)

    blocks = extract_docx(buffer.getvalue()).blocks

    assert [(block.text, block.kind) for block in blocks] == [
        ("Bridge opens", ParagraphKind.HEADING),
        ("The minister opened it.", None),
        ("a list", ParagraphKind.LIST_ITEM),
        ("£5m", ParagraphKind.BODY),
    ]


def test_the_document_keeps_notes_and_kinds():
    document = make_document(extract_docx(build_docx(CHANGED)))

    assert document.text == "The new bridge."
    assert "tracked changes" in document.notes[0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"not a zip at all", "damaged"),
        (build_zip({"word/other.xml": "<a/>"}), "no text in it"),
        (build_zip({"word/document.xml": "<w:document"}), "damaged"),
        (build_zip({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "grow without end"),
        (build_docx(paragraph("Text."))[:-100], "damaged"),
    ],
)
def test_bad_files_get_a_sentence(data, sentence):
    with pytest.raises(UnreadableInput, match=sentence):
        extract_docx(data)


def test_a_document_of_pictures_says_what_to_do():
    data = build_zip({
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{paragraph("")}</w:body></w:document>',
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Type="x/image" Target="media/a.png"/></Relationships>'
        ),
    })  # fmt: skip

    with pytest.raises(UnreadableInput, match="pictures and no text"):
        extract_docx(data)


def test_more_text_than_allowed_is_cut_with_a_note():
    extract = extract_docx(build_docx(paragraph("word " * 700_000)))

    assert len(extract.blocks[0].text) <= 3_000_000
    assert extract.notes == ("The file holds more than 3,000,000 characters; what comes after them was not read.",)


def test_more_paragraphs_than_allowed_are_cut_with_a_note():
    numbered = "".join(f"<w:p><w:t>{number}</w:t></w:p>" for number in range(101_000))

    extract = extract_docx(build_docx(numbered))

    assert 100_000 <= len(extract.blocks) <= 101_000
    assert extract.notes == ("The file holds more than 100,000 paragraphs; what comes after them was not read.",)


def test_tables_in_tables_without_end_are_read():
    depth = 400
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth

    assert texts(build_docx(body)) == ["deep"]


@given(st.integers(0), st.integers(0, 255), st.integers(0))
def test_changed_bytes_raise_sentences_only(place, byte, cut):
    data = bytearray(_sample())
    data[place % len(data)] = byte

    assert read_or_refuse(extract_docx, bytes(data[: len(data) - cut % 40]))


@given(
    st.integers(0), st.sampled_from(["<w:p>", "</w:p>", "<w:del>", "</w:r>", "&amp;", "<", "\x00", "<w:tc/>", "]]>"])
)
def test_changed_parts_raise_sentences_only(place, piece):
    body = CHANGED + paragraph("Text.")
    place %= len(body)

    assert read_or_refuse(extract_docx, build_docx(body[:place] + piece + body[place:]))


def _sample() -> bytes:
    return build_docx(CHANGED + paragraph("Text."), more={"styles": STYLES})


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
