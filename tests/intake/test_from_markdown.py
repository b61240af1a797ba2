"""Markdown files to documents."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.export import FORMATS
from copytrail.intake.from_markdown import read_markdown
from copytrail.intake.from_plain import read_plain
from copytrail.pipeline import compare

HOSTILE = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()
SENTENCE = "The minister opened the new bridge over the river on Monday."
SIGNS = "# |- |1. |> |    |---\n|a: b\n|```\n|*|_|`|[|](|)|![|<|b>|</b>|<!--|-->|<script>|&amp;|&#xD800;|\\|word "
PIECES = st.sampled_from([*SIGNS.split("|"), "\n", "\n\n", "\x00", "\u2028", "\ud800", "\ufeff"])
MARKDOWN = st.one_of(st.text(), st.lists(PIECES).map("".join))


def kinds(document):
    return [(paragraph.kind.value, paragraph.span.of(document.text)) for paragraph in document.paragraphs]


def test_headings_lists_and_quotations_are_told_apart():
    document = read_markdown(
        f"# Opened at last.\n\n{SENTENCE}\n\n> Swift action\n\n- one bridge\n  1. no toll\n\nSetext\n------\n"
    )

    assert kinds(document) == [
        ("heading", "Opened at last."),
        ("body", SENTENCE),
        ("body", "Swift action"),
        ("list_item", "one bridge"),
        ("list_item", "no toll"),
        ("heading", "Setext"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **new** *bridge* \\*opened\\*.", "The new bridge *opened*."),
        ("The [new bridge](https://example.org/a_b) <https://example.org>.", "The new bridge https://example.org."),
        ("The ![a bridge](a.png) opened.", "The  opened."),
        ("The bridge\nopened &amp; closed.", "The bridge opened & closed."),
        ("One line  \nand another.", "One line\nand another."),
        ("Run `a < b` now.\n\n```sh\nx=<b>\ny=2\n```", "Run a < b now.\n\nx=<b>\ny=2"),
        ("Seen [there][1].\n\n[1]: https://example.org", "Seen there."),
        ("He <b>said</b> so <script>alert(1)</script>today.", "He said so today."),
        ("<div><p>One.</p><p>Two.</p></div>\n\nThree.", "One.\n\nTwo.\n\nThree."),
        ("a | b\n--|--\nc | d", "a | b --|-- c | d"),
        ("One\r\ntwo.\r\rThree.", "One two.\n\nThree."),
    ],
)
def test_text_is_what_a_reader_sees(source, text):
    assert read_markdown(source).text == text


def test_data_at_the_top_is_dropped():
    document = read_markdown(f'---\ntitle: "Bridge: opened"\ntags:\n  - a\n- b\n---\n{SENTENCE}')

    assert document.text == SENTENCE


@pytest.mark.parametrize(
    ("source", "kept"),
    [(f"---\n\nA speech: here.\n\n---\n{SENTENCE}", "A speech: here."), (f"---\na: b\n{SENTENCE}\n---\nEnd.", "a: b")],
)
def test_text_between_rules_is_kept(source, kept):
    text = read_markdown(source).text

    assert kept in text
    assert SENTENCE in text


def test_lines_that_are_links_are_furniture():
    document = read_markdown(
        f"{SENTENCE}\n\n- [Ferry sold to an island](/ferry)\n\nSee the [long report on it](#top) here."
    )

    assert [paragraph.reason for paragraph in document.paragraphs] == [
        "",
        "link to another page",
        "link to another page",
    ]


def test_heading_that_is_a_link_is_no_furniture():
    document = read_markdown(f"# [Bridge opens](https://example.org)\n\n{SENTENCE}")

    assert document.paragraphs[0].kind.value == "heading"


def test_what_is_known_is_kept():
    document = read_markdown(SENTENCE, id="d", title="T", publisher="P", url="U", published="D", language="de")

    assert (document.id, document.title, document.publisher, document.url) == ("d", "T", "P", "U")
    assert (document.published, document.language) == ("D", "de")


def test_markdown_and_plain_text_compare_as_copied():
    comparison = compare(
        read_plain(f"Bridge\n\n{SENTENCE}"), read_markdown(f"**Bridge**\n\nThe *minister*{SENTENCE[12:]}")
    )

    assert {match.label.value for match in comparison.matches} == {"copied"}


@pytest.mark.parametrize(
    "source", ["", " \n", "![only a picture](a.png)", "---\na: b\n---\n", "<!-- hidden -->", "***"]
)
def test_text_without_words_is_refused(source):
    with pytest.raises(EmptyText):
        read_markdown(source)


@pytest.mark.parametrize("source", ["> " * 60 + "deep", "[" * 50_000, b"%PDF-1.7"])
def test_what_cannot_be_read_says_so(source):
    with pytest.raises(UnreadableInput):
        read_markdown(source)


@given(MARKDOWN)
def test_any_string_is_read_or_refused(source):
    try:
        document = read_markdown(source)
    except (EmptyText, UnreadableInput):
        return
    assert all(paragraph.span.of(document.text).strip() for paragraph in document.paragraphs)
    assert "\r" not in document.text


@pytest.mark.parametrize("line", HOSTILE)
def test_no_hostile_markup_lives_in_the_export(line):
    original = read_markdown(SENTENCE)
    derivative = read_markdown(f"{SENTENCE} {line}\n\n{line}\n\n- {line}\n\nThe end of the story.")

    page = FORMATS["html"].render((compare(original, derivative),)).decode()

    harmless = FORMATS["html"].render((compare(original, original),)).decode()
    assert set(find_live_parts(page)) <= set(find_live_parts(harmless))


LIVE = {"script", "img", "iframe", "svg", "math", "style", "template", "noscript", "input", "object", "base", "form"}


class LivePage(HTMLParser):
    """Collects what could act: tags that load or run something, event handlers, addresses of scripts."""

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attrs):
        self.parts += [tag] if tag in LIVE else []
        self.parts += [name for name, value in attrs if name.startswith("on") or "script:" in (value or "")]


def find_live_parts(page):
    reader = LivePage()
    reader.feed(page)
    return reader.parts
