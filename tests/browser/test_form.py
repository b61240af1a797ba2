"""The form for texts in a real browser: what is typed is kept, and files land in their boxes."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RELEASE = "The minister opened the new bridge over the river on Monday and thanked the engineers."


def type_release(reader) -> None:
    reader.open_home()
    reader.page.get_by_label("Text of the release").fill(RELEASE)
    reader.page.wait_for_url("**/?draft=*")


def test_reload_keeps_what_was_typed(reader):
    type_release(reader)

    reader.page.reload()

    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_pasted_text_is_kept_without_waiting(reader):
    reader.open_home()
    box = reader.page.get_by_label("Text of the release")

    box.evaluate("(e, words) => { e.value = words; e.dispatchEvent(new Event('paste', {bubbles: true})) }", RELEASE)
    reader.page.wait_for_url("**/?draft=*")
    reader.page.reload()

    assert box.input_value() == RELEASE


def test_first_page_offers_the_unfinished_form(reader):
    type_release(reader)
    draft = reader.page.url

    reader.open_home()
    reader.page.locator(".unfinished a").first.click()

    assert reader.page.url == draft


def test_another_article_takes_the_focus(reader):
    type_release(reader)

    reader.page.get_by_role("button", name="Add another article").click()
    reader.page.wait_for_selector("#article-2-text")

    assert reader.page.evaluate("document.activeElement.id") == "article-2-text"
    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_file_is_shown_in_its_box(reader, seeds):
    type_release(reader)

    reader.page.set_input_files("#article-1-file", seeds / "article-3.txt")

    expect(reader.page.locator("#article-1-text")).to_have_value(re.compile("returns deal|Iraq"))


def test_wrong_file_says_so_beside_it(reader, root):
    type_release(reader)

    reader.page.set_input_files("#article-1-file", root / "pyproject.toml")
    reader.page.wait_for_selector(".errors")

    assert "Only text files" in reader.page.locator("#article-1-file-error").inner_text()
    assert "errors" in reader.page.evaluate("document.activeElement.className")


def test_enter_in_a_field_compares(reader):
    reader.open_home()
    reader.paste(RELEASE, RELEASE + " It rained.")

    reader.page.get_by_label("Name of the case").press("Enter")
    reader.page.wait_for_url("**/articles/1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_refused_form_has_no_axe_violation(open_reader, scheme):
    reader = open_reader(color_scheme=scheme)
    reader.open_home()

    reader.page.get_by_role("button", name="Compare", exact=True).last.click()
    reader.page.wait_for_selector(".errors")

    assert Axe().run(reader.page).response["violations"] == []
    assert reader.page.evaluate("document.activeElement.className").startswith("note wrong errors")


def test_whole_form_works_without_scripts(open_reader, seeds):
    reader = open_reader(java_script_enabled=False)
    reader.open_home()
    reader.page.get_by_label("Text of the release").fill(RELEASE)
    reader.page.get_by_role("button", name="Add another article").click()

    reader.page.set_input_files("#article-1-file", seeds / "article-3.txt")
    reader.page.locator("#article-2-text").fill(RELEASE)
    reader.page.get_by_role("button", name="Compare", exact=True).last.click()

    assert re.search(r"/cases/[\w-]+$", reader.page.url)
    assert reader.page.get_by_role("heading", name="What each article took up").is_visible()


@pytest.mark.parametrize("path", ["/", "/nowhere", "{case}", "{case}/articles/new"])
def test_desk_never_scrolls_sideways(open_reader, path):
    reader = open_reader(viewport={"width": 320, "height": 640})
    case = reader.open_example().removeprefix(reader.address)

    reader.page.goto(reader.address + path.replace("{case}", case))

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_case_is_renamed_and_deleted_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)
    reader.open_home()
    reader.paste(RELEASE, "A story.")
    reader.compare()
    reader.page.goto(reader.page.url.partition("/articles")[0])

    reader.page.get_by_text("Rename the case").click()
    reader.page.get_by_label("Name of the case").fill("A name of its own")
    reader.page.get_by_role("button", name="Save the name").click()
    assert reader.page.get_by_role("heading", name="A name of its own").is_visible()

    reader.page.get_by_text("Delete the case", exact=True).click()
    reader.page.get_by_role("button", name="Delete the case for good").click()
    assert reader.page.get_by_text("The case was deleted").is_visible()
