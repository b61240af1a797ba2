"""Making, opening, renaming and deleting cases."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE, give_file


def test_one_article_lands_on_its_comparison(reader):
    answer = reader.compare()

    assert answer.status_code == 303
    assert answer.location.endswith("/articles/1")
    assert reader.open(answer.location).status_code == 200


def test_two_articles_land_on_the_case(reader):
    answer = reader.compare(RELEASE, ARTICLE, "Quite another story about a quite different town.")

    page = reader.open(answer.location).text
    assert answer.location.count("/") == 2
    assert "Article 1" in page
    assert "Article 2" in page


def test_case_page_shows_shares_in_words(reader):
    page = reader.open(f"/cases/{reader.make_case()}").text

    assert "copied" in page
    assert "added" in page
    assert "One release and 1 article" in page


def test_case_page_counts_what_is_worth_checking(reader):
    quoted = "The harbour bridge opened on Monday.\n\n“We waited forty years for this bridge to open,” said Anna Berg."
    given = quoted.replace("Anna Berg", "Carl Lund")

    page = reader.open(reader.compare(quoted, given, quoted).location).text

    assert "1 thing worth checking: 1 quotation given to another speaker." in page
    assert "Nothing to check was found" in page


def test_grid_leads_to_each_place(reader):
    case = reader.make_case()

    page = reader.open(f"/cases/{case}").text

    assert f'href="/cases/{case}/articles/1?focus=' in page
    assert "mostly copied, 100% of its words used" in page
    assert '<span class="spoken">left out</span>' in page


def test_uploaded_files_are_compared_as_they_are(reader, services):
    content = RELEASE.encode("utf-16")

    case = reader.make_case(original_file=give_file(content), original_text="")

    record = services.open_case(case).original
    assert record.size == len(content)
    assert services.open_comparison(case, 1).comparison.original.text.startswith("Minister opens")


def test_names_fall_back_to_first_words(reader, services):
    case = services.open_case(reader.make_case())

    assert case.name == "Minister opens the new bridge"
    assert case.articles[0].name == "Bridge opens at last"


def test_untouched_place_for_an_article_is_none(reader, services):
    case = reader.make_case(ARTICLE, "")

    assert len(services.open_case(case).articles) == 1


def test_second_click_makes_no_second_case(reader, services):
    key = reader.find_field(reader.open("/").text, "key")

    first, second = reader.compare(key=key), reader.compare(key=key)

    assert first.location == second.location
    assert len(services.list_cases()) == 1


def test_changed_form_with_old_key_makes_a_case(reader, services):
    key = reader.find_field(reader.open("/").text, "key")

    reader.compare(key=key)
    reader.compare(RELEASE, "Something else was written here afterwards.", key=key)

    assert len(services.list_cases()) == 2


def test_articles_are_added_to_a_case(reader, services):
    case = reader.make_case()

    answer = reader.send(f"/cases/{case}/articles", {"article-1-text": "A second story about the bridge."})

    assert answer.location == f"/cases/{case}/articles/2"
    assert [article.place for article in services.open_case(case).articles] == [1, 2]


def test_same_articles_sent_twice_are_added_once(reader, services):
    case = reader.make_case()
    fields = {"key": "k" * 27, "article-1-text": "A second story about the bridge."}

    reader.send(f"/cases/{case}/articles", fields)
    reader.send(f"/cases/{case}/articles", fields)

    assert len(services.open_case(case).articles) == 2


def test_case_is_renamed(reader):
    case = reader.make_case()

    page = reader.send(f"/cases/{case}/rename", {"title": "The bridge & its <story>"}, follow=True).text

    assert "<h1><bdi>The bridge &amp; its &lt;story&gt;</bdi></h1>" in page


def test_overlong_name_is_refused_and_kept(reader):
    case = reader.make_case()

    answer = reader.send(f"/cases/{case}/rename", {"title": "x" * 1001})

    assert answer.status_code == 422
    assert "x" * 1001 in answer.text
    assert "longer than 1,000 characters" in answer.text


def test_deleted_case_is_gone(reader):
    case = reader.make_case(title="The bridge")

    page = reader.delete_for_good(case)

    assert "The bridge" not in reader.open(page.location).text
    assert reader.open(f"/cases/{case}").status_code == 404


def test_form_sent_again_after_deleting_makes_a_case(reader, services):
    key = reader.find_field(reader.open("/").text, "key")
    case = reader.make_case(key=key)
    reader.delete_for_good(case)

    reader.compare(key=key)

    assert len(services.list_cases()) == 1


@pytest.mark.parametrize("address", ["/cases/nothing", "/cases/nothing/articles/1", "/cases/nothing/articles/new"])
def test_unknown_cases_are_not_found(reader, address):
    assert reader.open(address).status_code == 404


def test_words_of_an_article_say_what_is_counted(reader):
    reader.send("/example")

    page = reader.open("/").text
    case = reader.open(re.search(r'href="(/cases/[^"]+)"', page)[1]).text

    assert "719 words in all" in case
    assert "695 words compared (24 words set aside as page furniture), 48% verbatim" in case
