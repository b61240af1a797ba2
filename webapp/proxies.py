"""A server in front of this one: what it says of a reader is believed of those that are named, and of nobody else.

Behind a proxy every request comes from the proxy's own address, often from this very machine. So whatever came through
one is marked as such, and nothing that is there for this machine alone is shown to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication

Network = IPv4Network | IPv6Network
FORWARDED = "copytrail.forwarded"
"""Stands in the environment of a request that came through another server, trusted or not."""
_FOR, _HOST, _PROTOCOL = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO"
_SAID = (_FOR, _HOST, _PROTOCOL, "HTTP_X_FORWARDED_PORT", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")


def read_proxies(value: str) -> tuple[Network, ...]:
    """Addresses and networks, separated by commas; a `ValueError` names what is neither.

    >>> read_proxies("127.0.0.1, 10.0.0.0/8")
    (IPv4Network('127.0.0.1/32'), IPv4Network('10.0.0.0/8'))
    """
    return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A WSGI application that learns where a request came from, whatever stood in between."""

    app: WSGIApplication
    proxies: tuple[Network, ...]

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Believe a proxy that is trusted; take away what anybody else says."""
        said = {name: environ.pop(name) for name in _SAID if name in environ}
        if said:
            environ[FORWARDED] = True
        if said and self._trusts(environ.get("REMOTE_ADDR", "")):
            self._believe(environ, said)
        return self.app(environ, start_response)

    def _believe(self, environ: dict[str, Any], said: dict[str, str]) -> None:
        """The reader is the first address, from the nearest, that is no proxy of ours; each proxy adds one word."""
        hops = [environ["REMOTE_ADDR"], *reversed(_split(said.get(_FOR, "")))]
        passed = 0
        while passed < len(hops) - 1 and self._trusts(hops[passed]):
            passed += 1
        environ["REMOTE_ADDR"] = _bare(hops[passed])
        protocol, host = (_split(said.get(name, ""))[-max(1, passed) :] for name in (_PROTOCOL, _HOST))
        if protocol and protocol[0] in {"http", "https"}:
            environ["wsgi.url_scheme"] = protocol[0]
        if host:
            environ["HTTP_HOST"] = host[0]

    def _trusts(self, hop: str) -> bool:
        address = _read_address(hop)
        return address is not None and any(address in network for network in self.proxies)


def _split(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _read_address(hop: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(_bare(hop))
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


def _bare(hop: str) -> str:
    """An address without the port that some proxies add.

    >>> _bare("192.0.2.7:4711"), _bare("[2001:db8::1]:4711"), _bare("2001:db8::1")
    ('192.0.2.7', '2001:db8::1', '2001:db8::1')
    """
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop
