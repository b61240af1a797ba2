"""What a reader does at the page, by mouse or by keyboard; tests are written in these deeds."""

from __future__ import annotations

import re
import zlib
from pathlib import Path


class Reader:
    """Somebody in front of a browser."""

    def __init__(self, context, address: str, *, scripts: bool = True) -> None:
        self.context, self.address, self.scripts = context, address, scripts
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.requests: list[str] = []
        self.troubles: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self._note)

    def _note(self, message) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.troubles.append(message.text)

    def open_home(self) -> None:
        self.page.goto(self.address + "/")

    def open_example(self, article: int = 1, query: str = "") -> str:
        """The bundled case at one article; gives the address of the case."""
        self.open_home()
        self.page.get_by_role("button", name=re.compile("example", re.IGNORECASE)).click()
        self.page.wait_for_url("**/cases/*")
        case = self.page.url
        self.page.goto(f"{case}/articles/{article}{query}")
        self.wait_for_scripts()
        return case

    def open_again(self, query: str = "") -> None:
        self.page.goto(self.page.url.partition("?")[0].partition("#")[0] + query)
        self.wait_for_scripts()

    def wait_for_scripts(self) -> None:
        """Until htmx has taken over the links; before that they load whole pages, which is right but not meant."""
        if self.scripts:
            self.page.wait_for_selector("#comparison [data-htmx-powered]", state="attached")

    def paste(self, release: str, article: str) -> None:
        boxes = self.page.locator("textarea")
        boxes.nth(0).fill(release)
        boxes.nth(1).fill(article)

    def compare(self) -> None:
        self.page.get_by_role("button", name="Compare", exact=True).last.click()
        self.page.wait_for_url("**/articles/1")
        self.wait_for_scripts()

    def receive(self, *files: object, place: str = "article-1") -> None:
        """Choose files for a text and wait until they are kept for it."""
        self.page.set_input_files(f"#{place}-file", files)
        self.page.wait_for_selector(f"#{place}-attachment")

    def compare_files(self) -> None:
        """Send a form that holds files, which leads to what was kept of them."""
        self.page.get_by_role("button", name="Compare", exact=True).last.click()
        self.page.wait_for_url("**/texts")

    def set_aside(self, name: str) -> None:
        self._change_paragraph(f"Set aside {name}", f"Restore {name}")

    def restore(self, name: str) -> None:
        self._change_paragraph(f"Restore {name}", f"Set aside {name}")

    def _change_paragraph(self, deed: str, opposite: str) -> None:
        self.page.get_by_role("button", name=deed, exact=True).click()
        self.page.get_by_role("button", name=opposite, exact=True).wait_for()

    def click_passage(self, key: str, side: str = "d") -> None:
        """Click the first line of a passage, where a hand would."""
        passage = self.page.locator(f"#{side}-{key}")
        passage.scroll_into_view_if_needed()
        box = passage.evaluate(
            """e => { const r = e.querySelector('mark').getClientRects()[0];
            return [r.x + r.width / 2, r.y + r.height / 2] }"""
        )
        self.page.mouse.click(*box)
        self.wait_for_detail(key)

    def wait_for_detail(self, key: str) -> None:
        self.page.wait_for_selector(f"#comparison[data-focus='{key}'] #detail")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, name: str, limit: int = 80) -> None:
        """Press Tab until the control of this name has the focus."""
        for _ in range(limit):
            self.page.keyboard.press("Tab")
            if re.search(name, self.focused, re.IGNORECASE):
                return
        raise AssertionError(f"Tab does not reach {name!r}")

    def choose_filter(self, label: str) -> None:
        self.page.get_by_role("navigation", name="Show only").get_by_role("link", name=re.compile(label)).click()

    def save(self, folder: Path, title: str) -> bytes:
        """Save a file of the export menu."""
        self.page.locator("#export > summary").click()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=re.compile(title)).click()
        target = folder / waiting.value.suggested_filename
        waiting.value.save_as(target)
        return target.read_bytes()

    def shoot(self, path: Path, *, whole: bool = False) -> None:
        self.page.evaluate("document.fonts.ready")
        self.page.screenshot(path=path, full_page=whole)

    def wait_until(self, condition: str) -> None:
        """Wait for a condition in JavaScript; asked from outside, because the page forbids evaluating strings."""
        for _ in range(100):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came true: {condition}")

    def weigh(self, url: str) -> int:
        """The bytes of an answer as a compressing server would send it; fonts are compressed already."""
        body = self.context.request.get(url).body()
        return len(body) if ".woff2" in url else len(zlib.compress(body, 6))

    @property
    def focused(self) -> str:
        """What has the focus, by its name."""
        return self.page.evaluate(
            """() => { const e = document.activeElement, label = e.labels && e.labels[0];
            return (e.getAttribute('aria-label') || (label && label.innerText) || e.innerText || e.id || e.tagName)
            .trim().replace(/\\s+/g, ' ') }"""
        )

    @property
    def focused_key(self) -> str:
        return self.page.evaluate("document.activeElement.dataset.key || ''")

    @property
    def announced(self) -> str:
        self.wait_until("document.getElementById('live').textContent !== ''")
        return self.page.locator("#live").inner_text()

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()
