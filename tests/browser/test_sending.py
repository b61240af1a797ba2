"""What a browser brings besides files: rich text pasted into a box, and pages sent by the bookmark."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain");
  const box = document.getElementById("original-text");
  box.focus();
  return box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
NEWS = (
    b"<!doctype html><html lang=en><head><title>Bridge opens at last</title></head><body><nav><a href=/>Home</a></nav>"
    b"<article><h1>Bridge opens at last</h1><p>The minister opened the new bridge over the river on Monday and thanked "
    b"the engineers who built it.</p><div id=late></div></article>"
    b"<script>document.getElementById('late').innerHTML = '<p>Residents had waited for a crossing since the ferry "
    b"stopped running two winters ago, and many came to see it.</p>'</script></body></html>"
)


class News(BaseHTTPRequestHandler):
    """A site whose page is built by a script in part."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(NEWS)

    def log_message(self, *_arguments):
        """Keeps quiet."""


@pytest.fixture
def news():
    server = ThreadingHTTPServer(("127.0.0.1", 0), News)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://localhost:{server.server_port}/bridge"
    server.shutdown()
    server.server_close()


def test_pasted_rich_text_keeps_its_lines(reader):
    reader.open_home()

    reader.page.evaluate(PASTE, "<h2>Bridge opens</h2><p>It is <b>long</b>.</p><ul><li>Two lanes</li></ul>")

    expect(reader.page.locator("#original-text")).to_have_value("Bridge opens\n\nIt is long.\n\n• Two lanes")
    reader.page.get_by_text("Unfinished form saved").wait_for()


def test_paste_without_blocks_stays_plain(reader):
    reader.open_home()

    is_left_alone = reader.page.evaluate(PASTE, "<b>word</b>")

    assert is_left_alone
    assert reader.page.locator("#original-text").input_value() == ""


def test_bookmark_sends_what_the_browser_shows(reader, news, browser):
    reader.page.goto(reader.address + "/pages")
    bookmark = reader.page.get_by_role("link", name="Send to Copytrail").get_attribute("href")
    elsewhere = browser.new_context()
    page = elsewhere.new_page()
    page.goto(news)

    with elsewhere.expect_page() as opened:
        page.evaluate(bookmark.removeprefix("javascript:"))
    arrived = opened.value
    arrived.wait_for_url("**/pages/*")
    arrived.get_by_role("button", name="The article of a new case").click()
    arrived.wait_for_url("**draft=**")

    card = arrived.locator("#article-1")
    assert news in card.inner_text()
    arrived.fill("#original-text", "The minister opened the new bridge over the river on Monday.")
    arrived.get_by_role("button", name="Compare", exact=True).last.click()
    arrived.wait_for_url("**/texts")
    assert "Residents had waited for a crossing" in arrived.locator("#document-1").inner_text()
    elsewhere.close()
