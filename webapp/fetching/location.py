"""A web address taken apart, once and strictly: what is checked is what is connected to.

Parsers that disagree are how a hostile address passes a check, so there is one here, for typed addresses and redirects
alike, and whatever a browser would quietly mend (backslashes, line ends, numbers written oddly) is refused.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from webapp.allowed import Address
from webapp.faults import UnreachablePage
from webapp.fetching.wording import CREDENTIALS, LOST_REDIRECT, MISSPELLED, NOT_WEB

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_WEB = re.compile(
    r"(?P<scheme>https?)://(?P<site>[^/?#]+)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_SITE = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[^:\[\]%]+))(?::(?P<port>[0-9]{1,5})?)?")
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_REFUSED = ("Cc", "Cs", "Zl", "Zp")
_LETTERS = ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")
_SIGNS = "-_·・"
_KEPT = "!$%&'()*+,-./:;=?@_~[]"
"""What may stand in a path and a query as it is; the rest is written as percent signs and numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a page is: everything a request needs, and nothing a request must not say."""

    scheme: str
    name: str
    """The host in ASCII, lower case, without brackets and without a dot at its end."""
    port: int
    target: str
    """Path and query."""

    @property
    def site(self) -> str:
        """The host and its port as a request names them."""
        name = f"[{self.name}]" if ":" in self.name else self.name
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def root(self) -> str:
        """The address of the site."""
        return f"{self.scheme}://{self.site}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.root + self.target

    @property
    def is_secure(self) -> bool:
        """Whether the site must prove who it is."""
        return self.scheme == "https"

    @property
    def address(self) -> Address | None:
        """The number that stands in the place of a name, if one does."""
        try:
            return ipaddress.ip_address(self.name)
        except ValueError:
            return None


def read_location(text: str) -> Location:
    """Take an address apart; UnreachablePage says what is wrong with it.

    >>> read_location(" https://www.bücher.example/neu es?q=ä#top ").url
    'https://www.xn--bcher-kva.example/neu%20es?q=%C3%A4'
    """
    text = text.strip()
    found = _WEB.fullmatch(text)
    if not found:
        raise UnreachablePage(NOT_WEB)
    if "@" in found["site"]:
        raise UnreachablePage(CREDENTIALS)
    site = _SITE.fullmatch(found["site"])
    if not site or len(text) > _LONGEST or any(_is_refused(sign) for sign in text):
        raise UnreachablePage(MISSPELLED)
    scheme = found["scheme"].lower()
    target = quote((found["path"] or "/") + (found["query"] or ""), safe=_KEPT)
    if len(target) > _LONGEST:
        raise UnreachablePage(MISSPELLED)
    return Location(
        scheme=scheme,
        name=_read_six(site["six"]) if site["six"] else _read_name(site["name"]),
        port=_read_port(site["port"] or "") or _PORTS[scheme],
        target=target,
    )


def follow(location: Location, header: str) -> Location:
    """Where a redirect leads from here."""
    target = _decode(header).strip()
    if not target or any(_is_refused(sign) for sign in target):
        raise UnreachablePage(LOST_REDIRECT)
    try:
        return read_location(urljoin(location.url, target))
    except (UnreachablePage, ValueError) as error:
        raise UnreachablePage(LOST_REDIRECT) from error


def _decode(header: str) -> str:
    """The words of a header that was read as Latin-1, and often is UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _is_refused(sign: str) -> bool:
    return sign == "\\" or unicodedata.category(sign) in _REFUSED


def _read_port(text: str) -> int:
    """The number of a port, or 0 where none is given."""
    if text and int(text) not in range(1, 65536):
        raise UnreachablePage(MISSPELLED)
    return int(text or 0)


def _read_six(text: str) -> str:
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError as error:
        raise UnreachablePage(MISSPELLED) from error


def _read_name(text: str) -> str:
    """A host's name in ASCII; one whose last part is a number must be four plain numbers, as IPv4 is written."""
    name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower()).replace("。", ".")
    labels = [_encode_label(label) for label in name.removesuffix(".").split(".")]
    name = ".".join(labels)
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise UnreachablePage(MISSPELLED)
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            raise UnreachablePage(MISSPELLED) from error
    return name


def _encode_label(label: str) -> str:
    """One part of a name in ASCII as registries hold it: letters outside ASCII as Punycode, "ß" among them."""
    if label.isascii():
        return label
    if not all(sign in _SIGNS or unicodedata.category(sign) in _LETTERS for sign in label):
        raise UnreachablePage(MISSPELLED)
    return "xn--" + label.encode("punycode").decode("ascii")
