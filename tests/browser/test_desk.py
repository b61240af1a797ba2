"""The list of cases in a browser: found, tagged, put away, thrown away and brought back, articles put in order."""

from __future__ import annotations

import re

import pytest

from tests.browser.axe import list_violations
from tests.browser.conftest import playwright

pytestmark = pytest.mark.browser
expect = playwright.expect


@pytest.fixture
def case(reader) -> str:
    """The address of the bundled case, wherever it lies."""
    return reader.open_example()


def find(reader, words: str) -> None:
    reader.page.goto(reader.address + "/cases")
    reader.page.wait_for_selector("#q[data-htmx-powered]")
    reader.page.get_by_role("searchbox").press_sequentially(words)


def choose(reader) -> None:
    reader.page.get_by_role("checkbox", name="Choose The UK–Iraq returns agreement").check()


def press(reader, name: str) -> None:
    reader.page.get_by_role("button", name=name, exact=True).click()


def test_case_is_found_tagged_and_put_away(reader, case):
    find(reader, "falconer smuggling")
    expect(reader.page.locator(".count")).to_have_text("1 case found")
    expect(reader.page.locator(".snippet mark").first).to_have_text(re.compile("falconer|smuggling", re.IGNORECASE))
    expect(reader.page).to_have_url(re.compile(r"q=falconer\+smuggling"))

    choose(reader)
    reader.page.get_by_label("Add tags").fill("returns")
    press(reader, "Add")
    reader.page.locator(".chosen a.tag", has_text="returns").click()
    choose(reader)
    press(reader, "Archive")
    expect(reader.page.get_by_text("1 case put into the archive.")).to_be_visible()
    reader.page.get_by_role("link", name="Archive").click()
    choose(reader)
    press(reader, "Bring back")
    expect(reader.page.get_by_text("1 case brought back from the archive.")).to_be_visible()


def test_case_comes_back_from_the_trash(open_reader):
    reader = open_reader(java_script_enabled=False)
    case = reader.open_example()
    reader.page.goto(case)
    reader.page.get_by_text("Delete the case", exact=True).click()
    press(reader, "Move the case to the trash")
    expect(reader.page.get_by_text("1 case moved to the trash.")).to_be_visible()

    reader.page.goto(f"{case}/articles/1")
    press(reader, "Restore the case")

    expect(reader.page.get_by_text("The case was taken out of the trash.")).to_be_visible()


def test_articles_are_put_in_order_by_key_and_pointer(reader, case):
    reader.page.goto(f"{case}/order")
    names = reader.page.locator("#order b")
    before = names.all_inner_texts()

    reader.page.get_by_role("button", name="Move article 1:").focus()
    reader.press("Space", "ArrowDown", "ArrowDown", "Space")
    expect(reader.page.get_by_text(f"“{before[0]}” is article 3 now.")).to_be_visible()
    expect(reader.page.get_by_role("button", name="Move article 3:")).to_be_focused()
    expect(names).to_have_text([before[1], before[2], before[0], before[3]])

    handle = reader.page.get_by_role("button", name="Move article 3:").bounding_box()
    first = reader.page.locator("#article-1").bounding_box()
    reader.page.mouse.move(handle["x"] + 10, handle["y"] + 10)
    reader.page.mouse.down()
    reader.page.mouse.move(handle["x"] + 10, first["y"] + first["height"] / 2, steps=8)
    reader.page.mouse.up()
    expect(reader.page.get_by_text(f"“{before[0]}” is article 1 now.")).to_be_visible()
    expect(names).to_have_text(before)


def test_list_has_no_axe_violation(open_reader):
    reader = open_reader(viewport={"width": 360, "height": 800})
    case = reader.open_example()

    found = {}
    for path in ("/cases", "/cases?q=iraq", "/cases?in=archive", "/cases?in=trash", "/tags", "/pages", f"{case}/order"):
        reader.page.goto(path if path.startswith("http") else reader.address + path)
        reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        found[path] = list_violations(reader.page)
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert {path: each for path, each in found.items() if each} == {}
