"""Bodies unpacked as they come, in whatever pieces."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.faults import UnreachablePage
from webapp.fetching.unpacking import unpack


def pack(data: bytes, kind: str) -> tuple[bytes, str]:
    if kind == "gzip":
        return gzip.compress(data), "gzip"
    return zlib.compress(data, wbits=15 if kind == "zlib" else -15), "deflate"


def cut(data: bytes, step: int) -> list[bytes]:
    return [data[start : start + step] for start in range(0, len(data), step)]


@given(
    st.binary(max_size=2000) | st.integers(0, 300_000).map(bytes),
    st.sampled_from(["gzip", "zlib", "raw"]),
    st.integers(2, 5000),
)
def test_what_was_packed_comes_back(data, kind, step):
    packed, coding = pack(data, kind)

    assert unpack(cut(packed, step), coding, 300_000) == data


@given(st.binary(max_size=300), st.sampled_from(["", "gzip", "deflate"]), st.integers(1, 50))
def test_any_bytes_unpack_or_are_refused(data, coding, step):
    try:
        content = unpack(cut(data, step), coding, 1000)
    except UnreachablePage:
        return

    assert len(content) <= 1000


def test_bomb_is_left_before_it_is_unpacked():
    taken = []

    def give():
        for piece in cut(gzip.compress(bytes(50_000_000)), 1024):
            taken.append(piece)
            yield piece

    with pytest.raises(UnreachablePage, match="larger than 20 MB"):
        unpack(give(), "gzip", 100_000)
    assert len(taken) == 1
