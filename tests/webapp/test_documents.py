"""What is written about a document, and taking an article out of its case."""

from __future__ import annotations


def describe(reader, case, document, place, **fields):
    values = {f"document-{place}-{name}": value for name, value in fields.items()}
    return reader.send(f"/cases/{case}/documents/{document.id}/describe", values)


def test_article_gets_title_publisher_address_and_date(reader, services):
    case = reader.make_case()
    article = services.open_case(case).articles[0]

    about = {"title": "Bridge!", "publisher": "The Post", "url": "https://example.org/b", "published": "2025"}
    describe(reader, case, article, 1, **about)

    page = reader.open(f"/cases/{case}").text
    assert all(words in page for words in ("Bridge!", "The Post", "2025", 'href="https://example.org/b"'))


def test_comparison_carries_the_new_title(reader, services):
    case = reader.make_case()

    describe(reader, case, services.open_case(case).original, 0, title="The release")

    assert services.open_comparison(case, 1).comparison.original.title == "The release"


def test_bad_address_is_refused_and_kept(reader, services):
    case = reader.make_case()
    article = services.open_case(case).articles[0]

    answer = describe(reader, case, article, 1, url="javascript:alert(1)")

    assert answer.status_code == 422
    assert 'value="javascript:alert(1)"' in answer.text
    assert "An address begins with" in answer.text
    assert services.open_case(case).articles[0].url == ""


def test_deleted_article_leaves_the_others(reader, services):
    case = reader.make_case("The first story.", "The second story.")
    first = services.open_case(case).articles[0]

    reader.send(f"/cases/{case}/documents/{first.id}/delete")

    (left,) = services.open_case(case).articles
    assert (left.place, left.name) == (1, "The second story.")


def test_case_without_articles_asks_for_one(reader, services):
    case = reader.make_case()

    page = reader.send(f"/cases/{case}/documents/{services.open_case(case).articles[0].id}/delete", follow=True).text

    assert "No article yet" in page


def test_release_goes_with_its_case_only(reader, services):
    case = reader.make_case()

    answer = reader.send(f"/cases/{case}/documents/{services.open_case(case).original.id}/delete")

    assert answer.status_code == 404
    assert services.open_case(case).original.name == "Minister opens the new bridge"


def test_document_of_another_case_is_not_found(reader, services):
    one, other = reader.make_case(), reader.make_case("Another story about the bridge.")
    article = services.open_case(other).articles[0]

    assert reader.send(f"/cases/{one}/documents/{article.id}/delete").status_code == 404
    assert describe(reader, one, article, 1, title="x").status_code == 404
