"""Workbooks, read by openpyxl."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import openpyxl

from copytrail.export import FORMATS
from copytrail.model import Comparison
from tests.display.texts import FIRST, NEW, SECOND, compare_texts

SMALL = compare_texts([FIRST, SECOND], [FIRST.replace("Monday", "Tuesday"), NEW])


def read_book(comparison: Comparison) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].render((comparison,))))


def read_rows(comparison: Comparison, sheet: str) -> list[dict[str, object]]:
    head, *rows = read_book(comparison)[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_each_kind_has_a_sheet():
    names = read_book(SMALL).sheetnames

    assert names[0] == "Findings"
    assert {"Passages", "Sentences", "Facts", "Sources"} <= set(names)


def test_sheets_hold_what_the_table_holds():
    table = list(csv.DictReader(io.StringIO(FORMATS["csv"].render((SMALL,)).decode("utf-8-sig"))))

    passages = [row for row in table if row["row"] == "passage"]
    found = read_rows(SMALL, "Passages")

    assert [(row["label"], row["start"]) for row in found] == [(row["label"], int(row["start"])) for row in passages]
    assert [row["derivative_words"] or "" for row in found] == [row["derivative_words"] for row in passages]


def test_formulas_and_links_stay_words():
    comparison = replace(SMALL, derivative=replace(SMALL.derivative, title="=1+1", url="https://example.org/a"))
    data = FORMATS["xlsx"].render((comparison,))

    values = {row["value"] for row in read_rows(comparison, "Sources")}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())

    assert {"'=1+1", "https://example.org/a"} <= values
    assert b"<f>" not in everything
    assert b"TargetMode" not in everything
