"""A second case like the first: everything that was said of it is there, and nothing is compared anew."""

from __future__ import annotations

import pytest

from copytrail.model import ParagraphKind
from tests.webapp.conftest import ARTICLE, RELEASE


@pytest.fixture
def copied(each_desk, clock, monkeypatch):
    desk, reader = each_desk
    case = reader.make_case(ARTICLE, RELEASE.replace("twelve", "ten"), title="Bridge")
    record = desk.services.open_comparison(case, 2)
    desk.reviewing.dismiss_finding(record, record.comparison.findings[0], "Both are right.")
    desk.cleaning.set_kind(case, record.case.original.id, 3, ParagraphKind.FURNITURE)
    desk.services.open_comparisons(case)
    reader.send(f"/cases/{case}/tags", {"tags": "River, Traffic"})
    clock.move_on(days=1)
    monkeypatch.setattr("webapp.comparing.compare", None)
    answer = reader.send(f"/cases/{case}/copy")
    return case, answer.location.split("/")[2].partition("?")[0]


def test_copy_holds_what_the_case_held(each_desk, copied):
    desk, _reader = each_desk
    case, copy = (desk.services.open_case(each) for each in copied)

    assert copy.name == "Copy of Bridge"
    assert [each.sha256 for each in copy.articles] == [each.sha256 for each in case.articles]
    assert {each.id for each in copy.articles}.isdisjoint(each.id for each in case.articles)
    assert [tag.name for tag in copy.tags] == ["River", "Traffic"]
    for number in (1, 2):
        one, two = (desk.services.open_comparison(each, number) for each in copied)
        assert two.comparison == one.comparison
        assert two.review == one.review


def test_copy_lives_on_its_own(each_desk, copied):
    desk, reader = each_desk
    reader.delete_for_good(copied[0])

    assert desk.services.open_comparison(copied[1], 2).review.dismissals[0].reason == "Both are right."


def test_history_says_that_it_is_a_copy(each_desk, copied):
    _desk, reader = each_desk

    page = reader.open(f"/cases/{copied[1]}/history").text

    assert "This case was made as a copy of another one on 23 November 2026, 09:00 UTC." in page
    assert "as a copy" not in reader.open(f"/cases/{copied[0]}/history").text


def test_long_name_of_a_copy_fits(reader, services):
    case = reader.make_case(title="x" * 1000)

    copy = reader.send(f"/cases/{case}/copy").location.split("/")[2].partition("?")[0]

    assert len(services.open_case(copy).title) == 1000
