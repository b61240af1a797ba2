"""A link that was shared, as a value: what its holder may see, until when, and how it is known again.

The link itself is a random word of 256 bits. It is shown once and never kept: the store holds its SHA-256, so whoever
reads the database has no link, and a link is found by what it hashes to, never by comparing words.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from copytrail.discretion import Discretion


class Standing(StrEnum):
    """Whether a link still leads anywhere."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the holder of a link may see."""

    reasons: bool = False
    """Whether reasons and notes are shown."""
    names: bool = False
    """Whether it is shown who corrected and dismissed."""
    download: bool = False
    sites: tuple[str, ...] = ()
    """The sites that may show it in a frame: `https://news.example`."""

    @property
    def discretion(self) -> Discretion:
        """What is told of the people at the desk."""
        return Discretion(names=self.names, reasons=self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One link: to what, on which terms, made by whom and when, and what became of it."""

    id: str
    case_id: str
    document_id: str | None = None
    """The article whose comparison is shared; none where the whole case is."""
    label: str = ""
    """What its maker calls it; never shown to its holder."""
    terms: Terms
    made: datetime
    person: str = ""
    expires: datetime | None = None
    """None until it is revoked."""
    revoked: datetime | None = None
    opened: int = 0
    last_opened: datetime | None = None

    def stand(self, now: datetime) -> Standing:
        """Whether the link leads anywhere now."""
        if self.revoked:
            return Standing.REVOKED
        return Standing.EXPIRED if self.expires and self.expires <= now else Standing.OPEN


def make_token() -> str:
    """The random part of a new link.

    >>> len(make_token())
    43
    """
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What is kept of a link."""
    return hashlib.sha256(token.encode("utf-8", errors="replace")).hexdigest()
