"""HTML to the text a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.intake.markup import strip_markup


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a <b>bold</b> word", "a bold word"),
        ("Fish &amp; chips &lt;b&gt; &amp;lt;", "Fish & chips <b> &lt;"),
        ("<p>One.</p>\n<p>Two\nlines.</p>", "One.\nTwo lines."),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("x<!-- no -->y", "xy"),
        ("<b title='a>b'>c</b>", "c"),
        ("2 < 3", "2 < 3"),
    ],
)
def test_tags_become_what_a_reader_sees(html, text):
    assert strip_markup(html) == text


@pytest.mark.parametrize("name", ["script", "style", "template", "iframe", "noembed", "noframes", "noscript"])
def test_contents_nobody_sees_are_dropped(name):
    assert strip_markup(f"before <{name} a='b'>inside</{name.upper()}>after") == "before after"


def test_script_that_never_ends_takes_the_rest():
    assert strip_markup("before <script>alert(1)") == "before"


@given(st.text())
def test_any_text_is_stripped_without_failing(html):
    assert "\r" not in strip_markup(html)
