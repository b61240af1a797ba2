"""The file around the parts of a Word document: what belongs together, with dates that never change."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from copytrail.export.options import Paper
from copytrail.export.word.markup import NAMESPACE, Element, make, make_run, write
from copytrail.export.xml_text import clean

if TYPE_CHECKING:
    from datetime import date

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold, given to every part."""
_SIZES = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}
_PARTS = {"styles": "styles", "settings": "settings", "comments": "comments", "footer": "footer1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into a document."""

    title: str
    body: tuple[Element, ...]
    comments: Element
    styles: Element
    paper: Paper
    made: date | None


def pack(contents: Contents) -> bytes:
    """The document as a file; the same contents give the same bytes."""
    document = make("document", make("body", *contents.body, _lay_out(contents.paper)))
    parts = {
        "[Content_Types].xml": _write_types(),
        "_rels/.rels": _write_links(
            {"word/document.xml": f"{_OFFICE}/officeDocument", "docProps/core.xml": _CORE_LINK}
        ),
        "docProps/core.xml": _write_properties(contents.title, contents.made),
        "word/document.xml": write(document),
        "word/styles.xml": write(contents.styles),
        "word/settings.xml": write(_make_settings()),
        "word/comments.xml": write(contents.comments),
        "word/footer1.xml": write(_make_footer(contents.title)),
        "word/_rels/document.xml.rels": _write_links(
            {f"{name}.xml": f"{_OFFICE}/{kind}" for kind, name in _PARTS.items()}
        ),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _BEGINNING), data, zipfile.ZIP_DEFLATED, 6)
    return file.getvalue()


_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def _lay_out(paper: Paper) -> Element:
    """The last element of the body: the sheet, its margins, its foot."""
    width, height = _SIZES[paper]
    foot = etree.Element(
        f"{{{NAMESPACE}}}footerReference", nsmap={"w": NAMESPACE, "r": _OFFICE}
    )  # never a made-up prefix
    foot.set(f"{{{NAMESPACE}}}type", "default")
    foot.set(f"{{{_OFFICE}}}id", f"rId{1 + list(_PARTS).index('footer')}")
    margins = make("pgMar", top=1300, right=1300, bottom=1300, left=1300, header=700, footer=700, gutter=0)
    return make("sectPr", foot, make("pgSz", w=width, h=height), margins)


def _make_settings() -> Element:
    mode = make("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return make("settings", make("compat", mode))


def _make_footer(title: str) -> Element:
    """The title and the number of the page."""
    number = make("fldSimple", make_run("1"), instr=" PAGE ")
    return make("ftr", make("p", make("pPr", make("pStyle", val="Small")), make_run(f"{title} · Copytrail · "), number))


def _write_types() -> bytes:
    root = etree.Element("Types", nsmap={None: _TYPES})
    etree.SubElement(root, "Default", Extension="rels", ContentType=f"{_PACKAGE}.relationships+xml")
    parts = {"word/document": f"{_WORD}.document.main+xml", "docProps/core": f"{_PACKAGE}.core-properties+xml"}
    parts |= {f"word/{name}": f"{_WORD}.{kind}+xml" for kind, name in _PARTS.items()}
    for name, kind in parts.items():
        etree.SubElement(root, "Override", PartName=f"/{name}.xml", ContentType=kind)
    return write(root)


_PACKAGE = "application/vnd.openxmlformats-package"


def _write_links(targets: dict[str, str]) -> bytes:
    root = etree.Element("Relationships", nsmap={None: _LINKS})
    for number, (target, kind) in enumerate(targets.items(), 1):
        etree.SubElement(root, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return write(root)


def _write_properties(title: str, made: date | None) -> bytes:
    """What the file says of itself; nobody's name."""
    names = {"cp": _CORE, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    for name, value in (("title", clean(title)), ("creator", "Copytrail"), ("language", "en-GB")):
        etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = value
    if made:
        created = etree.SubElement(root, f"{{{_TERMS}}}created")
        created.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
        created.text = f"{made.isoformat()}T00:00:00Z"
    return write(root)
