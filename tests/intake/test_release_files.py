"""One release in every office and mail format."""

from __future__ import annotations

import pytest

from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Changes, FileOptions
from copytrail.intake.sniff import find_format
from copytrail.model import ParagraphKind
from tests.intake.release_files import FILES, ITEMS, NOTE, TEXTS, TITLE, WRITERS


def read(ending: str, changes: Changes = Changes.ACCEPTED):
    """What the release in a format yields."""
    data = FILES.joinpath(f"release.{ending}").read_bytes()
    return find_format(data, f"release.{ending}").extract(data, FileOptions(changes=changes))


@pytest.mark.parametrize("ending", WRITERS)
def test_every_format_keeps_the_same_words(ending):
    document = make_document(read(ending))
    kept = [p for p in document.paragraphs if p.kind is not ParagraphKind.FURNITURE]

    assert [p.span.of(document.text) for p in kept if p.span.of(document.text) != NOTE] == list(TEXTS)
    assert [p.span.of(document.text) for p in kept if p.kind is ParagraphKind.LIST_ITEM] == list(ITEMS)
    assert kept[0].kind is ParagraphKind.HEADING
    assert document.title == TITLE


@pytest.mark.parametrize("ending", WRITERS)
def test_no_format_tells_who_wrote_it(ending):
    extract = read(ending)

    assert "Secret" not in repr(extract)
    assert "Really" not in repr(extract)


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf"])
def test_office_formats_tell_of_their_changes(ending):
    accepted, original = read(ending), read(ending, Changes.ORIGINAL)

    assert "£12.3 million" in accepted.blocks[2].text
    assert "£11.3 million" in original.blocks[2].text
    assert accepted.notes == (
        "The file holds tracked changes; this is the text with all of them accepted.",
        "The file holds a comment, which was left out.",
    )
    assert accepted.blocks[0].furniture == "page header"
    assert accepted.blocks[-1].text == NOTE


@pytest.mark.parametrize("ending", WRITERS)
def test_files_are_what_their_writers_write(ending):
    written = WRITERS[ending]()

    assert find_format(written).extract(written) == read(ending)


def read_text(ending: str):
    """The release as a text, Markdown, web page or PDF."""
    data = FILES.joinpath(f"release.{ending}").read_bytes()
    kind = find_format(data, f"release.{ending}")
    return kind.name, make_document(kind.extract(data))


@pytest.mark.parametrize(("ending", "name"), [("txt", "plain"), ("md", "markdown"), ("html", "html"), ("pdf", "pdf")])
def test_text_formats_keep_the_same_words(ending, name):
    kind, document = read_text(ending)
    kept = [p.span.of(document.text) for p in document.paragraphs if p.kind is not ParagraphKind.FURNITURE]

    assert kind == name
    assert [_plainly(each) for each in kept] == [_plainly(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("ending", "reasons"), [("html", {"menu", "page footer"}), ("pdf", {"running head", "page number"})]
)
def test_what_stands_around_is_set_aside(ending, reasons):
    _kind, document = read_text(ending)

    assert {p.reason for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE} == reasons


def _plainly(text: str) -> str:
    """A text as every format can hold it."""
    return text.removeprefix("• ").replace("£", "GBP ").replace("“", '"').replace("”", '"')
