"""The form for texts in a real browser: what is typed is kept, and files land in their boxes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import list_violations

pytestmark = pytest.mark.browser

RELEASE = "The minister opened the new bridge over the river on Monday and thanked the engineers."

SEND = """body => fetch("/drafts", { method: "POST", body, headers: { "HX-Request": "true",
    "Content-Type": "application/x-www-form-urlencoded" } }).then(answer => answer.status)"""


def type_release(reader) -> None:
    reader.open_home()
    type_and_save(reader.page, "Text of the release", RELEASE)


def type_and_save(page, label: str, words: str) -> None:
    seen = page.locator("input[name=seen]").input_value()
    page.get_by_label(label).fill(words)
    expect(page.locator("input[name=seen]")).not_to_have_value(seen)


def test_reload_keeps_what_was_typed(reader):
    type_release(reader)

    reader.page.reload()

    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_pasted_text_is_kept_without_waiting(reader):
    reader.open_home()
    box = reader.page.get_by_label("Text of the release")

    box.evaluate("(e, words) => { e.value = words; e.dispatchEvent(new Event('paste', {bubbles: true})) }", RELEASE)
    expect(reader.page.locator(".saved")).to_contain_text("saved at")
    reader.page.reload()

    assert box.input_value() == RELEASE


@pytest.mark.parametrize("length", [10, 200_000])
def test_reload_keeps_the_last_words_typed(reader, length):
    type_release(reader)
    box = reader.page.get_by_label("Text of the article")
    reader.page.on("dialog", lambda dialog: dialog.accept())

    box.fill("A story. " * (length // 9))
    box.press_sequentially("The last words.")
    reader.page.reload()

    expect(reader.page.get_by_label("Text of the article")).to_have_value(re.compile("The last words"))


def test_first_words_typed_survive_a_reload_at_once(reader):
    reader.open_home()

    reader.page.get_by_label("Text of the release").press_sequentially("The first words.")
    reader.page.reload()

    expect(reader.page.get_by_label("Text of the release")).to_have_value("The first words.")


def test_closing_the_tab_keeps_the_last_words(reader):
    reader.open_home()
    other = reader.context.new_page()
    other.goto(reader.address)

    other.get_by_label("Text of the release").press_sequentially("Words before closing.")
    other.close(run_before_unload=True)
    reader.page.wait_for_timeout(300)
    reader.open_home()

    assert "Words before closing." in reader.text


def type_in_two_tabs(reader):
    """The older tab, kept apart after the other one had saved another article."""
    type_release(reader)
    older = reader.context.new_page()
    older.goto(reader.page.url)
    type_and_save(reader.page, "Text of the article", "Typed in the first tab.")
    older.get_by_label("Text of the article").fill("Typed in the second tab.")
    older.get_by_role("link", name="Open the other one").wait_for()
    return older


def test_two_tabs_on_one_form_lose_nothing(reader):
    older = type_in_two_tabs(reader)

    assert reader.page.url not in older.url
    older.reload()

    expect(older.get_by_label("Text of the article")).to_have_value("Typed in the second tab.")
    older.get_by_role("link", name="Open the other one").click()
    expect(older.get_by_label("Text of the article")).to_have_value("Typed in the first tab.")


def test_tab_kept_apart_goes_on_without_another_word(reader):
    older = type_in_two_tabs(reader)
    address = older.url.partition("&")[0]

    older.get_by_label("Text of the release").fill("Changed here, too.")
    older.wait_for_url(address)

    assert older.get_by_role("link", name="Open the other one").count() == 1
    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_failed_save_says_so_and_is_tried_again(reader):
    type_release(reader)
    reader.page.route("**/drafts", lambda route: route.abort())

    reader.page.get_by_label("Text of the article").fill("Typed while nothing answers.")
    expect(reader.page.locator(".saved")).to_contain_text("Not saved")
    reader.page.unroute("**/drafts")
    expect(reader.page.locator(".saved")).to_contain_text("saved at", timeout=10_000)
    reader.page.reload()

    assert reader.page.get_by_label("Text of the article").input_value() == "Typed while nothing answers."
    reader.troubles.clear()


def test_message_held_up_on_its_way_takes_nothing_back(reader):
    held: list = []
    reader.open_home()
    reader.page.route("**/drafts", lambda route: route.continue_() if held else held.append(route))
    with reader.page.expect_request("**/drafts"):
        reader.page.get_by_label("Text of the release").fill("The first words.")
    later = reader.context.new_page()

    type_and_save(reader.page, "Text of the release", "The first words, and more.")
    fields = held[0].request.post_data
    later.goto(reader.address)
    sent = later.evaluate(SEND, fields)
    reader.page.reload()

    assert sent == 200
    assert reader.page.get_by_label("Text of the release").input_value() == "The first words, and more."


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


def test_chosen_file_is_kept_through_a_reload(reader, seeds):
    type_release(reader)

    reader.receive(seeds / "article-3.txt")
    reader.page.reload()

    expect(reader.page.locator("#article-1-attachment")).to_contain_text("article-3.txt")
    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_wrong_file_says_so_beside_it(reader, root):
    type_release(reader)

    reader.page.set_input_files("#article-1-file", root / "docs" / "images" / "comparison.png")
    reader.page.wait_for_selector(".errors")

    assert "This is a picture" in reader.page.locator("#article-1-file-error").inner_text()
    assert "errors" in reader.page.evaluate("document.activeElement.className")


def test_enter_in_a_field_compares(reader):
    reader.open_home()
    reader.paste(RELEASE, RELEASE + " It rained.")

    reader.page.get_by_label("Name of the case").press("Enter")
    reader.page.wait_for_url("**/articles/1")


def test_refused_form_has_no_axe_violation(open_reader):
    reader = open_reader()
    reader.open_home()

    reader.page.get_by_role("button", name="Compare", exact=True).last.click()
    reader.page.wait_for_selector(".errors")

    assert list_violations(reader.page) == []
    assert reader.page.evaluate("document.activeElement.className").startswith("note wrong errors")


def test_whole_form_works_without_scripts(open_reader, seeds):
    reader = open_reader(java_script_enabled=False)
    reader.open_home()
    reader.page.get_by_label("Text of the release").fill(RELEASE)
    reader.page.get_by_role("button", name="Add another article").click()

    reader.page.set_input_files("#article-1-file", seeds / "article-3.txt")
    reader.page.locator("#article-2-text").fill(RELEASE)
    reader.page.get_by_role("button", name="Compare", exact=True).last.click()

    reader.page.wait_for_url("**/texts")
    reader.page.get_by_role("link", name="Compare 2 articles").click()
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
    expect(reader.page.get_by_role("heading", name="A name of its own")).to_be_visible()

    reader.page.get_by_text("Delete the case", exact=True).click()
    reader.page.get_by_role("button", name="Move the case to the trash").click()
    expect(reader.page.get_by_role("status").filter(has_text="trash")).to_be_visible()


def test_form_kept_apart_has_no_axe_violation(open_reader):
    reader = open_reader()
    type_release(reader)
    older = reader.context.new_page()
    older.goto(reader.page.url)
    type_and_save(reader.page, "Text of the article", "Typed in the first tab.")

    older.get_by_label("Text of the article").fill("Typed in the second tab.")
    older.get_by_role("link", name="Open the other one").wait_for()
    older.reload()
    older.get_by_text("Discard all", exact=True).click()

    assert list_violations(older) == []


def test_error_of_a_file_stays_beside_it_after_compare(reader, root):
    type_release(reader)
    reader.page.set_input_files("#article-1-file", root / "docs" / "images" / "comparison.png")
    reader.page.wait_for_selector(".errors")

    reader.page.get_by_role("button", name="Compare", exact=True).last.click()
    reader.page.wait_for_url("**/cases")

    assert "This is a picture" in reader.page.locator("#article-1-file-error").inner_text()
    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_older_tab_compares_what_it_shows(reader):
    type_release(reader)
    older = reader.context.new_page()
    older.goto(reader.page.url)
    type_and_save(reader.page, "Text of the article", "Typed in the first tab.")

    older.get_by_label("Text of the article").fill(RELEASE + " It rained.")
    older.get_by_role("button", name="Compare", exact=True).last.click()
    older.wait_for_url("**/articles/1")
    reader.page.reload()

    assert "It rained." in older.locator("main").inner_text()
    assert reader.page.get_by_label("Text of the article").input_value() == "Typed in the first tab."


def test_all_unfinished_forms_are_discarded_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)
    for number in range(2):
        reader.open_home()
        reader.page.get_by_label("Text of the release").fill(f"Text {number}")
        reader.page.get_by_role("button", name="Save for later").click()
    reader.open_home()

    reader.page.get_by_text("Discard all", exact=True).click()
    reader.page.get_by_role("button", name=re.compile("Discard all .* for good")).click()

    expect(reader.page.get_by_text("The unfinished forms were discarded.")).to_be_visible()
    assert reader.page.locator("#unfinished").count() == 0
