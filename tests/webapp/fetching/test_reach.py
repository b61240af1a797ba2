"""Which numbers count as public, over the whole of both spaces."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.provisional import domains

from webapp.allowed import read_allowed
from webapp.fetching.reach import Reach, is_public

FOUR = st.integers(0, 2**32 - 1).map(IPv4Address)
SIX = st.integers(0, 2**128 - 1).map(IPv6Address)
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "169.253.255.255",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "223.255.255.255",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2003::1",
    "2606:2800:220:1:248:1893:25c8:1946",
    "2a00:1450:4001:80e::200e",
    "3ffd:ffff::1",
]


@pytest.mark.parametrize("number", PUBLIC)
def test_public_number_may_be_reached(number):
    assert is_public(ip_address(number))


@given(FOUR | SIX | st.ip_addresses())
def test_what_is_not_global_is_refused(address):
    assert address.is_global or not is_public(address)


@given(st.ip_addresses(v=4))
def test_wrapped_number_is_never_public(address):
    four = int(address)
    wrapped = [
        four,
        0xFFFF << 32 | four,
        0xFFFF << 48 | four,
        0x64FF9B << 96 | four,
        0x2002 << 112 | four << 80,
        0x20010000 << 96 | (four ^ 0xFFFFFFFF),
        0x2606_2800 << 96 | 0x5EFE << 32 | four,
        0x2606_2800 << 96 | 0x0200_5EFE << 32 | four,
    ]

    assert not any(is_public(IPv6Address(each)) for each in wrapped)


@given(st.ip_addresses(), domains(), st.integers(1, 65535))
def test_without_allowing_only_public_is_chosen(address, name, port):
    chosen = Reach().choose((address,), name=name, port=port)

    assert chosen == ((address,) if is_public(address) and port in {80, 443} else ())


@pytest.mark.parametrize(
    ("allow", "name", "number", "port", "may"),
    [
        ("127.0.0.1:8123", "127.0.0.1", "127.0.0.1", 8123, True),
        ("127.0.0.1:8123", "localhost", "127.0.0.1", 8123, True),
        ("127.0.0.1:8123", "127.0.0.1", "127.0.0.1", 80, False),
        ("127.0.0.1:8123", "127.0.0.2", "127.0.0.2", 8123, False),
        ("127.0.0.1:8123", "news.example", "9.9.9.9", 8123, False),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1", 443, True),
        ("[::1]:8123", "::1", "::1", 8123, True),
        ("::1", "::1", "::1", 80, True),
        ("intranet.example", "intranet.example", "10.0.0.5", 443, True),
        ("Intranet.Example.", "intranet.example", "10.0.0.5", 443, True),
        ("intranet.example", "intranet.example", "10.0.0.5", 8080, False),
        ("intranet.example", "other.example", "10.0.0.5", 443, False),
        ("intranet.example", "www.intranet.example", "10.0.0.5", 443, False),
        ("intranet.example:8080", "intranet.example", "10.0.0.5", 8080, True),
        ("10.0.0.0/8", "anything.example", "10.9.8.7", 80, True),
        ("10.0.0.0/8", "anything.example", "11.0.0.1", 80, True),
        ("10.0.0.0/8", "anything.example", "192.168.0.1", 80, False),
        ("10.0.0.0/8", "anything.example", "10.9.8.7", 81, False),
        ("10.0.0.0/8", "anything.example", "::ffff:10.9.8.7", 80, False),
        ("fd00::/8", "anything.example", "fd00::5", 80, True),
    ],
)
def test_allowed_site_may_be_reached(allow, name, number, port, may):
    reach = Reach(read_allowed(allow))

    assert bool(reach.choose((ip_address(number),), name=name, port=port)) is may


@pytest.mark.parametrize("entry", ["", " , ", ","])
def test_empty_list_allows_nothing(entry):
    assert read_allowed(entry) == ()


@pytest.mark.parametrize(
    "entry",
    [
        "http://intranet.example",
        "intranet.example/path",
        "10.0.0.0/33",
        "10.0.0.5/8",
        "10.0.0",
        "intranet.example:0",
        "intranet.example:70000",
        "intranet.example:x",
        "[::1",
        "*.example",
        "a b",
    ],
)
def test_entry_that_is_no_site_is_named(entry):
    with pytest.raises(ValueError, match=r"^[a-z0-9:/.*\[ -]+$"):
        read_allowed(f"127.0.0.1, {entry}")
