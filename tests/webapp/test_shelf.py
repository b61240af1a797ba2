"""What is kept in memory is what would be made anew."""

from __future__ import annotations

import re

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.shelf import Shelf
from webapp.views import comparison


def test_value_unused_for_longest_goes_first():
    shelf = Shelf(2)
    for key in ("a", "b", "a", "c"):
        shelf.fetch(key, lambda: "old")

    assert [shelf.fetch(key, lambda: "new") for key in ("a", "c", "b")] == ["old", "old", "new"]


def open_page(reader, address):
    """The page without what is new in its forms each second."""
    return re.sub(r'name="(key|csrf_token)" value="[^"]*"', "", reader.open(address).text)


def test_page_opened_twice_is_made_once(reader, monkeypatch):
    address = reader.compare().location
    first = open_page(reader, address)
    monkeypatch.setattr(comparison, "view_comparison", None)

    assert open_page(reader, address) == first


def test_page_follows_what_is_set_aside(reader):
    address = reader.compare().location
    before = open_page(reader, address)

    for kind in ("furniture", "body"):
        reader.send(address + "/paragraphs", {"side": "derivative", "paragraph": "3", "kind": kind})
        assert (open_page(reader, address) == before) is (kind == "body")


def test_deleted_texts_leave_the_memory(reader, app):
    case = reader.make_case()
    reader.open(f"/cases/{case}/articles/1")
    shelf = app.extensions["copytrail"].shelf
    assert shelf._values

    reader.delete_for_good(case)

    assert not shelf._values


def test_long_texts_are_not_kept_in_memory(reader, app, monkeypatch):
    monkeypatch.setattr(comparison, "LARGEST_KEPT", len(RELEASE + ARTICLE) - 10)

    reader.open(reader.compare().location)

    assert not app.extensions["copytrail"].shelf._values


def test_heavy_values_leave_for_heavy_ones():
    shelf = Shelf(9, weigh=len, most=10)
    for word in ("aaaa", "bbbb", "aaaa", "cccccc", "dd"):
        shelf.put(word, word)

    assert [bool(shelf.find(word)) for word in ("aaaa", "bbbb", "cccccc", "dd")] == [False, False, True, True]


def test_value_too_heavy_is_not_kept():
    shelf = Shelf(9, weigh=len, most=10)

    assert shelf.put("b", "b" * 11) == "b" * 11
    assert len(shelf) == 0
    assert shelf.put("a", "a" * 10) == shelf.find("a")
