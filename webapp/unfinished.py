"""What the store keeps of unfinished forms, as values: who may save them, what they hold, the files beside them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from webapp.records import ReceivedFile


@dataclass(frozen=True, slots=True)
class Claim:
    """By what right a page saves an unfinished form: it saved it last, or knows its latest version."""

    key: str
    writer: str
    """The page: each time a form is shown, another."""
    seen: int
    """The version the page knows; 0 before the form was saved."""
    turn: int = 0
    """Counts what was typed on the page, so that a message under way for long takes nothing back."""

    def move_on(self) -> Claim:
        """The claim to a key that is this page's alone; the same one however often the page asks."""
        return Claim(_digest([self.key, self.writer]), self.writer, 0, self.turn)


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form by its one-time key and the digest of all it held: the same form sent twice has the same digest."""

    key: str
    digest: str
    writer: str = ""
    seen: int = 0
    turn: int = 0
    kept: tuple[str, ...] = ()
    """The ids of the files that were kept for it."""

    @property
    def claim(self) -> Claim:
        """By what right its draft may be deleted."""
        return Claim(self.key, self.writer, self.seen, self.turn)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRecord:
    """What is known of a file kept beside an unfinished form."""

    id: str
    name: str
    format_name: str
    size: int
    words: int
    address: str
    found: Mapping[str, str]
    """What the file says of itself: `title`, `publisher`, `url`, `published`, `language`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttachment:
    """A file kept beside an unfinished form, with its bytes."""

    record: AttachmentRecord
    content: bytes
    file: ReceivedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRecord:
    """An unfinished form: for a new case, or for more articles of a stored one."""

    id: str
    case_id: str | None
    changed: datetime
    data: str
    version: int = 0
    """Counts the times it was saved."""
    person_id: str = ""
    """Whose it is; empty where it was begun without accounts."""


def name_kept(place: str, content: bytes, file: ReceivedFile) -> str:
    """The id of a file kept for a place of a form; a form sent twice has the same ids, and so is the same form."""
    return _digest([place, file.name, file.address, hashlib.sha256(content).hexdigest()])


def _digest(parts: list[str]) -> str:
    """A key that these words always give."""
    digest = hashlib.sha256(json.dumps(parts).encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest[:20]).decode("ascii").rstrip("=")
