from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from copytrail.display.weaving import Layer, show_text, weave
from copytrail.model import Span


def test_hidden_signs_are_made_visible():
    shown = show_text("safe\u202egnp.exe\u200b\x00")

    assert shown.count("hidden-sign") == 3
    assert "U+202E" in shown
    assert "U+0000" in shown


def test_joiners_that_a_script_needs_stay():
    assert "hidden-sign" not in show_text("👩‍🚒 می‌خواهم שלום\u200f!")


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5)


@given(st.text(max_size=30), st.lists(SPANS, max_size=4))
def test_weaving_keeps_the_text_and_closes_what_it_opens(text, drawn):
    levels = [untangle(spans, len(text)) for spans in drawn]

    woven = weave(text, Span(0, len(text)), levels)

    assert re.sub(r"</?i>", "", woven) == show_text(text)
    assert woven.count("<i>") == woven.count("</i>")
    assert re.search(r"</i>.*?", woven) is None or woven.index("<i>") < woven.index("</i>")


def untangle(spans, length):
    """Layers without overlaps, in order."""
    layers, end = [], 0
    for start, stop in sorted(spans):
        span = Span(max(start, end), min(stop, length))
        if span.start < span.end:
            layers.append(Layer(span, Markup("<i>"), Markup("<i>"), Markup("</i>")))
            end = span.end
    return layers
