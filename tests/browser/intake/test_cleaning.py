"""The page of the cleaning step in a real browser: its deeds, its folds, its keys, and what it leads to."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.intake.deeds import RESIDENTS, begin, clean_page, name_paragraph
from tests.browser.made_files import LINKS

pytestmark = pytest.mark.browser


def test_fold_stays_open_where_the_deed_was(reader, site):
    clean_page(reader, site)
    reader.page.locator("details.fold > summary").click()
    name = name_paragraph(reader, LINKS[2])

    reader.restore(name)

    assert f"{name} restored." in reader.announced
    assert reader.focused == f"Set aside {name}"
    assert reader.page.locator(".part", has_text=LINKS[1]).is_visible()


def test_link_to_a_folded_paragraph_opens_its_fold(open_reader, site):
    reader = open_reader()
    clean_page(reader, site)
    place = reader.page.locator(".part", has_text=LINKS[2]).get_attribute("id")

    reader.page.goto(f"{reader.page.url}#{place}")

    expect(reader.page.locator(f"#{place}")).to_be_in_viewport()


def test_paragraph_leads_to_its_place_in_the_comparison(reader, site):
    clean_page(reader, site)
    name = name_paragraph(reader, RESIDENTS)

    reader.page.get_by_role("link", name=f"{name} in the comparison").click()
    reader.page.wait_for_url(f"**/articles/1#{name}")

    expect(reader.page.locator(f"#{name}")).to_be_in_viewport()


def test_case_leads_to_each_of_its_texts(reader, files):
    begin(reader)
    reader.receive(*(files[name] for name in ("word", "pdf", "page")))
    reader.compare_files()
    reader.page.get_by_role("link", name=re.compile("^Back to")).click()

    reader.page.get_by_role("link", name="what was kept of Article 3").click()
    reader.page.wait_for_url("**/texts*#document-3-source")

    assert reader.page.locator("#document-3 .part").first.is_visible()


def test_speaker_of_a_paragraph_is_kept(reader, site):
    clean_page(reader, site)
    part = reader.page.locator("#document-1 .part", has_text=RESIDENTS)

    part.locator("summary").click()
    reader.page.keyboard.type("Jane Smith")
    reader.press("Enter")

    expect(part).to_contain_text("speech of Jane Smith")
    reader.wait_until("document.activeElement.id.endsWith('-speech')")
    assert reader.announced.startswith("Saved. ")


def test_deed_without_an_answer_leaves_the_text(reader, site):
    clean_page(reader, site)
    name = name_paragraph(reader, RESIDENTS)
    reader.page.route("**/paragraphs", lambda route: route.fulfill(status=503, body="<p>No.</p>"))

    reader.page.get_by_role("button", name=f"Set aside {name}", exact=True).click()
    expect(reader.page.get_by_role("alert")).to_contain_text("There was no answer")

    assert reader.page.locator("#document-1 .part:not(.aside)", has_text=RESIDENTS).is_visible()
    reader.troubles.clear()


def test_keys_of_the_cleaning_step_can_be_switched_off(reader, site):
    clean_page(reader, site)
    reader.press("?")
    assert reader.focused == "keys on"
    reader.press("Space")
    reader.page.locator("#document-1-2-deed").focus()

    reader.press("j", "x")

    assert reader.page.evaluate("document.activeElement.id") == "document-1-2-deed"
    assert reader.page.locator("#document-1-2-deed").get_attribute("name") == "aside"


def test_wrong_encoding_is_mended_on_the_page(reader, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Mosty otwarto w poniedziałek, powiedział minister, a mieszkańcy cieszą się.".encode("cp1250"))
    begin(reader)
    reader.receive(path)
    reader.compare_files()

    reader.page.locator("#document-1 .edit > summary").click()
    reader.page.locator("#document-1-encoding").select_option("cp1250")
    reader.page.get_by_role("button", name="Save for Article 1").click()

    expect(reader.page.locator("#document-1 .part").first).to_contain_text("poniedziałek")


def test_focused_deed_is_never_under_the_bar(reader, site):
    reader.page.set_viewport_size({"width": 1280, "height": 420})
    clean_page(reader, site)
    bar = "document.querySelector('.onward').getBoundingClientRect().top"

    for _ in range(9):
        reader.press("j")
        assert reader.page.evaluate(f"document.activeElement.getBoundingClientRect().bottom <= {bar}")


def test_hostile_text_is_shown_as_plain_text(reader, files):
    begin(reader)
    reader.receive(files["hostile"])
    reader.compare_files()

    assert "What was kept" in reader.page.title()
    assert reader.page.locator("main :is(script, img)").count() == 0
    assert "<script>document.title" in reader.page.locator("#document-1-1 p").inner_text()


def test_arabic_text_runs_from_the_right(reader, files):
    begin(reader)
    reader.receive(files["arabic"])
    reader.compare_files()

    assert reader.page.locator("#document-1-2 p").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_paper_shows_folded_texts_without_controls(reader, site):
    clean_page(reader, site)

    reader.page.emulate_media(media="print")

    assert reader.page.locator(".part", has_text=LINKS[2]).is_visible()
    assert reader.page.locator(".part", has_text=RESIDENTS).is_visible()
    for control in (".deeds", ".onward", ".jump"):
        assert not any(each.is_visible() for each in reader.page.locator(control).all())
