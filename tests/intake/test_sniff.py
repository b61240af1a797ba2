"""What kind of file some bytes are."""

from __future__ import annotations

import pytest

from copytrail.errors import CopytrailError, UnreadableInput
from copytrail.intake.formats import FORMATS
from copytrail.intake.sniff import find_format, is_zip_of_files
from tests.intake.office import build_docx, build_epub, build_odt, build_zip

MAIL = b"Subject: Bridge\nFrom: a@example.org\nMIME-Version: 1.0\n\nIt rained.\n"
SAVED = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n"
OPEN_SHEET = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (build_docx(""), "a.docx", "docx"),
        (build_docx(""), "a.txt", "docx"),
        (build_docx(""), "", "docx"),
        (build_odt(""), "a.odt", "odt"),
        (build_epub({"a.xhtml": ""}), "a.epub", "epub"),
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"\x00\x00junk%PDF-1.4", "a", "pdf"),
        (rb"{\rtf1 x}", "a.doc", "rtf"),
        (b"\xef\xbb\xbf" + rb"{\rtf1 x}", "a.doc", "rtf"),
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"<!doctype HTML><p>x", "a.docx", "html"),
        (b"<html><p>%PDF-", "", "html"),
        (b"<!-- saved -->\n<!-- from --><html>", "a.txt", "html"),
        (b"<!-- -->" * 500 + b"no page", "a.txt", "plain"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "a.doc", "html"),
        (b"<html><p>x", "a.md", "markdown"),
        (b"# Bridge opens", "a.md", "markdown"),
        (b"It rained.", "a.html", "html"),
        (MAIL, "a.eml", "mail"),
        (MAIL, "a.txt", "mail"),
        (b"From nora Mon May 6\n" + MAIL, "", "mail"),
        (SAVED, "a.mht", "mhtml"),
        (SAVED, "a.html", "mhtml"),
        (SAVED.replace(b"MIME", b"To: b@example.org\r\nMIME"), "", "mail"),
        (SAVED, "", "mhtml"),
        (b"Subject: a press release\nFrom: the ministry\n\nIt rained.", "a.txt", "plain"),
        (b"It rained.", "a.unknown", "plain"),
        (b"It rained.", "folder.docx/a.txt", "plain"),
        (b"It rained.", "C:\\folder.docx\\notes", "plain"),
        (b"ID3 is a way to tag sounds, RIFF another.", "", "plain"),
        (b"MZ was in charge, said the minister.", "", "plain"),
        (b"<?xml version='1.0'?><a>x</a>", "a.txt", "plain"),
        ("It rained.".encode("utf-16"), "", "plain"),
        (b"", "", "plain"),
    ],
)
def test_bytes_count_more_than_names(data, name, kind):
    assert find_format(data, name).name == kind


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"It rained.", "a.docx", "says that this is a Word document, but"),
        (b"It rained.", "a.pdf", "says that this is a PDF, but"),
        (b"It rained.", "a.EPUB", "says that this is an EPUB book, but"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "an old Word file: open it and save it as .docx"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "This file is protected by a password",
        ),
        (OLE + "__substg1.0_".encode("utf-16-le"), "a.msg", "an Outlook message: save it as .eml"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "an old Excel workbook"),
        (OLE, "a.doc", "an old Word, Excel or PowerPoint file"),
        (build_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "a.xlsx", "an Excel workbook"),
        (build_zip({"[Content_Types].xml": "", "ppt/a.xml": ""}), "a.pptx", "a PowerPoint presentation"),
        (build_zip(OPEN_SHEET), "", "but not a text"),
        (build_zip({"Index/Document.iwa": ""}), "a.pages", "an Apple Pages document"),
        (build_zip({"a.txt": "x"}), "a.zip", "unpack it and choose the files"),
        (build_zip({}), "a.zip", "an empty zip file"),
        (b"PK\x03\x04 and no more", "a.zip", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00", "a.txt", "a picture: copy or type its text"),
        (b"\xff\xd8\xff\xe0\x00", "a.jpg", "a picture"),
        (b"\x00\x00\x00\x18ftypheic", "a.heic", "a picture, sound or film"),
        (b"ID3\x04\x00\x00", "a.mp3", "a picture, sound or film"),
        (b"\x1f\x8b\x08\x00", "a.txt.gz", "a compressed file"),
        (b"MZ\x90\x00" + b"\x00" * 100, "a.exe", "a program, not a text"),
        (b"\x7fELF\x02\x01", "a", "a program, not a text"),
        (b"%!PS-Adobe-3.0", "a.ps", "a PostScript file"),
        (b"bplist00\xd1", "a.webarchive", "a web archive of Safari"),
        (b"x" * 60 + b"BOOKMOBI\x00", "a.mobi", "a Kindle book"),
        (b"<?xml version='1.0'?><office:document/>", "a.fodt", "an XML file"),
    ],
)
def test_what_is_not_read_says_what_to_do(data, name, sentence):
    with pytest.raises(UnreadableInput, match=sentence) as caught:
        find_format(data, name)

    assert str(caught.value).endswith(".")


def test_a_zip_is_files_unless_it_is_a_document():
    assert is_zip_of_files(build_zip({"a.txt": "x"}))
    assert not is_zip_of_files(build_docx(""))
    assert not is_zip_of_files(b"a text")


def test_a_zip_that_was_made_to_take_long_is_refused():
    with pytest.raises(UnreadableInput, match="more parts than"):
        find_format(build_zip({"a": "x"}) + b"PK\x01\x02" * 100_000)
    with pytest.raises(UnreadableInput, match="unpacks to far more"):
        find_format(build_zip({"content.xml": "", "mimetype": b"\x00" * 8_000_000}))


@pytest.mark.parametrize("name", ["docx", "odt", "rtf", "epub", "mhtml"])
def test_office_and_mail_can_be_loaded(name):
    with pytest.raises(CopytrailError):
        FORMATS[name].extract(b"")
