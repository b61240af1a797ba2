"""What everybody must be able to do: axe on every page and state, small screens, weight, print."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.axe import list_violations

pytestmark = pytest.mark.browser

STATES = [
    "",
    "?focus=m3",
    "?focus=x2",
    "?show=added",
    "?order=release",
    "?find=iraq&at=3",
    "?view=connected&focus=m6",
    "?view=article",
    "?view=ledger",
    "?view=ledger&fact=name&speech=not_used",
    "?view=report",
]
HEAVIEST = 250_000


def test_comparison_has_no_axe_violation(open_reader):
    reader = open_reader()
    reader.open_example()

    found = {}
    for state in STATES:
        reader.open_again(state)
        reader.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        found[state] = list_violations(reader.page)

    assert {state: each for state, each in found.items() if each} == {}


def test_desk_has_no_axe_violation(open_reader):
    reader = open_reader()
    case = reader.open_example()

    found = {}
    for path in (
        "/",
        case,
        f"{case}/articles/new",
        f"{case}/history",
        f"{case}/export?format=json&short-quotes=9",
        "/api",
        "/account/tokens",
        "/nowhere",
    ):
        reader.page.goto(path if path.startswith("http") else reader.address + path)
        found[path] = list_violations(reader.page)

    assert {path: each for path, each in found.items() if each} == {}


def test_exported_report_has_no_axe_violation(open_reader, tmp_path):
    reader = open_reader()
    reader.open_example()
    (tmp_path / "report.html").write_bytes(reader.save(tmp_path, "HTML"))

    page = open_reader(bypass_csp=True).page
    page.set_content((tmp_path / "report.html").read_text(encoding="utf-8"))

    assert list_violations(page) == []


@pytest.mark.parametrize("state", STATES)
def test_small_screen_never_scrolls_sideways(open_reader, state):
    reader = open_reader(viewport={"width": 320, "height": 640})
    reader.open_example(1, state)

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_comparison_page_is_light(reader):
    reader.open_example()
    reader.requests.clear()
    reader.open_again()
    reader.page.evaluate("document.fonts.ready")

    weights = {urlsplit(url).path.rsplit("/", 1)[-1]: reader.weigh(url) for url in set(reader.requests)}

    assert len(weights) > 8
    assert sum(weights.values()) <= HEAVIEST, weights


def test_every_passage_speaks_its_label(reader):
    reader.open_example()
    words = ("copied", "lightly edited", "paraphrased", "added", "left out", "page furniture")

    marks = reader.page.locator("mark, ins, del").evaluate_all("all => all.map(e => e.textContent)")

    assert marks
    assert [mark for mark in marks if not mark.startswith(tuple(f"[{word}: " for word in words))] == []


SPACING = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important }
        * { word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet] }"""
CUT = """() => [...document.querySelectorAll('main *:not(svg *, .spoken, .rail, .pane)')].filter(e => {
    const style = getComputedStyle(e);
    return e.clientWidth > 3 && ['hidden', 'clip'].includes(style.overflowX) && style.clipPath === 'none'
        && e.scrollWidth > e.clientWidth + 2 }).map(e => e.outerHTML.slice(0, 100))"""


def test_spacing_of_text_cuts_nothing(reader):
    reader.open_example(1, "?focus=m3")

    reader.page.evaluate(SPACING)

    assert reader.page.evaluate(CUT) == []


def test_print_shows_texts_without_controls(reader):
    reader.open_example()

    reader.page.emulate_media(media="print")

    assert not reader.page.locator("#find").is_visible()
    assert reader.page.locator("#filter-1").is_visible()
    assert not reader.page.locator("#rail").is_visible()
    assert reader.page.locator("#R2").is_visible()
    assert reader.page.locator("#R15").is_visible()


@pytest.mark.parametrize("view", ["aligned", "report"])
def test_paper_holds_nothing_to_click(open_reader, view):
    reader = open_reader()
    reader.open_example(1, f"?view={view}")

    reader.page.emulate_media(media="print")

    for control in ("nav.seg", "form", "header.app", ".rail", ".strip"):
        assert not any(each.is_visible() for each in reader.page.locator(control).all())
    assert reader.page.locator("mark").first.is_visible()


def test_right_to_left_text_runs_from_the_right(reader):
    arabic = "أعلنت الوزارة افتتاح الجسر الجديد على النهر يوم الاثنين بعد ثلاث سنوات من العمل المتواصل."
    reader.open_home()
    reader.paste(arabic, arabic.replace("الجديد", "القديم"))
    reader.compare()

    assert reader.page.locator("#A1").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert reader.page.locator("#R1").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_nothing_dead_is_offered_without_scripts(open_reader):
    reader = open_reader(java_script_enabled=False)

    reader.open_example(1, "?focus=m3")

    assert not reader.page.get_by_role("button", name="Copy").is_visible()


@pytest.mark.parametrize("view", ["aligned", "connected", "ledger", "report"])
def test_paper_names_both_texts(reader, view):
    reader.open_example(1, f"?view={view}")

    reader.page.emulate_media(media="print")

    for name in ("Press release on the UK–Iraq returns agreement", "UK-Iraq Partnership Bolsters"):
        assert any(each.is_visible() for each in reader.page.get_by_text(name).all())


def test_labels_on_grey_paper_keep_letter_and_edge(reader):
    reader.open_example()

    reader.page.emulate_media(media="print")

    for label in (".chip.c", ".chip.o", ".gutter.e b"):
        edge = reader.page.locator(label).first.evaluate("e => getComputedStyle(e).borderTopStyle")
        assert edge == "solid"


@pytest.mark.parametrize("width", [1280, 901, 700])
def test_filters_are_reached_by_tab_and_by_ear(open_reader, width):
    reader = open_reader(viewport={"width": width, "height": 900})
    reader.open_example()
    if width < 900:
        reader.page.get_by_text("Views, filters and search").click()

    reader.tab_to("^C\\s*Copied")
    tree = reader.context.new_cdp_session(reader.page).send("Accessibility.getFullAXTree")

    links = [node["name"]["value"] for node in tree["nodes"] if node.get("role", {}).get("value") == "link"]
    assert any(name.startswith("Copied") for name in links)
