"""PDF: tagged, titled, with its fonts inside, and nothing of a text that could be a program."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pikepdf
import pytest

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.export import FORMATS, Colours, ExportOptions, Paper
from copytrail.export.pages.letters import is_covered
from copytrail.model import Comparison
from tests.display.texts import FIRST, NEW, SECOND, compare_texts
from tests.export.opened import read_pages

SMALL = compare_texts([FIRST, SECOND], [FIRST.replace("Monday", "Tuesday"), NEW])
HOSTILE = '#read("/etc/passwd") $x$ @ref <tag> *b* _i_ `raw` \\u{41} // comment /* c */ #import "@preview/x:1.0.0"'


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    case = bundled_cases()[0]
    return compare(case.original.read(), case.derivatives[0].read())


@pytest.fixture(scope="module")
def opened(bundled) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render(bundled)))


def render(*comparisons: Comparison, **options) -> bytes:
    return FORMATS["pdf"].render(comparisons, ExportOptions(**options))


def list_tags(element: pikepdf.Object, depth: int = 0) -> list[str]:
    """The kinds of all elements of the structure, in its order."""
    children = element.get("/K", [])
    listed = list(children) if isinstance(children, pikepdf.Array) else [children]
    found = [str(element["/S"])] if "/S" in element else []
    for child in listed:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found += list_tags(child, depth + 1)
    return found


def test_pages_say_that_they_can_be_read_aloud(opened):
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].startswith("UK-Iraq Partnership")
    assert opened.Root.MarkInfo.Marked
    assert str(opened.Root.Lang) == "en"
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_structure_has_headings_tables_and_paragraphs(opened):
    tags = list_tags(opened.Root.StructTreeRoot)

    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 4
    assert {"/H3", "/P", "/Table", "/TH", "/TD"} <= set(tags)
    levels = [int(tag[2]) for tag in tags if tag in ("/H1", "/H2", "/H3")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_bookmarks_lead_to_the_chapters(opened):
    with opened.open_outline() as outline:
        chapters = [each.title for each in outline.root[0].children]

    assert chapters == ["Worth checking", "Both texts", "Ledgers", "Where this comes from"]


def test_every_font_lies_in_the_file(opened):
    descriptors = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each]

    assert descriptors
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in descriptors)


def test_nothing_in_the_file_acts_or_loads(opened):
    keys = {key for each in opened.objects if isinstance(each, pikepdf.Dictionary) for key in each}

    assert keys & {"/JS", "/JavaScript", "/URI", "/EmbeddedFiles", "/OpenAction", "/AA", "/F", "/Launch"} == set()


def test_text_comes_out_in_reading_order(bundled):
    text = " ".join(read_pages(render(bundled)).split())

    places = [text.index(each) for each in ("Partly derived", "Worth checking", "Both texts", "Ledgers", "SHA-256")]
    assert places == sorted(places)
    assert "[" not in text[: places[0]]
    assert "(! 1)" in text


def test_pages_are_headed_and_numbered(opened, bundled):
    pages = len(opened.pages)

    assert f"{pages} / {pages}" in read_pages(render(bundled))
    assert pages > 3


def test_hostile_words_stay_words():
    comparison = compare_texts([f"{FIRST} {HOSTILE}"], [f"{FIRST} {HOSTILE}"])
    comparison = replace(comparison, derivative=replace(comparison.derivative, title=HOSTILE))

    text = "".join(read_pages(render(comparison)).split())

    assert '#read("/etc/passwd")' in text
    assert '#import"@preview/x:1.0.0"' in text
    assert "root:x:0" not in text


def test_greek_and_cyrillic_need_no_other_font():
    assert is_covered(
        "Η κυβέρνηση ανακοίνωσε “νέα” μέτρα – για τη ναυτιλία… Кабінет Міністрів України ухвалив рішення № 5"
    )


@pytest.mark.parametrize(
    "text", ["政府宣布在河上新建一座大桥。", "รัฐบาลประกาศสร้างสะพานใหม่", "Emoji 👩‍👩‍👧 and 🚢 sail."]
)
def test_any_script_gives_pages(text):
    with pikepdf.open(io.BytesIO(render(compare(read_plain(text), read_plain(text))))) as pages:
        assert len(pages.pages) >= 1


def test_characters_of_no_font_are_written_as_numbers():
    nowhere = "\U00016b40"  # a letter of Pahawh Hmong
    title = f"Bridge {nowhere}"
    comparison = replace(SMALL, derivative=replace(SMALL.derivative, title=title))

    assert is_covered(title) is False
    assert "[U+16B40]" in read_pages(render(comparison))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_paper_follows_the_choice(paper, size):
    with pikepdf.open(io.BytesIO(render(SMALL, paper=paper))) as pages:
        box = pages.pages[0].mediabox

        assert (round(float(box[2])), round(float(box[3]))) == size


def test_print_does_without_colours():
    def read_colours(colours: Colours) -> set[tuple[str, ...]]:
        found = set()
        opened = pikepdf.open(io.BytesIO(render(SMALL, colours=colours)))
        for page in opened.pages:
            steps = pikepdf.parse_content_stream(page)
            found |= {tuple(map(str, step.operands)) for step in steps if str(step.operator) in ("sc", "scn", "rg")}
        return {each for each in found if len(set(each)) > 1}

    assert read_colours(Colours.LIGHT)
    assert read_colours(Colours.PRINT) == set()


def test_date_stands_at_the_foot_only_when_told():
    assert "Exported on 2026-11-22" in read_pages(render(SMALL, made=date(2026, 11, 22)))
    assert "Exported on" not in read_pages(render(SMALL))


def test_several_articles_share_one_file():
    text = read_pages(render(SMALL, compare_texts([FIRST, SECOND], [SECOND])))

    assert text.count("Where this comes from") == 2
