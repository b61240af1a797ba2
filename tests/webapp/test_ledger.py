"""The ledgers on the page of a comparison and on the page of a case."""

from __future__ import annotations

import re

import pytest

from tests.display.ledger_texts import ARTICLE, RELEASE

TEXTS = "\n\n".join(RELEASE), "\n\n".join(ARTICLE)


@pytest.fixture
def address(reader) -> str:
    """The comparison of a pair with something in every ledger."""
    return reader.compare(*TEXTS).location


def test_ledger_stands_beside_the_other_views(reader, address):
    page = reader.open(address).text

    assert re.search(r'id="view-ledger" href="\?view=ledger"[^>]*>Ledger</a>', page)


def test_ledger_shows_what_became_of_speech_and_facts(reader, address):
    page = reader.open(address + "?view=ledger").text

    assert "Speech · 3 rows" in page
    assert "worth checking: </span>Given to another speaker" in page
    assert "Carl Lund · “said”" in page
    assert '<strong class="value grave">15 months</strong>' in page


def test_ledger_comes_as_a_fragment(reader, address):
    answer = reader.open(address + "?view=ledger", fragment=True).text

    assert '<div id="comparison" class="view-ledger"' in answer
    assert "<html" not in answer


def test_filter_of_the_address_is_applied(reader, address):
    page = reader.open(address + "?view=ledger&fact=name&outcome=not_in_original").text

    assert "Peter Holt" in page
    assert '<strong class="value grave">15 months</strong>' not in page
    assert re.search(r'id="choice-fact-name"[^>]*aria-current="true"', page)


def test_hostile_filter_stays_text(reader, address):
    page = reader.open(address + '?view=ledger&speech="><script>alert(1)</script>&fact=%00&lost=%2e').text

    assert "<script>alert" not in page
    assert "Speech · 3 rows" in page


def test_rows_of_the_case_lead_to_rows_of_the_ledger(reader):
    case = reader.compare(*TEXTS, TEXTS[0]).location

    links = re.findall(r'class="what[^"]*" href="([^"#]+)#([^"]+)"', reader.open(case).text)

    assert len(links) > 10
    for link, anchor in links:
        assert f'<tr id="{anchor}">' in reader.open(link.replace("&amp;", "&")).text


def test_case_marks_what_is_worth_checking(reader):
    page = reader.open(reader.compare(*TEXTS, TEXTS[0]).location).text

    grave = re.findall(r'class="what grave"[^>]*>.*?</span>([^<]+)</a>', page)
    assert {"given to another speaker", "changed"} <= {words.strip() for words in grave}
    assert "Quotations of the release" in page


def test_case_without_articles_has_no_ledger(reader):
    case = reader.compare(*TEXTS).location.partition("/articles")[0]
    article = re.search(r'action="([^"]+/delete)"', reader.open(case).text)[1]

    reader.send(article)

    page = reader.open(case).text
    assert "No article yet." in page
    assert "Ledger over all articles" not in page
