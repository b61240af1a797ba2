"""Addresses and files in a real browser: through the cleaning step to the comparison, and back to change a block."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.intake.deeds import (
    RESIDENTS,
    begin,
    clean_page,
    go_on,
    hold_first,
    name_paragraph,
    open_page,
    press_until,
)
from tests.browser.made_files import HEADLINE, LINKS, RELEASE

pytestmark = pytest.mark.browser


def test_address_leads_to_comparison_and_back(reader, site):
    clean_page(reader, site)
    residents = name_paragraph(reader, RESIDENTS)
    assert reader.page.locator("#document-1 .part.aside", has_text=LINKS[0]).count() == 1

    go_on(reader)
    assert reader.page.locator(f"#{residents} mark.a").count() == 1
    reader.page.get_by_role("link", name="Texts").click()
    reader.set_aside(residents)
    expect(reader.page.locator("#document-1-count")).to_contain_text("3 paragraphs kept")
    go_on(reader)

    assert reader.page.locator(f"#{residents} mark.a").count() == 0
    assert reader.page.locator(f"#{residents} mark.f").count() == 1
    assert not any(link in text for link in LINKS for text in reader.page.locator(".text mark.a").all_inner_texts())


def test_page_says_what_it_says_of_itself(reader, site):
    open_page(reader, site)

    assert HEADLINE in reader.page.locator("#article-1-title").input_value()
    assert reader.page.locator("#article-1-publisher").input_value() == "River News"
    assert reader.page.locator("#article-1-published").input_value() == "2026-11-20"


def test_address_and_cleaning_work_by_keyboard_alone(reader, site):
    reader.open_home()
    reader.tab_to("^Text of the release$")
    reader.page.keyboard.insert_text(RELEASE)
    reader.tab_to("^Or the address of a page for Article 1$")
    reader.page.keyboard.type(f"http://127.0.0.1:{site.port}/bridge")
    reader.press("Tab", "Enter")
    reader.wait_until("document.activeElement.id === 'article-1-attachment'")
    reader.tab_to("^Compare$")
    reader.press("Enter")
    reader.page.wait_for_url("**/texts")
    name = name_paragraph(reader, RESIDENTS)
    reader.wait_until("!document.getElementById('keys').hidden")
    press_until(reader, "j", f"Set aside {name}")
    reader.press("x")

    assert f"{name} set aside. 3 paragraphs kept" in reader.announced
    assert reader.focused == f"Restore {name}"
    reader.tab_to("^Compare$")
    reader.press("Enter")
    reader.page.wait_for_url("**/articles/1")
    assert reader.page.locator(f"#{name} mark.f").count() == 1


def test_address_and_cleaning_work_without_scripts(open_reader, site):
    reader = open_reader(java_script_enabled=False)
    clean_page(reader, site)
    name = name_paragraph(reader, RESIDENTS)

    reader.page.locator("#document-1 .part", has_text=RESIDENTS).locator("summary").click()
    reader.page.get_by_label(f"All of {name} is speech of").fill("Jane Smith")
    reader.page.get_by_role("button", name=f"Save the speaker of {name}").click()
    reader.set_aside(name)
    reader.restore(name)
    reader.page.locator("details.fold > summary").click()
    reader.restore(name_paragraph(reader, LINKS[2]))
    go_on(reader)

    assert any(LINKS[2] in text for text in reader.page.locator(".text.article p").all_inner_texts())


@pytest.mark.parametrize("kind", ["word", "pdf", "page"])
def test_chosen_file_is_cleaned_and_compared(reader, files, kind):
    begin(reader)
    reader.receive(files[kind])
    reader.compare_files()

    assert reader.page.locator("#document-1 .part:not(.aside)", has_text=RESIDENTS).count() == 1
    go_on(reader)
    assert RESIDENTS in reader.page.locator("#grid").inner_text().replace("\n", " ")


def test_page_numbers_of_a_pdf_stand_aside(reader, files):
    begin(reader)
    reader.receive(files["pdf"])
    reader.compare_files()

    assert reader.page.locator("#document-1 .part:not(.aside)", has_text="Page 2 of 4").count() == 0


@pytest.mark.parametrize(("names", "count"), [(("word", "pdf", "page"), 3), (("zip",), 2)])
def test_several_files_make_several_articles(reader, files, names, count):
    begin(reader)

    reader.receive(*(files[name] for name in names))

    assert reader.page.locator(".attachment").count() == count
    reader.compare_files()
    assert reader.page.get_by_role("link", name=f"Compare {count} articles").is_visible()


@pytest.mark.parametrize("path", ["gone", "closed"])
def test_failed_address_leaves_everything_typed(reader, site, path):
    begin(reader)
    reader.page.get_by_label("Name of the case").fill("The bridge")
    wrong = f"http://127.0.0.1:{site.port}/{path}"

    reader.page.locator("#article-1-address").fill(wrong)
    reader.page.get_by_role("button", name="Open the page for Article 1").click()
    reader.page.wait_for_selector("#article-1-address-error")

    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE
    assert reader.page.get_by_label("Name of the case").input_value() == "The bridge"
    assert reader.page.locator("#article-1-address").input_value() == wrong
    assert "errors" in reader.page.evaluate("document.activeElement.className")


def test_file_that_cannot_be_read_says_why(reader, files):
    begin(reader)

    reader.page.set_input_files("#article-1-file", files["broken"])

    expect(reader.page.locator("#article-1-file-error")).to_contain_text("broken.docx: ")
    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE


def test_busy_button_says_so_and_sends_once(reader, site):
    begin(reader)
    reader.page.locator("#article-1-address").fill(f"http://127.0.0.1:{site.port}/bridge")
    held = hold_first(reader, "**/cases")
    button = reader.page.locator("button[value=fetch-article-1]")

    button.click()
    expect(button).to_contain_text("Opening …")
    button.click()
    reader.page.get_by_role("button", name="Compare", exact=True).last.click()

    assert reader.requests.count(f"{reader.address}/cases") == 1
    assert reader.page.locator("#article-1").get_attribute("aria-busy") == "true"
    held[0].continue_()
    reader.page.wait_for_selector("#article-1-attachment")
    assert reader.page.locator("[aria-busy]").count() == 0


def test_words_typed_while_a_page_is_opened_stay(reader, site):
    begin(reader)
    reader.page.locator("#article-1-address").fill(f"http://127.0.0.1:{site.port}/bridge")
    held = hold_first(reader, "**/cases")
    reader.page.get_by_role("button", name="Open the page for Article 1").click()
    reader.wait_until("document.querySelector('[aria-busy]')")

    reader.page.locator("#original-text").focus()
    reader.press("Control+End")
    reader.page.keyboard.type("It rained.")
    held[0].continue_()
    reader.page.wait_for_selector("#article-1-attachment")
    reader.page.keyboard.type(" It stopped.")

    assert reader.page.locator("#original-text").input_value() == f"{RELEASE}It rained. It stopped."


def test_second_file_chosen_meanwhile_is_taken(reader, files):
    reader.open_home()
    held = hold_first(reader, "**/cases")
    reader.page.set_input_files("#original-file", files["word"])
    reader.wait_until("document.querySelector('[aria-busy]')")

    reader.page.set_input_files("#article-1-file", files["pdf"])
    held[0].continue_()

    reader.page.wait_for_selector("#original-attachment")
    reader.page.wait_for_selector("#article-1-attachment")


def test_failure_of_the_server_keeps_the_form(reader, files):
    begin(reader)
    reader.page.route("**/cases", lambda route: route.fulfill(status=500, body="<p>Something broke.</p>"))

    reader.page.set_input_files("#article-1-file", files["word"])
    expect(reader.page.locator(".saved")).to_contain_text("That did not work")

    assert reader.page.get_by_label("Text of the release").input_value() == RELEASE
    assert reader.page.locator("[aria-busy]").count() == 0
    reader.troubles.clear()


DROP = """e => { const carried = new DataTransfer();
    carried.items.add(new File(["The bridge was opened on Monday by the minister."], "dropped.txt"));
    for (const name of ["dragover", "drop"])
        e.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true })) }"""


def test_file_dropped_on_a_text_is_taken(reader):
    begin(reader)

    reader.page.locator("#article-1").evaluate(DROP)

    expect(reader.page.locator("#article-1-attachment")).to_contain_text("dropped.txt")


def test_file_taken_out_gives_the_box_back(reader, files):
    begin(reader)
    reader.receive(files["word"])

    reader.page.get_by_role("button", name="Take it out").click()
    reader.wait_until("document.activeElement.id === 'article-1-text'")

    assert reader.page.locator(".attachment").count() == 0
