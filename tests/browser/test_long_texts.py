"""A long comparison in a real browser: its rows change in slices, and nothing is left behind."""

from __future__ import annotations

import pytest

from bench.texts import edit, make_original

pytestmark = pytest.mark.browser

ROWS = """text => {
  const page = text ? new DOMParser().parseFromString(text, "text/html") : document;
  return [...page.querySelectorAll("#grid .row")].map((row) => {
    const copy = row.cloneNode(true);
    copy.querySelectorAll("[hx-boost]").forEach((each) => each.removeAttribute("hx-boost"));
    return copy.outerHTML.replace(/\\s+/g, " ");
  });
}"""
FETCH = "async () => (await fetch(location.href)).text()"


@pytest.fixture
def long_page(reader):
    """A comparison of so many rows that most of them are below the screen."""
    original = make_original(3000)
    reader.open_home()
    reader.paste(original, edit(original))
    reader.compare()
    return reader


def test_filter_changes_every_row_at_last(long_page):
    long_page.choose_filter("Copied")
    long_page.page.wait_for_selector(".chip.c[aria-current]")
    long_page.wait_until("!document.querySelector('[hx-morph-skip-children]')")

    served = long_page.page.evaluate(FETCH)
    rows = long_page.page.evaluate(ROWS, served)

    assert len(rows) > 30
    assert long_page.page.evaluate(ROWS, "") == rows


def test_key_finds_no_row_half_changed(long_page):
    long_page.page.evaluate("window.requestAnimationFrame = () => 1")
    long_page.choose_filter("Added")
    long_page.page.wait_for_selector(".chip.a[aria-current]")

    assert long_page.page.locator("[hx-morph-skip-children]").count() > 0
    long_page.press("Shift")

    assert long_page.page.locator("[hx-morph-skip-children]").count() == 0
    assert long_page.page.locator("mark.c, mark.e").count() == 0


def test_other_view_keeps_what_was_typed(long_page):
    long_page.page.locator("#find").fill("seven hundred")
    long_page.page.locator("#view-article").click()
    long_page.page.wait_for_selector(".view-article .alone")

    assert long_page.page.locator("#find").input_value() == "seven hundred"
