"""Markdown files in the form: read as a reader sees them, kept as they came."""

from __future__ import annotations

import hashlib

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE, give_file
from webapp.documents import Documents
from webapp.records import GivenText

SOURCE = "# Bridge opens\n\nThe **minister** opened the [new bridge](https://example.org/b) over the river on Monday.\n"
READ = "Bridge opens\n\nThe minister opened the new bridge over the river on Monday."


def find_case(answer):
    return answer.location.split("/")[2].partition("?")[0]


def read_article(services, answer):
    return services.open_comparison(find_case(answer), 1).comparison.derivative.text


def send_file(reader, name="story.md"):
    return reader.compare(RELEASE, "", article_1_file=give_file(SOURCE.encode(), name))


@pytest.mark.parametrize("name", ["story.md", "STORY.MD", "story.markdown"])
def test_file_is_compared_as_a_reader_sees_it(reader, services, name):
    assert read_article(services, send_file(reader, name)) == READ


def test_kept_comparison_and_a_new_one_are_equal(reader, services):
    case = find_case(send_file(reader))
    kept = services.open_comparison(case, 1).comparison

    services.rename_case(case, "Another name")
    Documents(services).describe(case, services.open_case(case).articles[0].id, GivenText(content=b"", title="A title"))

    assert services.open_comparison(case, 1).comparison.derivative.paragraphs == kept.derivative.paragraphs


def test_plain_file_and_pasted_text_stay_as_they_are(reader, services):
    pasted = reader.compare(RELEASE, SOURCE)

    assert "**minister**" in read_article(services, pasted)
    assert "**minister**" in read_article(services, send_file(reader, "story.txt"))


def test_failed_form_keeps_the_file_and_how_it_is_read(reader, services):
    page = reader.compare("", "", article_1_file=give_file(SOURCE.encode(), "story.md")).text

    answer = reader.compare(RELEASE, "", article_1_kept=reader.find_field(page, "article-1-kept"))

    assert "A Markdown text, " in page
    assert read_article(services, answer) == READ


def test_draft_keeps_the_file_and_how_it_is_read(reader, services):
    fields = {"original-text": RELEASE, "article-1-file": give_file(SOURCE.encode(), "story.md"), "action": "save"}
    saved = reader.send("/cases", fields)

    page = reader.open(saved.location.partition("#")[0]).text
    answer = reader.compare(RELEASE, "", article_1_kept=reader.find_field(page, "article-1-kept"))

    assert read_article(services, answer) == READ


def test_file_is_kept_as_it_came(reader, services):
    article = services.open_case(find_case(send_file(reader))).articles[0]

    assert article.size == len(SOURCE.encode())
    assert article.sha256 == hashlib.sha256(SOURCE.encode()).hexdigest()


def test_text_typed_over_a_file_name_is_plain(reader, services):
    answer = reader.compare(RELEASE, f"story.md\n\n{ARTICLE}")

    assert read_article(services, answer).startswith("story.md")


def test_file_without_words_is_refused_at_its_field(reader):
    page = reader.compare(RELEASE, "", article_1_file=give_file(b"![picture](a.png)", "story.md"))

    assert page.status_code == 422
    assert '<p class="error" id="article-1-file-error">story.md: There is no text to compare.' in page.text
