"""A text that is looked at several times in one request is read once, and forgotten with the request."""

from __future__ import annotations

from dataclasses import replace

import pytest

from webapp import reading
from webapp.records import GivenText

GIVEN = GivenText(content=b"The bridge was opened on Monday.")


def test_text_is_read_once_in_a_request(monkeypatch):
    with reading.reading_once():
        first = reading.read_given(GIVEN, "A")
        monkeypatch.setattr(reading, "make_document", None)

        assert reading.read_given(replace(GIVEN, is_reference=True), "B") == replace(first, id="B")


def test_other_description_is_read_anew():
    with reading.reading_once():
        titles = [reading.read_given(replace(GIVEN, title=title)).title for title in ("One", "Two", "One")]

    assert titles == ["One", "Two", "One"]


def test_text_is_forgotten_with_the_request(monkeypatch):
    with reading.reading_once():
        reading.read_given(GIVEN)
    monkeypatch.setattr(reading, "make_document", None)

    with pytest.raises(TypeError), reading.reading_once():
        reading.read_given(GIVEN)
