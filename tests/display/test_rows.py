from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.display.pieces import Side, find_pieces
from copytrail.display.rows import RowKind, RowPlan
from copytrail.model import Comparison
from tests.display.texts import FIRST, NEW, SECOND, THIRD, compare_texts


def list_rows(comparison: Comparison, lead: Side = Side.DERIVATIVE) -> list[tuple[str, list[int], list[int]]]:
    rows = RowPlan(comparison, find_pieces(comparison), lead).rows()
    return [
        (row.kind.value, [c.paragraph.number for c in row.originals], [c.paragraph.number for c in row.derivatives])
        for row in rows
    ]


def test_paragraphs_stand_beside_their_source():
    comparison = compare_texts([FIRST, SECOND], [FIRST, SECOND])

    assert list_rows(comparison) == [("shared", [1], [1]), ("shared", [2], [2])]


def test_rows_follow_the_article_by_default():
    comparison = compare_texts([FIRST, SECOND], [SECOND, FIRST])

    assert list_rows(comparison) == [("shared", [2], [1]), ("shared", [1], [2])]
    assert list_rows(comparison, Side.ORIGINAL) == [("shared", [1], [2]), ("shared", [2], [1])]


def test_left_out_paragraph_stands_after_its_neighbour():
    comparison = compare_texts([FIRST, THIRD, SECOND], [FIRST, SECOND])

    assert list_rows(comparison)[1] == ("left_out", [2], [])


def test_added_paragraphs_share_one_row():
    comparison = compare_texts([FIRST, SECOND], [FIRST, NEW, "Fireworks lit the harbour afterwards, too.", SECOND])

    assert list_rows(comparison)[1] == ("added", [], [2, 3])


def test_paragraph_used_twice_is_whole_once():
    comparison = compare_texts([FIRST + " " + SECOND], [FIRST + " " + SECOND, NEW, SECOND])

    rows = RowPlan(comparison, find_pieces(comparison)).rows()
    cells = [cell for row in rows for cell in row.originals]

    assert [cell.full for cell in cells] == [True, False]
    assert "twelve million pounds" in cells[1].pieces[0].span.of(comparison.original.text)


def test_nothing_shared_keeps_both_texts():
    comparison = compare_texts([FIRST], [NEW])

    assert list_rows(comparison) == [("added", [], [1]), ("left_out", [1], [])]


PARAGRAPHS = st.lists(st.sampled_from([FIRST, SECOND, THIRD, NEW, "Advertisement", "Yes."]), min_size=1, max_size=7)


@pytest.mark.parametrize("lead", list(Side))
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_is_whole_exactly_once(lead, release, article):
    comparison = compare_texts(release, article)

    rows = RowPlan(comparison, find_pieces(comparison), lead).rows()
    whole = [(cell.side, cell.paragraph.number) for row in rows for cell in row.cells if cell.full]

    wanted = [(Side.ORIGINAL, p.number) for p in comparison.original.paragraphs]
    wanted += [(Side.DERIVATIVE, p.number) for p in comparison.derivative.paragraphs]
    assert sorted(whole) == sorted(wanted)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.kind is not RowKind.SHARED or (row.originals and row.derivatives) for row in rows)
