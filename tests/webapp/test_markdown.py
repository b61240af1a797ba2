"""Markdown files in the form: read as a reader sees them, kept as they came."""

from __future__ import annotations

import html
import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE, give_file
from webapp.records import GivenText

SOURCE = "# Bridge opens\n\nThe **minister** opened the [new bridge](https://example.org/b) over the river on Monday.\n"
READ = "Bridge opens\n\nThe minister opened the new bridge over the river on Monday."
BOX = re.compile(r'<input type="checkbox" id="article-1-ending" name="article-1-ending" value="(\.\w+)" checked')


def find_case(answer):
    return answer.location.split("/")[2].partition("?")[0]


def read_article(services, answer):
    return services.open_comparison(find_case(answer), 1).comparison.derivative.text


@pytest.mark.parametrize("name", ["story.md", "STORY.MD", "story.markdown"])
def test_file_is_compared_as_a_reader_sees_it(reader, services, name):
    answer = reader.compare(RELEASE, "", article_1_file=give_file(SOURCE.encode(), name))

    assert read_article(services, answer) == READ


def test_kept_comparison_and_a_new_one_are_equal(reader, services):
    case = find_case(reader.compare(RELEASE, "", article_1_file=give_file(SOURCE.encode(), "story.md")))
    kept = services.open_comparison(case, 1).comparison

    services.rename_case(case, "Another name")
    services.describe_document(case, services.open_case(case).articles[0].id, GivenText(content=b"", title="A title"))

    assert services.open_comparison(case, 1).comparison.derivative.paragraphs == kept.derivative.paragraphs


def test_plain_file_and_pasted_text_stay_as_they_are(reader, services):
    pasted = reader.compare(RELEASE, SOURCE)
    plain = reader.compare(RELEASE, "", article_1_file=give_file(SOURCE.encode(), "story.txt"))

    assert "**minister**" in read_article(services, pasted)
    assert "**minister**" in read_article(services, plain)


def test_failed_form_gives_the_file_back_and_how_it_is_read(reader):
    page = reader.compare("", "", article_1_file=give_file(SOURCE.encode(), "story.md")).text

    assert SOURCE.strip() in html.unescape(page)
    assert BOX.search(page)[1] == ".md"


def test_box_from_a_file_is_read_like_the_file(reader, services):
    answer = reader.compare(RELEASE, SOURCE, article_1_ending=".md")

    assert read_article(services, answer) == READ


def test_chosen_file_keeps_how_it_is_read_in_the_draft(reader):
    fields = {"original-text": RELEASE, "article-1-file": give_file(SOURCE.encode(), "story.md"), "action": "save"}

    answer = reader.send("/cases", fields)

    assert BOX.search(reader.open(answer.location.partition("#")[0]).text)


@pytest.mark.parametrize(("text", "ending"), [(ARTICLE, ".pdf"), (" ", ".md"), (ARTICLE, "")])
def test_nothing_else_is_offered_as_markdown(reader, text, ending):
    fields = {"original-text": RELEASE, "article-1-text": text, "article-1-ending": ending, "action": "add"}

    page = reader.send("/cases", fields, follow=True).text

    assert not BOX.search(page)


def test_file_without_words_is_refused_at_its_field(reader):
    page = reader.compare(RELEASE, "", article_1_file=give_file(b"![picture](a.png)", "story.md"))

    assert page.status_code == 422
    assert "There is no text to compare." in page.text
