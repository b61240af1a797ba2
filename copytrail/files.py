"""The user's files and addresses to documents: what kind each is, read within limits, called after its name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol, TypeAlias
from urllib.parse import urlsplit

from copytrail.confinement import extract_confined
from copytrail.errors import UnreadableInput
from copytrail.intake.characters.charsets import find_charset
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions
from copytrail.intake.formats import MEDIA
from copytrail.intake.sniff import find_format

if TYPE_CHECKING:
    from copytrail.model import Document


class Fetched(Protocol):
    """What came from an address."""

    @property
    def content(self) -> bytes:
        """The bytes."""
        ...

    @property
    def content_type(self) -> str:
        """What the server says they are, with their encoding: `text/html; charset=utf-8`."""
        ...

    @property
    def url(self) -> str:
        """The address they came from in the end."""
        ...

    @property
    def fetched(self) -> datetime:
        """When they came."""
        ...


Fetch: TypeAlias = Callable[[str], Fetched]
"""Gets what stands at an address; the engine itself reaches no network, so whoever runs it hands this in."""


def is_address(name: str) -> bool:
    """Whether a name is the address of a web page rather than that of a file.

    >>> is_address("https://example.org/a"), is_address("a.html")
    (True, False)
    """
    return name.lower().startswith(("http://", "https://"))


def read_file(name: str | Path, options: FileOptions = AS_IT_COMES, **known: str) -> Document:
    """The document in a file; `known` is what is known about it (`id`, `title`, `publisher`, `url`, `published`)."""
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or error
        raise UnreadableInput(f"The file cannot be opened ({reason}).") from error
    return read_bytes(data, Path(name).name, options, **known)


def read_bytes(data: bytes, name: str = "", options: FileOptions = AS_IT_COMES, **known: str) -> Document:
    """The document in the bytes of a file that came under this name, which it is called after if it has no title."""
    extract = extract_bytes(data, name, options)
    title = known.get("title") or extract.title or name
    return make_document(extract, **{**known, "title": title, "sha256": digest(data)})


def read_fetched(page: Fetched, options: FileOptions = AS_IT_COMES, **known: str) -> Document:
    """The document that stands at an address."""
    extract = extract_fetched(page, options)
    found = {"url": known.get("url") or page.url, "sha256": digest(page.content), "fetched": write_moment(page.fetched)}
    return make_document(extract, **{**known, **found})


def digest(data: bytes) -> str:
    """The SHA-256 of an input, by which anyone can tell whether they have the same file."""
    return hashlib.sha256(data).hexdigest()


def write_moment(moment: datetime | None) -> str:
    """A moment as a document keeps it.

    >>> write_moment(datetime(2026, 11, 22, 8, 5, tzinfo=UTC)), write_moment(None)
    ('2026-11-22T08:05:00Z', '')
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else ""


def extract_bytes(data: bytes, name: str = "", options: FileOptions = AS_IT_COMES) -> Extract:
    """What a file yields, read in a process of its own.

    Raises UnreadableInput, saying what to do, and EmptyText.
    """
    return extract_confined(data, find_format(data, name), options)


def extract_fetched(page: Fetched, options: FileOptions = AS_IT_COMES) -> Extract:
    """What stands at an address, read as what its server says it is unless its bytes say otherwise."""
    declared = FileOptions(encoding=options.encoding or declare_encoding(page), changes=options.changes)
    return extract_bytes(page.content, name_fetched(page), declared)


def name_fetched(page: Fetched) -> str:
    """A name for what came from an address, with the ending that fits its content type.

    Only the kind is taken from it: what the address is made of is not ours to trust.
    """
    media = page.content_type.partition(";")[0].strip().lower()
    last = PurePosixPath(urlsplit(page.url).path).name
    return f"page{MEDIA[media].endings[0]}" if media in MEDIA else last


def declare_encoding(page: Fetched) -> str:
    """The encoding that the server of a page declares, or nothing where the page cannot be in it."""
    for part in page.content_type.lower().split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip() == "charset" and _can_be_in(page.content, value.strip(" \"'")):
            return value.strip(" \"'")
    return ""


def _can_be_in(content: bytes, encoding: str) -> bool:
    try:
        content.decode(find_charset(encoding))
    except (UnicodeDecodeError, UnreadableInput):
        return False
    return True
