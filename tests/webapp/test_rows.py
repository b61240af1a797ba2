"""Rows that are written once for everybody say what they would say if they were written anew, and nothing of others."""

from __future__ import annotations

import re

import pytest

from copytrail.display.page import view_comparison
from copytrail.display.state import PageState
from tests.engine.correction_texts import ARTICLE, RELEASE, hold
from tests.webapp.sharing.conftest import Sharer
from tests.webapp.test_corrections import Card
from tests.webapp.test_notes import Pad
from webapp.contexts.rows import write_rows


def list_anchors(rows):
    return " ".join(row.anchor for row in rows)


def list_rows(page: str) -> list[str]:
    return re.findall(r'<div role="group" class="row [^"]*" id="row-\d+" aria-label="[^"]*"', page)


def test_row_with_the_detail_is_not_written():
    comparison = hold()
    focus = comparison.matches[0].id

    plain = write_rows(view_comparison(comparison, PageState()), list_anchors)
    opened = write_rows(view_comparison(comparison, PageState(focus=focus)), list_anchors)

    assert [run.rows for fold in plain.folds for run in fold.runs] == [()]
    (row,) = [row for fold in opened.folds for run in fold.runs for row in run.rows]
    assert row.focused
    assert not any(row.anchor in run.written.split() for fold in opened.folds for run in fold.runs)


def test_equal_texts_share_no_address(reader):
    first, second = (reader.make_case(ARTICLE) for _ in range(2))
    for case in (first, second):
        aside = {"side": "derivative", "paragraph": "2", "kind": "furniture"}
        reader.send(f"/cases/{case}/articles/1/paragraphs", aside, follow=False)
    pages = [reader.open(f"/cases/{case}/articles/1").text for case in (first, second, first)]

    assert "/paragraphs" in pages[0]
    assert [second in page for page in pages] == [False, True, False]
    assert [first in page for page in pages] == [True, False, True]


def test_correction_is_on_the_page_at_once(reader):
    card = Card(reader, reader.compare(RELEASE, ARTICLE).location)
    before = card.open()

    card.correct("The new bridge", "label:paraphrased")
    after = card.open()
    card.move("undo")
    undone = card.open()

    assert "By hand 1" not in before
    assert "By hand 1" in after
    assert list_rows(undone) == list_rows(before) != list_rows(after)


def test_note_is_on_the_page_at_once(reader):
    pad = Pad(reader, reader.compare(RELEASE, ARTICLE).location)
    before = pad.open()

    pad.write("Who says so?")

    assert "note-mark" not in before
    assert 'id="note-1"' in pad.open()


@pytest.mark.parametrize("reasons", ["", "on"])
def test_link_shows_notes_only_where_it_may(reader, app, reasons):
    pad = Pad(reader, reader.compare(RELEASE, ARTICLE).location)
    pad.write("Who says so?")
    link = Sharer(reader, pad.case).make("article-1", **({"reasons": reasons} if reasons else {}))
    pad.open()

    page = app.test_client(use_cookies=False).get(link).text

    assert ("note-mark" in page) is bool(reasons)
    assert "note-mark" in pad.open()
