"""Further originals of a case: added with its articles, shown beside them, deleted."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from tests.engine.references_texts import EARLIER, FUNDS, GRANT, MORE, OPENING, PROTEST
from tests.webapp.conftest import Reader, give_file
from webapp import create_app
from webapp.roles import Role

RELEASE = f"{OPENING}\n\n{FUNDS}"
STORY = f"{OPENING}\n\n{EARLIER}\n\n{PROTEST}"
BEFORE = f"{EARLIER}\n\n{GRANT}\n\n{MORE}"
QUESTION = "The release says “£800,000”, reference 1 “£300,000” and “£200,000”: which is meant?"


@pytest.fixture
def case(reader) -> str:
    """A case with a release, an article and a reference."""
    case = reader.compare(RELEASE, STORY).location.split("/")[2]
    add(reader, case, BEFORE, "Before the bridge")
    return case


def add(reader: Reader, case: str, words: str, title: str = "", *, role: str = "reference", **more: object):
    fields = {"article-1-text": words, "article-1-title": title, "article-1-role": role, "action": "compare"}
    return reader.send(f"/cases/{case}/articles", {**fields, **more})


def test_form_that_adds_texts_offers_both_roles(reader):
    case = reader.make_case()

    page = reader.open(f"/cases/{case}/articles/new").text

    assert re.search(r'name="article-1-role" value="" checked', page)
    assert re.search(r'name="article-1-role" value="reference" aria', page)
    assert "-role" not in reader.open("/").text


def test_reference_is_shown_apart_from_articles(reader, case):
    page = reader.open(f"/cases/{case}").text

    assert "One release and 1 article, 1 further original" in page
    section = page.partition('<h2 id="references">Further originals</h2>')[2]
    assert "Before the bridge" in section
    assert "Reference 1" in section
    assert 'id="reference-1"' in section


def test_case_asks_where_originals_disagree(reader, case):
    page = reader.open(f"/cases/{case}").text

    assert page.count(QUESTION) == 1
    assert GRANT in page


def test_case_lists_what_an_article_took(reader, case):
    page = reader.open(f"/cases/{case}").text

    address = re.search(r'<a class="spot" href="([^"]*)"><span[^>]*>Article 1, </span>A2</a> copied', page)
    assert EARLIER[:-1] in page.partition("What the articles took from it")[2]
    assert "focus=x1#d-x1" in address[1]
    assert "In reference 1: Before the bridge" in reader.open(address[1].partition("#")[0]).text


def test_card_shows_the_words_of_a_reference(reader, case):
    card = reader.open(f"/cases/{case}/articles/1?focus=x1").text.partition('id="detail"')[2].partition("</article>")[0]

    assert "In reference 1: Before the bridge" in card
    assert EARLIER[:-1] in card.partition('class="credit"')[2]
    assert "copied, paragraph 1" in card


def test_addition_says_that_a_reference_has_it(reader, case):
    page = reader.open(f"/cases/{case}/articles/1?view=ledger").text

    assert "also in reference 1" in page
    assert "In reference 1: Before the bridge" in page


def test_exports_hold_the_references(reader, case):
    data = reader.open(f"/cases/{case}/articles/1/export/json").json
    report = reader.open(f"/cases/{case}/export/html").text

    assert [each["document"]["id"] for each in data["references"]] == ["reference-1"]
    assert data["additions"][0]["also_in"] == ["reference-1"]
    assert QUESTION in report


def test_article_added_later_is_held_against_references(reader, case):
    add(reader, case, f"{OPENING}\n\n{GRANT}", role="")

    data = reader.open(f"/cases/{case}/articles/2/export/json").json

    assert [each["also_in"] for each in data["additions"]] == [["reference-1"]]


def test_deleted_reference_leaves_nothing_behind(reader, case, services):
    document = services.open_case(case).references[0]

    answer = reader.send(f"/cases/{case}/documents/{document.id}/delete")

    with services.database.reading() as connection:
        kept = connection.execute(text("SELECT data FROM comparisons")).scalars().all()
        assert not any("Before the bridge" in each or "set aside" in each for each in kept)
    page = reader.open(answer.location).text
    assert "The further original was deleted." in page
    assert "Further originals" not in page
    data = reader.open(f"/cases/{case}/articles/1/export/json").json
    assert (data["references"], data["additions"][0]["also_in"]) == ([], [])


def test_references_close_ranks_when_one_is_deleted(reader, case, services):
    add(reader, case, PROTEST, "A report")
    first = services.open_case(case).references[0]

    reader.send(f"/cases/{case}/documents/{first.id}/delete")

    data = reader.open(f"/cases/{case}/articles/1/export/json").json
    assert [each["document"]["title"] for each in data["references"]] == ["A report"]
    assert [each["also_in"] for each in data["additions"]] == [[], ["reference-1"]]


def test_reference_can_be_described_anew(reader, case, services):
    document = services.open_case(case).references[0]

    reader.send(f"/cases/{case}/documents/{document.id}/describe", {"reference-1-title": "Plans of the council"})

    assert "In reference 1: Plans of the council" in reader.open(f"/cases/{case}/articles/1?focus=x1").text


def test_bad_description_of_a_reference_stays_typed(reader, case, services):
    document = services.open_case(case).references[0]

    answer = reader.send(f"/cases/{case}/documents/{document.id}/describe", {"reference-1-url": "not an address"})

    assert answer.status_code == 422
    assert 'name="reference-1-url" value="not an address"' in answer.text


def test_same_form_sent_twice_adds_once(reader, case, services):
    key = reader.find_field(reader.open(f"/cases/{case}/articles/new").text, "key")

    for role in ("reference", "reference", ""):
        add(reader, case, PROTEST, role=role, key=key)

    held = services.open_case(case)
    assert (len(held.references), len(held.articles)) == (2, 2)


def test_draft_keeps_the_chosen_role(reader, case):
    fields = {"article-1-role": "reference", "article-1-text": "Unfinished words", "case": case}
    key = reader.find_field(reader.open(f"/cases/{case}/articles/new").text, "key")

    reader.send(f"/cases/{case}/articles", {**fields, "key": key, "action": "save"})

    page = reader.open(f"/cases/{case}/articles/new?draft={key}").text
    assert "Unfinished words" in page
    assert re.search(r'value="reference" checked', page)


def test_refused_form_keeps_the_chosen_role(reader, case):
    answer = add(reader, case, "", **{"article-1-file": give_file(b"\x89PNG\r\n\x1a\n" + bytes(40), "scan.png")})

    assert answer.status_code == 422
    assert re.search(r'value="reference" checked', answer.text)
    assert "Text 1, file" in answer.text


def test_added_reference_leads_to_the_case(reader, case):
    assert add(reader, case, PROTEST).location.endswith(f"/cases/{case}")
    assert add(reader, case, PROTEST, role="").location.endswith("/articles/2")


def test_first_page_counts_articles_only(reader, case):
    assert "1 article, changed" in reader.open("/").text


def test_case_without_articles_shows_its_references(reader, case, services):
    reader.send(f"/cases/{case}/documents/{services.open_case(case).articles[0].id}/delete")

    page = reader.open(f"/cases/{case}").text

    assert "One release and 0 articles, 1 further original" in page
    assert "Before the bridge" in page


def test_original_is_never_deleted_alone(reader, case, services):
    original = services.open_case(case).original

    assert reader.send(f"/cases/{case}/documents/{original.id}/delete").status_code == 404
    assert services.open_case(case).original.role is Role.ORIGINAL


def test_both_databases_hold_references(each_database):
    app = create_app(each_database)
    services = app.extensions["copytrail"].services
    services.database.upgrade()
    reader = Reader(app.test_client())
    case = reader.compare(RELEASE, STORY).location.split("/")[2]

    add(reader, case, BEFORE, "Before the bridge")

    assert QUESTION in reader.open(f"/cases/{case}").text
    assert [each.role for each in services.open_case(case).references] == [Role.REFERENCE]
    services.database.close()
