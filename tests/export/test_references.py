"""References and questions in the exports."""

from __future__ import annotations

import csv
import io

from copytrail.export import to_csv, to_html
from copytrail.model import Comparison
from copytrail.references import hold_references
from tests.engine.references_texts import EARLIER, OPENING, PROTEST, article, reference

QUESTION = "The release says “£800,000”, reference 1 “£300,000” and “£200,000”: which is meant?"


def held(*articles: Comparison) -> tuple[Comparison, ...]:
    return hold_references(articles or (article(),), [reference()])


def read_rows(comparisons: tuple[Comparison, ...]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv.render(comparisons).decode("utf-8-sig"))))


def test_report_shows_the_words_of_a_reference():
    page = to_html.render(held()).decode()

    assert "<h2>In reference 1: Bridge planned</h2>" in page
    assert page.count(EARLIER[:-1]) >= 3
    assert "also in reference 1" in page


def test_report_asks_each_question_once():
    page = to_html.render(held(article(), article(OPENING, PROTEST, name="article-2"))).decode()

    assert page.count(QUESTION) == 1
    assert "Questions between the originals · 1" in page
    assert "No passage of the article is closest to this text." in page


def test_report_without_references_stays_silent():
    page = to_html.render((article(),)).decode()

    assert "In reference" not in page
    assert "Questions between" not in page


def test_table_lists_what_a_reference_gave():
    (row,) = (row for row in read_rows(held()) if row["row"] == "credit")

    assert (row["label"], row["also_in"], row["paragraph"]) == ("copied", "reference-1", "2")
    assert row["derivative_words"] == EARLIER[:-1]


def test_table_asks_each_question_once():
    rows = read_rows(held(article(), article(OPENING, name="article-2")))

    (row,) = (row for row in rows if row["row"] == "question")

    assert (row["kind"], row["expected"], row["found"]) == ("figure", "£800,000", "£300,000; £200,000")
    assert (row["side"], row["paragraph"], row["also_in"]) == ("original", "2", "reference-1")
