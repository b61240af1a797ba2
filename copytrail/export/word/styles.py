"""The styles of our Word documents: every label has its colour, its line and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.naming import NAMES
from copytrail.export.options import Colours
from copytrail.export.word.markup import Element, make
from copytrail.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILLS = {
    Label.COPIED: "CFE2FB",
    Label.EDITED: "CDEEE6",
    Label.PARAPHRASED: "E4DBF7",
    Label.ADDED: "FFE3B8",
    Label.LEFT_OUT: "EFECE4",
}
"""The colours of the page; the edges below tell the labels apart without them."""
_EDGES = {
    Label.COPIED: ("single", 24, "123C73"),
    Label.EDITED: ("dashed", 18, "0B5345"),
    Label.PARAPHRASED: ("dotted", 24, "4B2E83"),
    Label.ADDED: ("double", 12, "7A4300"),
    Label.LEFT_OUT: ("wave", 12, "57534A"),
}
_LINES = {
    Label.COPIED: "single",
    Label.EDITED: "dash",
    Label.PARAPHRASED: "dotted",
    Label.ADDED: "double",
    Label.LEFT_OUT: "wave",
}
_HEADINGS = ((1, 36, 0), (2, 28, 360), (3, 24, 240))
"""Level, size in half points, space before in twentieths of a point."""


def name_style(label: Label) -> str:
    """The id of the paragraph style of a label."""
    return f"Copytrail{label.value.title().replace('_', '')}"


def name_words(label: Label) -> str:
    """The id of the style of words under a label."""
    return f"{name_style(label)}Words"


def make_styles(colours: Colours) -> Element:
    """The part with all styles."""
    root = make("styles", _make_defaults())
    root.append(_make_style("Normal", "Normal", is_default=True))
    for level, size, before in _HEADINGS:
        paragraph = make(
            "pPr", make("keepNext"), make("spacing", before=before, after=120), make("outlineLvl", val=level - 1)
        )
        words = make("rPr", make("b"), make("sz", val=size), make("szCs", val=size))
        root.append(_make_style(f"Heading{level}", f"heading {level}", paragraph, words))
    root.append(_make_style("Small", "Copytrail small", make("rPr", make("sz", val=18), make("szCs", val=18))))
    root.append(_make_table_style())
    for label in Label:
        root.extend(_style_label(label, colours))
    return root


def _make_defaults() -> Element:
    fonts = make("rFonts", ascii="Georgia", hAnsi="Georgia", eastAsia="Georgia", cs="Times New Roman")
    words = make("rPr", fonts, make("sz", val=22), make("szCs", val=22), make("lang", val="en-GB"))
    paragraph = make("pPr", make("spacing", after=120, line=276, lineRule="auto"))
    return make("docDefaults", make("rPrDefault", words), make("pPrDefault", paragraph))


def _make_style(name: str, title: str, *parts: Element, kind: str = "paragraph", is_default: bool = False) -> Element:
    style = make("style", type=kind, styleId=name)
    if is_default:
        style.set(f"{{{style.nsmap['w']}}}default", "1")
    style.append(make("name", val=title))
    if not is_default and kind == "paragraph":
        style.append(make("basedOn", val="Normal"))
    style.append(make("qFormat"))
    style.extend(parts)
    return style


def _make_table_style() -> Element:
    edges = [make(side, val="single", sz=4, space=0, color="86806F") for side in _SIDES]
    margins = [make(side, w=80, type="dxa") for side in ("left", "right")]
    table = make("tblPr", make("tblBorders", *edges), make("tblCellMar", *margins))
    return _make_style("CopytrailTable", "Copytrail table", table, kind="table")


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _style_label(label: Label, colours: Colours) -> Iterator[Element]:
    """The style of paragraphs that are mostly of a label, and that of its words."""
    title = f"Copytrail {NAMES[label]}"
    if label is Label.FURNITURE:
        grey = make("rPr", make("color", val="5A564E"))
        yield _make_style(name_style(label), title, grey)
        yield _make_style(
            name_words(label), f"{title} words", make("rPr", make("color", val="5A564E")), kind="character"
        )
        return
    line, size, colour = _EDGES[label]
    colour = colour if colours is Colours.LIGHT else "000000"
    edge = make("pBdr", make("left", val=line, sz=size, space=8, color=colour))
    yield _make_style(name_style(label), title, make("pPr", edge, make("ind", left=240)))
    mark = make("u", val=_LINES[label])
    if colours is Colours.LIGHT:
        mark = make("shd", val="clear", color="auto", fill=_FILLS[label])
    yield _make_style(name_words(label), f"{title} words", make("rPr", mark), kind="character")
