"""Correcting a passage in a browser: by mouse, by key, without scripts, and by two people at once."""

from __future__ import annotations

import re

import pytest

from tests.browser.axe import list_violations

pytestmark = pytest.mark.browser

FORM = "#review-label"


@pytest.fixture
def rewrite(reader):
    """The content-farm rewrite of the bundled case; what a test corrects there is undone after it."""
    reader.open_example(1, "?focus=m3")
    yield reader
    reader.open_again("?focus=m3")
    while reader.page.locator("#undo").count():
        reader.page.locator("#undo").click()
        reader.page.wait_for_url("**done=passage.undo**")
        reader.open_again("?focus=m3")


def read_label(reader, key: str = "m3") -> str:
    return reader.page.locator(f"#d-{key} mark").first.get_attribute("class")


def wait_for_label(reader, label: str, key: str = "m3") -> None:
    reader.page.wait_for_selector(f"#d-{key} mark.{label}")


def test_label_is_set_by_mouse_with_a_reason(rewrite):
    page = rewrite.page
    before = read_label(rewrite)

    page.locator(FORM).get_by_label("Why this label").fill("Read aloud by both.")
    page.get_by_role("button", name="Paraphrased", exact=True).click()
    wait_for_label(rewrite, "p")

    assert before != "p"
    assert "Read aloud by both" in page.locator("#detail").inner_text()
    assert page.locator(FORM).get_by_label("Why this label").input_value() == ""
    assert page.locator("#d-m3 .hand, #d-m3 + .hand").count() == 1
    assert "By hand 1" in page.locator(".legend").inner_text()


def test_label_is_set_and_undone_by_key(rewrite):
    page = rewrite.page
    before = read_label(rewrite)

    page.locator("#detail-title").focus()
    rewrite.press("p")
    wait_for_label(rewrite, "p")
    focused = page.evaluate("document.activeElement.closest('#detail') !== null")
    rewrite.press("u")
    wait_for_label(rewrite, before)

    assert focused
    assert "Redo" in page.locator("#detail").inner_text()


def test_keys_mean_the_page_without_a_card(rewrite):
    rewrite.open_again()

    rewrite.press("e")

    assert rewrite.page.locator("#export[open]").count() == 1
    assert rewrite.page.locator(".hand").count() == 0


def test_all_is_possible_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)
    reader.open_example(1, "?focus=m3")

    reader.page.get_by_role("button", name="Not from the release").click()
    reader.page.wait_for_url("**done=passage.unpair**")
    said = reader.page.locator("body").inner_text()
    reader.page.locator("#undo").click()
    reader.page.wait_for_url("**done=passage.undo**")

    assert "The passage is said to come from nowhere in the release." in said
    assert reader.page.locator("#d-m3").count() == 1


def test_second_editor_is_told_and_keeps_words(rewrite, open_reader):
    other = open_reader()
    other.open_example(1, "?focus=m3")
    rewrite.page.get_by_role("button", name="Paraphrased", exact=True).click()
    wait_for_label(rewrite, "p")

    other.page.locator(FORM).get_by_label("Why this label").fill("I see it otherwise.")
    other.page.get_by_role("button", name="Copied", exact=True).click()
    other.page.wait_for_selector("#refused")

    assert "changed on another page meanwhile" in other.page.locator("#refused").inner_text()
    assert other.page.locator(FORM).get_by_label("Why this label").input_value() == "I see it otherwise."
    assert read_label(other) == "p"


def test_corrected_page_has_no_axe_violation(rewrite, open_reader):
    rewrite.page.get_by_role("button", name="Paraphrased", exact=True).click()
    wait_for_label(rewrite, "p")
    reader = open_reader()

    found = {}
    for state in ("?focus=m3", "?view=report", "?focus=x1", "?view=connected&focus=m3"):
        reader.open_example(1, state)
        reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        found[state] = list_violations(reader.page)

    assert {state: each for state, each in found.items() if each} == {}


def test_correction_form_fits_a_small_screen(open_reader):
    reader = open_reader(viewport={"width": 320, "height": 640})
    reader.open_example(1, "?focus=m3")
    reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    small = reader.page.eval_on_selector_all(
        ".correct button, .correct summary, .correct input:not([type=hidden]), .correct select",
        "all => all.filter(e => e.getClientRects().length && e.offsetHeight < 24).map(e => e.outerHTML)",
    )
    assert small == []
    assert re.search(r"R\d", reader.page.locator("[name=sources]").input_value())
