"""Elements of WordprocessingML."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from copytrail.export.xml_text import clean

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element: TypeAlias = "etree._Element"  # noqa: SLF001 - it has no public name
"""An element of a part."""


def make(tag: str, *children: Element, **attributes: object) -> Element:
    """An element `w:tag` with attributes `w:name`.

    >>> make("pStyle", val="Normal").attrib.values()
    ['Normal']
    """
    element = etree.Element(_name(tag), nsmap={"w": NAMESPACE})
    for name, value in attributes.items():
        element.set(_name(name), str(value))
    element.extend(children)
    return element


def make_text(words: str, tag: str = "t") -> Element:
    """Words as they stand, with every space."""
    element = make(tag)
    element.text = clean(words)
    element.set(_SPACE, "preserve")
    return element


def make_run(words: str, *properties: Element, tag: str = "t") -> Element:
    """A run of words with its properties, which must be in the order of the schema."""
    run = make("r")
    if properties:
        run.append(make("rPr", *properties))
    for number, line in enumerate(words.split("\n")):
        if number:
            run.append(make("br"))
        run.append(make_text(line, tag))
    return run


def write(root: Element) -> bytes:
    """A part as bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
