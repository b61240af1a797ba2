"""The sites that may show a shared page in a frame: each by scheme, name and port, and nothing that could be more."""

from __future__ import annotations

import re

SITES_LIMIT = 20
_SITE = re.compile(r"(https?)://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::([0-9]{1,5}))?/?", re.ASCII)
_USUAL = {"http": 80, "https": 443}


def read_sites(text: str) -> tuple[str, ...]:
    """The sites in a text, separated by spaces, commas or lines; what is none raises a ValueError that names it.

    >>> read_sites("https://News.example/, http://localhost:8080 https://news.example:443")
    ('https://news.example', 'http://localhost:8080')
    """
    return tuple(dict.fromkeys(_read_site(part) for part in re.split(r"[\s,]+", text) if part))


def _read_site(text: str) -> str:
    found = _SITE.fullmatch(text.lower())
    if found is None or len(found[2]) > 253:
        raise ValueError(text)
    scheme, name, port = found[1], found[2], int(found[3] or 0)
    if port > 65_535 or (found[3] and not port):
        raise ValueError(text)
    return f"{scheme}://{name}" + (f":{port}" if port and port != _USUAL[scheme] else "")
