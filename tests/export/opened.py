"""What a reader finds in an export, by other programs than wrote it."""

from __future__ import annotations

import html
import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import openpyxl
import pypdfium2
from lxml import etree

from copytrail.export import FORMATS

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BETWEEN = "\n=== another file ===\n"
"""Words that keep the end of one file from the beginning of the next."""


def read_text(name: str, data: bytes) -> str:
    """All words of an export that a person can read in it."""
    if name == "docx":
        return read_word(data)
    if name == "pdf":
        return read_pages(data)
    if name == "png":
        return read_points(data)
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return "\n".join(str(cell) for cell in cells if cell is not None)
    if name == "zip":
        return _BETWEEN.join(read_text(*member) for member in list_members(data))
    return data.decode("utf-8-sig")


def read_words_only(name: str, data: bytes) -> str:
    """The same without markup."""
    if name == "zip":
        return _BETWEEN.join(read_words_only(*member) for member in list_members(data))
    text = read_text(name, data)
    if name in ("html", "svg", "tei"):
        without = re.sub(r"<(style|title)\b.*?</\1>", " ", text, flags=re.DOTALL)
        return html.unescape(re.sub(r"<[^>]*>", " ", without))
    return text


def read_points(data: bytes) -> str:
    """The words that a picture carries beside its points."""
    place, found = 8, []
    while place < len(data):
        (size,), kind = struct.unpack(">I", data[place : place + 4]), data[place + 4 : place + 8]
        chunk, (check,) = data[place + 4 : place + 8 + size], struct.unpack(">I", data[place + 8 + size :][:4])
        assert zlib.crc32(chunk) == check
        found += [chunk[4:].partition(b"\0\0\0\0\0")[2].decode()] if kind == b"iTXt" else []
        place += 12 + size
    return "\n".join(found)


def list_members(data: bytes) -> list[tuple[str, bytes]]:
    """Every file in a zip file, with the name of its format."""
    names = {form.suffix: name for name, form in FORMATS.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(names[Path(each).suffix], archive.read(each)) for each in archive.namelist()]


def read_word(data: bytes) -> str:
    """Every word of the document, its tables and its comments, changes included."""
    document = docx.Document(io.BytesIO(data))
    parts = [document.element, document.part._comments_part.element]
    parts += [each.footer._element for each in document.sections]
    return "\n".join(_read_paragraph(each) for part in parts for each in part.iter(f"{WORD}p"))


def _read_paragraph(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{WORD}t", f"{WORD}delText"))


def read_pages(data: bytes) -> str:
    """The text of all pages, in the order in which it stands."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")
