"""What pictures are drawn with: words, shapes and the frame round all of it, the same for every picture."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from copytrail.export.xml_text import clean

Element: TypeAlias = "etree._Element"  # noqa: SLF001 - it has no public name
NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH, EDGE = 1200, 40
"""In the units of the picture; a slide is 1200 of them wide."""
INK, PAPER = "#1d1c1a", "#ffffff"
LONGEST_NAME = 80
_FONTS = "Inter, 'Libertinus Serif', Arial, sans-serif"


def frame(title: str, spoken: str, source: str, height: int) -> Element:
    """An empty picture that says its title, itself in words, and where it comes from."""
    return make(
        "svg",
        make("title", text=title, id="title"),
        make("desc", text=spoken, id="desc"),
        make("metadata", text=source),
        make("rect", width=WIDTH, height=height, fill=PAPER),
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="img",
        **{"aria-labelledby": "title desc", "font-family": _FONTS},
    )


def serialise(root: Element) -> bytes:
    """The picture as a file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def write(words: str, left: float, top: float, *, size: int, weight: str = "normal", anchor: str = "start") -> Element:
    """A line of words."""
    kinds = {"font-size": str(size), "font-weight": weight, "text-anchor": anchor}
    return make("text", text=words, x=f"{left:.1f}", y=f"{top:g}", fill=INK, **kinds)


def make(tag: str, *children: Element, text: str = "", **attributes: object) -> Element:
    """One element with its children, or its words."""
    element = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})
    for name, value in attributes.items():
        element.set(name, clean(str(value)))
    element.text = clean(text) or None
    element.extend(children)
    return element
