"""Whatever a site answers is read or refused in words."""

from __future__ import annotations

import gzip

from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.fetching.sites import PAGE
from webapp.faults import UnreachablePage
from webapp.fetching.connection import Wire
from webapp.fetching.deadline import Deadline
from webapp.fetching.exchange import ask
from webapp.fetching.location import read_location

LIMIT = 500
LINES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK",
        b"HTTP/1.0 302 Found",
        b"HTTP/1.1 103 Early Hints",
        b"HTTP/1.1 204",
        b"HTTP/1.1 \xb2\xb20 ?",
        b"Content-Length: 60",
        b"Content-Length: -1",
        b"Content-Length: 1_0",
        b"Content-Length:",
        b"Transfer-Encoding: chunked",
        b"Transfer-Encoding: Chunked, gzip",
        b"Content-Encoding: gzip",
        b"Content-Encoding: deflate",
        b"Content-Type: text/html; charset=\xff",
        b"Content-Type: multipart/mixed; boundary=x",
        b"Content-Type: =?utf-8?q?text/html?=",
        b"Location: =?utf-8?b?aHR0cDovLzEyNy4wLjAuMS8=?=",
        b"Location: http://news.example/\xc3\xa9",
        b" folded: line",
        b": nameless",
        b"no colon",
        b"",
        b"5",
        b"hello",
        b"0",
        b"-5",
        b"0x5;a=b",
        b"ffffffffffffffffffff",
        PAGE,
        gzip.compress(PAGE),
    ]
)
ENDS = st.sampled_from([b"\r\n", b"\n", b"\r", b"\r\n\r\n", b""])
ANSWERS = st.lists(st.tuples(LINES | st.binary(max_size=20), ENDS), max_size=20).map(
    lambda parts: b"".join(line + end for line, end in parts)
)


class Channel:
    """A connection on which everything has already been said."""

    def __init__(self, said: bytes) -> None:
        self.said = said

    def settimeout(self, seconds: float) -> None:
        assert 0 < seconds <= 5

    def sendall(self, data: bytes) -> None:
        assert data.endswith(b"\r\n\r\n")

    def recv_into(self, buffer: memoryview) -> int:
        piece = self.said[: len(buffer)]
        self.said = self.said[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


@given(ANSWERS | ANSWERS.map(b"HTTP/1.1 200 OK\r\n".__add__))
def test_any_answer_is_read_or_refused(said):
    try:
        answer = ask(Wire(Channel(said), Deadline(5)), read_location("http://news.example/"))
        content = answer.read_body(LIMIT)
    except UnreachablePage:
        return

    assert len(content) <= LIMIT
    assert answer.content_type.isascii()
