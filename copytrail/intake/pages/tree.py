"""The bytes of a web page to a tree of its elements, within limits, without reading anything else."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree, html

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.characters.decode import Decoded, decode
from copytrail.intake.extracts import FileOptions

MOST_ELEMENTS = 100_000
_PROLOGUE = 4096
"""So many bytes hold what a page says of its encoding."""
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
"""What browsers take some declared encodings for."""
_BAD_CHARACTERS = 2_000
"""One character in so many may be damaged before the declared encoding is not believed."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_TAG = re.compile(r"""<([A-Za-z][\w:-]*+)(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+""")
_LONG_TAG = 8_000
_MOST_ATTRIBUTES = 2_000
_PASTE = "copy its text from the browser and paste it"


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page."""

    root: html.HtmlElement
    decoded: Decoded
    size: int
    """How many elements it has."""
    depth: int
    """How many elements stand in one another."""


def parse_page(data: bytes, options: FileOptions) -> Page:
    """The tree of a page, without comments; entities and addresses in it are never followed.

    Raises UnreadableInput for a page too large or too deep, EmptyText where nothing is in it.
    """
    decoded = decode_page(data, options.encoding)
    text = _TAG.sub(_drop_attributes, _CONTROLS.sub("", decoded.text))
    if not text.strip():
        raise EmptyText
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyText from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableInput(f"This page nests its parts too deeply to be read: {_PASTE}.")
    size = sum(1 for _ in root.iter())
    if size > MOST_ELEMENTS:
        raise UnreadableInput(f"This page has more than {MOST_ELEMENTS:,} parts, too many to be read: {_PASTE}.")
    return Page(root, decoded, size, measure_depth(root))


def decode_page(data: bytes, encoding: str = "") -> Decoded:
    """The characters of a page: as a person chose, by its mark, as it declares, or as its bytes look.

    >>> decode_page('<meta charset="windows-1252"><p>£5'.encode("cp1252")).text[-2:]
    '£5'
    """
    declared = "" if encoding or data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff")) else _find_declared(data)
    if not declared:
        return decode(data, encoding)
    if declared != "utf-8":
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    text = data.decode(declared, errors="replace")
    if text.count("\ufffd") > max(3, len(text) // _BAD_CHARACTERS):
        return decode(data)
    return Decoded(text, declared)


def measure_depth(root: html.HtmlElement) -> int:
    """How many elements of a tree stand in one another at most."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _find_declared(data: bytes) -> str:
    """The encoding that a page declares, by the name Python has for it; empty where it declares none that is known."""
    found = _DECLARED.search(data[:_PROLOGUE])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        "".encode(name or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return ""
    return _MEANT.get(name, name)


def _drop_attributes(tag: re.Match[str]) -> str:
    """A tag without its attributes where it has very many: a parser compares each of them with all others."""
    whole = tag[0]
    return f"<{tag[1]}" if len(whole) > _LONG_TAG and len(whole.split()) > _MOST_ATTRIBUTES else whole
