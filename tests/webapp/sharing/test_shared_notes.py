"""Notes behind a link: read where reasons may be told, with names only where those may, and never written."""

from __future__ import annotations

import pytest


@pytest.fixture
def noted(sharer, monkeypatch):
    """A case with a note on the whole of its first comparison and one on a passage."""
    monkeypatch.setattr("webapp.views.notes.find_person", lambda: "Ada Lovelace")
    address = f"/cases/{sharer.case}/articles/1/notes"
    sharer.reader.send(address, {"on": "whole", "text": "Ask the harbour office."})
    sharer.reader.send(address, {"on": "passage", "focus": "m1", "text": "Half of what?"})
    return sharer


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("reasons", [True, False])
def test_notes_need_leave_to_be_read(noted, holder, names, reasons):
    link = noted.make(**{**({"names": "on"} if names else {}), **({"reasons": "on"} if reasons else {})})

    pages = [holder.get(f"{link}{query}").text for query in ("", "?focus=m1", "?view=report")]

    assert all(("Ask the harbour office." in page) is reasons for page in pages)
    assert ("Half of what?" in pages[1]) is reasons
    assert all(("Ada Lovelace" in page) is (names and reasons) for page in (pages[1], pages[2]))


def test_shared_notes_take_no_answer(noted, holder):
    link = noted.make(reasons="on", names="on")

    page = holder.get(f"{link}?focus=m1").text

    assert "Half of what?" in page
    assert "<textarea" not in page
    assert 'method="post"' not in page
