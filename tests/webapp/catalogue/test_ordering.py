"""Articles in another order: nothing lost, nothing doubled, and what was said of each stays with it."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import RELEASE
from webapp.catalogue.ordering import Ordering


@pytest.fixture
def case(each_reader):
    articles = [RELEASE.replace("twelve", word) for word in ("ten", "nine", "eight")]
    return each_reader.make_case(*articles)


@pytest.fixture
def list_ids(each_desk, case):
    return lambda: [article.id for article in each_desk[0].services.open_case(case).articles]


def test_article_moves_up_and_down(each_reader, case, list_ids):
    one, two, three = list_ids()

    answer = each_reader.send(f"/cases/{case}/order", {"move": f"{three}.up"})
    each_reader.send(f"/cases/{case}/order", {"move": f"{one}.up"})

    assert list_ids() == [one, three, two]
    page = each_reader.open(answer.location).text
    assert "is article 2 now." in page
    assert f'value="{three}.up" autofocus' in page


def test_numbers_follow_and_words_stay(each_desk, case, list_ids):
    desk, reader = each_desk
    record = desk.services.open_comparison(case, 1)
    desk.reviewing.dismiss_finding(record, record.comparison.findings[0], "Both are right.")
    one, two, three = list_ids()

    reader.send(f"/cases/{case}/order", {"article": [three, two, one], "seen": f"{one} {two} {three}"})

    moved = desk.services.open_comparison(case, 3)
    assert moved.article.id == one
    assert moved.comparison.derivative.id == "article-3"
    assert moved.comparison.findings[0].dismissed.reason == "Both are right."
    assert not desk.services.open_comparison(case, 1).review.dismissals


def test_article_added_meanwhile_is_kept(each_desk, case, list_ids):
    _desk, reader = each_desk
    one, two, three = list_ids()
    reader.send(f"/cases/{case}/articles", {"article-1-text": "A fourth story.", "action": "compare"})

    fields = {"article": [three, one, two], "seen": f"{one} {two} {three}", "moved": f"{three}.handle"}
    reader.send(f"/cases/{case}/order", fields)

    assert list_ids()[:3] == [three, one, two]
    assert len(set(list_ids())) == 4


def test_article_deleted_meanwhile_stays_gone(each_desk, case, list_ids):
    desk, reader = each_desk
    one, two, three = list_ids()
    desk.documents.delete(case, two)

    reader.send(f"/cases/{case}/order", {"article": [three, two, two, one], "seen": f"{one} {two} {three}"})

    assert list_ids() == [three, one]


def test_second_orderer_is_told(each_reader, case, list_ids):
    one, two, three = list_ids()
    each_reader.send(f"/cases/{case}/order", {"move": f"{three}.up"})

    answer = each_reader.send(f"/cases/{case}/order", {"article": [two, one, three], "seen": f"{one} {two} {three}"})

    assert answer.status_code == 409
    assert "Somebody else put the articles in another order meanwhile." in answer.text
    assert list_ids() == [one, three, two]


@pytest.mark.parametrize("move", ["nothing.up", "x.down"])
def test_unknown_article_is_refused(each_reader, case, move):
    assert each_reader.send(f"/cases/{case}/order", {"move": move}).status_code == 404


def test_references_stay_where_they_are(each_desk, case, list_ids):
    desk, reader = each_desk
    fields = {"article-1-text": RELEASE, "article-1-role": "reference", "action": "compare"}
    reader.send(f"/cases/{case}/articles", fields)
    one, two, three = list_ids()

    Ordering(desk.services).arrange(case, [two, three, one], seen=[one, two, three])

    record = desk.services.open_case(case)
    assert [article.id for article in record.articles] == [two, three, one]
    assert len(record.references) == 1
    assert record.original.place == 0
