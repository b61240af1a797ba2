"""What was fetched: the bytes, and what there is to say about them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came from its address, unpacked but otherwise unchanged."""

    content: bytes
    content_type: str
    """What the site says the bytes are, `text/html; charset=utf-8`; empty where it says nothing."""
    url: str
    """The address it came from in the end, all in ASCII."""
    asked: str
    """The address that was asked for."""
    fetched: datetime
    status: int

    @property
    def sha256(self) -> str:
        """The checksum of the bytes."""
        return hashlib.sha256(self.content).hexdigest()
