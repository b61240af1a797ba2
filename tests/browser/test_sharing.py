"""Sharing in a browser: a link is made by one person, opened by another without scripts, and revoked."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.axe import list_violations

pytestmark = pytest.mark.browser


def make_link(reader, case: str, what: str, **options: str) -> str:
    """Make a link as it is done by hand; gives its address."""
    page = reader.page
    page.goto(f"{case}/shares")
    page.get_by_label("What", exact=True).select_option(what)
    if "sites" in options:
        page.get_by_text("In a frame on another site").click()
        page.get_by_label("Sites that may show it").fill(options["sites"])
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_label("Link", exact=True)).to_be_focused()
    return page.get_by_label("Link", exact=True).input_value()


def test_link_is_read_without_scripts_until_revoked(open_reader):
    maker, holder = open_reader(), open_reader(java_script_enabled=False)
    link = make_link(maker, maker.open_example(), "article-1")

    page = holder.page
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_contain_text("UK-Iraq Partnership")
    page.get_by_role("navigation", name="Show only").get_by_role("link", name=re.compile("Added")).click()
    expect(page).to_have_url(re.compile(r"/shared/[\w-]{43}\?show=added"))
    expect(page.get_by_role("button", name=re.compile("Dismiss|Set|Undo"))).to_have_count(0)
    assert holder.context.cookies() == []

    maker.page.get_by_role("button", name="Revoke").first.click()
    expect(maker.page.get_by_role("status").first).to_contain_text("The link was revoked")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("This link leads nowhere")


def test_link_is_made_and_revoked_by_key(reader):
    case = reader.open_example()
    reader.page.goto(case)

    reader.tab_to("^Share")
    reader.press("Enter")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Share")
    reader.tab_to("^Make the link")
    reader.press("Enter")
    expect(reader.page.get_by_label("Link", exact=True)).to_be_focused()
    reader.tab_to("^Revoke")
    reader.press("Enter")

    expect(reader.page.get_by_role("status").first).to_contain_text("The link was revoked")


def test_frame_stands_on_the_allowed_site(reader, address):
    case = reader.open_example()
    link = make_link(reader, case, "case", sites=address.replace("127.0.0.1", "localhost"))
    answer = reader.context.request.get(f"{link}/embed")

    reader.page.goto(f"{link}/embed/articles/1")

    assert f"frame-ancestors {address.replace('127.0.0.1', 'localhost')}" in answer.headers["content-security-policy"]
    reader.page.get_by_role("button", name="Worth checking").click()
    expect(reader.page.get_by_role("heading", name="Worth checking")).to_be_visible()
    expect(reader.page.get_by_role("link", name="Open the whole page")).to_have_attribute(
        "rel", "noreferrer noopener nofollow"
    )


@pytest.fixture
def site():
    """Another site with one page; what stands in it is set on the handler."""

    class Story(BaseHTTPRequestHandler):
        body = b""

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(self.body)

        def log_message(self, *_said):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Story) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Story, server.server_address[1]
        server.shutdown()


def test_story_shows_the_comparison_in_its_frame(reader, browser, site):
    story, port = site
    link = make_link(reader, reader.open_example(), "case", sites=f"http://localhost:{port}")
    story.body = (
        f'<h1>Story</h1><iframe src="{link}/embed" title="Copytrail" width="800" height="600"></iframe>'.encode()
    )
    page = browser.new_context().new_page()
    whole = page.frame_locator("iframe").get_by_role("link", name="Open the whole page")

    page.goto(f"http://localhost:{port}/")
    expect(whole).to_be_visible()
    assert page.context.cookies() == []

    with page.expect_event("requestfailed") as refused:
        page.goto(f"http://127.0.0.1:{port}/")
    assert refused.value.url == f"{link}/embed"
    expect(whole).to_have_count(0)
    page.context.close()


def test_sharing_has_no_axe_violation(open_reader):
    reader = open_reader(viewport={"width": 320, "height": 640}, bypass_csp=True)
    case = reader.open_example()
    link = make_link(reader, case, "case", sites="https://news.example")

    found = {f"{case}/shares, made": list_violations(reader.page)}
    for address in (f"{case}/shares", link, f"{link}/articles/1?focus=m3", f"{link}/embed/articles/1", f"{link}x"):
        reader.page.goto(address)
        found[address] = list_violations(reader.page)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320, address

    assert {address: each for address, each in found.items() if each} == {}
