"""The table for spreadsheets."""

import csv
import io
from dataclasses import replace

import pytest

from copytrail import compare, read_plain
from copytrail.export import to_csv
from copytrail.model import Finding, Span
from copytrail.passages import tile_derivative, tile_original

ORIGINAL = (
    "The bridge was opened by the minister on Monday.\n\nIt cost eight million pounds and took four years to build."
)
DERIVATIVE = "=SUM(1;2) said a man who likes sheets of numbers.\n\nThe bridge was opened by the minister on Monday."


def read_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def make_comparison():
    return compare(read_plain(ORIGINAL), read_plain(DERIVATIVE))


def add_finding(comparison, derivative, original):
    finding = Finding(
        kind="changed_date", derivative=derivative, original=original, expected="=Monday", found="Sunday", why="It is."
    )
    return replace(comparison, findings=(finding,))


def test_each_passage_has_one_row():
    comparison = make_comparison()

    rows = [row for row in read_rows(to_csv.render((comparison,))) if row["row"] == "passage"]

    assert len(rows) == len(tile_original(comparison)) + len(tile_derivative(comparison))
    assert {row["side"] for row in rows} == {"original", "derivative"}


def test_copied_row_gives_both_wordings():
    rows = read_rows(to_csv.render((make_comparison(),)))

    copied = next(row for row in rows if row["side"] == "derivative" and row["label"] == "copied")

    assert copied["original_words"].startswith("The bridge was opened by the minister")
    assert copied["derivative_words"].startswith("The bridge was opened by the minister")
    assert copied["paragraph"] == "2"
    assert copied["why"]


def test_several_comparisons_are_numbered():
    rows = read_rows(to_csv.render((make_comparison(), make_comparison())))

    assert {row["comparison"] for row in rows} == {"1", "2"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_formula_signs_are_disarmed(sign):
    assert to_csv.disarm(f"{sign}1") == f"'{sign}1"


def test_no_cell_is_a_live_formula():
    rows = read_rows(to_csv.render((make_comparison(),)))

    assert any(cell.startswith("'=SUM") for row in rows for cell in row.values())
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_spreadsheets_recognise_the_encoding():
    assert to_csv.render((make_comparison(),)).startswith(b"\xef\xbb\xbf")


def test_each_finding_has_a_row_with_both_places():
    comparison = add_finding(make_comparison(), Span(0, 11), Span(52, 54))

    rows = [row for row in read_rows(to_csv.render((comparison,))) if row["row"] == "finding"]

    (row,) = rows
    assert (row["finding"], row["side"], row["paragraph"], row["other_paragraph"]) == (
        "changed_date",
        "derivative",
        "1",
        "2",
    )
    assert row["derivative_words"] == "'=SUM(1;2) s"
    assert (row["expected"], row["found"], row["why"]) == ("'=Monday", "Sunday", "It is.")


def test_finding_in_the_original_alone_stands_on_its_side():
    comparison = add_finding(make_comparison(), None, Span(4, 10))

    row = read_rows(to_csv.render((comparison,)))[0]

    assert (row["side"], row["original_words"], row["derivative_words"]) == ("original", "bridge", "")
