"""EPUB books to the blocks of their chapters, in the order in which they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from copytrail.errors import UnreadableInput
from copytrail.intake.archive import Archive
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.flow import Room, tidy
from copytrail.intake.inner_pages import read_inner_page
from copytrail.intake.office.elements import Attributes, ElementReader
from copytrail.intake.office.remarks import remark
from copytrail.intake.xml import read_xml

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
    "http://www.idpf.org/2007/opf": "opf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_FONTS_ONLY = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_SAID = frozenset({"dc:title", "dc:creator", "dc:publisher", "dc:language", "dc:date"})
_LOCKED = "This book is protected against copying: open it in its reader and paste the passages you need."
_NO_BOOK = "The name says that this is an EPUB book, but its chapters are not listed in it: copy its text and paste it."
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")


def extract_epub(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of all chapters of a book; its table of contents is put aside."""
    archive = Archive(data)
    archive.refuse_doubles()
    _refuse_locked(archive)
    book = _read_book(archive)
    room = Room()
    blocks: list[Block] = []
    for page in book.pages:
        if page.name in archive and not room.is_used_up:
            inner = read_inner_page(archive.read(page.name), options.encoding)
            blocks += room.cut(page.mark(inner.blocks))
    missing = sum(page.name not in archive for page in book.pages)
    return Extract(
        blocks=tuple(blocks),
        title=book.first("dc:title"),
        author=", ".join(book.said.get("dc:creator", [])),
        publisher=book.first("dc:publisher"),
        published=_find(_DATE, book.first("dc:date")),
        language=_find(_LANGUAGE, book.first("dc:language")).lower(),
        notes=remark(missing, "A chapter of the book is missing.", "{} chapters of the book are missing.")
        + remark(
            book.unread,
            "A page of the book is a picture, whose words were not read.",
            "{} pages of the book are pictures, whose words were not read.",
        )
        + room.tell(),
    )


def _find(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.match(said)
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    is_contents: bool

    def mark(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """Its blocks, with a reason where it is the table of contents."""
        for block in blocks:
            yield replace(block, furniture="table of contents") if self.is_contents else block


class _BookReader(ElementReader):
    """Reads the part of a book that says what is in it."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.pages: list[_Page] = []
        self.unread = 0
        self.said: dict[str, list[str]] = {}
        self._folder = folder
        self._items: dict[str, _Page] = {}
        self._others: set[str] = set()
        self._words: list[str] = []
        self.starts |= {"opf:item": self._list_item, "opf:itemref": self._add_page}
        for name in _SAID:
            self.starts[name] = lambda _: self._words.clear()
            self.ends[name] = self._end_said

    def words(self, words: str) -> None:
        """Words of the innermost element."""
        self._words.append(words)

    def first(self, name: str) -> str:
        """The first thing said under a name."""
        return next(iter(self.said.get(name, [])), "")

    def _end_said(self) -> None:
        said = tidy("".join(self._words)).replace("\n", " ")
        if said:
            self.said.setdefault(self.path[-1], []).append(said)

    def _list_item(self, attributes: Attributes) -> None:
        number = attributes.get("id", "")
        if attributes.get("media-type") not in _PAGES:
            self._others.add(number)
            return
        address = unquote(attributes.get("href", "").partition("#")[0])
        name = posixpath.normpath(posixpath.join("/", self._folder, address)).lstrip("/")
        self._items[number] = _Page(name, "nav" in attributes.get("properties", "").split())

    def _add_page(self, attributes: Attributes) -> None:
        number = attributes.get("idref", "")
        page = self._items.pop(number, None)
        if page:
            self.pages.append(page)
        self.unread += number in self._others


def _read_book(archive: Archive) -> _BookReader:
    where = _ContainerReader()
    if _CONTAINER in archive:
        read_xml(archive.stream(_CONTAINER), _PREFIXES, where)
    if where.book not in archive:
        raise UnreadableInput(_NO_BOOK)
    book = _BookReader(posixpath.dirname(where.book))
    read_xml(archive.stream(where.book), _PREFIXES, book)
    if not book.pages:
        raise UnreadableInput(_NO_BOOK)
    return book


class _ContainerReader(ElementReader):
    """Finds the part of a book that says what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.book = ""
        self.starts["container:rootfile"] = self._note

    def _note(self, attributes: Attributes) -> None:
        self.book = self.book or attributes.get("full-path", "")


class _LockReader(ElementReader):
    """Finds out whether more than fonts is encrypted."""

    def __init__(self) -> None:
        super().__init__()
        self.is_locked = False
        self.starts["enc:EncryptionMethod"] = self._note

    def _note(self, attributes: Attributes) -> None:
        is_of_data = self.parent == "enc:EncryptedData"
        self.is_locked |= is_of_data and attributes.get("Algorithm", "") not in _FONTS_ONLY


def _refuse_locked(archive: Archive) -> None:
    reader = _LockReader()
    if _ENCRYPTION in archive:
        read_xml(archive.stream(_ENCRYPTION), _PREFIXES, reader)
    if reader.is_locked:
        raise UnreadableInput(_LOCKED)
