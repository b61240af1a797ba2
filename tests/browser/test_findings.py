"""The way from an alarm to both passages, and what can be done with a finding there: dismiss it, restore it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.browser.axe import list_violations

pytestmark = pytest.mark.browser

ALARM = "1 quotation given to another speaker"
CHECK = "#detail .checks > li:has-text('Quotation given to another speaker')"
WORDS = "We will continue to use innovative foreign policy approaches"
REASON = "The speech was given by both."


@pytest.fixture
def rewrite(reader):
    """The content-farm rewrite of the bundled case; what a test dismisses there is restored after it."""
    reader.open_example(1)
    yield reader
    restore_all(reader)


def restore_all(reader):
    reader.open_again()
    while reader.page.locator("#dismissed").count():
        reader.page.locator("#dismissed > summary").click()
        reader.page.locator("#dismissed button").first.click()
        reader.page.wait_for_url("**done=**")
        reader.open_again()


def open_card(reader):
    reader.page.get_by_role("link", name=ALARM).click()
    reader.page.wait_for_selector(CHECK)
    return reader.page.locator(CHECK)


def find_anchors(reader):
    """Where the finding is marked in the article and in the release."""
    links = [reader.page.locator(CHECK).get_by_role("link", name=name) for name in ("Article A", "Release R")]
    return [link.get_attribute("href") for link in links]


def dismiss(reader, reason=REASON):
    check = open_card(reader)
    check.locator("summary").click()
    check.get_by_label("Reason").fill(reason)
    check.get_by_role("button", name="Dismiss this finding").click()
    reader.page.wait_for_selector(f"{CHECK}.quiet")


def wait_for_sight(reader, selector):
    """Until a place begins below the toolbar and above the lower edge."""
    top = f"document.querySelector('{selector}').getBoundingClientRect().top"
    bar = "document.querySelector('#toolbar').getBoundingClientRect().bottom"
    reader.wait_until(f"{top} >= {bar} - 1 && {top} < innerHeight")


def test_alarm_leads_to_both_passages_by_mouse(rewrite):
    page = rewrite.page

    check = open_card(rewrite)
    said = check.inner_text()
    assert said.count(WORDS) == 2
    assert "Speaker: Hamish Falconer, cue “said”" in said
    assert "Speaker: Dan Jarvis, cue “noted”" in said
    ours, theirs = find_anchors(rewrite)
    assert page.url.endswith(ours)
    wait_for_sight(rewrite, ours)
    assert WORDS in page.locator(ours).inner_text()
    check.get_by_role("link", name="Release R").click()
    page.wait_for_url(f"**{theirs}")
    wait_for_sight(rewrite, theirs)
    assert WORDS in page.locator(theirs).inner_text()
    page.go_back()
    page.wait_for_url(f"**{ours}")
    wait_for_sight(rewrite, ours)
    check.locator("summary").click()
    check.get_by_label("Reason").fill(REASON)
    check.get_by_role("button", name="Dismiss this finding").click()
    page.wait_for_selector(f"{CHECK}.quiet")

    assert f"Reason: {REASON}" in page.locator(CHECK).inner_text()
    assert page.get_by_role("link", name=ALARM).count() == 0
    assert all("quiet" in page.locator(place).get_attribute("class") for place in (ours, theirs))


def test_alarm_leads_to_both_passages_by_keyboard(rewrite):
    page = rewrite.page

    rewrite.tab_to(ALARM)
    rewrite.press("Enter")
    page.wait_for_selector(CHECK)
    rewrite.wait_until("document.activeElement.id === 'detail-title'")
    rewrite.tab_to("^Release R")
    rewrite.press("Enter")
    page.wait_for_url("**-release")
    rewrite.wait_until("document.activeElement.matches('.text.release a.passage')")
    assert WORDS in rewrite.focused
    wait_for_sight(rewrite, find_anchors(rewrite)[1])
    rewrite.press("Enter")
    rewrite.wait_until("document.activeElement.id === 'detail-title'")
    rewrite.tab_to(r"^Dismiss\s*: Quotation given")
    rewrite.press("Enter")
    rewrite.tab_to("^Reason")
    page.keyboard.type(REASON)
    rewrite.press("Tab", "Enter")
    page.wait_for_selector(f"{CHECK}.quiet")

    assert rewrite.focused.startswith("Restore")
    assert "Dismissed." in rewrite.announced
    assert page.get_by_role("link", name=ALARM).count() == 0


def test_reason_typed_survives_the_escape_key(rewrite):
    check = open_card(rewrite)
    check.locator("summary").click()
    check.get_by_label("Reason").fill(REASON)

    rewrite.press("Escape")

    assert rewrite.page.locator("#detail").count() == 1
    assert rewrite.focused.startswith("Dismiss")
    rewrite.press("Enter")
    assert check.get_by_label("Reason").input_value() == REASON


@pytest.mark.parametrize("status", [0, 500])
def test_reason_stays_where_no_answer_comes(rewrite, status):
    page = rewrite.page
    check = open_card(rewrite)
    check.locator("summary").click()
    check.get_by_label("Reason").fill(REASON)
    page.route("**/dismiss", lambda route: route.fulfill(status=status) if status else route.abort())

    check.get_by_role("button", name="Dismiss this finding").click()
    check.get_by_role("alert").wait_for()
    kept = check.get_by_label("Reason").input_value()
    page.unroute("**/dismiss")
    check.get_by_role("button", name="Dismiss this finding").click()
    page.wait_for_selector(f"{CHECK}.quiet")

    assert kept == REASON
    assert f"Reason: {REASON}" in page.locator(CHECK).inner_text()
    rewrite.troubles.clear()


def test_too_long_reason_is_refused_beside_its_box(rewrite):
    page = rewrite.page
    check = open_card(rewrite)
    check.locator("summary").click()
    check.get_by_label("Reason").evaluate("e => e.removeAttribute('maxlength')")
    check.get_by_label("Reason").fill("word " * 300)

    check.get_by_role("button", name="Dismiss this finding").click()
    check.get_by_role("alert").wait_for()

    assert "longer than 1,000 characters" in check.get_by_role("alert").inner_text()
    assert page.get_by_label("Reason").input_value().startswith("word word")
    rewrite.wait_until("document.activeElement.tagName === 'TEXTAREA'")


def test_dismissed_finding_is_restored_from_the_list(rewrite):
    page = rewrite.page
    dismiss(rewrite)
    page.get_by_role("link", name="Close the detail").click()
    page.wait_for_selector("#detail", state="detached")

    page.locator("#dismissed > summary").click()
    listed = page.locator("#dismissed").inner_text()
    page.locator("#dismissed button").click()
    page.wait_for_selector(f"{CHECK}:not(.quiet)")

    assert listed.startswith("Dismissed · 1")
    assert "Dismissed by hand on" in listed
    assert f"Reason: {REASON}" in listed
    assert page.get_by_role("link", name=ALARM).count() == 1
    assert page.locator("#dismissed").count() == 0
    rewrite.wait_until("document.activeElement.id === 'detail-title'")


def test_findings_are_dismissed_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)
    case = reader.open_example(1)

    dismiss(reader)
    dismissed = reader.page.url
    reader.page.goto(case)
    counted = reader.text
    reader.page.goto(dismissed)
    reader.page.locator(f"{CHECK} button").click()
    reader.page.wait_for_selector(f"{CHECK}:not(.quiet)")

    assert "#finding-" in dismissed
    assert "1 finding dismissed by hand." in counted
    assert reader.page.get_by_role("link", name=ALARM).count() == 1


def test_finding_dismissed_on_two_tabs_keeps_both_reasons(rewrite, open_reader):
    other = open_reader()
    other.open_example(1)
    check = open_card(other)
    check.locator("summary").click()
    dismiss(rewrite)

    check.get_by_label("Reason").fill("We asked the press office.")
    check.get_by_role("button", name="Dismiss this finding").click()
    other.page.wait_for_selector(f"{CHECK}.quiet")

    assert f"Reason: {REASON} · We asked the press office." in other.page.locator(CHECK).inner_text()


def test_key_passes_by_what_was_dismissed(rewrite):
    dismiss(rewrite)
    rewrite.open_again()

    seen = []
    for _ in range(rewrite.page.locator(".text.article .finding-mark").count()):
        rewrite.press("n")
        seen.append(rewrite.focused)

    assert all(seen)
    assert [words for words in seen if "given to another speaker" in words] == []


def test_saved_files_say_what_was_dismissed(rewrite, tmp_path):
    dismiss(rewrite)

    rewrite.open_again()
    data = json.loads(rewrite.save(tmp_path, "JSON"))
    rewrite.open_again()
    rows = list(csv.DictReader(io.StringIO(rewrite.save(tmp_path, "CSV").decode("utf-8-sig"))))

    assert [each["dismissed"]["reason"] for each in data["findings"] if each["dismissed"]] == [REASON]
    assert [row["finding"] for row in rows if row["reason"] == REASON] == ["wrong_speaker"]


@pytest.mark.parametrize("width", [1280, 390])
def test_findings_have_no_axe_violation(open_reader, width):
    reader = open_reader(viewport={"width": width, "height": 844})
    reader.open_example(1)

    check = open_card(reader)
    check.locator("summary").click()
    found = {"open": list_violations(reader.page)}
    check.get_by_label("Reason").evaluate("e => e.removeAttribute('maxlength')")
    check.get_by_label("Reason").fill("word " * 300)
    check.get_by_role("button", name="Dismiss this finding").click()
    check.get_by_role("alert").wait_for()
    found["refused"] = list_violations(reader.page)
    check.get_by_label("Reason").fill("")
    check.get_by_role("button", name="Dismiss this finding").click()
    reader.page.wait_for_selector(f"{CHECK}.quiet")
    for state in ("?focus=m1", "?view=connected", "?view=article", "?view=report"):
        reader.open_again(state)
        if reader.page.locator(".to-rail").first.is_visible():
            reader.page.locator(".to-rail").first.click()
        reader.page.evaluate("document.querySelectorAll('details:not(.menu)').forEach(e => e.open = true)")
        found[state] = list_violations(reader.page)
        wide = reader.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, state
    restore_all_without_list(reader)

    assert {state: each for state, each in found.items() if each} == {}


def restore_all_without_list(reader):
    """Restore on the card, which is there on every screen."""
    reader.open_again()
    key = reader.page.locator(".finding-mark.quiet").first.evaluate("e => e.closest('a.passage').dataset.key")
    reader.open_again(f"?focus={key}")
    reader.page.locator(f"{CHECK} button").click()
    reader.page.wait_for_selector(f"{CHECK}:not(.quiet)")


def test_screenshots_show_a_finding_dismissed(open_reader, screenshots):
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)):
        reader = open_reader(color_scheme=scheme, viewport={"width": width, "height": 900})
        reader.open_example(1)
        open_card(reader).locator("summary").click()
        reader.shoot(screenshots / f"finding-{scheme}-{width}.png")
        reader.page.get_by_role("button", name="Dismiss this finding").click()
        reader.page.wait_for_selector(f"{CHECK}.quiet")
        reader.shoot(screenshots / f"dismissed-{scheme}-{width}.png")
        restore_all_without_list(reader)

    assert len(list(screenshots.glob("dismissed-*.png"))) == 4
