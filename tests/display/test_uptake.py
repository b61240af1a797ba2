"""What several articles took up of one release."""

from __future__ import annotations

import pytest

from copytrail.display.uptake import list_uptake
from copytrail.intake.from_plain import read_plain
from copytrail.model import Label
from copytrail.pipeline import compare

RELEASE = (
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "The bridge cost twelve million pounds and took three years to build, the department said.\n"
)
FIRST = "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n"


@pytest.fixture
def rows():
    original = read_plain(RELEASE)
    articles = (FIRST, RELEASE, "Quite another story about a quite different town.")
    return list_uptake(tuple(compare(original, read_plain(article)) for article in articles))


def test_each_paragraph_has_a_cell_for_each_article(rows):
    assert [row.number for row in rows] == [1, 2]
    assert all(len(row.cells) == 3 for row in rows)


def test_cells_say_what_was_used(rows):
    labels = [[cell.label for cell in row.cells] for row in rows]

    assert labels == [[Label.COPIED, Label.COPIED, Label.LEFT_OUT], [Label.LEFT_OUT, Label.COPIED, Label.LEFT_OUT]]


def test_used_cells_lead_to_a_match(rows):
    for row in rows:
        assert all(bool(cell.match) == (cell.label is not Label.LEFT_OUT) for cell in row.cells)


def test_every_word_is_counted_once(rows):
    assert [row.cells[1].words for row in rows] == [18, 15]
    assert all(cell.used <= cell.words for row in rows for cell in row.cells)


def test_opening_shows_hidden_signs_and_is_cut_at_a_word():
    original = read_plain("The safe\u202egnp.exe bridge " + "over the river " * 10)

    (row,) = list_uptake((compare(original, read_plain(FIRST)),))

    assert row.opening.startswith("The safeU+202Egnp.exe bridge over")
    assert row.opening.endswith(" …")
    assert len(row.opening) <= 82


def test_grid_of_no_article_is_empty():
    assert list_uptake(()) == ()
