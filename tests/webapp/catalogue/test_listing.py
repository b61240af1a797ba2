"""The list: sorted, sieved, in pages, with several cases chosen at once."""

from __future__ import annotations

import pytest

from webapp.catalogue import finding
from webapp.catalogue.asking import read_asking

ORDERS = {
    "changed": ["Ébène", "Zebra", "apple"],
    "made": ["Zebra", "apple", "Ébène"],
    "name": ["apple", "Ébène", "Zebra"],
    "articles": ["apple", "Zebra", "Ébène"],
    "nonsense": ["Ébène", "Zebra", "apple"],
}


@pytest.fixture
def three(each_reader, clock):
    cases = []
    for title, articles in (("Ébène", 1), ("apple", 3), ("Zebra", 2)):
        clock.move_on(minutes=1)
        cases.append(each_reader.make_case(*(f"Story {number}." for number in range(articles)), title=title))
    clock.move_on(minutes=1)
    each_reader.send(f"/cases/{cases[0]}/rename", {"title": "Ébène"})
    return cases


def test_cases_stand_in_the_order_asked(each_reader, open_desk, three):
    desk = open_desk(each_reader)

    assert {order: desk.list_names(sort=order) for order in ORDERS} == ORDERS


def test_equal_cases_keep_one_order(reader, desk):
    for _ in range(5):
        reader.make_case(title="Same")

    ids = [[line.id for line in find(reader, order)] for order in ("name", "made", "articles") for _ in range(2)]

    assert ids[0] == ids[1] == sorted(ids[0])
    assert ids[2] == ids[3]
    assert ids[4] == ids[5]


def find(reader, order: str):
    catalogue = reader.client.application.extensions["copytrail"].catalogue
    return catalogue.finding.find(read_asking({"sort": order})).lines


def test_list_comes_in_pages(reader, desk, services, monkeypatch):
    monkeypatch.setattr(finding, "PAGE", 2)
    for number in range(5):
        reader.make_case(title=f"Case {number}")

    assert desk.list_names(sort="name", page="2") == ["Case 2", "Case 3"]
    assert desk.list_names(sort="name", page="99") == ["Case 4"]
    assert "Page 3 of 3" in desk.open(sort="name", page="3")
    assert "5 cases" in desk.open(page="-1")


def test_tag_sieves_the_list(each_reader, open_desk, three):
    each_reader.send(f"/cases/{three[1]}/tags", {"tags": "Fruit, Été"})
    desk = open_desk(each_reader)

    assert desk.list_names(tag="fruit") == ["apple"]
    assert desk.list_names(tag="ete") == ["apple"]
    assert desk.list_names(tag="none") == []
    assert "No case holds all of this." in desk.open(tag="none")


def test_several_cases_are_put_away_at_once(each_reader, open_desk, three):
    desk = open_desk(each_reader)

    answer = desk.act("archive", three[0], three[1], sort="name")

    assert answer.location == "/cases?sort=name&done=archived.2"
    assert "2 cases put into the archive." in each_reader.open(answer.location).text
    assert desk.list_names() == ["Zebra"]
    assert desk.list_names(**{"in": "archive", "sort": "name"}) == ["apple", "Ébène"]
    desk.act("back", *three)
    assert len(desk.list_names()) == 3


def test_several_cases_are_thrown_away_and_restored(each_reader, open_desk, three):
    desk = open_desk(each_reader)
    desk.act("archive", three[1])

    desk.act("trash", *three)
    thrown = desk.list_names(**{"in": "trash"})
    desk.act("restore", *three)

    assert sorted(thrown) == ["Zebra", "apple", "Ébène"]
    assert desk.list_names(sort="name") == ["Ébène", "Zebra"]
    assert desk.list_names(**{"in": "archive"}) == ["apple"]


def test_several_cases_get_tags_beside_their_own(reader, desk):
    one, two = reader.make_case(title="One"), reader.make_case(title="Two")
    reader.send(f"/cases/{one}/tags", {"tags": "old"})

    desk.act("tag", one, two, tags="New, old")

    assert len(desk.list_names(tag="new")) == 2
    assert len(desk.list_names(tag="old")) == 2


def test_refused_tags_keep_what_was_chosen(reader, desk):
    one, two = reader.make_case(title="One"), reader.make_case(title="Two")

    answer = desk.act("tag", one, tags="x" * 61)

    assert answer.status_code == 422
    assert "A tag has up to 60 characters" in answer.text
    assert "x" * 61 in answer.text
    assert f'value="{one}" aria-label="Choose One" checked' in answer.text
    assert f'value="{two}" aria-label="Choose Two">' in answer.text


@pytest.mark.parametrize("act", ["archive", "trash", "delete", "tag", "nonsense"])
def test_nothing_chosen_changes_nothing(reader, desk, act):
    reader.make_case(title="One")

    page = reader.open(desk.act(act).location).text

    assert "Nothing was chosen" in page
    assert desk.list_names() == ["One"]


def test_empty_places_say_so(desk):
    assert "No case yet." in desk.open()
    assert "Nothing is in the archive." in desk.open(**{"in": "archive"})
    assert "The trash is empty." in desk.open(**{"in": "trash"})
