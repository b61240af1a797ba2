"""A second original: a journalist adds it, reads the question, and walks from a passage to its words and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import list_violations
from tests.engine.references_texts import EARLIER, FUNDS, GRANT, MORE, OPENING, PROTEST

pytestmark = pytest.mark.browser
QUESTION = "The release says “£800,000”, reference 1 “£300,000” and “£200,000”: which is meant?"


def open_case(reader) -> str:
    """A case with one article; gives its address."""
    reader.open_home()
    reader.paste(f"{OPENING}\n\n{FUNDS}", f"{OPENING}\n\n{EARLIER}\n\n{PROTEST}")
    reader.compare()
    return reader.page.url.partition("/articles/")[0]


def add_reference(reader, case: str) -> None:
    page = reader.page
    page.goto(f"{case}/articles/new")
    page.get_by_role("radio", name="Further original").check()
    page.locator("textarea").fill(f"{EARLIER}\n\n{GRANT}\n\n{MORE}")
    page.get_by_role("button", name="Compare", exact=True).last.click()
    page.wait_for_url(case)


@pytest.mark.parametrize("scripts", [True, False])
def test_journalist_follows_a_passage_to_a_reference(open_reader, scripts):
    reader = open_reader(java_script_enabled=scripts)
    case = open_case(reader)

    add_reference(reader, case)
    section = reader.page.locator("section.references")
    expect(section).to_contain_text(QUESTION)
    section.get_by_role("link", name=re.compile("A2")).click()

    card = reader.page.locator("#detail")
    expect(card).to_contain_text("In reference 1")
    expect(card.locator(".credit")).to_contain_text(EARLIER[:-1])


def test_article_of_another_event_asks_a_question(reader):
    reader.open_example(4)

    reader.page.get_by_role("link", name="1 question between the release and this article").click()

    expect(
        reader.page.get_by_role("heading", name="Questions between the release and this article")
    ).to_be_in_viewport()
    expect(reader.page.locator("#ledgers")).to_contain_text(
        "The release says “£800,000”, this article “£300,000” and “£200,000”: which is meant?"
    )


def test_chosen_role_survives_a_reload(reader):
    case = open_case(reader)
    reader.page.goto(f"{case}/articles/new")
    reader.page.get_by_role("radio", name="Further original").check()
    reader.page.locator("textarea").fill("Typed and not sent.")
    expect(reader.page.locator(".saved")).to_contain_text("aved")

    reader.page.reload()

    expect(reader.page.locator("textarea")).to_have_value("Typed and not sent.")
    expect(reader.page.get_by_role("radio", name="Further original")).to_be_checked()


def test_pages_with_references_have_no_axe_violation(open_reader):
    reader = open_reader()
    case = open_case(reader)
    add_reference(reader, case)

    found = {}
    for path in ("", "/articles/new", "/articles/1?focus=x1", "/articles/1?view=ledger", "/articles/1?view=report"):
        reader.page.goto(case + path)
        reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        found[path] = list_violations(reader.page)

    assert {path: each for path, each in found.items() if each} == {}


def test_pages_with_references_fit_a_small_screen(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    case = open_case(reader)
    add_reference(reader, case)

    for path in ("", "/articles/new", "/articles/1?focus=x1", "/articles/1?view=ledger"):
        reader.page.goto(case + path)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390, path
