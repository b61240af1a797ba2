"""A body unpacked as it comes, counting what comes out: some kilobytes can hold gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from webapp.faults import UnreachablePage
from webapp.fetching.wording import BROKEN_OFF, COMPRESSED, GARBLED, TOO_LARGE

CODINGS = "gzip, deflate"
"""What is asked for."""
_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")
_STEP = 65_536
_MEMBERS = 64
"""A gzip may be several, one after the other; more than so many are no page."""
_GZIP = b"\x1f\x8b"


def unpack(pieces: Iterable[bytes], coding: str, limit: int) -> bytes:
    """The bytes that the pieces of a body hold, which are at most so many.

    >>> unpack([zlib.compress(b"Bridge opens")], "deflate", 100)
    b'Bridge opens'
    """
    if coding not in _PLAIN + _PACKED:
        raise UnreachablePage(COMPRESSED)
    content = bytearray()
    for piece in pieces if coding in _PLAIN else _inflate(pieces):
        content += piece
        if len(content) > limit:
            raise UnreachablePage(TOO_LARGE)
    return bytes(content)


def _inflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    stream = None
    members = 0
    for piece in pieces:
        data = piece
        while data:
            if stream is None or stream.eof:
                if members and not data.startswith(_GZIP[:1]):
                    return
                members += 1
                stream = _open(data, members)
            yield from _drain(stream, data)
            data = stream.unused_data
    if stream is not None and not stream.eof:
        raise UnreachablePage(BROKEN_OFF)


def _open(data: bytes, members: int) -> zlib._Decompress:
    """What unpacks data that begins like this: gzip, or deflate with its header or, as some sites send it, without."""
    if members > _MEMBERS:
        raise UnreachablePage(GARBLED)
    has_header = data.startswith(_GZIP) or (data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0)
    return zlib.decompressobj(zlib.MAX_WBITS | 32 if has_header else -zlib.MAX_WBITS)


def _drain(stream: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """All that comes out of the stream for this data, never more than a step at once."""
    while True:
        try:
            content = stream.decompress(data, _STEP)
        except zlib.error as error:
            raise UnreachablePage(GARBLED) from error
        yield content
        data = stream.unconsumed_tail
        if stream.eof or (not data and len(content) < _STEP):
            return
