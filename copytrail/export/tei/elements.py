"""Elements of TEI."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from copytrail.export.xml_text import clean

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
Element: TypeAlias = "etree._Element"  # noqa: SLF001 - it has no public name
"""An element of the file."""


def make(tag: str, *content: Element | str, **attributes: str) -> Element:
    """An element with its words and children in their order; `id_` and `lang` are `xml:id` and `xml:lang`.

    An attribute without a value is left out.

    >>> etree.tostring(make("p", "It ", make("hi", "rained"), ".", n="1", rend="")).decode()
    '<p xmlns="http://www.tei-c.org/ns/1.0" n="1">It <hi>rained</hi>.</p>'
    """
    element = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})
    for name, value in attributes.items():
        if value:
            element.set({"id_": f"{_XML}id", "lang": f"{_XML}lang"}.get(name, name), clean(value))
    for part in content:
        _append(element, part)
    return element


def point(*ids: str) -> str:
    """Elements of this file, as an attribute names them.

    >>> point("m1", "m2")
    '#m1 #m2'
    """
    return " ".join(f"#{each}" for each in ids)


def write(root: Element) -> bytes:
    """The file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _append(element: Element, part: Element | str) -> None:
    if not isinstance(part, str):
        element.append(part)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + clean(part)
    else:
        element.text = (element.text or "") + clean(part)
