import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Extract
from copytrail.intake.from_pdf import extract_pdf
from copytrail.model import ParagraphKind
from tests.intake.pdfs import (
    LEFT,
    RIGHT,
    TOP,
    Setter,
    Style,
    lock,
    make_columns,
    make_paragraphs,
    make_raw,
    make_with_margins,
    repeat_page,
    save,
    turn,
)

HEADLINE = "Bridge opens after seven years of work"
TEXT = "".join(
    f"BT /F1 10 Tf 72 {700 - 13 * number} Td (The council opened the bridge on Monday, said line {number}) Tj ET\n"
    for number in range(5)
)
SCAN = "q 595 0 0 842 0 0 cm /Im1 Do Q\n"


def kept(extract: Extract) -> list[str]:
    return [block.text for block in extract.blocks if not block.furniture]


def removed(extract: Extract) -> dict[str, str]:
    return {block.text: block.furniture for block in extract.blocks if block.furniture}


def find(extract: Extract, text: str):
    return next(block for block in extract.blocks if text in block.text)


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize(
    "style",
    [Style(), Style(indent=12, gap=0), Style(size=8, leading=1.1)],
    ids=["gaps", "indents", "small print"],
)
def test_columns_are_read_one_by_one(columns, style):
    paragraphs = make_paragraphs(30, 55)

    extract = extract_pdf(make_columns(columns, paragraphs, style))

    assert kept(extract) == [HEADLINE, *paragraphs]
    assert extract.title == HEADLINE


def test_loose_lines_stay_in_columns():
    paragraphs = make_paragraphs(30, 55)

    extract = extract_pdf(make_columns(3, paragraphs, Style(indent=12, gap=0, is_justified=True)))

    assert " ".join(kept(extract)).split() == f"{HEADLINE} {' '.join(paragraphs)}".split()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages_read_like_others(angle):
    paragraphs = make_paragraphs(12)

    extract = extract_pdf(turn(make_columns(2, paragraphs), angle))

    assert kept(extract) == [HEADLINE, *paragraphs]


def test_narrow_gutter_still_parts_columns():
    paragraphs = make_paragraphs(30, 55)

    extract = extract_pdf(make_columns(2, paragraphs, gutter=10))

    assert kept(extract) == [HEADLINE, *paragraphs]


def test_broken_words_are_joined_again():
    lines = [
        "The inter-",
        "national co-",
        "operation in the UK-",
        "Iraq talks covers 2024-",
        "25 and long-",
        "term plans",
    ]
    content = "BT /F1 10 Tf 72 700 Td " + " 0 -13 Td ".join(f"({line}) Tj" for line in lines) + " ET"

    extract = extract_pdf(make_raw(content))

    assert kept(extract) == ["The international cooperation in the UK-Iraq talks covers 2024-25 and long-term plans"]


def test_words_elsewhere_tell_hyphens():
    lines = ["A cease-fire was agreed and the cease-", "fire held, said a peacekeeper, and peace-", "keeper patrols"]
    content = "BT /F1 10 Tf 72 700 Td " + " 0 -13 Td ".join(f"({line}) Tj" for line in lines) + " ET"

    [text] = kept(extract_pdf(make_raw(content)))

    assert text == "A cease-fire was agreed and the cease-fire held, said a peacekeeper, and peacekeeper patrols"


def test_soft_hyphens_vanish_over_columns():
    words = [word for paragraph in make_paragraphs(24, 55) for word in paragraph.split()]
    soft = [f"{word[:4]}\u00ad{word[4:]}" if len(word) > 7 and "item" not in word else word for word in words]
    paragraphs = [" ".join(soft[start : start + 55]) for start in range(0, len(soft), 55)]

    extract = extract_pdf(make_columns(3, paragraphs, Style(indent=12, gap=0)))

    assert " ".join(kept(extract)[1:]).split() == words


def test_ligatures_are_plain_letters():
    ligature = "/F3 10 Tf (A) Tj /F1 10 Tf"
    content = f"BT /F1 10 Tf 72 700 Td (The ) Tj {ligature} (nal speci) Tj {ligature} (cation) Tj ET"

    assert kept(extract_pdf(make_raw(content))) == ["The final specification"]


def test_page_margins_are_running_heads():
    extract = extract_pdf(make_with_margins(6, "Annual report of the council", "{}"))

    assert removed(extract) == {"Annual report of the council": "running head"} | {
        str(number): "page number" for number in range(1, 7)
    }
    assert " ".join(kept(extract)).split() == " ".join(make_paragraphs(54, 70)).split()


def test_mirrored_margins_are_known_too():
    extract = extract_pdf(make_with_margins(5, "Annual report of the council", "Page {} of 5", is_mirrored=True))

    assert set(removed(extract).values()) == {"running head", "page number"}
    assert sum(block.furniture == "page number" for block in extract.blocks) == 5


def test_paragraph_goes_on_after_footnote():
    setter = Setter()
    setter.put(
        "The bridge carries all of the heavy traffic that came by ferry through the winter storms until last", LEFT, 300
    )
    setter.put("1 Figures by the harbour office for the year.", LEFT, 760, Style(size=7))
    setter.add_page()
    setter.put("spring, when the last boat was sold. It was painted green.", LEFT, TOP + 20)

    texts = kept(extract_pdf(setter.done()))

    assert texts[0].endswith("until last spring, when the last boat was sold. It was painted green.")
    assert texts[1] == "1 Figures by the harbour office for the year."


def test_headings_and_lists_are_told():
    setter = Setter()
    setter.put("Ferries end their service", LEFT, 100, Style(size=16))
    setter.put("What comes next", LEFT, 140, Style(weight="B"))
    for number, line in enumerate(setter.wrap(make_paragraphs(3), RIGHT - LEFT)):
        setter.put(line, LEFT, 160 + 13 * number)
    setter.put("- the old harbour closes in May", LEFT, 500)
    setter.put("- the new one opens in June", LEFT, 513)

    extract = extract_pdf(setter.done())

    assert find(extract, "Ferries end").kind is ParagraphKind.HEADING
    assert find(extract, "What comes").kind is ParagraphKind.HEADING
    assert [block.kind for block in extract.blocks[-2:]] == [ParagraphKind.LIST_ITEM] * 2
    assert extract.title == "Ferries end their service"


def test_tables_are_read_by_rows():
    rows = [("Country", "Arrivals", "Change"), ("Norland", "35,000", "14 %"), ("Sudland", "1,200", "50 %")] * 2
    setter = Setter()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            setter.put(cell, LEFT + 150 * column, 200 + 15 * number)

    assert kept(extract_pdf(setter.done())) == [" ".join(row) for row in rows]


def test_raised_digits_are_powers_or_marks():
    raised = "/F1 6 Tf 4 Ts ({}) Tj 0 Ts /F1 10 Tf "
    content = f"BT /F1 10 Tf 72 700 Td (Growth) Tj {raised.format(1)} ( was 10) Tj {raised.format(6)} ( a year) Tj ET"

    assert kept(extract_pdf(make_raw(content))) == ["Growth was 10⁶ a year"]


@pytest.mark.parametrize(
    ("content", "words", "reason"),
    [
        ("BT 3 Tr /F1 10 Tf 72 500 Td (hidden words) Tj ET", "hidden words", "invisible on the page"),
        ("1 1 1 rg BT /F1 10 Tf 72 500 Td (white words) Tj ET", "white words", "invisible on the page"),
        ("BT /F1 0.5 Tf 72 500 Td (tiny words) Tj ET", "tiny words", "invisible on the page"),
        ("BT /F1 10 Tf 72 500 Td (barred words) Tj ET 0 g 70 497 90 12 re f", "barred words", "covered on the page"),
        ("BT /F1 10 Tf 700 500 Td (distant words) Tj ET", "distant words", "outside the page"),
        ("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET", "DRAFT", "watermark"),
        ("BT /F1 8 Tf 0 1 -1 0 30 300 Tm (Printed on Tuesday) Tj ET", "Printed on Tuesday", "turned text"),
    ],
)
def test_unseen_words_are_set_apart(content, words, reason):
    extract = extract_pdf(make_raw(TEXT + content))

    assert removed(extract) == {words: reason}
    assert words not in " ".join(kept(extract))


def test_white_words_on_dark_are_kept():
    extract = extract_pdf(make_raw(TEXT + "0 0 0.4 rg 60 490 300 30 re f 1 g BT /F1 10 Tf 72 500 Td (Read me) Tj ET"))

    assert "Read me" in kept(extract)


def test_struck_words_can_be_read():
    extract = extract_pdf(make_raw(TEXT + "BT /F1 10 Tf 72 500 Td (Struck out) Tj ET 0 g 70 503 70 0.8 re f"))

    assert kept(extract)[-1] == "Struck out"


def test_letters_printed_twice_count_once():
    letters = "".join(
        f"BT /F1 10 Tf {72 + 5.56 * place + aside} 500 Td ({letter}) Tj ET "
        for place, letter in enumerate("none")
        for aside in (0, 0.3)
    )

    assert kept(extract_pdf(make_raw(TEXT + letters)))[-1] == "none"


@pytest.mark.parametrize(
    "content",
    [
        SCAN + "BT 3 Tr /F1 10 Tf 72 500 Td (recognised words) Tj ET",
        "BT /F1 10 Tf 72 500 Td (recognised words) Tj ET " + SCAN,
    ],
    ids=["invisible", "under the picture"],
)
def test_recognised_text_of_scans_counts(content):
    extract = extract_pdf(make_raw(content))

    assert kept(extract) == ["recognised words"]
    assert extract.notes == ("Page 1 is a picture whose text was recognised by a program: letters may be wrong.",)


def test_scan_without_text_says_so():
    with pytest.raises(UnreadableInput, match="holds pictures of pages, no text: run text recognition"):
        extract_pdf(make_raw(SCAN))


def test_partly_scanned_names_its_pages():
    with pikepdf.open(io.BytesIO(make_raw(TEXT))) as pdf, pikepdf.open(io.BytesIO(make_raw(SCAN))) as scan:
        pdf.pages.append(scan.pages[0])
        pdf.pages.append(scan.pages[0])
        extract = extract_pdf(save(pdf))

    assert len(kept(extract)) == 1
    assert extract.notes == (
        "Pages 2 to 3 are pictures without text and could not be read: text recognition (OCR) would help.",
    )


def test_blank_pages_hold_no_text():
    with pytest.raises(EmptyText):
        extract_pdf(make_raw(""))


def test_locked_file_says_what_to_do():
    with pytest.raises(UnreadableInput, match="locked with a password: open it, print or save it"):
        extract_pdf(lock(make_raw(TEXT), user="secret"))


def test_owner_password_alone_opens():
    assert kept(extract_pdf(lock(make_raw(TEXT), user=""))) == kept(extract_pdf(make_raw(TEXT)))


@pytest.mark.parametrize(
    "data",
    [make_raw(TEXT)[:400], b"", b"%PDF-1.7\n" + bytes(range(256)) * 20, save(pikepdf.new())],
    ids=["cut", "empty", "noise", "no pages"],
)
def test_damaged_files_say_what_to_do(data):
    with pytest.raises(UnreadableInput, match="save or download it again"):
        extract_pdf(data)


def test_thousands_of_pages_are_limited():
    extract = extract_pdf(repeat_page(make_raw("BT /F1 10 Tf 72 500 Td (A page of words.) Tj ET"), 5000))

    assert kept(extract) == ["A page of words."] * 300
    assert extract.notes == ("The file has 5,000 pages; the first 300 were read.",)


def test_endless_page_is_cut_and_noted():
    line = "(many words on one line of the page ) Tj T* " * 12

    extract = extract_pdf(make_raw(f"BT /F1 2 Tf 2 TL 20 830 Td {line} ET " * 520))

    assert extract.notes == ("Page 1 holds more text than is read of one page; the rest was not read.",)


def test_unknown_letters_say_so():
    with pytest.raises(UnreadableInput, match="does not say which letters"):
        extract_pdf(make_raw("BT /F4 10 Tf 72 700 Td (NOBODY CAN READ THIS) Tj ET"))


def test_few_unknown_letters_are_noted():
    extract = extract_pdf(make_raw(TEXT + "BT /F4 10 Tf 72 500 Td (ABCDEFGHIJKLMNOP) Tj ET"))

    assert extract.notes == (
        "The file does not say which letters some of its characters are; words with them may be wrong.",
    )


@pytest.mark.parametrize("box", ["0 0 0 0", "595 842 0 0", "-5000 -5000 5000 5000"])
def test_strange_page_boxes_are_read(box):
    assert kept(extract_pdf(make_raw(TEXT, box))) == kept(extract_pdf(make_raw(TEXT)))


def test_attachments_and_author_stay_out():
    with pikepdf.open(io.BytesIO(make_raw(TEXT))) as pdf:
        pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"attached words")
        pdf.docinfo["/Title"], pdf.docinfo["/Author"] = "Bridge opens at last", "Jo Editor"
        extract = extract_pdf(save(pdf))

    assert (extract.title, extract.author, extract.published) == ("Bridge opens at last", "", "")
    assert "attached" not in " ".join(block.text for block in extract.blocks)


@pytest.mark.parametrize("title", ["Microsoft Word - release_final.docx", "untitled", "release v3.indd", "x"])
def test_titles_of_programs_are_no_titles(title):
    with pikepdf.open(io.BytesIO(make_raw(TEXT))) as pdf:
        pdf.docinfo["/Title"] = title
        data = save(pdf)

    assert extract_pdf(data).title == ""


def test_filled_forms_are_noted():
    with pikepdf.open(io.BytesIO(make_raw(TEXT))) as pdf:
        entry = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="name", V="typed words"))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([entry]))
        data = save(pdf)

    assert extract_pdf(data).notes == ("The file is a form; what was filled in was not read.",)


def test_document_keeps_reasons_of_blocks():
    document = make_document(extract_pdf(make_with_margins(3, "Annual report of the council", "{}")))

    reasons = [paragraph.reason for paragraph in document.paragraphs if paragraph.kind is ParagraphKind.FURNITURE]
    assert reasons == ["running head", "page number"] * 3


@pytest.mark.slow
def test_mutated_files_never_break_out():
    code = Path(__file__).with_name("fuzz_pdf.py")

    done = subprocess.run([sys.executable, str(code), "300"], capture_output=True, text=True, timeout=300, check=False)

    assert (done.returncode, done.stdout.strip()) == (0, "300 read or refused"), done.stderr[-2000:]
