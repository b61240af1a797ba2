"""What kind of file some bytes are: by how they begin, and only then by the name they came under."""

from __future__ import annotations

import re
from pathlib import PurePath

from copytrail.errors import UnreadableInput
from copytrail.intake.archive import Archive
from copytrail.intake.formats import ENDINGS, FORMATS, PLAIN, Format
from copytrail.intake.signatures import advise

_START = 4096
"""So many bytes at the beginning tell what a file is."""
_ZIP = b"PK\x03\x04"
_PDF_WITHIN = 1024
"""A PDF may begin with so many bytes of something else."""
_MARK = b"\xef\xbb\xbf"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"\s*<\?xml\s")
_HEADER = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL = re.compile(rb"^(?:mime-version|message-id|received|return-path):", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:received|return-path|delivered-to|to):", re.IGNORECASE | re.MULTILINE)
"""What an e-mail with pictures has, and a page that a browser saved has not."""
_LONGEST_TYPE = 100
_OPEN_TEXTS = frozenset({
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-template",
    "application/vnd.oasis.opendocument.text-master",
})  # fmt: skip
_XML_FILE = "This is an XML file: open it in the program it was made with and save it as .docx or .pdf."
_BINARY = frozenset({"docx", "odt", "epub", "pdf", "rtf"})


def find_format(data: bytes, name: str = "") -> Format:
    """The kind of file that the bytes are; the name decides only between kinds that begin alike.

    Raises UnreadableInput, saying what to do, for what is no kind that Copytrail reads.

    >>> find_format(b"%PDF-1.7", "notes.txt").name, find_format(b"# Bridge opens", "notes.md").name
    ('pdf', 'markdown')
    """
    start = data[:_START].removeprefix(_MARK)
    if start.startswith(_ZIP):
        return _find_in_zip(data)
    if b"%PDF-" in start[:_PDF_WITHIN] and not _HTML.match(start):
        return FORMATS["pdf"]
    if start.startswith(b"{\\rtf"):
        return FORMATS["rtf"]
    advice = advise(data, start)
    if advice:
        raise UnreadableInput(f"This is {advice}." if not advice.startswith("protected") else f"This file is {advice}.")
    return _find_text(start, ENDINGS.get(PurePath(name.replace("\\", "/")).suffix.lower()))


def is_zip_of_files(data: bytes) -> bool:
    """Whether the bytes are a zip that is no document itself, so that its files are what was meant."""
    return data.startswith(_ZIP) and _name_zip(data) == ""


def _find_text(start: bytes, named: Format | None) -> Format:
    """The kind of a file that begins like a text."""
    is_vague = named is None or named is PLAIN or named.name in _BINARY
    if _HTML.match(start) and is_vague:
        return FORMATS["html"]
    if _HEADER.match(start) and _MAIL.search(start) and (is_vague or named is FORMATS["html"]):
        is_page = _SAVED_PAGE.search(start) and not _SENT.search(start)
        return FORMATS["mhtml" if is_page else "mail"]
    if named and named.name in _BINARY:
        raise UnreadableInput(
            f"The name says that this is {named.title}, but its contents are something else: "
            f"save it anew, or copy its text and paste it."
        )
    if _XML.match(start) and named is None:
        raise UnreadableInput(
            "This is an XML file: open it in the program it was made with and save it as .docx or .pdf."
        )
    return named or PLAIN


def _find_in_zip(data: bytes) -> Format:
    name = _name_zip(data)
    if not name:
        raise UnreadableInput("This is a zip file: unpack it and choose the files in it.")
    if name not in FORMATS:
        raise UnreadableInput(f"This is {name}: copy its text and paste it, or save it as .docx or .pdf.")
    return FORMATS[name]


def _name_zip(data: bytes) -> str:
    """The format of a zip by what is in it, words for one that is not read, or "" for a zip of files."""
    archive = Archive(data)
    is_office = "[Content_Types].xml" in archive
    for folder, office in (("word/", "docx"), ("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if is_office and any(name.startswith(folder) for name in archive.names):
            return office
    if "META-INF/container.xml" in archive:
        return "epub"
    if "content.xml" in archive and ("mimetype" in archive or "META-INF/manifest.xml" in archive):
        said = archive.read("mimetype")[:_LONGEST_TYPE].decode("ascii", "replace") if "mimetype" in archive else ""
        return "odt" if not said or said.strip() in _OPEN_TEXTS else "an OpenDocument file, but not a text"
    if "Index/Document.iwa" in archive:
        return "an Apple Pages document"
    return ""
