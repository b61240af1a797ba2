"""A comparison in a real browser: the first paint, the frames of scrolling and filtering, the bytes. `make bench-page`.

The production server runs on a database of its own; Chromium opens the bundled pair and pairs of 10,000 words with an
empty cache, scrolls each page through and presses every filter and view. A frame is the time between two calls of
`requestAnimationFrame`, so that script, style, layout and painting all count.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.server import give_texts
from bench.texts import edit, make_original, shuffle
from bench.visitor import Visitor, run_server

WORDS = 10_000
ROUNDS = 5
PAINT, FRAME, WEIGHT = 300, 100, 250
"""The goals: milliseconds to the first content, milliseconds of the longest frame, kB of the packed page."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
_WATCH = """() => {
  window.frames_ = []; let last = performance.now();
  const note = (now) => { window.frames_.push(now - last); last = now; window.watch_ = requestAnimationFrame(note); };
  window.watch_ = requestAnimationFrame((now) => { last = now; note(now); });
}"""
_TAKE = "() => { cancelAnimationFrame(window.watch_); return window.frames_; }"
_SCROLL = """async (name) => {
  const box = name ? document.querySelector(name) : document.scrollingElement;
  const end = () => box.scrollHeight - box.clientHeight;
  for (let place = 0; place < end(); place += 400) {
    box.scrollTop = place; await new Promise(requestAnimationFrame);
  }
  box.scrollTop = end();
  for (let more = 0; more < 5; more += 1) await new Promise(requestAnimationFrame);
}"""
_PRESS = """(name) => new Promise((done) => {
  document.addEventListener("htmx:after:swap", () => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150)));
  }, { once: true });
  document.querySelector(name).click();
})"""
_PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") done(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""
_SENT = """() => {
  const sum = (name) => performance.getEntriesByType(name).reduce((all, each) => all + each.encodedBodySize, 0);
  return [sum("navigation"), sum("resource")];
}"""
_READY = "#comparison [data-htmx-powered]"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts to read, and how they are called in the table."""

    name: str
    original: str
    derivative: str


def make_pairs(words: int) -> Iterator[Pair]:
    """The bundled pair and long ones."""
    release, article, *_ = give_texts()
    yield Pair("bundled", release.content.decode(), article.content.decode())
    original = make_original(words)
    yield Pair(f"{words:,} words, edited", original, edit(original))
    yield Pair(f"{words:,} words, shuffled", original, shuffle(original))


def measure(page: Page, address: str) -> Iterator[tuple[str, str, float]]:
    """Each figure of one pair: what was done, its goal, and what came of it."""
    yield "first content, ms", str(PAINT), _paint(page, address)
    page_bytes, others = page.evaluate(_SENT)
    yield "page, packed, kB", str(WEIGHT), page_bytes / 1000
    yield "styles, scripts and fonts, first visit, kB", "", others / 1000
    yield "longest frame of scrolling through, ms", str(FRAME), _scroll(page, "")
    yield "longest frame of filtering, ms", str(FRAME), _press_each(page, '.chip[id^="filter-"]')
    yield "the same, processor time of the page's thread, ms", str(FRAME), _spend_most(page, '.chip[id^="filter-"]')
    yield "longest frame of changing the view, ms", str(FRAME), _press_each(page, '.seg a[id^="view-"]')
    page.goto(f"{address}?view=connected")
    page.wait_for_selector(_READY, state="attached")
    yield "longest frame of scrolling, connected, ms", str(FRAME), _scroll(page, "#pane-article")


def _paint(page: Page, address: str) -> float:
    """The middle of some visits, each with an empty cache."""
    session = page.context.new_cdp_session(page)
    times = []
    for _ in range(ROUNDS):
        session.send("Network.clearBrowserCache")
        page.goto(address)
        page.wait_for_selector(_READY, state="attached")
        times.append(page.evaluate(_PAINTED))
    return statistics.median(times)


def _scroll(page: Page, box: str) -> float:
    page.evaluate(_WATCH)
    page.evaluate(_SCROLL, box)
    frames: list[float] = page.evaluate(_TAKE)
    return max(frames)


def _name_each(page: Page, links: str) -> list[str]:
    """The links to press, and the first once more, which undoes it."""
    names: list[str] = page.eval_on_selector_all(links, "all => all.map((each) => each.id)")
    return [*names, *names[:1]]


def _spend_most(page: Page, links: str) -> float:
    """The most processor time that one of these links takes in all: what a busy machine changes the least."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spend() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(each["value"] for each in metrics if each["name"] == "TaskDuration")

    most = 0.0
    for name in _name_each(page, links):
        before = spend()
        page.evaluate(_PRESS, f"#{name}")
        most = max(most, 1000 * (spend() - before))
    return most


def _press_each(page: Page, links: str) -> float:
    """The longest frame while each of these links is pressed, with what its answer changes."""
    longest = 0.0
    for name in _name_each(page, links):
        page.evaluate(_WATCH)
        page.evaluate(_PRESS, f"#{name}")
        longest = max(longest, *page.evaluate(_TAKE))
    return longest


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The Chromium of this machine, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


def _tell(pair: Pair, row: tuple[str, str, float]) -> str:
    what, goal, got = row
    verdict = "" if not goal else "yes" if got <= float(goal) else "no"
    return f"| {pair.name} | {what} | {goal} | {got:.0f} | {verdict} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=WORDS)
    options = parser.parse_args()
    loads = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"Load of the machine before: {loads:.1f}\n\n| Pair | What | Goal | Got | Reached |\n|---|---|--:|--:|---|")
    with tempfile.TemporaryDirectory() as name, run_server(Path(name)) as (server, _), open_browser() as browser:
        for pair in make_pairs(options.words):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(_compare(server, pair))  # of long texts this shows how far the comparison is, and goes on to it
            page.wait_for_selector(_READY, state="attached", timeout=120_000)
            for row in measure(page, page.url.replace("/progress", "/articles/1").partition("?")[0]):
                print(_tell(pair, row), flush=True)
            page.close()


def _compare(server: tuple[str, int], pair: Pair) -> str:
    """The address of a comparison of the pair, which this makes."""
    fields = {"original-text": pair.original, "article-1-text": pair.derivative, "action": "compare"}
    with Visitor(server) as visitor:
        status, place = visitor.post("/cases", **fields)
    if status != 303:
        raise RuntimeError(f"The comparison was answered with {status}.")
    return f"http://{server[0]}:{server[1]}{place}"


if __name__ == "__main__":
    main()
