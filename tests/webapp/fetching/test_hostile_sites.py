"""Sites that are slow, endless, swollen or broken: each ends in a sentence, within the time and the size."""

from __future__ import annotations

import gzip
import socket
import zlib

import pytest

from tests.webapp.fetching.sites import PAGE, PUBLIC, say, send_on
from webapp.faults import UnreachablePage

SLOW = "The site did not send the page within"
LARGE = "The page is larger than"
GARBLED = r"The site's answer cannot be understood\."
BROKEN = r"The page broke off before its end\."
ZEROS = 30_000_000


def dribble(start: bytes, piece: bytes = b"x"):
    """Sends the start, then one piece after the other until nobody listens."""

    def answer(channel: socket.socket, request: bytes) -> None:
        channel.sendall(start)
        for _ in range(200):
            channel.sendall(piece)
            channel.settimeout(0.05)
            try:
                if not channel.recv(1):
                    return
            except TimeoutError:
                continue

    return answer


def flood(start: bytes, piece: bytes):
    """Sends the start, then pieces as fast as they are taken."""

    def answer(channel: socket.socket, request: bytes) -> None:
        channel.sendall(start)
        while True:
            channel.sendall(piece)

    return answer


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        dribble(b""),
        dribble(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        dribble(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        dribble(HEAD + b"\r\n"),
        dribble(HEAD + b"Content-Length: 100000\r\n\r\n"),
        dribble(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        dribble(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        dribble(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-8], b""),
    ],
)
def test_dribbling_site_meets_one_deadline(fetch, answer):
    with pytest.raises(UnreachablePage, match=f"{SLOW}|{GARBLED}"):
        fetch(answer, seconds=0.4)


def test_slow_redirects_share_one_deadline(fetch, world):
    def send_on_slowly(channel: socket.socket, request: bytes) -> None:
        world.sites[PUBLIC].stopped.wait(0.3)
        channel.sendall(send_on("/again"))

    with pytest.raises(UnreachablePage, match=SLOW):
        fetch(send_on_slowly, seconds=0.7)
    assert len(world.sites[PUBLIC].paths) < 6


def test_slow_name_meets_the_deadline(make_fetcher, world, make_site):
    site = make_site(say())

    def never(name: str, port: int) -> tuple[str, ...]:
        site.stopped.wait(3)
        return (PUBLIC,)

    world.resolve = never

    with pytest.raises(UnreachablePage, match=SLOW):
        make_fetcher(seconds=0.3).fetch_page("http://news.example/")


def test_silent_handshake_meets_the_deadline(fetch):
    def keep_silent(channel: socket.socket, request: bytes) -> None:
        channel.recv(1)

    with pytest.raises(UnreachablePage, match=SLOW):
        fetch(keep_silent, "https://news.example/", seconds=0.4)


def test_dribbling_handshake_meets_the_deadline(fetch):
    with pytest.raises(UnreachablePage, match=SLOW):
        fetch(dribble(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc", b"\0"), "https://news.example/", seconds=0.4)


@pytest.mark.parametrize(
    "answer",
    [
        flood(HEAD + b"\r\n", bytes(65536)),
        flood(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + bytes(65536) + b"\r\n"),
        flood(HEAD + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n", bytes(65536)),
        flood(HEAD + b"Content-Length: -5\r\n\r\n", bytes(65536)),
        say(PAGE, Content_Length="300000"),
        say(PAGE, Content_Length="9" * 30),
        say(gzip.compress(bytes(ZEROS)), Content_Encoding="gzip"),
        say(zlib.compress(bytes(ZEROS)), Content_Encoding="deflate"),
        say(b"".join(gzip.compress(bytes(20_000)) for _ in range(20)), Content_Encoding="gzip"),
    ],
)
def test_endless_page_meets_the_limit(fetch, answer):
    with pytest.raises(UnreachablePage, match=LARGE):
        fetch(answer, size=200_000)


def test_page_as_large_as_allowed_comes(fetch):
    assert len(fetch(say(b"x" * 1000), size=1000).content) == 1000


def test_page_one_byte_larger_does_not(fetch):
    with pytest.raises(UnreachablePage, match=LARGE):
        fetch(say(b"x" * 1001, Content_Length=""), size=1000)


@pytest.mark.parametrize(
    "answer",
    [
        b"\r\n\r\n",
        b"<html>Zero point nine</html>",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"220 mail.example ESMTP\r\n",
        b"HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 -200 OK\r\n\r\n",
        b"HTTP/1.1 20000 OK\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK" + b"x" * 70_000,
        b"HTTP/1.1 101 Switching Protocols\r\n\r\n" * 20,
        HEAD + b"X-Long: " + b"x" * 70_000 + b"\r\n\r\n",
        HEAD + b"".join(b"X-%d: y\r\n" % number for number in range(200)) + b"\r\n",
        HEAD + b"".join(b"X-%d: %s\r\n" % (number, b"y" * 60_000) for number in range(8)) + b"\r\n",
        say(b"no gzip at all", Content_Encoding="gzip"),
        say(gzip.compress(PAGE)[:-8] + bytes(8), Content_Encoding="gzip"),
        say(b"\xff\xff\xff", Content_Encoding="deflate"),
        say(gzip.compress(b"") * 100, Content_Encoding="gzip"),
    ],
)
def test_garbled_answer_is_refused(fetch, answer):
    with pytest.raises(UnreachablePage, match=GARBLED):
        fetch(answer)


@pytest.mark.parametrize(
    "answer",
    [
        say(PAGE, Content_Length="5000"),
        say(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"),
        say(zlib.compress(PAGE)[:-5], Content_Encoding="deflate"),
        say(b"5\r\nhello\r\n", Content_Length="", Transfer_Encoding="chunked"),
        say(b"zz\r\nhello\r\n0\r\n\r\n", Content_Length="", Transfer_Encoding="chunked"),
        say(b"\r\n\r\n", Content_Length="", Transfer_Encoding="chunked"),
        say(b"fffffffffffffffffffffff\r\nhello", Content_Length="", Transfer_Encoding="chunked"),
        say(b"f" * 70_000, Content_Length="", Transfer_Encoding="chunked"),
    ],
)
def test_page_that_breaks_off_is_refused(fetch, answer):
    with pytest.raises(UnreachablePage, match=BROKEN):
        fetch(answer)


def test_site_that_hangs_up_is_told_of(fetch):
    with pytest.raises(UnreachablePage, match=r"^The site does not answer\."):
        fetch(b"")


def test_short_length_gives_what_it_says(fetch):
    assert fetch(say(PAGE, Content_Length="12")).content == PAGE[:12]


def test_refused_page_is_not_read(fetch, world):
    with pytest.raises(UnreachablePage, match=r"not a text that Copytrail reads \(video/mp4\)"):
        fetch(flood(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", bytes(65536)))
