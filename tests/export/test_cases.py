"""A whole case: one zip file with everything of it, one PDF with what stands over all articles in front."""

from __future__ import annotations

import csv
import gc
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.errors import BadExportOption
from copytrail.export import FORMATS, ExportOptions, Layout, Paper, Picture
from copytrail.model import Comparison
from copytrail.trail import trace
from tests.export.opened import read_pages


@cache
def bundled() -> tuple[Comparison, ...]:
    case = bundled_cases()[0]
    original = case.original.read()
    return trace([compare(original, each.read()) for each in case.derivatives])


def unpack(*comparisons: Comparison, **options) -> dict[str, bytes]:
    data = FORMATS["zip"].render(comparisons, ExportOptions(**options))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def opened() -> dict[str, bytes]:
    return unpack(*bundled())


def test_zip_holds_every_format_of_every_article(opened):
    for number, comparison in enumerate(bundled(), 1):
        for form in (each for name, each in FORMATS.items() if name != "zip"):
            assert opened[f"articles/article-{number:03d}{form.suffix}"] == form.render((comparison,))


def test_manifest_lists_every_other_file(opened):
    listed = json.loads(opened["manifest.json"])

    assert [each["name"] for each in listed["files"]] == [name for name in opened if name != "manifest.json"]
    for each in listed["files"]:
        assert each["sha256"] == hashlib.sha256(opened[each["name"]]).hexdigest()
        assert each["bytes"] == len(opened[each["name"]])


def test_index_links_every_other_file(opened):
    links = set(re.findall(r'href="([^"#]+)"', opened["index.html"].decode()))

    assert links == set(opened) - {"index.html"} - {"manifest.json"}


def test_every_date_in_the_zip_is_the_same():
    with zipfile.ZipFile(io.BytesIO(FORMATS["zip"].render(bundled()))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_titles_and_paths_name_no_file():
    one = compare(read_plain("A bridge.", title="x"), read_plain("A bridge.", title="../../etc/passwd", url="C:\\x"))

    names = set(unpack(one))

    assert all(re.fullmatch(r"(articles/)?[a-z]+(-\d{3})?\.[a-z]+", name) for name in names)


def test_grid_has_a_row_for_each_article_and_paragraph(opened):
    head, *rows = csv.reader(io.StringIO(opened["grid.csv"].decode()))

    assert head == ["article", "paragraph", "label", "percent", "used", "words"]
    assert {row[0] for row in rows} == {"1", "2", "3", "4"}
    assert len(rows) == 4 * len({row[1] for row in rows})


def test_ledgers_say_what_became_of_speech(opened):
    rows = list(csv.DictReader(io.StringIO(opened["ledgers.csv"].decode())))

    assert {"Figures and dates", "Names and titles"} <= {row["table"] for row in rows}
    assert {row["article"] for row in rows} == {"1", "2", "3", "4"}
    assert rows[0]["row"].split("“")[0] in opened["ledgers.html"].decode()


def test_formula_in_a_text_stays_text():
    texts = [read_plain(f"“=1+1 is the new bridge,” said Ann {name}. The bridge opened.") for name in ("Lee", "Ray")]

    rows = csv.reader(io.StringIO(unpack(compare(*texts))["ledgers.csv"].decode()))

    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_protecting_choices_leave_formats_out():
    files = unpack(*bundled()[:1], short_quotes=12)

    assert {name.rpartition(".")[2] for name in files if name.startswith("articles/")} == {
        form.suffix[1:] for name, form in FORMATS.items() if name != "zip" and "short_quotes" in form.honours
    }
    assert "ledgers.csv" not in files


def test_choices_of_looks_reach_those_that_have_any():
    files = unpack(*bundled()[:1], layout=Layout.TABLE, paper=Paper.LETTER)

    assert files["articles/article-001.csv"] == FORMATS["csv"].render(bundled()[:1])
    assert files["articles/article-001.docx"] == FORMATS["docx"].render(
        bundled()[:1], ExportOptions(layout=Layout.TABLE, paper=Paper.LETTER)
    )


def test_chosen_formats_alone_stand_in_the_zip():
    files = unpack(*bundled()[:1], formats=("docx", "json"))

    assert {name for name in files if name.startswith("articles/")} == {
        "articles/article-001.json",
        "articles/article-001.docx",
    }
    assert set(re.findall(r'href="(articles/[^"]+)"', files["index.html"].decode())) < set(files)


def test_trail_stands_beside_the_articles(opened):
    drawn = FORMATS["svg"].render(bundled(), ExportOptions(picture=Picture.TRAIL))

    assert opened["trail.svg"] == drawn
    assert opened["trail.png"] == FORMATS["png"].render(bundled(), ExportOptions(picture=Picture.TRAIL))
    assert "trail.svg" not in unpack(*bundled()[:2], formats=("md",))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"formats": ("docx", "odt")}, "A zip file holds .*; not odt."),
        ({"formats": ("zip",)}, "A zip file holds .*; not zip."),
        ({"formats": ("pdf", "json"), "short_quotes": 12}, "Not with what is to be left out: json."),
    ],
)
def test_formats_that_cannot_stand_in_it_are_refused(options, said):
    with pytest.raises(BadExportOption, match=said):
        unpack(*bundled()[:1], **options)


def test_zip_needs_few_comparisons_at_a_time():
    one, most = bundled()[0], []

    def count_living() -> int:
        return sum(isinstance(each, Comparison) and each.engine == "counted" for each in gc.get_objects())

    def make() -> Iterator[Comparison]:
        for number in range(20):
            most.append(count_living())
            yield replace(one, engine="counted", derivative=replace(one.derivative, id=f"article-{number}"))

    FORMATS["zip"].render(make(), ExportOptions(formats=("text",)))

    assert max(most) <= 13


def test_pages_of_a_case_begin_with_all_articles():
    data = FORMATS["pdf"].render(bundled())

    with pikepdf.open(io.BytesIO(data)) as pages, pages.open_metadata() as metadata, pages.open_outline() as outline:
        assert metadata["pdfuaid:part"] == "1"
        assert len(outline.root) == 5
        assert [each.title for each in outline.root[0].children] == [
            "Articles",
            "Where the texts come from",
            "Grid",
            "Ledgers over all articles",
        ]
    shown = re.sub(r"\s", "", read_pages(data))
    assert all(each.derivative.sha256 in shown for each in bundled())


def test_large_case_has_tables_for_some_articles_each():
    comparisons = tuple(
        replace(bundled()[0], derivative=replace(bundled()[0].derivative, id=f"article-{number}"))
        for number in range(8)
    )

    files = unpack(*comparisons, findings_only=True)

    assert "Grid, articles 1 to 6" in files["index.html"].decode()
    assert "Grid, articles 7 to 8" in files["index.html"].decode()


def test_too_many_articles_are_no_single_pdf():
    one = compare(read_plain("A bridge."), read_plain("A bridge."))

    with pytest.raises(BadExportOption, match="One PDF holds 40 articles at most; the zip file"):
        FORMATS["pdf"].render((one,) * 41)
