"""The table for spreadsheets."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from copytrail import compare, read_plain
from copytrail.errors import BadExportOption
from copytrail.export import FORMATS, ExportOptions, Rows, csv_cells, to_csv
from copytrail.model import Finding, Span
from copytrail.passages import tile_derivative, tile_original
from tests.display.ledger_texts import add_changes, compare_ledgers

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
    assert csv_cells.disarm(f"{sign}1") == f"'{sign}1"


def test_no_cell_is_a_live_formula():
    rows = read_rows(to_csv.render((make_comparison(),)))

    assert any(cell.startswith("'=SUM") for row in rows for cell in row.values())
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_mark_of_encoding_comes_on_request():
    comparison = make_comparison()

    plain, marked = (FORMATS["csv"].render((comparison,), ExportOptions(bom=wanted)) for wanted in (False, True))

    assert plain.startswith(b"comparison,")
    assert marked == b"\xef\xbb\xbf" + plain


def read_only(rows, **options):
    options = ExportOptions(rows=rows, **options)
    return read_rows(FORMATS["csv"].render((compare_ledgers(),), options))


@pytest.mark.parametrize(
    ("rows", "kind"), [(Rows.FINDINGS, "finding"), (Rows.SENTENCES, "sentence"), (Rows.QUOTATIONS, "speech")]
)
def test_rows_of_one_kind_are_those_of_the_whole(rows, kind):
    chosen, whole = read_only(rows), read_kind(compare_ledgers(), kind)

    assert chosen
    assert [{name: row[name] for name in chosen[0] if name in row} for row in whole] == [
        {name: row[name] for name in row if name in whole[0]} for row in chosen
    ]


@pytest.mark.parametrize(("rows", "kinds"), [(Rows.FIGURES, {"figure", "date"}), (Rows.NAMES, {"name", "title"})])
def test_facts_are_parted_by_kind(rows, kinds):
    whole = [row["value"] for row in read_kind(compare_ledgers(), "fact") if row["kind"] in kinds]

    assert [row["value"] for row in read_only(rows)] == whole


@pytest.mark.parametrize("rows", [rows for rows in Rows if rows is not Rows.ALL])
def test_rows_of_one_kind_tell_where_they_come_from(rows):
    row = read_only(rows, made=date(2026, 11, 23))[0]

    assert row["engine"] == compare_ledgers().engine
    assert "verbatim_words 6" in row["thresholds"]
    assert row["exported"] == "2026-11-23"


def test_columns_of_one_kind_stand_without_rows():
    bare = FORMATS["csv"].render((make_comparison(),), ExportOptions(rows=Rows.QUOTATIONS)).decode()

    assert bare.startswith("comparison,side,paragraph,")
    assert bare.count("\r\n") == 1


def test_rows_that_short_quotes_leave_out_are_refused():
    with pytest.raises(BadExportOption, match="a table has no rows of sentences"):
        ExportOptions(rows=Rows.SENTENCES, short_quotes=12)


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


def read_kind(comparison, kind):
    return [row for row in read_rows(to_csv.render((comparison,))) if row["row"] == kind]


def test_each_quotation_has_a_row_with_both_speakers():
    first, *_, last = read_kind(compare_ledgers(), "speech")

    assert (first["outcome"], first["wording"]) == ("wrong_speaker", "same")
    assert (first["original_speaker"], first["derivative_speaker"]) == ("Anna Berg", "Carl Lund")
    assert (first["original_cue"], first["derivative_cue"]) == ("said", "said")
    assert (last["side"], last["outcome"], last["derivative_words"]) == ("original", "not_used", "")


def test_each_fact_has_a_row_with_its_value():
    comparison = compare_ledgers()

    rows = read_kind(comparison, "fact")

    assert len(rows) == len(comparison.facts)
    changed = next(row for row in rows if row["outcome"] == "changed")
    assert (changed["kind"], changed["value"]) == ("figure", "14 month")
    assert (changed["original_words"], changed["derivative_words"]) == ("14 months", "15 months")
    assert (changed["paragraph"], changed["other_paragraph"]) == ("1", "1")


def test_additions_and_omissions_have_rows_of_their_own():
    comparison = add_changes(compare_ledgers(), also_in=("article-2", "article-4"))

    (added,) = read_kind(comparison, "addition")
    (lost,) = read_kind(comparison, "omission")

    assert (added["side"], added["kind"], added["also_in"]) == ("derivative", "unattributed", "article-2; article-4")
    assert (lost["side"], lost["rank"], lost["lost"]) == ("original", "1", "caveat; topic")
    assert lost["original_words"].startswith("The works may be delayed")


def test_each_sentence_has_a_row_with_its_matches():
    comparison = compare_ledgers()

    rows = read_kind(comparison, "sentence")

    assert [row["derivative_words"] for row in rows] == [
        sentence.of(comparison.derivative.text)
        for paragraph in comparison.derivative.paragraphs
        for sentence in paragraph.sentences
    ]
    assert (rows[0]["match"], rows[0]["label"], rows[0]["shares"]) == ("m1", "edited", "edited 1.000")
    assert (rows[-1]["match"], rows[-1]["label"]) == ("", "added")


def test_ledger_cells_are_disarmed():
    hostile = compare_ledgers(article=("“=SUM(1;2) is what the people of the harbour say,” said Dora Falk.",))

    words = [row["derivative_words"] for row in read_kind(hostile, "speech") if row["derivative_words"]]

    assert words[0].startswith("'=SUM")
