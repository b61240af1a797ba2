"""The journalist's whole job: paste, compare, move through passages, filter, open a detail, export."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.browser

RELEASE = """Minister opens the new bridge

The minister opened the new bridge over the river on Monday and thanked the engineers who built it in three years.

The bridge cost twelve million pounds, the department said, and two million more were spent on the roads to it.

The department will publish a report on the traffic over the bridge at the end of the year.
"""
ARTICLE = """Bridge opens at last

On Monday the minister opened the new bridge over the river and thanked the engineers who built it in just three years.

Residents had waited for a crossing since the ferry stopped running two winters ago, and many had moved away.

The bridge cost twelve million pounds, the department said.
"""


def test_whole_job_works_by_mouse(reader, tmp_path):
    reader.open_home()
    reader.paste(RELEASE, ARTICLE)
    reader.compare()

    reader.click_passage("m1")
    assert "Why" in reader.page.locator("#detail").inner_text()
    reader.page.get_by_role("link", name="Next passage").click()
    reader.page.wait_for_selector("#comparison:not([data-focus='m1'])")
    reader.page.get_by_role("link", name="Close the detail").click()
    reader.page.wait_for_selector("#detail", state="detached")
    reader.choose_filter("Added")
    reader.page.wait_for_url("**show=added*")
    assert reader.page.locator("mark.c, mark.e").count() == 0
    saved = json.loads(reader.save(tmp_path, "JSON"))

    assert saved["schema"] == "copytrail.comparison/1"
    assert saved["derivative"]["text"].strip() == ARTICLE.strip()


def test_whole_job_works_by_keyboard_alone(reader, tmp_path):
    reader.open_home()
    boxes = reader.page.locator("textarea")
    for number, text in enumerate((RELEASE, ARTICLE)):
        while boxes.nth(number).evaluate("e => e !== document.activeElement"):
            reader.press("Tab")
        reader.page.keyboard.insert_text(text)
    reader.tab_to("^Compare$")
    reader.press("Enter")
    reader.page.wait_for_url("**/articles/1")
    reader.wait_for_scripts()

    reader.press("j", "j")
    key = reader.focused_key
    reader.press("Enter")
    reader.wait_for_detail(key)
    reader.wait_until("document.activeElement.id === 'detail-title'")
    reader.press("Escape")
    reader.wait_until(f"document.activeElement.dataset.key === '{key}'")
    reader.press("4")
    reader.page.wait_for_url("**show=added*")
    reader.wait_until("!document.querySelector('mark.c, mark.e')")
    with reader.page.expect_download() as waiting:
        reader.press("e")
        reader.press("Enter")
    waiting.value.save_as(tmp_path / "report.html")

    assert "Residents had waited for a crossing" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_next_thing_to_check_is_reached_by_key(reader):
    reader.open_example()

    reader.press("n")
    first = reader.focused
    reader.press("n")
    second = reader.focused
    reader.press("n")

    assert "[check: claim stronger than the release" in first
    assert "[check: quotation given to another speaker" in second
    assert reader.focused.startswith(("[added", "[left out"))


def test_finding_opens_the_card_that_explains_it(reader):
    reader.open_example(article=3)

    reader.page.locator("#rail a.alert").last.click()
    reader.page.wait_for_selector("#detail .checks")

    assert "The name “Faud Hussein” is not in the release" in reader.page.locator("#detail .checks").inner_text()
    place = reader.page.locator(".finding-mark.here")
    assert place.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    below = "document.querySelector('#toolbar').getBoundingClientRect().bottom"
    reader.wait_until(f"document.querySelector('.here').getBoundingClientRect().top >= {below}")


def test_finding_is_ringed_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)
    reader.open_example(article=3)

    reader.page.locator("#rail a.alert").first.click()

    assert "Title changed" in reader.page.locator("#detail .checks").inner_text()
    assert reader.page.locator(".finding-mark:target").count() == 1


def test_page_is_filtered_and_searched_by_keyboard_alone(reader):
    reader.open_example()

    reader.press("4")
    reader.page.wait_for_url("**show=added*")
    assert "only added" in reader.announced
    reader.press("4")
    reader.page.wait_for_url(lambda url: "show" not in url)
    reader.press("f")
    reader.page.keyboard.type("bolster")
    reader.press("Enter")
    reader.page.wait_for_url("**find=bolster*")

    assert reader.page.locator(".hit").count() >= 3


def test_result_is_saved_by_keyboard_alone(reader, tmp_path):
    reader.open_example()

    with reader.page.expect_download() as waiting:
        reader.press("e")
        reader.press("Enter")
    waiting.value.save_as(tmp_path / "report.html")

    assert b"Made with Copytrail" in (tmp_path / "report.html").read_bytes()


def test_screenshots_show_the_bundled_case(open_reader, screenshots):
    for scheme in ("light", "dark"):
        reader = open_reader(color_scheme=scheme)
        reader.open_example(1, "?focus=m3")
        reader.wait_until("document.activeElement.id === 'detail-title'")
        reader.shoot(screenshots / f"focus-{scheme}.png")
        for name, focus in (("", ""), ("connected", "m6"), ("ledger", ""), ("report", "")):
            query = f"?view={name}&focus={focus}"
            reader.open_again(query)
            reader.shoot(screenshots / f"{name or 'page'}-{scheme}.png")
    narrow = open_reader(viewport={"width": 390, "height": 844})
    narrow.open_example()
    narrow.shoot(screenshots / "narrow.png", whole=True)

    assert len(list(screenshots.glob("*.png"))) >= 9


@pytest.mark.parametrize("view", ["aligned", "connected", "article", "report"])
def test_page_reads_without_scripts(open_reader, view):
    reader = open_reader(java_script_enabled=False)

    reader.open_example(1, f"?view={view}")

    assert "restore order to the asylum system" in reader.text
    assert reader.page.locator("mark.a").count() > 5


def test_detail_and_filter_work_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)
    reader.open_example()

    box = reader.page.locator("#d-m1 mark").bounding_box()
    reader.page.mouse.click(box["x"] + 60, box["y"] + 10)
    reader.page.wait_for_selector("#detail")
    reader.choose_filter("Added")
    reader.page.wait_for_url("**show=added*")

    assert reader.page.locator("mark.c").count() == 0


def test_restored_furniture_is_compared_again(reader):
    reader.open_example()
    summary = reader.page.locator("details.fold.furniture > summary").first
    summary.click()

    reader.page.get_by_role("button", name="Restore A2").click()
    reader.page.wait_for_url("**done=A2.body*")

    assert "part of the text again" in reader.text
    assert reader.page.locator("p#A2.furniture").count() == 0
    reader.open_again("?focus=x1")
    reader.page.get_by_role("button", name="Set paragraph A2 aside").click()
    reader.page.wait_for_url("**done=A2.furniture*")
    assert reader.page.locator("p#A2.furniture").count() == 1


def test_back_returns_to_what_was_seen(reader):
    reader.open_example()

    reader.choose_filter("Copied")
    reader.page.wait_for_url("**show=copied*")
    reader.page.go_back()

    reader.page.wait_for_selector("mark.a")
    assert "show" not in reader.page.url


def test_single_keys_can_be_switched_off(reader):
    reader.open_example()
    reader.press("?")
    reader.page.get_by_label("Use single keys on this page").uncheck()
    reader.press("Escape")

    reader.press("4")
    reader.page.wait_for_timeout(200)

    assert "show" not in reader.page.url


def test_connected_texts_scroll_together(reader):
    reader.open_example(1, "?view=connected")
    panes = "['pane-release','pane-article'].map(id => document.getElementById(id).scrollTop)"

    reader.page.locator("#pane-article").evaluate("e => e.scrollTop = 900")
    reader.wait_until("document.getElementById('pane-release').scrollTop > 100")

    assert reader.page.evaluate(panes)[1] == 900
    reader.press("j")
    reader.page.wait_for_selector("#wires path", state="attached")


def test_worth_checking_opens_as_drawer_when_narrow(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    reader.open_example()
    assert not reader.page.locator("#rail").is_visible()

    reader.page.get_by_role("button", name="Worth checking").click()

    assert reader.page.locator("#rail").is_visible()
    reader.page.locator("#rail a.a").first.click()
    reader.page.wait_for_selector("#detail")
    assert not reader.page.locator("#rail").is_visible()


def find_by_keyboard(reader, words="bolster"):
    reader.press("f")
    reader.page.keyboard.type(words)
    reader.press("Enter")
    reader.page.wait_for_selector("#find-clear")


def test_enter_on_the_same_words_goes_to_the_next_place(reader):
    reader.open_example()
    find_by_keyboard(reader)

    reader.press("Enter")
    reader.page.wait_for_url("**at=2*")
    reader.press("Enter")
    reader.page.wait_for_url("**at=3*")

    assert reader.page.evaluate("document.activeElement.id") == "find"


def test_other_words_are_looked_for_from_the_first_place(reader):
    reader.open_example()
    find_by_keyboard(reader)
    reader.press("Enter")
    reader.page.wait_for_url("**at=2*")

    reader.page.locator("#find").fill("Iraq")
    reader.press("Enter")
    reader.page.wait_for_url("**find=Iraq*")

    assert "at=" not in reader.page.url


def test_escape_clears_the_search_and_returns_the_focus(reader):
    reader.open_example()
    reader.press("j", "j")
    key = reader.focused_key
    find_by_keyboard(reader)

    reader.press("Escape")
    reader.page.wait_for_selector("#find-clear", state="detached")

    assert reader.page.locator(".hit").count() == 0
    assert reader.page.locator("#find").input_value() == ""
    assert reader.focused_key == key


def test_first_row_of_text_is_seen_on_a_phone(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})

    reader.open_example()

    assert reader.page.locator("#A4").bounding_box()["y"] < 844 - 60


def test_filters_unfold_on_a_phone_and_stay(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    reader.open_example()
    assert not reader.page.locator("#filter-1").is_visible()

    reader.page.get_by_text("Views, filters and search").click()
    reader.choose_filter("Added")
    reader.page.wait_for_url("**show=added*")

    assert reader.page.locator("#filter-1").is_visible()
    assert reader.page.evaluate("document.activeElement.id") == "filter-4"


def test_grid_of_a_case_is_whole_on_a_phone(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    case = reader.open_example()

    reader.page.goto(case)

    cells = reader.page.locator(".uptake td").all()
    assert all(box["x"] + box["width"] <= 390 for box in (cell.bounding_box() for cell in cells[:12]))
    assert reader.page.locator(".scroll:has(.uptake)").evaluate("e => e.scrollWidth - e.clientWidth") <= 0


def test_finding_leads_from_the_drawer_to_its_place(open_reader):
    reader = open_reader(viewport={"width": 390, "height": 844})
    reader.open_example()
    reader.page.get_by_role("button", name="Worth checking").click()

    reader.page.locator("#rail a.alert").first.click()
    reader.wait_until("!document.getElementById('rail').matches(':popover-open')")

    place = reader.page.url.partition("#")[2]
    box = f"document.getElementById('{place}').getBoundingClientRect()"
    reader.wait_until(f"{box}.top > 0 && {box}.top < innerHeight")
