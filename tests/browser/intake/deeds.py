"""What a reader does on the way from a page or a file to its comparison."""

from __future__ import annotations

from tests.browser.made_files import PARAGRAPHS, RELEASE

RESIDENTS = PARAGRAPHS[1]


def begin(reader) -> None:
    """A form with the release in its box."""
    reader.open_home()
    reader.page.get_by_label("Text of the release").fill(RELEASE)


def open_page(reader, site) -> None:
    """A form with the release and the page of the site."""
    begin(reader)
    reader.page.locator("#article-1-address").fill(f"http://127.0.0.1:{site.port}/bridge")
    reader.page.get_by_role("button", name="Open the page for Article 1").click()
    reader.page.wait_for_selector("#article-1-attachment")


def clean_page(reader, site) -> None:
    """The cleaning step of the page of the site."""
    open_page(reader, site)
    reader.compare_files()


def name_paragraph(reader, words: str) -> str:
    """What the paragraph with these words is called on the page: A3."""
    number = reader.page.locator("#document-1 .part", has_text=words).locator(".num").first
    return (number.text_content() or "").split()[0]


def press_until(reader, key: str, name: str) -> None:
    """Press a key until the control of this name has the focus."""
    for _ in range(20):
        reader.press(key)
        if reader.focused == name:
            return
    raise AssertionError(f"{key!r} does not reach {name!r}")


def go_on(reader) -> None:
    reader.page.get_by_role("link", name="Compare", exact=True).click()
    reader.page.wait_for_url("**/articles/1")
    reader.wait_for_scripts()


def hold_first(reader, pattern: str) -> list:
    """Hold the first request back until the test lets it go."""
    held: list = []
    reader.page.route(pattern, lambda route: route.continue_() if held else held.append(route))
    return held
