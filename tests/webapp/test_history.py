"""The history of a case: who did what and when, the newest first."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.engine.correction_texts import ARTICLE, RELEASE
from tests.webapp.test_corrections import Card
from webapp.contexts.history import EVENTS_SHOWN


@pytest.fixture
def card(reader) -> Card:
    return Card(reader, reader.compare(RELEASE, ARTICLE, article_1_title="A <new> bridge").location)


def read_lines(reader, case: str, query: str = "") -> list[str]:
    page = unescape(reader.open(f"/cases/{case}/history{query}").text)
    rows = re.findall(r"<tr>(.*?)</tr>", page.partition("<tbody>")[2], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]


def test_newest_deed_stands_first(card, reader, clock):
    clock.move_on(minutes=1)
    card.correct("The new bridge", "label:edited", reason="Read aloud.")
    clock.move_on(minutes=1)
    card.move("undo")
    clock.move_on(minutes=1)
    card.move("redo")

    lines = read_lines(reader, card.case)

    assert [re.search(r"by hand ([A-Z][a-z]+(?: [a-z]+)?)", line)[1] for line in lines] == [
        "Done again",
        "Undone",
        "Corrected",
        "Article added",
        "Release added",
    ]
    assert "22 November 2026, 09:01 UTC" in lines[2]
    assert "Label set to “lightly edited” · “The new bridge" in lines[2]
    assert "because: Read aloud." in lines[2]


def test_history_leads_to_its_article(card, reader):
    page = reader.open(f"/cases/{card.case}/history").text

    assert f'href="/cases/{card.case}/articles/1"' in page
    assert "A &lt;new&gt; bridge" in page
    assert f'href="/cases/{card.case}/history"' in reader.open(f"/cases/{card.case}").text


def test_dismissed_findings_are_told(card, reader):
    page, fields = card.read("The bridge will")
    claim = re.search(r'name="claim" value="(\w{32})"', page)[1]
    reader.send(f"{card.address}/findings/dismiss", {**fields, "claim": claim, "reason": "Both said so."})

    assert any(
        "Finding dismissed quotation given to another speaker" in line and "because: Both said so." in line
        for line in read_lines(reader, card.case)
    )


def test_long_history_is_paged(card, reader, app, services):
    correcting = app.extensions["copytrail"].correcting
    card.correct("The new bridge", "label:edited")
    for _ in range(EVENTS_SHOWN - 1):
        record = services.open_comparison(card.case, 1)
        move = correcting.undo if record.acts.undoable else correcting.redo
        move(record, seen=record.seen)

    assert len(read_lines(reader, card.case)) == EVENTS_SHOWN
    assert len(read_lines(reader, card.case, "?page=2")) == 2
    assert read_lines(reader, card.case, "?page=99") == read_lines(reader, card.case, "?page=2")
    assert read_lines(reader, card.case, "?page=x") == read_lines(reader, card.case)


def test_history_of_no_case_is_not_found(reader):
    assert reader.open("/cases/nothing/history").status_code == 404


def test_history_tells_what_became_of_texts_and_notes(card, reader, services):
    article = services.open_case(card.case).articles[0].id
    reader.send(f"/cases/{card.case}/rename", {"title": "Another name"})
    reader.send(f"/cases/{card.case}/documents/{article}/describe", {"document-1-title": "A secret title"})
    reader.send(f"{card.address}/notes", {"on": "whole", "text": "A secret thought.", "back": "notes"})
    told = " ".join(read_lines(reader, card.case))
    reader.send(f"/cases/{card.case}/documents/{article}/delete")
    after = " ".join(read_lines(reader, card.case))

    assert "Case renamed" in told
    assert "Details changed title" in told
    assert "Note written on the whole comparison" in told
    assert "secret thought" not in told
    assert "Text deleted An article was deleted." in after
    assert "Note written" not in after
    assert "secret" not in after


def test_restored_finding_is_told_without_its_reason(card, reader):
    page, fields = card.read("The bridge will")
    claim = re.search(r'name="claim" value="(\w{32})"', page)[1]
    reader.send(f"{card.address}/findings/dismiss", {**fields, "claim": claim, "reason": "Both said so."})
    reader.send(f"{card.address}/findings/restore", {**fields, "claim": claim})

    lines = read_lines(reader, card.case)

    assert "Finding restored quotation given to another speaker" in lines[0]
    assert any("Finding dismissed" in line for line in lines)
    assert not any("Both said so" in line for line in lines)


def test_correction_is_dropped_by_itself(card, reader):
    card.correct("The new bridge", "label:edited")
    card.correct("It cost", "unpair")
    page, fields = card.read("The new bridge")
    claim = re.search(r'name="claim" value="(\w{32})">', page.partition('id="review-drop-1"')[2])[1]

    answer = reader.send(f"{card.address}/corrections/drop", {**fields, "claim": claim})

    assert answer.status_code == 303
    page = card.open()
    assert "Corrected by hand · 1" in page
    assert "Undo: Dropped: Label set to “lightly edited”" in page
    assert "Correction dropped" in read_lines(reader, card.case)[0]
    card.move("undo")
    assert "Corrected by hand · 2" in card.open()


def test_history_names_who_did_it(reader, monkeypatch):
    for page in ("cases", "corrections", "comparison"):
        monkeypatch.setattr(f"webapp.views.{page}.find_person", lambda: "Ada Lovelace")
    card = Card(reader, reader.compare(RELEASE, ARTICLE).location)

    card.correct("The new bridge", "label:edited")
    reader.send(f"{card.address}/paragraphs", {"side": "derivative", "paragraph": "4", "kind": "furniture"})
    lines = read_lines(reader, card.case)

    assert len(lines) == 4
    assert all("Ada Lovelace" in line for line in lines)
    assert "by hand" not in " ".join(lines).replace("by hand, ", "")
