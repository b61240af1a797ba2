"""Which numbers of the internet may be reached: public ones, and those the allow-list names.

The tables follow the registries of special addresses (RFC 6890 and its successors) rather than `ipaddress.is_global`,
which counts NAT64, 6to4 and multicast as global in some versions of Python. Of IPv6 only the space that is given out
for use (2000::/3) counts, less what wraps an IPv4 address or is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Address, IPv6Network

from webapp.allowed import WEB_PORTS, Address, Allowed

_NOT_PUBLIC_FOUR = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8",  # this network, unspecified
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a provider's address translation; a cloud's metadata
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's metadata under a public number
        "169.254.0.0/16",  # link-local, metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments, metadata of one cloud
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112, AMT: answers of the network itself
        "192.52.193.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_PUBLIC_SIX = IPv6Network("2000::/3")
_NOT_PUBLIC_SIX = tuple(
    IPv6Network(each)
    for each in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: wraps IPv4
        "2620:4f:8000::/48",  # AS112
        "3ffe::/16",  # given back
        "3fff::/20",  # documentation
    )
)
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be connected to."""

    allowed: tuple[Allowed, ...] = ()

    def covers_port(self, port: int) -> bool:
        """Whether anything at all may be reached on this port."""
        return port in WEB_PORTS or any(each.covers_port(port) for each in self.allowed)

    def choose(self, addresses: Iterable[Address], *, name: str, port: int) -> tuple[Address, ...]:
        """Of the addresses found for a name those that may be connected to, in their order."""
        return tuple(each for each in addresses if self._covers(each, name, port))

    def _covers(self, address: Address, name: str, port: int) -> bool:
        if any(each.covers(name, address, port) for each in self.allowed):
            return True
        return port in WEB_PORTS and is_public(address)


def is_public(address: Address) -> bool:
    """Whether a number belongs to somebody on the public internet and stands for no other.

    >>> from ipaddress import ip_address
    >>> is_public(ip_address("9.9.9.9")), is_public(ip_address("64:ff9b::9.9.9.9"))
    (True, False)
    """
    if not isinstance(address, IPv6Address):
        return not any(address in network for network in _NOT_PUBLIC_FOUR)
    if address.scope_id or address not in _PUBLIC_SIX or _wraps_four(address):
        return False
    return not any(address in network for network in _NOT_PUBLIC_SIX)


def _wraps_four(address: IPv6Address) -> bool:
    """Whether the number is made for a tunnel to an IPv4 address (ISATAP), whatever network it begins with."""
    return (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP
