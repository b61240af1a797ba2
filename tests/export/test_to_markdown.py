"""Markdown, read back as CommonMark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from copytrail.export import FORMATS
from copytrail.model import Comparison
from tests.display.texts import FIRST, NEW, SECOND, compare_texts

SMALL = compare_texts([FIRST, SECOND], [FIRST.replace("Monday", "Tuesday"), NEW])


def render(comparison: Comparison) -> str:
    return MarkdownIt("commonmark").enable("table").render(FORMATS["md"].render((comparison,)).decode())


def test_report_has_headings_and_tables():
    page = render(SMALL)

    assert "<h1>At last, a bridge</h1>" in page
    assert "<h2>Worth checking</h2>" in page
    assert "<th>Outcome</th>" in page


def test_passages_stand_behind_their_letters():
    page = render(SMALL)

    assert "<strong>[E]</strong> The minister opened" in page
    assert "<em>Tuesday</em>" in page
    assert f"<strong>[+]</strong> {NEW}" in page


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", "![x](http://a.example/x.png)", "[a](javascript:b)", "# no heading", "- no list",
     "1. no list", "a | b", "`code`", "*no* _stress_", "&lt;b&gt;", "``` fence", "> no quote", "=== line"],
)  # fmt: skip
def test_hostile_words_stay_words(words):
    title = replace(SMALL, derivative=replace(SMALL.derivative, title=words))
    plain = render(replace(SMALL, derivative=replace(SMALL.derivative, title="plain")))

    page = render(title)

    shown = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<h1>{shown}</h1>" in page
    for tag in ("<script", "<img", "<a ", "<code", "<pre", "<li", "<em", "<td"):
        assert page.count(tag) == plain.count(tag)
