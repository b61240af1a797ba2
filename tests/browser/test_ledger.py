"""The ledgers as a journalist uses them: from a row to both passages, by filter, over all articles, on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WRONG = "We will continue to use innovative foreign policy approaches"


def open_ledger(reader, article=1):
    """The ledger of the bundled case by a click on its name."""
    reader.open_example(article)
    reader.page.get_by_role("navigation", name="View").get_by_role("link", name="Ledger").click()
    reader.page.wait_for_selector("#ledgers")


def find_row(reader, words):
    return reader.page.locator(".ledger.speech tbody tr", has_text=words)


def is_in_sight(reader, selector):
    reader.wait_until(
        f"(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect();"
        " return box.bottom > 0 && box.top < innerHeight })()"
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_row_leads_to_both_passages(open_reader, scripts):
    reader = open_reader(java_script_enabled=scripts)
    open_ledger(reader)
    row = find_row(reader, "Given to another speaker")
    assert "Hamish Falconer" in row.locator("td[data-side=Release]").inner_text()
    assert "Dan Jarvis" in row.locator("td[data-side=Article]").inner_text()

    for side, cell in (("Article", ".text.article"), ("Release", ".text.release")):
        find_row(reader, "Given to another speaker").locator(f"td[data-side={side}] a").click()
        reader.page.wait_for_selector("#detail")
        anchor = reader.page.url.partition("#")[2]
        assert WRONG in reader.page.locator(f"{cell} #{anchor}").inner_text()
        is_in_sight(reader, f"#{anchor}")
        reader.page.go_back()
        reader.page.wait_for_selector("#ledgers")


def test_alarm_leads_from_the_ledger_to_the_passage(reader):
    open_ledger(reader)

    reader.page.get_by_role("link", name="1 quotation given to another speaker").click()
    reader.page.wait_for_selector("#detail")

    assert "view=" not in reader.page.url
    assert WRONG in reader.page.locator(".row.focus .text.article").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_link_to_a_folded_fact_unfolds_it(open_reader, scripts):
    reader = open_reader(java_script_enabled=scripts)
    open_ledger(reader)
    folded = reader.page.locator(".alike tr[id]").first
    expect(folded).not_to_be_visible()

    reader.page.goto(f"{reader.page.url.partition('#')[0]}#{folded.get_attribute('id')}")

    expect(folded).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_filter_shows_as_many_rows_as_it_counts(open_reader, scripts):
    reader = open_reader(java_script_enabled=scripts)
    open_ledger(reader)
    choice = reader.page.locator("#choice-outcome-dropped")
    number = int(choice.inner_text().split()[-1])

    choice.click()
    reader.page.wait_for_url("**outcome=dropped*")
    reader.page.wait_for_selector("#choice-outcome-dropped[aria-current]")

    assert number > 5
    assert reader.page.locator("section:has(#ledger-facts) tbody tr").count() == number


def test_filter_keeps_the_focus_of_the_keyboard(reader):
    open_ledger(reader)

    reader.tab_to("^Not in the release")
    reader.press("Enter")
    reader.page.wait_for_url("**view=ledger&**")

    reader.wait_until("document.activeElement.classList.contains('filter')")
    assert reader.focused.startswith("Not in the release")


def test_cell_of_the_case_leads_to_its_row(reader):
    case = reader.open_example()
    reader.page.goto(case)

    reader.page.locator(".across a.grave", has_text="given to another speaker").click()
    reader.page.wait_for_selector("#ledgers")

    row = reader.page.locator("tr:target")
    assert WRONG in row.inner_text()
    is_in_sight(reader, "tr:target")


def test_first_column_of_the_case_stays_on_a_phone(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    case = reader.open_example()
    reader.page.goto(case)
    box = reader.page.get_by_role("region", name=re.compile("Quotations of the release"))

    box.evaluate("e => e.scrollLeft = e.scrollWidth")

    name = box.locator("tbody th").first.bounding_box()
    last = box.locator("tbody tr").first.locator("td").last.bounding_box()
    assert 0 <= name["x"] < 30
    assert name["x"] + name["width"] <= last["x"] + 1
    assert last["x"] + last["width"] <= 390
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_rows_stack_on_a_phone(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    reader.open_example(1, "?view=ledger")

    release, article = (
        find_row(reader, "Given to another speaker").locator(f"td[data-side={side}]").bounding_box()
        for side in ("Release", "Article")
    )

    assert release["x"] == article["x"]
    assert release["y"] + release["height"] <= article["y"] + 1
