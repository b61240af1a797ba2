"""A whole lesson: a teacher, one pupil on a telephone, one by keyboard only, one who loses the network."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from copytrail.codec.lessons import write_lesson
from copytrail.lesson_files import bundled_lessons
from tests.browser.test_access import list_violations

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
SLOW = 20_000
"""Milliseconds that a page may take to follow the class on a busy machine."""
KINDS = ("t1", "t2", "t6")
"""One task of each way to answer: to choose, to mark the release, to mark the article and write."""
TASKS = len(KINDS)

SMALL = """() => [...document.querySelectorAll('a, button')]
  .map((each) => [each.innerText, each.getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24).map(([name]) => name)"""
"""Controls that a finger misses."""


def import_short_lesson(page, address: str) -> None:
    """Bring the file of a lesson: the first bundled one in plain words with a task of each kind."""
    whole = next(each for each in bundled_lessons() if each.id == "whose-words").open()
    short = replace(whole, tasks=tuple(map(whole.find_task, KINDS)), timings=())
    page.goto(f"{address}/lessons")
    file = {"name": "short.lesson.json", "mimeType": "application/json", "buffer": write_lesson(short)}
    page.get_by_label("File of a lesson").set_input_files(file)
    page.get_by_role("button", name="Import").click()


def take_bundled_lesson(page, address: str) -> None:
    page.goto(f"{address}/lessons")
    page.get_by_role("button", name=re.compile("Use this lesson.*Whose words are these")).click()


def start_class(page) -> str:
    """Start a class on the lesson of the page; gives its address."""
    page.get_by_label("Names").select_option("chosen")
    page.get_by_role("button", name="Start a class").click()
    expect(page.get_by_role("button", name="Begin with task 1")).to_be_visible()
    return page.url.partition("?")[0]


def read_code(page) -> str:
    return page.locator(".big-code").first.inner_text().replace("Code:", "").strip()


def join(page, address: str, code: str, name: str) -> None:
    page.goto(f"{address}/join")
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_label("Name for this lesson").fill(name)
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_text("Wait for your teacher")).to_be_visible()


def choose_one(page) -> None:
    page.locator(".choice label, .tap label").first.click()


def test_whole_lesson_is_taught(open_reader, address, screenshots):
    teacher, phone, keys, lost = open_reader(), open_reader(**PHONE), open_reader(), open_reader(**PHONE)
    import_short_lesson(teacher.page, address)
    room = start_class(teacher.page)
    code = read_code(teacher.page)
    for reader, name in ((phone, "Zoë"), (lost, "Bob")):
        join(reader.page, address, code, name)
    join_by_keys(keys, code)
    teacher.page.screenshot(path=screenshots / "teacher.png")
    pages = [phone.page, keys.page, lost.page]

    for number in range(1, TASKS + 1):
        teacher.page.get_by_role("button", name=re.compile("Next task|Begin")).click()
        for page in pages:
            expect(page.get_by_text(f"Task {number} of {TASKS}", exact=True)).to_be_visible(timeout=SLOW)
        assert all(page.locator("section.revealed").count() == 0 for page in pages)
        expect(phone.page.get_by_role("button", name="Save")).to_be_in_viewport()
        choose_without_network(lost)
        choose_one(phone.page)
        choose_by_keys(keys)
        come_back(lost)
        for page in pages:
            expect(page.locator("#saved")).to_have_text("Saved.", timeout=SLOW)
            assert count_kept(page) == 0
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360
        shot(phone.page, screenshots / "phone.png", number)
        violations = look_for_violations(phone.page)

        said = f"3 pupils · {3 * number} answers"
        expect(teacher.page.locator(".live-class .summary")).to_have_text(said, timeout=SLOW)
        teacher.page.get_by_role("button", name="Reveal to the class").click()
        for page in pages:
            expect(page.get_by_role("heading", name="Revealed")).to_be_visible(timeout=SLOW)
            expect(page.locator("#saved")).to_have_count(0)
        violations += look_for_violations(phone.page) if number == 1 else []
        assert violations == []

    expect(teacher.page.get_by_text("Every task is revealed")).to_be_visible()
    expect(teacher.page.get_by_role("button", name="Next task")).to_have_count(0)
    look_at_projector(teacher.page, room, screenshots)
    look_at_results(teacher.page, room, screenshots)


def look_for_violations(page) -> list:
    """At the end of the page, where the bar with the button covers nothing; axe knows of no scrolling."""
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    return list_violations(page)


def look_at_projector(page, room: str, screenshots) -> None:
    page.goto(f"{room}/projector")
    expect(page.get_by_role("heading", name="Revealed")).to_be_visible()
    assert list_violations(page) == []
    assert page.evaluate(SMALL) == []
    page.screenshot(path=screenshots / "projector.png")


def look_at_results(page, room: str, screenshots) -> None:
    page.goto(f"{room}/results")
    for name in ("Zoë", "Ann", "Bob"):
        expect(page.get_by_role("row", name=re.compile(name))).to_contain_text(f"{TASKS} of {TASKS}")
    expect(page.get_by_text("All 3 pupils chose the same.").first).to_be_visible()
    page.screenshot(path=screenshots / "results.png")


def shot(page, path, number: int) -> None:
    if number == 1:
        page.screenshot(path=path)


def choose_without_network(reader) -> None:
    """Answer while nothing can be sent; the answer stays on the device."""
    reader.context.set_offline(True)
    choose_one(reader.page)
    expect(reader.page.get_by_text("No connection.")).to_be_visible()
    assert count_kept(reader.page) == 1


def come_back(reader) -> None:
    reader.context.set_offline(False)
    expect(reader.page.locator("#saved")).to_have_text("Saved.", timeout=SLOW)
    assert all("DISCONNECTED" in trouble for trouble in reader.troubles)
    reader.troubles.clear()


def choose_by_keys(reader) -> None:
    """Reach the first answer with Tab and choose it with Space."""
    for _ in range(80):
        reader.press("Tab")
        if reader.page.evaluate("document.activeElement.matches('.choice input, .tap input')"):
            reader.press("Space")
            return
    raise AssertionError("Tab does not reach an answer")


def join_by_keys(reader, code: str) -> None:
    reader.page.goto(f"{reader.address}/join")
    reader.tab_to("^Code")
    reader.page.keyboard.type(code)
    reader.press("Tab")
    reader.page.keyboard.type("Ann")
    reader.press("Enter")
    expect(reader.page.get_by_text("Wait for your teacher")).to_be_visible()


def count_kept(page) -> int:
    """How many answers the browser keeps."""
    return page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('copytrail-answer')).length")


def test_pupil_works_without_scripts(open_reader, address):
    teacher, pupil = open_reader(), open_reader(java_script_enabled=False, **PHONE)
    take_bundled_lesson(teacher.page, address)
    start_class(teacher.page)
    join(pupil.page, address, read_code(teacher.page), "Zoë")
    teacher.page.get_by_role("button", name="Begin with task 1").click()
    expect(teacher.page.get_by_text("class is here")).to_be_visible()

    pupil.page.get_by_role("link", name="Look again").click()
    choose_one(pupil.page)
    pupil.page.get_by_role("button", name="Save").click()

    expect(pupil.page.locator("#saved")).to_have_text("Saved.")
    expect(pupil.page.locator(".choice input").first).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_classroom_has_no_axe_violation(open_reader, address, scheme):
    reader = open_reader(color_scheme=scheme)
    page = reader.page
    take_bundled_lesson(page, address)
    room = start_class(page)
    code = read_code(page)
    page.goto(f"{address}/lessons")
    lesson = page.get_by_role("link", name="Whose words are these?").last.get_attribute("href")

    found = {}
    for path in ("/lessons", lesson, f"{lesson}/tasks/t1", f"{lesson}/preview", f"{lesson}/tasks/new?kind=origin"):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found[path.replace(lesson, "lesson")] = list_violations(page)
    for path in ("", "/projector", "/projector?theme=dark", "/projector?theme=light", "/results"):
        page.goto(room + path)
        found[path or "class"] = list_violations(page)
    join(page, address, code, f"Zoë {scheme}")
    found["waiting"] = list_violations(page)
    for path in (f"{page.url}/sheet", f"{room}/sheets"):
        page.goto(path)
        found[path.rpartition("/")[2]] = list_violations(page)

    assert {path: each for path, each in found.items() if each} == {}
