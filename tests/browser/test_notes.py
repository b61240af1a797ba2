"""Notes in a browser: by key, by selecting words with the mouse, answered and resolved, seen by everybody."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import list_violations

pytestmark = pytest.mark.browser

SELECT = """([name, words]) => { const p = document.getElementById(name);
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0 || node.parentElement.closest('.spoken')) continue;
        const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + words.length);
        p.scrollIntoView({ block: 'center' });
        const boxes = range.getClientRects(), first = boxes[0], last = boxes[boxes.length - 1];
        return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2]; } }"""

FIND = """() => { for (const p of document.querySelectorAll('.text.article p.body[data-start]')) {
    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        const words = n.data.trim().split(' ');
        if (words.length > 9 && !n.parentElement.closest('.spoken')) return [p.id, words.slice(1, 4).join(' ')];
    } } }"""


@pytest.fixture
def rewrite(reader):
    """The content-farm rewrite of the bundled case; the notes a test writes there are deleted after it."""
    reader.open_example(1, "?focus=m3")
    yield reader
    reader.page.goto(f"{reader.address}{notes_path(reader)}")
    while reader.page.locator("[value=delete]").count():
        reader.page.locator(".written details:has([value=delete]) summary").last.click()
        reader.page.locator("[value=delete]").last.click()
        reader.page.wait_for_url("**done=note.deleted**")
        reader.page.goto(f"{reader.address}{notes_path(reader)}")


def notes_path(reader) -> str:
    return re.search(r"/cases/[^/]+/articles/1", reader.page.url)[0] + "/notes"


def select(reader, name: str, words: str) -> None:
    """Drag over words of a paragraph, as a hand does."""
    left, top, right, bottom = reader.page.evaluate(SELECT, [name, words])
    mouse = reader.page.mouse
    mouse.move(left, top)
    mouse.down()
    mouse.move(right, bottom, steps=6)
    mouse.up()


def test_note_is_written_answered_and_resolved_by_key(rewrite):
    page = rewrite.page
    page.locator("#detail-title").focus()
    rewrite.press("n")
    box = page.locator("#note-new textarea").first
    expect(box).to_be_focused()

    page.keyboard.type("Who wrote this first?")
    rewrite.press("Tab", "Tab", "Tab", "Enter")
    expect(page.locator("#detail .wrote")).to_have_text("Who wrote this first?")
    page.locator("#detail").get_by_text("Reply", exact=False).first.click()
    page.locator("#detail .deeds textarea").fill("The ministry did.")
    page.get_by_role("button", name="Keep the reply").click()
    expect(page.locator("#detail .replies .wrote")).to_have_text("The ministry did.")
    page.get_by_role("button", name="Resolve note 1").click()

    expect(page.locator("#detail .written.quiet")).to_have_count(1)
    expect(page.locator("#note-1.note-mark.quiet")).to_have_count(1)


def test_selected_words_become_the_place_of_a_note(rewrite):
    page = rewrite.page
    name, text = page.evaluate(FIND)

    select(rewrite, name, text)
    page.get_by_role("button", name="Note on these words").click()
    expect(page.locator("#note-here-words")).to_have_text(text)
    page.locator("#note-here textarea").fill("Check this.")
    page.get_by_role("button", name="Keep the note").last.click()
    page.wait_for_url("**done=note.written**")

    expect(page.locator(f"#{name} .note-mark").first).to_contain_text(text.split()[0])
    expect(page.locator("#note-here")).to_be_hidden()
    expect(page.locator("#list-notes")).to_have_text("Notes · 1")


def test_typed_note_outlives_a_reload(rewrite):
    page = rewrite.page
    page.locator("#note-new > summary").click()
    page.locator("#note-new textarea").first.fill("Half a thought")

    page.reload()

    expect(page.locator("#note-new textarea").first).to_have_value("Half a thought")
    page.locator("#note-new textarea").first.fill("")


def test_notes_work_without_scripts(rewrite, open_reader):
    reader = open_reader(java_script_enabled=False)
    reader.open_example(1, "?focus=m3")

    reader.page.locator("#note-new > summary").click()
    reader.page.locator("#note-new textarea").first.fill("Without scripts.")
    reader.page.locator("#note-new").get_by_role("button", name="Keep the note").click()
    reader.page.wait_for_url("**done=note.written**")

    expect(reader.page.locator("#detail .wrote")).to_have_text("Without scripts.")
    assert not reader.page.locator("#note-here").is_visible()


def test_pages_with_notes_have_no_axe_violation(rewrite, open_reader):
    page = rewrite.page
    page.locator("#note-new > summary").click()
    page.locator("#note-new textarea").first.fill("Who wrote this first?")
    page.locator("#note-new").get_by_role("button", name="Keep the note").click()
    expect(page.locator("#detail .wrote")).to_have_count(1)
    reader = open_reader()
    case = reader.open_example(1)
    stamp = "20991231T000000000000"

    found = {}
    for path in ("?focus=m3", "?view=report", "/notes", f"/then/{stamp}?focus=m3", "/changes"):
        reader.page.goto(f"{case}/articles/1{path}")
        reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        found[path] = list_violations(reader.page)
    for path in ("/notes", "/history"):
        reader.page.goto(f"{case}{path}")
        found[f"case{path}"] = list_violations(reader.page)

    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize("path", ["?focus=m3", "/notes", "/changes", "/then/20991231T000000000000"])
def test_notes_fit_a_small_screen(rewrite, open_reader, path):
    reader = open_reader(viewport={"width": 320, "height": 640})
    case = reader.open_example(1)
    reader.page.goto(f"{case}/articles/1{path}")
    reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
