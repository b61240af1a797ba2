"""A case of many articles: its pages read summaries and no comparison."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import comparing
from webapp.records import GivenText

PARAGRAPHS = RELEASE.strip().split("\n\n")[1:]
SHARED = "Residents had waited for a crossing since the ferry stopped running two winters ago in heavy storms."


def make_article(number: int) -> str:
    """An article that copies the release, half of it or nothing, by its number; every fourth shares a sentence."""
    taken = [PARAGRAPHS, PARAGRAPHS[:1], []][number % 3]
    shared = [SHARED] if number % 4 == 0 else []
    return "\n\n".join(
        [f"Story number {number} of the day", *taken, *shared, f"Weather and sports follow at {number}."]
    )


@pytest.fixture
def case(services):
    articles = tuple(
        GivenText(content=make_article(number).encode(), title=f"Story {number}", published=f"2025-08-{number:02d}")
        for number in range(1, 27)
    )
    return services.create_case("Large", GivenText(content=RELEASE.encode()), articles)


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


def test_large_case_stands_on_several_pages(reader, case):
    first = reader.open(f"/cases/{case.id}").text
    second = reader.open(f"/cases/{case.id}?page=2").text

    assert "Articles 1 to 20 of 26" in first
    assert (first.count('class="verdict"'), second.count('class="verdict"')) == (20, 6)
    assert "Story 26" in second
    assert reader.open(f"/cases/{case.id}?page=x9").text.count('class="verdict"') == 20


def test_large_case_page_reads_no_comparison(reader, services, desk, case, monkeypatch):
    desk.summing.open(case.id, most=99)
    monkeypatch.setattr(comparing, "restore_comparison", None)

    for path in ("", "/grid", "/trail"):
        assert reader.open(f"/cases/{case.id}{path}").status_code == 200


def test_grid_leads_from_each_cell_to_its_passage(reader, desk, case):
    desk.summing.open(case.id, most=99)

    page = reader.open(f"/cases/{case.id}/grid").text
    row = re.search(r'<tr>\s*<th scope="row"><span class="num">R2.*?</tr>', page, re.DOTALL)[0]
    address = re.search(r'href="([^"]*focus=[^"]*)"', row)[1].replace("&amp;", "&")

    assert "mostly copied, 100% of its words used" in row
    assert "left out" in row
    assert "in 17 of 26" in row
    assert reader.open(address).status_code == 200


def test_grid_sorts_and_filters_articles(reader, desk, case):
    desk.summing.open(case.id, most=99)

    def list_columns(query):
        found = re.findall(r"</span>Article (\d+)</a>", reader.open(f"/cases/{case.id}/grid{query}").text)
        return [int(number) for number in found]

    assert list_columns("") == list(range(1, 13))
    assert list_columns("?page=3") == [25, 26]
    assert list_columns("?sort=derived")[0] % 3 == 0
    assert {number % 3 for number in list_columns("?only=not-derived")} == {2}
    assert list_columns("?sort=nonsense&only=nonsense&page=-1") == list(range(1, 13))


def test_grid_pages_columns_without_losing_the_order(reader, desk, case):
    desk.summing.open(case.id, most=99)

    page = reader.open(f"/cases/{case.id}/grid?sort=copied").text

    assert "sort=copied&amp;only=all&amp;page=2" in page
    assert "Columns 1 to 12 of 26" in page


def test_trail_orders_holders_by_date(reader, desk, case):
    desk.summing.open(case.id, most=99)

    page = reader.open(f"/cases/{case.id}/trail").text
    block = page[page.index("Residents had waited") :]
    block = block[: block.index("</li>\n<li id") if "</li>\n<li id" in block else None]

    assert re.findall(r"Article (\d+)<span", block)[:3] == ["4", "8", "12"]
    assert "may come from article 4, which is dated earlier" in block
    assert 'role="img" aria-label="A drawing of' in page


def test_trail_without_shared_additions_says_so(reader):
    case = reader.make_case(ARTICLE, "Nothing here has been read anywhere else before.")

    assert f'href="/cases/{case}/trail"' in reader.open(f"/cases/{case}").text
    assert "No addition stands in more than one article." in reader.open(f"/cases/{case}/trail").text


def test_trail_of_one_article_is_not_offered(reader):
    case = reader.make_case(ARTICLE)

    assert f'href="/cases/{case}/trail"' not in reader.open(f"/cases/{case}").text
    assert "A trail needs at least two articles" in reader.open(f"/cases/{case}/trail").text


def test_ledger_of_a_large_case_has_pages(reader, case):
    page = reader.open(f"/cases/{case.id}/ledger?page=3").text

    assert "Articles 21 to 26 of 26" in page
    assert "Article 26" in page


def test_texts_of_a_large_case_have_pages(reader, case):
    page = reader.open(f"/cases/{case.id}/texts").text
    second = reader.open(f"/cases/{case.id}/texts?of=23").text

    assert "Page 1 of 2" in page
    assert ('id="document-20-source"' in page, 'id="document-21-source"' in page) == (True, False)
    assert 'id="document-23-source"' in second


def test_refused_details_stay_on_their_page(reader, case):
    article = case.articles[24]
    fields = {f"{article.anchor}-title": "A new name", f"{article.anchor}-url": "nonsense"}

    answer = reader.send(f"/cases/{case.id}/documents/{article.id}/reading", fields)

    assert answer.status_code == 422
    assert 'value="A new name"' in answer.text
