"""The picture of the bars: words, letters and widths, read back from the drawing and from its points."""

from __future__ import annotations

import struct

import pytest
from lxml import etree

from copytrail.export import FORMATS, Colours, ExportOptions
from copytrail.export.picture.drawing import WIDTH
from tests.display.texts import compare_texts
from tests.export.test_options import bundled

SVG = {"s": "http://www.w3.org/2000/svg"}


def read(*comparisons, **options) -> etree._Element:
    return etree.fromstring(FORMATS["svg"].render(comparisons, ExportOptions(**options)))


def test_picture_says_its_shares_in_words():
    root = read(*bundled())

    said = root.findtext("s:desc", namespaces=SVG)
    shown = {each.text for each in root.iterfind(".//s:text", SVG)}

    assert root.get("aria-labelledby") == "title desc"
    assert "Copied 19% (134 words), lightly edited 38% (266 words)" in said
    assert {"C 19%", "E 38%", "+ 41%", "“Press release on the UK–Iraq returns agreement”"} <= shown


@pytest.mark.parametrize("colours", Colours)
def test_parts_fill_the_whole_bar(colours):
    root = read(bundled()[0], colours=colours)

    parts = [each for each in root.iterfind(".//s:rect", SVG) if each.get("stroke")]

    assert sum(float(each.get("width")) for each in parts) == pytest.approx(WIDTH - 80, abs=0.5)
    assert len(parts) == 4


def test_picture_loads_and_runs_nothing():
    hostile = compare_texts(
        ["<script>alert(1)</script> opened the bridge."], ["<image href='http://x.example/'/> fell."]
    )

    root = read(hostile)

    known = {"svg", "title", "desc", "metadata", "defs", "pattern", "path", "rect", "text"}
    assert {etree.QName(each).localname for each in root.iter()} <= known
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name]


def test_points_are_twice_the_drawing():
    data = FORMATS["png"].render(bundled()[:1])

    width, height = struct.unpack(">II", data[16:24])

    assert data.startswith(b"\x89PNG")
    assert (width, height) == (2 * WIDTH, 2 * int(read(bundled()[0]).get("height")))
