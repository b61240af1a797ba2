"""The picture of the bars: words, letters and widths, read back from the drawing and from its points."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from lxml import etree

from copytrail.export import FORMATS, Colours, ExportOptions, Picture
from copytrail.export.picture.elements import WIDTH
from copytrail.trail import trace
from tests.display.texts import FIRST, SECOND, compare_texts
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


MORE = "Residents had waited for a crossing since the ferry stopped running two winters ago."
OTHER = "A brass band from the valley played in the heavy rain for more than an hour, it was heard."


def trace_articles(*articles: tuple[str, list[str]]):
    """Articles by their dates and their paragraphs, held against one release and against each other."""
    comparisons = []
    for number, (published, paragraphs) in enumerate(articles, 1):
        one = compare_texts([FIRST, SECOND], [FIRST, *paragraphs])
        about = {"id": f"article-{number}", "published": published, "title": f"Story {number}"}
        comparisons.append(replace(one, derivative=replace(one.derivative, **about)))
    return trace(comparisons)


def read_trail(*articles, **options) -> etree._Element:
    return read(*trace_articles(*articles), picture=Picture.TRAIL, **options)


SHARING = (("2026-05-03", [MORE, OTHER]), ("2026-05-01", [MORE]), ("", [OTHER]))


def test_trail_says_who_shares_what_in_words():
    root = read_trail(*SHARING)

    said = root.findtext("s:desc", namespaces=SVG)

    assert root.get("role") == "img"
    assert root.findtext("s:title", namespaces=SVG).startswith("Additions that 3 articles share")
    assert "Residents had waited" in said
    assert "in articles 2 and 1, in the order of their dates" in said
    assert "Article 1 may come from article 2, which is dated earlier" in said
    assert "none of it is proof" in said


def test_trail_puts_articles_in_the_order_of_dates():
    root = read_trail(*SHARING)

    heads = [each for each in root.iterfind("s:text", SVG) if each.get("text-anchor") == "middle"]

    assert [each.text for each in heads] == ["2", "1", "3"]
    assert sorted(heads, key=lambda each: float(each.get("x"))) == heads


def test_trail_marks_the_first_of_each_addition():
    root = read_trail(*SHARING)
    places = {each.text: each.get("x") for each in root.iterfind("s:text", SVG) if each.get("text-anchor") == "middle"}

    circles = [(each.get("cx"), float(each.get("r"))) for each in root.iterfind("s:circle", SVG)]

    assert {place for place, size in circles if size > 10} == {places["1"], places["2"]}
    assert len(circles) == 4


def test_trail_for_print_has_no_colour():
    light, printed = (read_trail(*SHARING, colours=colours) for colours in Colours)

    assert {each.get("stroke") for each in light.iterfind("s:circle", SVG)} == {"#1f5fbf"}
    assert {each.get("stroke") for each in printed.iterfind("s:circle", SVG)} == {"#1d1c1a"}


def test_trail_of_nothing_shared_says_so():
    root = read_trail(("2026-05-03", [MORE]), ("2026-05-01", [OTHER]))

    assert "No addition stands in more than one article." in {each.text for each in root.iterfind("s:text", SVG)}
    assert root.find("s:circle", SVG) is None
