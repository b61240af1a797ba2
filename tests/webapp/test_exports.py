"""Files to take away."""

from __future__ import annotations

import json

import pytest

from copytrail.export import FORMATS, ExportOptions
from copytrail.files import digest
from copytrail.intake.from_plain import read_plain
from copytrail.pipeline import compare
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.examples import open_example
from webapp.views.exports import name_file


@pytest.mark.parametrize("name", list(FORMATS))
def test_export_is_what_the_engine_renders(reader, name):
    case = reader.make_case()
    original, derivative = (
        read_plain(text, id=name, sha256=digest(text.encode()))
        for text, name in ((RELEASE, "original"), (ARTICLE, "article-1"))
    )

    answer = reader.open(f"/cases/{case}/articles/1/export/{name}")

    assert answer.data == FORMATS[name].render((compare(original, derivative),))
    assert answer.content_type == FORMATS[name].media_type


def test_bundled_case_exports_as_its_files_do(reader, services, seeds):
    case = open_example(services)
    original = read_plain((seeds / "original.txt").read_bytes(), id="original", **describe(case.original))
    derivative = read_plain((seeds / "article-1.txt").read_bytes(), id="article-1", **describe(case.articles[0]))

    answer = reader.open(f"/cases/{case.id}/articles/1/export/json")

    assert answer.data == FORMATS["json"].render((compare(original, derivative),))


def describe(record):
    names = ("title", "publisher", "url", "published", "language", "sha256")
    return {name: getattr(record, name) for name in names}


def test_file_name_is_safe_everywhere(reader):
    case = reader.make_case(title='The "bridge"; /etc/passwd\r\nX: y')

    header = reader.open(f"/cases/{case}/articles/1/export/json").headers["Content-Disposition"]

    assert header == 'attachment; filename="copytrail-article-1-of-the-bridge-etc-passwd-x-y.json"'


def test_name_without_latin_letters_still_names_a_file():
    assert name_file("القصة", ".csv") == "copytrail.csv"


def test_whole_case_exports_as_a_list(reader):
    case = reader.make_case(ARTICLE, "Another story about the bridge.")

    data = json.loads(reader.open(f"/cases/{case}/export/json").data)

    assert [each["derivative"]["id"] for each in data] == ["article-1", "article-2"]


def test_unknown_format_is_not_found(reader):
    assert reader.open(f"/cases/{reader.make_case()}/articles/1/export/odt").status_code == 404


def test_export_is_the_same_after_the_clock_moved(reader, clock):
    address = f"/cases/{reader.make_case()}/articles/1/export/html"

    before = reader.open(address).data
    clock.move_on(days=3)

    assert reader.open(address).data == before


def test_choices_stand_in_the_address_of_the_file(reader):
    case = reader.make_case()

    page = reader.open(f"/cases/{case}/articles/1/export")
    answer = reader.open(
        f"/cases/{case}/articles/1/export?format=docx&short-quotes=&layout=table&date=2026-11-22", follow=False
    )

    assert 'name="format" value="pdf" aria-describedby="about-pdf" checked' in page.text
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/cases/{case}/articles/1/export/docx?layout=table&date=2026-11-22"


def test_chosen_file_is_what_the_engine_renders(reader):
    case = reader.make_case()
    original, derivative = (
        read_plain(text, id=name, sha256=digest(text.encode()))
        for text, name in ((RELEASE, "original"), (ARTICLE, "article-1"))
    )
    options = ExportOptions(short_quotes=12, names=False)

    answer = reader.open(f"/cases/{case}/articles/1/export/text?short-quotes=12&without-names=yes")

    assert answer.data == FORMATS["text"].render((compare(original, derivative),), options)


def test_formats_of_a_zip_stand_in_its_address(reader):
    case = reader.make_case()
    every = "&".join(f"formats={name}" for name in FORMATS if name != "zip")

    some = reader.open(f"/cases/{case}/export?format=zip&formats=pdf&formats=docx", follow=False)
    whole = reader.open(f"/cases/{case}/export?format=zip&{every}", follow=False)
    other = reader.open(f"/cases/{case}/export?format=docx&{every}", follow=False)

    assert some.headers["Location"] == f"/cases/{case}/export/zip?formats=pdf%2Cdocx"
    assert whole.headers["Location"] == f"/cases/{case}/export/zip"
    assert other.headers["Location"] == f"/cases/{case}/export/docx"


def test_refused_formats_of_a_zip_stay_chosen(reader):
    case = reader.make_case()

    page = reader.open(f"/cases/{case}/export?format=zip&formats=json&formats=md&short-quotes=12")

    assert page.status_code == 422
    assert "Not with what is to be left out: json." in page.text
    assert 'name="formats" value="json" checked' in page.text
    assert 'name="formats" value="pdf" checked' not in page.text


def test_large_case_says_that_it_is_no_pdf(reader, monkeypatch):
    monkeypatch.setattr("webapp.contexts.exports.MOST_IN_PDF", 1)
    monkeypatch.setattr("webapp.export_form.MOST_IN_PDF", 1)
    case = reader.make_case(ARTICLE, "Another story about the bridge.")

    page = reader.open(f"/cases/{case}/export").text
    refused = reader.open(f"/cases/{case}/export?format=pdf")

    assert "One PDF holds 1 articles at most, and this case has 2" in page
    assert 'value="zip" aria-describedby="about-zip" checked' in page
    assert 'value="pdf" aria-describedby="about-pdf" disabled' in page
    assert refused.status_code == 422
    assert "disabled" not in reader.open(f"/cases/{case}/articles/1/export").text


@pytest.mark.parametrize("name", ["zip", "md"])
def test_case_in_turn_is_the_case_at_once(reader, app, name):
    case = reader.make_case(ARTICLE, ARTICLE.replace("Bridge", "A bridge"), "Another story about the bridge.")
    records = app.extensions["copytrail"].services.open_comparisons(case)

    answer = reader.open(f"/cases/{case}/export/{name}")

    assert answer.data == FORMATS[name].render(tuple(record.comparison for record in records))


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("format=json&short-quotes=12&without-names=yes", "The format json cannot do this: short quotes."),
        ("format=pdf&short-quotes=2&without-names=yes", "A short quote has 5 to 100 words."),
        ("format=pdf&date=May&without-names=yes", "The date of an export is written like 2026-11-22."),
        ("format=docs&without-names=yes", "Choose a format."),
    ],
)
def test_refused_choice_keeps_the_others(reader, chosen, said):
    case = reader.make_case()

    for address in (f"/cases/{case}/articles/1/export", f"/cases/{case}/export"):
        answer = reader.open(f"{address}?{chosen}")
        assert answer.status_code == 422
        assert said in answer.text
        assert 'name="without-names" value="yes" checked' in answer.text


def test_refused_option_of_a_file_is_told(reader):
    answer = reader.open(f"/cases/{reader.make_case()}/articles/1/export/json?findings-only=yes")

    assert answer.status_code == 422
    assert "The format json cannot do this: findings only." in answer.text
