"""A newer engine makes comparisons anew: what changed is shown, and the former result is kept for a while."""

from __future__ import annotations

import re
from html import unescape

import pytest
from sqlalchemy import text

from tests.engine.correction_texts import ARTICLE, RELEASE
from tests.webapp.test_history import read_lines
from tests.webapp.test_notes import Pad


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def pad(reader, services) -> Pad:
    """A comparison that was made by an older engine, which took everything copied for paraphrased."""
    pad = Pad(reader, reader.compare(RELEASE, ARTICLE).location)
    pad.write("Who says so?")
    pad.correct("It cost", "unpair", reason="Elsewhere.")
    with services.database.writing() as connection:
        data = connection.execute(text("SELECT data FROM comparisons")).scalar()
        older = re.sub(r'"label":"copied","score":[0-9.]+', '"label":"paraphrased","score":0.8', data)
        findings = re.sub(r'("findings":)\[.*?\],("unplaced")', r"\1[],\2", older)
        assert older != data
        assert findings != older
        connection.execute(text("UPDATE comparisons SET data = :d, engine = '0.0.9'"), {"d": findings})
    return pad


def look(pad: Pad) -> str:
    return unescape(pad.reader.open(f"{pad.address}/changes").text)


def test_page_says_that_it_was_made_anew(pad):
    page = pad.open()

    assert "Made by Copytrail 0.0.9 on 22 November 2026, 09:00 UTC, compared anew on" in page
    assert f'href="{pad.address}/changes"' in page


def test_changes_show_labels_findings_and_shares(pad):
    pad.open()
    page = look(pad)

    assert "paraphrased became copied" in page
    assert "“The new bridge over the river opened" in page
    assert re.search(r"New findings · [1-9]", page)
    assert "Findings that are gone · 0" in page
    assert re.search(r'<th scope="row">copied</th><td>0% [^<]*</td><td>[1-9]', page)


def test_reviews_and_notes_stay(pad):
    page = pad.open()

    assert "Corrected by hand · 1" in page
    assert "Notes · 1" in page
    assert "added, by hand" in page
    assert "It cost" not in look(pad).partition("Passages with another label")[2]


def test_former_result_is_kept_until_told(pad, reader, clock):
    pad.open()
    clock.move_on(days=89)
    assert "See what changed" in pad.open()

    reader.send(f"{pad.address}/changes", {})

    assert "See what changed" not in pad.open()
    assert "This comparison was not made anew." in look(pad)
    assert "New result kept" in read_lines(reader, pad.case)[0]
    assert any("Compared anew by Copytrail" in line for line in read_lines(reader, pad.case))


def test_former_result_is_forgotten_after_months(pad, clock):
    pad.open()
    clock.move_on(days=91)

    assert "See what changed" not in pad.open()


def test_changed_texts_are_no_new_engine(pad, reader):
    pad.open()
    reader.send(f"{pad.address}/changes", {})

    reader.send(f"{pad.address}/paragraphs", {"side": "derivative", "paragraph": "4", "kind": "furniture"})

    assert "See what changed" not in pad.open()


def test_other_thresholds_are_told_like_an_engine(pad, reader, services):
    pad.open()
    reader.send(f"{pad.address}/changes", {})
    with services.database.writing() as connection:
        data = connection.execute(text("SELECT data FROM comparisons")).scalar()
        other = data.replace('"verbatim_words":6', '"verbatim_words":7')
        assert other != data
        connection.execute(text("UPDATE comparisons SET data = :d, inputs = 'other'"), {"d": other})

    assert "See what changed" in pad.open()


def test_former_result_that_cannot_be_read_is_said(pad, services):
    pad.open()
    with services.database.writing() as connection:
        connection.execute(text("UPDATE former_comparisons SET data = '{}'"))

    assert "cannot be read any more" in look(pad)
