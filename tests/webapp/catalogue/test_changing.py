"""Several things of a case changed at once, on both databases."""

from __future__ import annotations

import pytest

from copytrail.errors import CopytrailError
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import create_app
from webapp.catalogue.changing import CaseChanges
from webapp.catalogue.lines import Tag
from webapp.faults import UnknownArticle
from webapp.records import GivenText


@pytest.fixture
def desk(each_database):
    app = create_app(each_database)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    yield desk
    desk.services.database.close()


@pytest.fixture
def case(desk):
    return desk.services.create_case(
        "Bridge", GivenText(content=RELEASE.encode()), (GivenText(content=ARTICLE.encode()),) * 2
    )


def test_all_that_is_named_changes(desk, case):
    order = tuple(article.id for article in reversed(case.articles))
    changes = CaseChanges(title="Other", tags=(Tag("iraq", "Iraq"),), is_archived=True, order=order)

    changed = desk.catalogue.changing.change(case.id, changes, check=lambda _case: None, person="Ada")

    assert (changed.title, changed.is_archived) == ("Other", True)
    assert [tag.name for tag in changed.tags] == ["Iraq"]
    assert tuple(article.id for article in changed.articles) == order
    assert desk.services.open_case(case.id) == changed


def test_nothing_changes_where_the_order_is_wrong(desk, case):
    changes = CaseChanges(title="Other", tags=(Tag("iraq", "Iraq"),), is_archived=True, order=(case.articles[0].id,))

    with pytest.raises(UnknownArticle):
        desk.catalogue.changing.change(case.id, changes, check=lambda _case: None)

    assert desk.services.open_case(case.id) == case


def test_nothing_changes_where_the_check_refuses(desk, case):
    def refuse(stands):
        assert stands == case
        raise CopytrailError

    with pytest.raises(CopytrailError):
        desk.catalogue.changing.change(case.id, CaseChanges(title="Other"), check=refuse)

    assert desk.services.open_case(case.id) == case
