"""Kept comparisons say in which other articles of the case an addition stands, whatever became of the case since."""

from __future__ import annotations

import json

import pytest

from copytrail.corrections import unpair_match
from copytrail.model import ParagraphKind
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import comparing, results
from webapp.cleaning import Cleaning
from webapp.documents import Documents
from webapp.records import GivenText

OTHER = ARTICLE.replace("Bridge opens at last", "Crossing opens for lorries")
PLAIN = "\n\n".join(RELEASE.split("\n\n")[:2])


@pytest.fixture
def settings(each_database):
    return each_database


def give(*texts: str) -> tuple[GivenText, ...]:
    return tuple(GivenText(content=text.encode()) for text in texts)


@pytest.fixture
def case(services):
    return services.create_case("The bridge", *give(RELEASE), give(ARTICLE, PLAIN, OTHER))


def traced(services, case, number: int = 1) -> set[str]:
    additions = services.open_comparison(case.id, number).comparison.additions
    return {name for addition in additions for name in addition.also_in}


def test_addition_names_the_other_article(services, case):
    assert traced(services, case, 1) == {"article-3"}
    assert traced(services, case, 3) == {"article-1"}


def test_new_article_is_traced_at_once(services, case):
    services.add_articles(case.id, give(ARTICLE.replace("Monday", "Friday")))

    assert traced(services, case, 1) == {"article-3", "article-4"}


def test_deleted_article_is_named_no_more(services, case):
    Documents(services).delete(case.id, case.articles[2].id)

    assert traced(services, case, 1) == set()


def test_article_that_moved_up_is_named_anew(services, case):
    Documents(services).delete(case.id, case.articles[1].id)

    assert traced(services, case, 1) == {"article-2"}


def test_paragraph_set_aside_is_named_no_more(services, case):
    number = services.open_comparison(case.id, 3).comparison.derivative.paragraphs[-1].number

    Cleaning(services).set_kind(case.id, case.articles[2].id, number, ParagraphKind.FURNITURE)

    assert traced(services, case, 1) == set()


def test_both_ways_to_a_comparison_agree(services, case):
    together = services.open_comparisons(case.id)

    assert together == tuple(services.open_comparison(case.id, number) for number in (1, 2, 3))


def test_kept_trace_is_read_back(services, case, monkeypatch):
    before = services.open_comparisons(case.id)
    monkeypatch.setattr(results, "trace", None)
    monkeypatch.setattr(comparing, "compare", None)

    assert services.open_comparisons(case.id) == before


def test_new_title_keeps_the_trace(services, case):
    Documents(services).describe(case.id, case.articles[0].id, GivenText(content=b"", title="Another title"))

    assert traced(services, case, 1) == {"article-3"}
    assert traced(services, case, 3) == {"article-1"}


def test_shown_result_changes_its_digest(services, case):
    before = services.open_comparison(case.id, 1).digest

    Documents(services).delete(case.id, case.articles[2].id)

    assert services.open_comparison(case.id, 1).digest != before


@pytest.mark.parametrize("address", ["articles/1/export/json", "export/json"])
def test_exports_name_the_other_article(reader, address):
    case_id = reader.make_case(ARTICLE, OTHER)

    data = json.loads(reader.open(f"/cases/{case_id}/{address}").data)
    first = data[0] if isinstance(data, list) else data
    assert ["article-2"] in [addition["also_in"] for addition in first["additions"]]


def test_trail_follows_a_correction(services, case, app):
    correcting = app.extensions["copytrail"].correcting
    before = traced(services, case, 2)
    for number in (1, 2):
        record = services.open_comparison(case.id, number)
        match = next(each for each in record.comparison.matches if each.derivative.end - each.derivative.start > 60)

        def unpair(comparison, said, match=match):
            return unpair_match(comparison, match, said)

        correcting.correct(record, unpair, seen=record.seen)

    assert before == set()
    assert "article-1" in traced(services, case, 2)
    assert "article-2" in traced(services, case, 1)
    everywhere = {name for each in services.open_comparisons(case.id)[1].comparison.additions for name in each.also_in}
    assert everywhere == traced(services, case, 2)
