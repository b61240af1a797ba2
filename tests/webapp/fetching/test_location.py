"""Addresses as people paste them and as sites write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.provisional import urls

from webapp.faults import UnreachablePage
from webapp.fetching.location import follow, read_location


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("http://news.example", "http://news.example/"),
        ("  https://news.example/a\n", "https://news.example/a"),
        ("HTTPS://News.EXAMPLE/Path", "https://news.example/Path"),
        ("http://news.example:80/", "http://news.example/"),
        ("https://news.example:443/", "https://news.example/"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("http://news.example:/", "http://news.example/"),
        ("http://news.example:080/", "http://news.example/"),
        ("http://news.example./", "http://news.example/"),
        ("http://news.example?q=1", "http://news.example/?q=1"),
        ("http://news.example/a#b?c", "http://news.example/a"),
        ("http://news.example/a b?c d", "http://news.example/a%20b?c%20d"),
        ("http://news.example/a%20b%2Fc", "http://news.example/a%20b%2Fc"),
        ("http://news.example/a?b=[1]&c=<d>", "http://news.example/a?b=[1]&c=%3Cd%3E"),
        ("http://news.example/größe?q=é", "http://news.example/gr%C3%B6%C3%9Fe?q=%C3%A9"),
        ("http://news.example/a?u=http://b.example/@c", "http://news.example/a?u=http://b.example/@c"),
        ("http://news_1.example/", "http://news_1.example/"),
        ("http://MÜNCHEN.example/", "http://xn--mnchen-3ya.example/"),
        ("http://mu\u0308nchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://новости.example/", "http://xn--b1amnebsh.example/"),
        ("http://新聞。example/", "http://xn--efvv70d.example/"),
        ("http://col·lecció.example/", "http://xn--collecci-ioa91d.example/"),
        ("http://xn--mnchen-3ya.example/", "http://xn--mnchen-3ya.example/"),
        ("http://93.184.215.14/", "http://93.184.215.14/"),
        ("http://[2606:2800:0:0::1]:443/a", "http://[2606:2800::1]:443/a"),
        ("http://1and1.example/", "http://1and1.example/"),
        ("http://0x7f.example/", "http://0x7f.example/"),
    ],
)
def test_address_is_written_one_way(given, url):
    assert read_location(given).url == url


@pytest.mark.parametrize(
    ("header", "url"),
    [
        ("b", "https://news.example/a/b"),
        ("/b", "https://news.example/b"),
        ("../../b", "https://news.example/b"),
        ("?x=1", "https://news.example/a/page?x=1"),
        ("//other.example/b", "https://other.example/b"),
        ("HTTP://other.example", "http://other.example/"),
        ("https://m\xc3\xbcnchen.example/\xc3\xa9", "https://xn--mnchen-3ya.example/%C3%A9"),
        ("/caf\xe9", "https://news.example/caf%C3%A9"),
        (" /b ", "https://news.example/b"),
    ],
)
def test_redirect_is_read_from_here(header, url):
    assert follow(read_location("https://news.example/a/page?q=1"), header).url == url


@given(st.text(max_size=60) | st.text(max_size=40).map("http://{}/".format) | urls())
def test_any_text_is_read_or_refused(text):
    try:
        location = read_location(text)
    except UnreachablePage:
        return

    assert location.url.isascii()
    assert not set(location.url) & set(" \t\r\n\\")
    assert read_location(location.url) == location


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=60))
def test_any_redirect_is_read_or_refused(header):
    try:
        location = follow(read_location("https://news.example/a"), header)
    except UnreachablePage:
        return

    assert read_location(location.url) == location


@given(urls())
def test_written_address_is_taken(url):
    if ":0/" in url or "%" in url.split("/")[2]:
        return

    assert read_location(url).scheme in {"http", "https"}
