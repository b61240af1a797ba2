"""Word documents: tracked changes, comments, styles, read by our intake, by python-docx and as XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.corrections import relabel_match
from copytrail.export import FORMATS, Colours, ExportOptions, Layout, Paper
from copytrail.intake.extracts import Changes, FileOptions
from copytrail.intake.from_docx import extract_docx
from copytrail.model import Comparison, Label, LaidNote, Note, NoteAbout, Span
from copytrail.notes import place_note
from copytrail.words import TextWords
from tests.display.texts import FIRST, NEW, SECOND, THIRD, compare_texts
from tests.engine.correction_texts import SAID, find_match, hold, lay
from tests.export.opened import WORD, read_word

MOVED = compare_texts([FIRST, SECOND, THIRD], [THIRD, FIRST, NEW, SECOND])
RUN_ORDER = ("rStyle", "rFonts", "b", "i", "color", "sz", "szCs", "u", "bdr", "shd", "rtl", "lang")
PARAGRAPH_ORDER = ("pStyle", "keepNext", "pageBreakBefore", "pBdr", "bidi", "spacing", "ind", "outlineLvl", "rPr")


@pytest.fixture(scope="module")
def bundled() -> tuple[Comparison, ...]:
    case = bundled_cases()[0]
    original = case.original.read()
    return tuple(compare(original, each.read()) for each in case.derivatives)


def render(*comparisons: Comparison, **options) -> bytes:
    return FORMATS["docx"].render(comparisons, ExportOptions(**options))


def read_part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def read_body(data: bytes, changes: Changes) -> str:
    """The text of the article as our own intake reads it, with the changes accepted or rejected."""
    blocks = [block.text for block in extract_docx(data, FileOptions(changes=changes)).blocks]
    first = next(place for place, text in enumerate(blocks) if text.startswith("The article with every change"))
    last = next(place for place, text in enumerate(blocks) if text.startswith("Left out of the release"))
    return "\n".join(blocks[first + 1 : last])


def list_words(text: str) -> list[str]:
    return TextWords(text).words


def list_matched(comparison: Comparison) -> list[str]:
    spans = [span for match in comparison.matches for span in match.original]
    return [word for span in spans for word in list_words(span.of(comparison.original.text))]


@pytest.mark.parametrize("number", range(4))
def test_accepting_all_gives_the_article(bundled, number):
    accepted = read_body(render(bundled[number]), Changes.ACCEPTED)

    assert accepted.split() == bundled[number].derivative.text.split()


@pytest.mark.parametrize("number", range(4))
def test_rejecting_all_gives_the_matched_words(bundled, number):
    rejected = read_body(render(bundled[number]), Changes.ORIGINAL)

    assert Counter(list_words(rejected)) == Counter(list_matched(bundled[number]))


def test_unmoved_words_keep_the_order_of_the_article():
    comparison = compare_texts([FIRST, SECOND, THIRD], [FIRST.replace("Monday", "Tuesday"), NEW, THIRD])

    rejected = read_body(render(comparison), Changes.ORIGINAL)

    assert rejected.split() == f"{FIRST} {THIRD}".split()


def test_moved_words_return_to_their_place():
    rejected = read_body(render(MOVED), Changes.ORIGINAL)

    assert rejected.split() == f"{FIRST} {SECOND} {THIRD}".split()


def test_moves_have_both_ends_under_one_name():
    body = read_part(render(MOVED))

    names = [sorted(each.get(f"{WORD}name") for each in body.iter(f"{WORD}{kind}RangeStart")) for kind in ENDS]
    numbers = [
        [sorted(each.get(f"{WORD}id") for each in body.iter(f"{WORD}{kind}Range{end}")) for end in ("Start", "End")]
        for kind in ENDS
    ]

    assert names[0] == names[1] != []
    assert all(starts == ends for starts, ends in numbers)


ENDS = ("moveFrom", "moveTo")


WORDS = st.sampled_from(
    [
        "the",
        "bridge",
        "opened",
        "on",
        "Monday",
        "after",
        "long",
        "delays,",
        "“said”",
        "the",
        "minister",
        "(again)",
        "co-operation",
        "£12",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=4).map("\n\n".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_come_out_of_any_pair(one, other):
    comparison = compare(read_plain(f"Bridge. {one}"), read_plain(f"Bridge. {other}"))

    data = render(comparison)

    assert read_body(data, Changes.ACCEPTED).split() == comparison.derivative.text.split()
    assert Counter(list_words(read_body(data, Changes.ORIGINAL))) == Counter(list_matched(comparison))


def test_changes_that_meet_have_two_authors():
    paragraphs = [f"{FIRST} It rained.", f"Nobody came. {SECOND}", THIRD]
    body = read_part(render(compare_texts([FIRST, SECOND, THIRD], paragraphs)))

    signed = [[each.get(AUTHOR) for each in paragraph.iter(f"{WORD}ins")] for paragraph in body.iter(f"{WORD}p")]

    assert [authors for authors in signed if authors] == [["Copytrail"], ["Copytrail (2)"]]


AUTHOR = f"{WORD}author"


def test_python_docx_finds_findings_as_comments(bundled):
    comments = list(docx.Document(io.BytesIO(render(bundled[0]))).comments)

    assert [each.paragraphs[0].text for each in comments] == [
        "Claim stronger than the release",
        "Quotation given to another speaker",
    ]
    assert {each.author for each in comments} == {"Copytrail"}
    assert "are given to Dan Jarvis here" in comments[1].text


def test_every_comment_stands_at_words(bundled):
    data = render(*bundled)
    body, comments = read_part(data), read_part(data, "word/comments.xml")

    expected = sorted(each.get(f"{WORD}id") for each in comments)

    assert expected
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{WORD}id") for each in body.iter(f"{WORD}{kind}")) == expected


def test_people_stand_beside_their_decisions_only_by_choice():
    plain = hold()
    corrected = lay(plain, relabel_match(plain, find_match(plain, "The new bridge"), Label.PARAPHRASED, SAID))

    told, silent = read_word(render(corrected)), render(corrected, names=False, notes=False)

    assert "by Ada, because: Both were read aloud" in told
    assert "Ada" not in read_word(silent)
    assert b"Ada" not in b"".join(zipfile.ZipFile(io.BytesIO(silent)).read(name) for name in PARTS)
    assert "because: not shown here" in read_word(silent)


def test_notes_are_comments_only_by_choice():
    words = Span(0, len(FIRST))
    place = place_note(MOVED, NoteAbout.WHOLE, original=words)
    note = Note(id="n1", place=place, text="Ask the ministry.", person="Ada", time=SAID.time)
    noted = replace(MOVED, notes=(LaidNote(note=note, original=words),))

    comments = list(docx.Document(io.BytesIO(render(noted))).comments)

    assert [(each.author, each.text.splitlines()) for each in comments] == [("Ada", ["Note", "Ask the ministry."])]
    assert "Ask the ministry" not in read_word(render(noted, notes=False))
    assert "Ada" not in read_word(render(noted, names=False))


PARTS = ("word/document.xml", "word/comments.xml", "docProps/core.xml")


def test_properties_stand_in_the_order_of_the_schema(bundled):
    data = render(*bundled) + b""
    for root in (read_part(data), read_part(data, "word/styles.xml"), read_part(render(MOVED, layout=Layout.TABLE))):
        for tag, order in (("rPr", RUN_ORDER), ("pPr", PARAGRAPH_ORDER)):
            for element in root.iter(f"{WORD}{tag}"):
                names = [etree.QName(each).localname for each in element if etree.QName(each).localname != "ins"]
                assert names == sorted(names, key=order.index)


def test_numbers_of_changes_are_given_once(bundled):
    body = read_part(render(*bundled))

    changes = [each.get(f"{WORD}id") for tag in TRACKED for each in body.iter(f"{WORD}{tag}")]

    assert len(changes) > 100
    assert len(set(changes)) == len(changes)


TRACKED = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "commentReference")


def test_every_style_that_is_used_is_there(bundled):
    data = render(*bundled) + b""
    known = {each.get(f"{WORD}styleId") for each in read_part(data, "word/styles.xml").iter(f"{WORD}style")}

    for root in (read_part(data), read_part(render(MOVED, layout=Layout.TABLE))):
        used = {each.get(f"{WORD}val") for tag in STYLED for each in root.iter(f"{WORD}{tag}")}
        assert used <= known


STYLED = ("pStyle", "rStyle", "tblStyle")


def test_paragraphs_are_styled_by_their_label():
    comparison = compare_texts([FIRST, SECOND], [FIRST, NEW])

    styles = [each.style.name for each in docx.Document(io.BytesIO(render(comparison))).paragraphs]

    assert "Copytrail copied" in styles
    assert "Copytrail added" in styles


def test_side_by_side_has_no_changes():
    data = render(MOVED, layout=Layout.TABLE)
    body = read_part(data)

    assert not list(body.iter(f"{WORD}ins", f"{WORD}del", f"{WORD}moveTo"))
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Article", "Release"]
    assert THIRD[:30] in table.rows[2].cells[0].text
    assert THIRD[:30] in table.rows[2].cells[1].text


def test_nothing_leads_out_of_the_file(bundled):
    with zipfile.ZipFile(io.BytesIO(render(*bundled))) as archive:
        links = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
        dates = {info.date_time for info in archive.infolist()}

    assert links
    assert all(b"TargetMode" not in each for each in links)
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_left_out_words_stand_behind_the_article():
    text = read_word(render(compare_texts([FIRST, SECOND], [FIRST])))

    assert text.index("Left out of the release · 1") < text.index(SECOND) < text.index("Ledgers")


def test_provenance_says_what_was_read(bundled):
    text = read_word(render(bundled[0], made=date(2026, 11, 22)))

    assert bundled[0].original.sha256 in text
    assert "2026-11-22" in text
    assert "verbatim_words 6" in text


def test_paper_and_colours_follow_the_choice():
    sheet = docx.Document(io.BytesIO(render(MOVED, paper=Paper.LETTER))).sections[0]
    styles = {colours: read_part(render(MOVED, colours=colours), "word/styles.xml") for colours in Colours}

    assert (sheet.page_width.inches, sheet.page_height.inches) == (8.5, 11)
    assert list(styles[Colours.LIGHT].iter(f"{WORD}shd"))
    assert not list(styles[Colours.PRINT].iter(f"{WORD}shd"))


def test_right_to_left_text_is_marked_so():
    text = "افتتح الوزير الجسر الجديد فوق النهر يوم الاثنين وشكر المهندسين الذين بنوه."
    comparison = compare(read_plain(text, language="ar"), read_plain(text, language="ar"))

    body = read_part(render(comparison))

    assert list(body.iter(f"{WORD}bidi"))
    assert list(body.iter(f"{WORD}rtl"))


def test_titles_that_look_like_markup_stay_words():
    hostile = "<w:t>&amp; ]]> \u202e \ufffe {title}"
    comparison = compare_texts([FIRST], [FIRST])
    comparison = replace(comparison, derivative=replace(comparison.derivative, title=hostile))

    assert "<w:t>&amp; ]]> U+202E <U+FFFE> {title}" in read_word(render(comparison))


def test_prefixes_are_our_own_choice():
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render((compare_texts([FIRST], [FIRST]),)))) as parts:
        document = parts.read("word/document.xml").decode()

    assert set(re.findall(r"xmlns:(\w+)=", document)) == {"w", "r"}
