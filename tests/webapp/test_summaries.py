"""Summaries never say anything but what the comparisons say, and are made anew where those have changed."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import comparing
from webapp.documents import Documents
from webapp.records import GivenText
from webapp.summaries import summing
from webapp.summaries.making import make_summary
from webapp.summaries.trail import list_trail
from webapp.summaries.values import read_summary, write_summary

OTHER = ARTICLE.replace("Bridge opens at last", "Crossing opens for lorries")
WRONG = RELEASE.replace("twelve million", "fifteen million")


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def case(services):
    texts = tuple(GivenText(content=text.encode()) for text in (ARTICLE, WRONG, OTHER))
    return services.create_case("The bridge", GivenText(content=RELEASE.encode()), texts)


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


def test_summary_says_what_the_comparison_says(services, desk, case):
    summed = desk.summing.open(case.id)

    records = services.open_comparisons(case.id)
    assert [summed.find(record.article) for record in records] == [make_summary(each.comparison) for each in records]


def test_summary_is_read_back_as_written(services, case):
    summary = make_summary(services.open_comparison(case.id, 1).comparison)

    assert read_summary(write_summary(summary)) == summary


def test_kept_summaries_need_no_comparison(desk, case, monkeypatch):
    before = desk.summing.open(case.id).summaries
    monkeypatch.setattr(summing, "make_summary", None)
    monkeypatch.setattr(comparing, "restore_comparison", None)

    assert desk.summing.open(case.id).summaries == before


def test_dismissed_finding_renews_the_summary(services, desk, case):
    before = desk.summing.open(case.id).find(case.articles[1])
    record = services.open_comparison(case.id, 2)

    desk.reviewing.dismiss_finding(record, record.comparison.findings[0], "")

    after = desk.summing.open(case.id).find(case.articles[1])
    assert (before.open_findings, after.open_findings) == (1, 0)
    assert after.findings == "Nothing left to check: 1 finding dismissed by hand."


def test_deleted_article_renews_the_trail(services, desk, case):
    shared = list_trail(case.articles, desk.summing.open(case.id).summaries)
    assert [[holder.article.place for holder in each.holders] for each in shared] == [[1, 3]]

    Documents(services).delete(case.id, case.articles[2].id)
    services.open_comparisons(case.id)

    assert list_trail(services.open_case(case.id).articles, desk.summing.open(case.id).summaries) == ()


def test_changed_release_leaves_no_summary(services, desk, case):
    desk.summing.open(case.id)

    Documents(services).describe(case.id, case.original.id, GivenText(content=b"", title="Another title"))

    assert desk.summing.open(case.id).summaries == {}
    assert len(desk.summing.open(case.id).standing.missing) == 3


def test_few_summaries_are_made_at_once(desk, case):
    assert [len(desk.summing.open(case.id, most=2).summaries) for _ in range(2)] == [2, 3]
