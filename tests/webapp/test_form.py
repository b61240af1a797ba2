"""The form for texts: nothing typed is lost, and errors lead to their fields."""

from __future__ import annotations

import html
import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE, give_file

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
REFUSAL = "This is a picture: copy or type its text and paste it."


def test_missing_article_names_its_field(reader):
    answer = reader.compare(RELEASE, "")

    assert answer.status_code == 422
    assert '<a href="#article-1-text">Article 1, text</a>' in answer.text
    assert 'aria-describedby="article-1-text-hint article-1-text-error" aria-invalid="true"' in answer.text


def test_errors_come_with_all_that_was_typed(reader):
    answer = reader.compare("", ARTICLE, title="A name", original_publisher="The Ministry")

    page = html.unescape(answer.text)
    assert ARTICLE in page
    assert 'value="A name"' in page
    assert 'value="The Ministry"' in page


def test_error_summary_takes_the_focus(reader):
    page = reader.compare("", "").text

    assert re.search(r'<div class="note wrong errors" tabindex="-1" autofocus>\s*<h2>2 things have', page)
    assert "<title>Error:" in page


def test_file_survives_an_error(reader):
    answer = reader.compare("", "", article_1_file=give_file(ARTICLE.encode("cp1252"), "story.md"))

    kept = reader.find_field(answer.text, "article-1-kept")
    assert answer.status_code == 422
    assert "<bdi>story.md</bdi>" in answer.text
    assert reader.compare(RELEASE, "", article_1_kept=kept).status_code == 303


def test_text_over_the_limit_is_refused_in_words(reader):
    page = reader.compare("word " * 5000).text

    assert "This text has 25 kB; the limit is 20 kB each." in page
    assert "word " * 5000 in page


def test_unknown_kind_of_file_is_refused(reader):
    page = reader.compare("", ARTICLE, original_file=give_file(PICTURE, "release.pdf")).text

    assert f"release.pdf: {REFUSAL}" in page


def test_text_and_file_together_are_refused(reader):
    page = reader.compare(RELEASE, ARTICLE, original_file=give_file(b"Another text.")).text

    assert "There is a text in the box as well." in page
    assert RELEASE in html.unescape(page)


def test_blank_text_is_refused(reader):
    assert reader.compare(" \n\t ").status_code == 422


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org", "example.org/story"])
def test_address_must_be_one_of_the_web(reader, address):
    page = reader.compare(original_url=address)

    assert page.status_code == 422
    assert "An address begins with http:// or https://." in page.text


def test_another_article_is_offered_without_scripts(reader):
    answer = reader.send("/cases", {"original-text": RELEASE, "action": "add"})

    page = reader.open(answer.location.partition("#")[0]).text
    assert answer.status_code == 303
    assert answer.location.endswith("#article-2")
    assert 'id="article-2-text"' in page
    assert RELEASE in html.unescape(page)


def test_another_article_comes_as_a_fragment(reader):
    answer = reader.send("/cases", {"original-text": RELEASE, "action": "add"}, fragment=True)

    assert answer.status_code == 200
    assert answer.text.lstrip().startswith('<form id="form"')
    assert answer.headers["HX-Replace-Url"].startswith("/?draft=")
    assert re.search(r'id="article-2-text"[^>]* autofocus', answer.text)


def test_an_article_is_removed_again(reader):
    fields = {"article-1-text": "One story.", "article-2-text": "Two stories.", "action": "remove-1"}

    page = reader.send("/cases", fields, follow=True).text

    assert "One story." not in page
    assert "Two stories." in page
    assert 'id="article-2-text"' not in page


def test_chosen_file_stands_in_place_of_its_box(reader):
    fields = {"original-file": give_file(RELEASE.encode()), "action": "save"}

    page = reader.send("/cases", fields, fragment=True).text

    assert "<bdi>release.txt</bdi>" in page
    assert reader.find_field(page, "original-kept")
    assert 'id="original-text"' not in page
    assert 'id="article-1-text"' in page


def test_wrong_file_says_so_at_once(reader):
    fields = {"original-file": give_file(PICTURE, "release.png"), "article-1-text": ARTICLE, "action": "save"}

    answer = reader.send("/cases", fields, fragment=True)

    assert answer.status_code == 422
    assert REFUSAL in answer.text
    assert ARTICLE in html.unescape(answer.text)


def test_first_line_break_of_a_text_is_kept(reader):
    page = reader.compare("", "\n\nAn article that begins with empty lines.").text

    assert "<textarea" in page
    assert ">\n\n\nAn article that begins" in page


def refuse_file(reader):
    fields = {"article-1-file": give_file(PICTURE, "story.png"), "original-text": RELEASE, "action": "save"}
    return reader.send("/cases", fields, fragment=True).text


def test_error_of_a_file_outlives_compare(reader):
    refused = html.unescape(reader.find_field(refuse_file(reader), "article-1-refused"))

    answer = reader.compare(RELEASE, "", article_1_refused=refused)

    assert answer.status_code == 422
    assert f'<p class="error" id="article-1-file-error">story.png: {REFUSAL}' in answer.text
    assert '<a href="#article-1-file">Article 1, file</a>' in answer.text
    assert RELEASE in html.unescape(answer.text)


def test_error_of_a_file_outlives_a_reload(reader):
    key = reader.find_field(refuse_file(reader), "key")

    page = reader.open(f"/?draft={key}").text

    assert f'<p class="error" id="article-1-file-error">story.png: {REFUSAL}' in page


def test_article_whose_file_was_refused_is_not_passed_by(reader):
    refused = reader.find_field(refuse_file(reader), "article-1-refused")

    answer = reader.compare(RELEASE, "", ARTICLE, article_1_refused=refused)

    assert answer.status_code == 422


def test_pasted_text_takes_the_place_of_a_refused_file(reader):
    refused = reader.find_field(refuse_file(reader), "article-1-refused")

    answer = reader.compare(RELEASE, ARTICLE, article_1_refused=refused)

    assert answer.status_code == 303


def test_refused_file_keeps_its_place_when_another_is_added(reader):
    refused = reader.find_field(refuse_file(reader), "article-1-refused")
    fields = {"original-text": RELEASE, "article-1-refused": refused, "action": "add"}

    page = reader.send("/cases", fields, fragment=True).text

    assert f'<p class="error" id="article-1-file-error">story.png: {REFUSAL}' in page
