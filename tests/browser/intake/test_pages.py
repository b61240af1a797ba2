"""What everybody must be able to do on the pages of the intake: axe, small screens, large enough controls."""

from __future__ import annotations

import pytest

from tests.browser.axe import list_violations
from tests.browser.intake.deeds import begin, clean_page, open_page
from tests.browser.test_access import CUT, SPACING

pytestmark = pytest.mark.browser


def open_state(reader, site, files, state: str) -> None:
    """One of the states that the pages of the intake can be in."""
    if state == "received":
        open_page(reader, site)
    elif state == "failed":
        begin(reader)
        reader.page.locator("#article-1-address").fill(f"http://127.0.0.1:{site.port}/gone")
        reader.page.get_by_role("button", name="Open the page for Article 1").click()
        reader.page.wait_for_selector("#article-1-address-error")
    elif state == "hostile":
        begin(reader)
        reader.receive(files["hostile"], files["arabic"])
        reader.compare_files()
    else:
        clean_page(reader, site)
        reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")


STATES = ["received", "failed", "hostile", "cleaned"]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [1280, 320])
def test_intake_has_no_axe_violation(open_reader, site, files, state, width):
    whole = {"width": width, "height": 9000}  # so that nothing stands under the bar at the end of the window
    reader = open_reader(viewport=whole)

    open_state(reader, site, files, state)

    assert list_violations(reader.page) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("state", STATES)
def test_spacing_of_text_cuts_nothing(open_reader, site, files, state):
    reader = open_reader(viewport={"width": 320, "height": 640})
    open_state(reader, site, files, state)

    reader.page.evaluate(SPACING)

    assert [each for each in reader.page.evaluate(CUT) if not each.startswith("<input")] == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320


SMALL = """() => [...document.querySelectorAll('main :is(a, button, summary, input, select)')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && !e.closest('p:not(.keys-line), label') && (box.height < 24 || box.width < 24) })
    .map(e => e.outerHTML.slice(0, 120))"""


def test_controls_of_the_cleaning_step_are_large_enough(open_reader, site, files):
    reader = open_reader(viewport={"width": 320, "height": 640})

    open_state(reader, site, files, "cleaned")

    assert reader.page.evaluate(SMALL) == []
