"""Pages that are there, and what is said of those that are not."""

from __future__ import annotations

import hashlib
import zlib
from gzip import compress

import pytest

from copytrail.version import VERSION
from tests.webapp.fetching.conftest import NOON
from tests.webapp.fetching.sites import PAGE, PUBLIC, by_path, say, send_on
from webapp.allowed import read_allowed
from webapp.faults import UnreachablePage
from webapp.fetching import Fetcher, Rules

PASTE = "Open the page in a browser, and paste its text or save it as a file."


def test_page_comes_with_what_is_known(fetch):
    page = fetch(say(), "http://News.example/a?b=c#top")

    assert (page.content, page.content_type, page.status) == (PAGE, "text/html; charset=utf-8", 200)
    assert (page.url, page.asked) == ("http://news.example/a?b=c", "http://News.example/a?b=c#top")
    assert (page.fetched, page.sha256) == (NOON, hashlib.sha256(PAGE).hexdigest())


def test_request_tells_who_asks_only(fetch, world):
    fetch(say(), "http://news.example/a?b=c#top")

    lines = (
        b"GET /a?b=c HTTP/1.1",
        b"Host: news.example",
        b"User-Agent: Copytrail/%s (fetches one page because a person asked for it; follows no links)"
        % VERSION.encode(),
        b"Accept: text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9, */*;q=0.5",
        b"Accept-Encoding: gzip, deflate",
        b"Connection: close",
    )
    assert world.sites[PUBLIC].requests == [b"\r\n".join((*lines, b"", b""))]


def test_redirects_bring_no_cookies_along(fetch, world):
    answers = by_path(home=say(b"", status="302 Found", Location="/b", Set_Cookie="id=1"), b=say())

    fetch(answers)

    assert world.sites[PUBLIC].paths == ["/", "/b"]
    assert not any(b"cookie" in each.lower() or b"referer" in each.lower() for each in world.sites[PUBLIC].requests)


def test_environment_names_no_proxy(fetch, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert fetch(say()).content == PAGE


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_every_redirect_is_followed(fetch, status):
    page = fetch(by_path(home=send_on("/news/../b?c=1#d", status), b=say()))

    assert page.url == "http://news.example/b?c=1"


def test_redirect_in_utf8_is_followed(fetch, world):
    fetch(by_path(home=send_on("/é s".encode().decode("latin-1")), **{"%C3%A9%20s": say()}))

    assert world.sites[PUBLIC].paths == ["/", "/%C3%A9%20s"]


def test_five_redirects_are_followed(fetch):
    steps = {f"p{number}": send_on(f"/p{number + 1}") for number in range(1, 5)}

    assert fetch(by_path(home=send_on("/p1"), **steps, p5=say())).url == "http://news.example/p5"


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        (compress(PAGE), "gzip"),
        (compress(PAGE), "x-gzip"),
        (compress(PAGE[:20]) + compress(PAGE[20:]), "GZIP"),
        (compress(PAGE) + b"\0\0\0", "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE, wbits=-15), "deflate"),
        (PAGE, "identity"),
    ],
    ids=["gzip", "x-gzip", "members", "padded", "zlib", "bare", "plain"],
)
def test_packed_page_is_unpacked(fetch, packed, coding):
    assert fetch(say(packed, Content_Encoding=coding)).content == PAGE


def test_page_in_chunks_is_joined(fetch):
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:5], PAGE[5:])) + b"0\r\n\r\n"

    assert fetch(say(chunks, Content_Length="", Transfer_Encoding="chunked")).content == PAGE


def test_page_without_length_ends_with_connection(fetch):
    assert fetch(say(Content_Length="")).content == PAGE


def test_early_hints_are_passed_over(fetch):
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"

    assert fetch(hints + say()).content == PAGE


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("nonsense", ""),
        (f"text/{'x' * 9000}", ""),
        ("application/octet-stream", "application/octet-stream"),
        ("TEXT/HTML;charset='UTF-8'", "text/html; charset=utf-8"),
        ('text/html; x="a;b"; charset=windows-1252; charset=utf-8', "text/html; charset=windows-1252"),
        ("application/pdf", "application/pdf"),
        ("text/plain; charset=\xe9", "text/plain"),
    ],
)
def test_content_type_is_written_one_way(fetch, given, kept):
    assert fetch(say(Content_Type=given)).content_type == kept


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("401 Unauthorized", "The site wants a log-in for this page (401)."),
        ("402 Payment Required", "The site wants money for this page (402)."),
        (
            "403 Forbidden",
            "The site does not give this page to programs, or wants a log-in or money for it (403).",
        ),
        ("404 Not Found", "There is no page at this address (404)."),
        ("410 Gone", "The page is no longer at this address (410)."),
        ("429 Too Many Requests", "The site gets too many requests just now (429)."),
        ("451 Unavailable", "The site may not show this page, for legal reasons (451)."),
        ("503 Service Unavailable", "The site has trouble of its own (503); try again later."),
        ("304 Not Modified", "The site sent no page (304)."),
        ("204 No Content", "The site sent no page (204)."),
        ("206 Partial Content", "The site sent no page (206)."),
        ("300 Multiple Choices", "The site sent no page (300)."),
        ("999 Go Away", "The site has trouble of its own (999); try again later."),
    ],
)
def test_missing_page_says_why(fetch, status, sentence):
    with pytest.raises(UnreachablePage) as error:
        fetch(say(status=status))

    assert str(error.value) == f"{sentence} {PASTE}"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (say(b""), "The site sent an empty page."),
        (
            say(Content_Type="image/png"),
            "What stands at this address is not a text that Copytrail reads (image/png).",
        ),
        (
            say(Content_Type="video/mp4; codecs=x"),
            "What stands at this address is not a text that Copytrail reads (video/mp4).",
        ),
        (
            say(Content_Encoding="br"),
            "The site sends the page compressed in a way that Copytrail does not know.",
        ),
        (
            say(Transfer_Encoding="gzip, chunked"),
            "The site sends the page compressed in a way that Copytrail does not know.",
        ),
        (
            say(Content_Encoding="gzip, gzip"),
            "The site sends the page compressed in a way that Copytrail does not know.",
        ),
        (
            send_on("/"),
            "The site sends on from page to page without end, often because it wants to set cookies.",
        ),
        (
            say(b"", status="302 Found"),
            "The site sends on to another page, but not to an address that can be opened.",
        ),
    ],
)
def test_unusable_answer_says_why(fetch, answer, sentence):
    with pytest.raises(UnreachablePage) as error:
        fetch(answer)

    assert str(error.value) == f"{sentence} {PASTE}"


def test_second_number_of_name_is_tried(make_site, make_fetcher, world):
    world.names["news.example"] = ("2606:2800::1", PUBLIC)
    world.sites[PUBLIC] = make_site(say())

    page = make_fetcher().fetch_page("http://news.example/")

    assert page.content == PAGE
    assert world.connected == [("2606:2800::1", 80), (PUBLIC, 80)]


def test_silent_site_is_told_of(make_fetcher):
    with pytest.raises(UnreachablePage, match=r"^The site does not answer\. Open the page"):
        make_fetcher().fetch_page("http://news.example/")


def test_unknown_name_is_told_of(make_fetcher):
    with pytest.raises(UnreachablePage, match="its name is unknown, it lies in a private network"):
        make_fetcher().fetch_page("http://nowhere.example/")


def test_switched_off_fetcher_connects_nowhere(make_fetcher, world):
    fetcher = make_fetcher(is_on=False)

    with pytest.raises(UnreachablePage, match=r"^Addresses are not fetched here: it is switched off\. Open"):
        fetcher.fetch_page("http://news.example/")
    assert (fetcher.is_on, world.looked_up, world.connected) == (False, [], [])


def test_full_fetcher_asks_to_wait(make_site, make_fetcher, world):
    fetcher = make_fetcher(places=1)
    refusals: list[str] = []

    def fetch_another(channel, request) -> None:
        try:
            fetcher.fetch_page("http://news.example/")
        except UnreachablePage as error:
            refusals.append(str(error))
        channel.sendall(say())

    world.sites[PUBLIC] = make_site(fetch_another)
    page = fetcher.fetch_page("http://news.example/")

    assert page.content == PAGE
    assert refusals == [f"Too many pages are being fetched just now; try again in a moment. {PASTE}"]


def test_place_is_free_after_failures(make_fetcher, make_site, world):
    fetcher = make_fetcher(places=1)
    for _ in range(3):
        with pytest.raises(UnreachablePage, match="does not answer"):
            fetcher.fetch_page("http://news.example/")
    world.sites[PUBLIC] = make_site(say())

    assert fetcher.fetch_page("http://news.example/").content == PAGE


def test_log_names_no_address(fetch, caplog):
    caplog.set_level("DEBUG")
    fetch(say(), "http://news.example/secret")
    with pytest.raises(UnreachablePage, match="404"):
        fetch(say(status="404 Not Found"), "http://news.example/secret")

    assert caplog.messages == [f"page fetched, {len(PAGE)} bytes", "no page fetched"]


def test_real_connections_reach_allowed_site(make_site):
    site = make_site(say())
    rules = Rules(allowed=read_allowed(f"127.0.0.1:{site.port}"))

    page = Fetcher(rules, lambda: NOON).fetch_page(f"http://127.0.0.1:{site.port}/")

    assert page.content == PAGE
