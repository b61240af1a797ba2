"""Whatever is done to a case leaves a line in its history, with the name of who did it."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from tests.webapp.people.conftest import Visitor, let_in, make_person
from tests.webapp.test_history import read_lines
from webapp import create_app

KEY = "a-key-that-is-used-once"
LINK = ("shares", {"what": "case", "until": "7", "key": KEY})
TAGS = ("tags", {"tags": "River, Traffic"})
DAY = ("retention", {"delete_on": "2027-05-03"})
MORE = {"article-1-text": "The ferry is gone, and nobody misses it.", "action": "compare"}
LEFT = {
    "link": ([LINK], "Link made to the whole case, until 29 November 2026, 09:00 UTC"),
    "link-to-article": (
        [("shares", {"what": "article-1", "until": "revoked", "key": KEY})],
        "Link made to this article, until it is revoked A first story",
    ),
    "link-extended": (
        [LINK, ("shares/{share}/extend", {"until": "revoked"})],
        "End of a link changed to the whole case, until it is revoked",
    ),
    "link-revoked": ([LINK, ("shares/{share}/revoke", {})], "Link revoked"),
    "day-set": ([DAY], "Day of deletion set 3 May 2027"),
    "day-cleared": ([DAY, ("retention", {"delete_on": ""})], "Day of deletion cleared"),
    "archived": ([("archive", {})], "Case archived"),
    "archived-with-others": ([("/cases/several", {"act": "archive", "case": "{case}"})], "Case archived"),
    "brought-back": ([("archive", {}), ("unarchive", {})], "Case brought back from the archive"),
    "restored": ([("delete", {}), ("restore", {})], "Case restored from the trash"),
    "tagged": ([TAGS], "Tags changed 2 added"),
    "tagged-with-others": (
        [("/cases/several", {"act": "tag", "tags": "River", "case": "{case}"})],
        "Tags changed 1 added",
    ),
    "tag-renamed": (
        [TAGS, ("/tags/rename", {"key": "river", "name": "Water"})],
        "Tags changed 1 added, 1 taken off",
    ),
    "tag-removed": ([TAGS, ("/tags/remove", {"key": "river"})], "Tags changed 1 taken off"),
    "renamed": ([("rename", {"title": "Another name"})], "Case renamed"),
    "moved": (
        [("order", {"move": "{first}.down"})],
        "Order of the articles changed from place 1 to 2 A first story",
    ),
    "arranged": (
        [("order", {"article": ["{second}", "{first}"], "seen": "{first} {second}"})],
        "Order of the articles changed",
    ),
    "shown-to-all": (
        [("access", {"visibility": "all", "owner": "{ada}"})],
        "Who may see the case changed everybody with an account here",
    ),
    "handed-over": (
        [("access", {"visibility": "all", "owner": "{ben}"})],
        "Who may see the case changed everybody with an account here · handed over",
    ),
    "article-added": ([("articles", MORE)], "Article added 8 words"),
    "article-removed": ([("documents/{first}/delete", {})], "Text deleted An article was deleted."),
    "described": ([("documents/{first}/describe", {"document-1-title": "Other"})], "Details changed title"),
}


@pytest.fixture
def people(app):
    desk = app.extensions["copytrail"]
    return {name: make_person(desk, name.title(), "admin") for name in ("ada", "ben")}


@pytest.fixture
def ada(app, people) -> Visitor:
    return let_in(app, people["ada"])


@pytest.fixture
def case(ada) -> str:
    return ada.make_case(ARTICLE, RELEASE, article_1_title="A first story")


def act(ada, services, people, case: str, steps) -> None:
    """Send forms of a case; what stands in braces in them is an id."""
    for path, fields in steps:
        shares = re.findall(r"/shares/([\w-]+)/revoke", ada.open(f"/cases/{case}/shares").text)
        listed = ada.open(f"/cases/{case}").status_code == 200
        articles = [each.id for each in services.open_case(case).articles] if listed else ["", ""]
        ids = {name: person.id for name, person in people.items()}
        ids |= {"case": case, "share": shares[0] if shares else "", "first": articles[0], "second": articles[1]}
        filled = {
            name: [each.format(**ids) for each in value] if isinstance(value, list) else value.format(**ids)
            for name, value in fields.items()
        }
        address = path if path.startswith("/") else f"/cases/{case}/{path.format(**ids)}"
        assert ada.send(address, filled).status_code == 303


@pytest.mark.parametrize("kind", LEFT)
def test_every_deed_leaves_a_line(ada, services, people, case, kind):
    steps, line = LEFT[kind]

    act(ada, services, people, case, steps)

    assert f"Ada {line}" in read_lines(ada, case)[0]


def test_case_from_the_trash_tells_both_ways(ada, services, people, case):
    act(ada, services, people, case, [("delete", {}), ("restore", {})])

    assert ["Ada Case moved to the trash" in line for line in read_lines(ada, case)[:3]] == [False, True, False]


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param([TAGS, TAGS], id="tags"),
        pytest.param([DAY, DAY], id="day"),
        pytest.param([("archive", {}), ("archive", {})], id="archive"),
        pytest.param([LINK, LINK], id="link"),
        pytest.param([("order", {"move": "{first}.down"}), ("order", {"move": "{second}.down"})], id="order"),
    ],
)
def test_same_deed_again_leaves_none(ada, services, people, case, steps):
    before = len(read_lines(ada, case))

    act(ada, services, people, case, steps)

    assert len(read_lines(ada, case)) == before + 1


def test_cases_of_somebody_who_left_tell_it(ada, services, people, case):
    act(ada, services, people, case, [("access", {"visibility": "all", "owner": "{ben}"})])
    ada.send(f"/people/{people['ben'].id}/end")
    ada.send(f"/people/{people['ben'].id}/hand-over", {"heir": people["ada"].id})

    assert "Ada Who may see the case changed handed over" in read_lines(ada, case)[0]


def test_each_database_keeps_them_in_order(each_database, clock):
    app = create_app(each_database, clock=clock)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    people = {"ada": make_person(desk, "Ada", "admin"), "ben": make_person(desk, "Ben", "member")}
    ada = let_in(app, people["ada"])
    case = ada.make_case(ARTICLE, RELEASE)
    steps = [
        LINK,
        ("shares/{share}/revoke", {}),
        DAY,
        TAGS,
        ("order", {"move": "{first}.down"}),
        ("archive", {}),
        ("delete", {}),
        ("restore", {}),
        ("access", {"visibility": "all", "owner": "{ben}"}),
    ]

    act(ada, desk.services, people, case, steps)

    told = [line.split(" Ada ")[1] for line in reversed(read_lines(ada, case))][3:]
    assert [" ".join(line.split()[:2]) for line in told] == [
        "Link made",
        "Link revoked",
        "Day of",
        "Tags changed",
        "Order of",
        "Case archived",
        "Case moved",
        "Case restored",
        "Who may",
    ]
    desk.services.database.close()
