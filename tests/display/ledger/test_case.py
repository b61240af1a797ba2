"""The ledgers over all articles of a case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail.display.ledger.case_shared import list_shared
from copytrail.display.ledger.overview import MOST_STEPS, Overview, show_overview
from copytrail.model import AdditionKind, Comparison
from tests.display.ledger_texts import ARTICLE, RELEASE, add_changes, compare_ledgers

CAT = ("A cat sat on the mat and slept until the sun went down over the hills.",)


@pytest.fixture(scope="module")
def comparisons() -> tuple[Comparison, ...]:
    texts = (ARTICLE, (RELEASE[0], RELEASE[1], ARTICLE[2]), CAT)
    return tuple(compare_ledgers(RELEASE, text, name=f"article-{n}") for n, text in enumerate(texts, start=1))


@pytest.fixture(scope="module")
def overview(comparisons) -> Overview:
    return show_overview(comparisons)


def read_table(overview: Overview, key: str) -> dict[str, list[list[str]]]:
    """The words of each row's cells by the row's title."""
    table = next(table for table in overview.tables if table.key == key)
    return {row.title: [[entry.text for entry in cell] for cell in row.cells] for row in table.rows}


def test_each_quotation_of_the_release_has_one_row(overview):
    rows = read_table(overview, "speech")

    assert list(rows.values()) == [
        [["given to another speaker"], ["the same words"], ["not used"]],
        [["not used"], ["not used"], ["not used"]],
    ]


def test_words_that_two_articles_quote_are_one_row(overview):
    (cells,) = read_table(overview, "other-speech").values()

    assert cells == [["not in the release"], ["not in the release"], []]


def test_values_of_the_release_come_first(overview):
    rows = read_table(overview, "figures")

    assert list(rows) == ["Monday", "14 months", "£12 million", "40 years", "1953"]
    assert rows["14 months"] == [["changed"], ["the same"], ["dropped"]]
    assert rows["1953"] == [["not in the release"], [], []]


def test_cell_leads_to_the_row_of_its_article(comparisons, overview):
    table = next(table for table in overview.tables if table.key == "figures")
    changed = next(row for row in table.rows if row.title == "14 months")

    number = int(changed.cells[0][0].anchor.removeprefix("fact-"))

    assert comparisons[0].facts[number - 1].value == "14 month"
    assert changed.cells[0][0].grave
    assert not changed.cells[1][0].grave


def test_rest_of_a_quotation_is_told_apart():
    said = (
        "“We waited forty years for this bridge to open to everybody. Nobody had told the town of Holm that it would "
        "cost so much money and take such a long time to build,” said Anna Berg, the mayor."
    )
    part = compare_ledgers((RELEASE[0], said), (RELEASE[0], RELEASE[1]))

    (cells,) = read_table(show_overview((part,)), "speech").values()

    assert cells == [["the same words", "the rest not used"]]


def test_column_of_an_article_of_its_own_says_so(overview):
    assert overview.notes == ("", "", "not derived")


def test_case_without_articles_has_no_ledger():
    assert show_overview(()) is None


def test_case_without_anything_to_list_has_no_table():
    assert show_overview((compare_ledgers(("It rained.",), ("It rained.",)),)).tables == ()


def test_shared_addition_is_told_once(comparisons):
    first = add_changes(comparisons[0], also_in=("article-2",))
    second = add_changes(compare_ledgers(RELEASE, ARTICLE, name="article-2"), also_in=("article-1",))

    (row,) = list_shared((first, second, comparisons[2])).rows

    assert row.title.startswith("“In 1953 the old bridge")
    assert [[entry.anchor for entry in cell] for cell in row.cells] == [["addition-1"], ["addition-1"], []]


def test_addition_that_only_one_side_calls_shared_is_told(comparisons):
    first = add_changes(comparisons[0])
    second = add_changes(compare_ledgers(RELEASE, ARTICLE, name="article-2"), also_in=("article-1", "gone"))
    said = replace(second.additions[0], kind=AdditionKind.FORECAST)

    (row,) = list_shared((first, replace(second, additions=(said,)))).rows

    assert [[entry.text for entry in cell] for cell in row.cells] == [
        ["stated without attribution"],
        ["forecast or opinion"],
    ]


def test_row_leads_to_no_addition_with_other_words(comparisons):
    first = add_changes(comparisons[0], also_in=("article-3",))
    cat = comparisons[2]
    other = replace(first.additions[0], span=cat.derivative.paragraphs[0].span, also_in=())

    (row,) = list_shared((first, replace(cat, additions=(other,)))).rows

    assert [[entry.anchor for entry in cell] for cell in row.cells] == [["addition-1"], []]


def test_trail_says_what_shared_additions_suggest(comparisons):
    first = add_changes(comparisons[0], also_in=("article-2",))
    second = add_changes(compare_ledgers(RELEASE, ARTICLE, name="article-2"), also_in=("article-1",))

    overview = show_overview((first, second))

    (sentence,) = overview.trail
    assert sentence.startswith("Articles 1 and 2 share 1 passage that the release lacks")
    assert list(read_table(overview, "shared").values()) == [[["stated without attribution"]] * 2]


def test_many_steps_of_a_trail_are_counted(comparisons):
    names = tuple(f"article-{number}" for number in range(1, 8))
    shared = tuple(
        add_changes(
            compare_ledgers(RELEASE, ARTICLE, name=name), also_in=tuple(other for other in names if other != name)
        )
        for name in names
    )

    trail = show_overview(shared).trail

    assert len(trail) == MOST_STEPS + 1
    assert trail[-1] == "9 more pairs of articles share something, too."
