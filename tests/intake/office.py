"""Builds small office files, books and zips for tests, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from copytrail.errors import CopytrailError
from copytrail.intake.extracts import Extract

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAV = {"nav.xhtml": "nav"}
_MOMENT = (2026, 1, 1, 0, 0, 0)
_DOCX_NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODT_NAMES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" '
    f'xmlns:table="{_ODF}:table:1.0" xmlns:draw="{_ODF}:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def read_or_refuse(extractor: Callable[[bytes], Extract], data: bytes) -> bool:
    """Whether a file is either read to blocks with words or refused with a sentence; anything else is raised."""
    try:
        extract = extractor(data)
    except CopytrailError as error:
        return str(error).endswith(".")
    return all(block.text.strip() for block in extract.blocks)


def build_zip(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts, the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = method
            archive.writestr(info, part)
    return buffer.getvalue()


def build_docx(body: str, *, more: Mapping[str, str] | None = None, title: str = "") -> bytes:
    """A Word document with this body; `more` are parts by kind ("styles", "header1") without their root."""
    roots = {"styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
    parts = {"[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>'}
    parts["_rels/.rels"] = _relate({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"})
    relations = {}
    for kind, inner in (more or {}).items():
        root = roots.get(kind, "hdr" if kind.startswith("header") else "ftr")
        parts[f"word/{kind}.xml"] = f"<w:{root} {_DOCX_NAMES}>{inner}</w:{root}>"
        relations[kind.rstrip("0123456789")] = f"{kind}.xml"
    parts["word/_rels/document.xml.rels"] = _relate(relations)
    parts["word/document.xml"] = f"<w:document {_DOCX_NAMES}><w:body>{body}</w:body></w:document>"
    parts["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "<dc:creator>Nora Secret</dc:creator></cp:coreProperties>"
    )
    return build_zip(parts)


def paragraph(inner: str, *, style: str = "", mark: str = "") -> str:
    """A paragraph of a Word document around runs, or around plain words."""
    runs = inner if inner.startswith("<") or not inner else run(inner)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{named}{marked}</w:pPr>{runs}</w:p>"


def run(words: str, *, properties: str = "", tag: str = "t") -> str:
    """A run of a Word document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def build_odt(text: str, *, styles: str = "", automatic: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument text with this text; `styles` go to the part with the styles."""
    return build_zip({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {_ODT_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {_ODT_NAMES}>{styles}</office:document-styles>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"/>',
        **(more or {}),
    })  # fmt: skip


def build_epub(pages: Mapping[str, str], *, metadata: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A book with these pages in their order, by name."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml" properties="{_NAV.get(name, "")}"/>'
        for number, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    return build_zip({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            f'<container xmlns="{_ODF}:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        ),
        "OEBPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
        ),
        **{f"OEBPS/{name}": f"<html><body>{page}</body></html>" for name, page in pages.items()},
        **(more or {}),
    })  # fmt: skip


def _relate(targets: Mapping[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
