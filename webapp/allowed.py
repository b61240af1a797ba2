"""Sites that may be fetched although they are not public, for intranets and tests (`COPYTRAIL_FETCH_ALLOW`)."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TypeAlias

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

WEB_PORTS = (80, 443)
_ENTRY = re.compile(r"(?:\[(?P<bracketed>[0-9a-f:.]+)\]|(?P<host>[a-z0-9._-]+))(?::(?P<port>[0-9]{1,5}))?")


@dataclass(frozen=True, slots=True)
class Allowed:
    """A host name or a network, with the one port it is allowed on where that is not a usual one."""

    name: str = ""
    network: Network | None = None
    port: int | None = None

    def covers(self, name: str, address: Address, port: int) -> bool:
        """Whether this address, found under this name, may be reached on this port."""
        if not self.covers_port(port):
            return False
        return name == self.name if self.network is None else address in self.network

    def covers_port(self, port: int) -> bool:
        """Whether anything may be reached on this port."""
        return port in WEB_PORTS if self.port is None else port == self.port


def read_allowed(value: str) -> tuple[Allowed, ...]:
    """The sites in a list separated by commas; ValueError names the first that is none.

    >>> [each.port for each in read_allowed("127.0.0.1:8123, intranet.example, 10.0.0.0/8")]
    [8123, None, None]
    """
    return tuple(_read_entry(part.strip().lower()) for part in value.split(",") if part.strip())


def _read_entry(entry: str) -> Allowed:
    if "/" in entry:
        return Allowed(network=_read_network(entry))
    found = _ENTRY.fullmatch(entry if entry.count(":") < 2 or entry.startswith("[") else f"[{entry}]")
    if not found or int(found["port"] or 1) not in range(1, 65536):
        raise ValueError(entry)
    port = int(found["port"]) if found["port"] else None
    if found["bracketed"] or found["host"].rpartition(".")[2].isdecimal():
        return Allowed(network=_read_network(found["bracketed"] or found["host"]), port=port)
    return Allowed(found["host"].removesuffix("."), port=port)


def _read_network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError as error:
        raise ValueError(text) from error
