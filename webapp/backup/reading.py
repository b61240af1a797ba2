"""A file to rows: every member is held against the manifest before a row is believed.

Nothing is ever unpacked to a path. A member is read no further than the manifest says, and one that would
grow out of all proportion is refused before it is inflated.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from webapp.backup.manifest import MANIFEST, BadBackup, Manifest, Member, read_manifest
from webapp.backup.writing import Row, name_bytes, name_table

_NAMES = re.compile(r"tables/[a-z_]{1,60}\.jsonl|bytes/[0-9a-f]{64}")
_MANIFEST_LIMIT = 256_000_000
_VALUE_LIMIT = 200_000_000
"""The longest line, and the largest bytes of one document."""
_SWELLING_FROM, _SWELLING = 50_000_000, 200
"""A member of this size may be so many times as large as it is packed."""
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Reader:
    """A backup that was found whole."""

    archive: zipfile.ZipFile
    manifest: Manifest

    def list_rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, with the bytes of documents in them; none where the backup has no such table."""
        name = name_table(table)
        if name not in self.manifest.members:
            return
        with _naming(name), self.archive.open(name) as stream:
            while line := stream.readline(_VALUE_LIMIT):
                row = json.loads(line)
                yield {str(column): self._read_value(value) for column, value in row.items()}

    def _read_value(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        name = name_bytes(str(value["sha256"]))
        if name not in self.manifest.members:
            raise BadBackup.about(name, "is missing")
        return self.archive.read(name)


@contextmanager
def open_reader(file: IO[bytes]) -> Iterator[Reader]:
    """The backup in this file, once all of it was held against its manifest."""
    with _open_archive(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if MANIFEST not in entries:
            raise BadBackup.about(MANIFEST, "is missing")
        if len(entries) != len(archive.infolist()):
            raise BadBackup("The backup cannot be used: two members have one name. Nothing was restored.")
        _check_entry(entries[MANIFEST], _MANIFEST_LIMIT)
        with _naming(MANIFEST):
            manifest = read_manifest(archive.read(MANIFEST))
        del entries[MANIFEST]
        _check_members(archive, entries, manifest)
        yield Reader(archive, manifest)


def _open_archive(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadBackup from error


def _check_members(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], manifest: Manifest) -> None:
    """Every member is named in the manifest, is what it says, and none is missing."""
    for name in sorted(entries.keys() ^ manifest.members.keys()):
        raise BadBackup.about(name, "is missing" if name in manifest.members else "does not belong to it")
    for name, entry in entries.items():
        if not _NAMES.fullmatch(name):
            raise BadBackup.about(name, "does not belong to it")
        _check_entry(entry, manifest.members[name].size if name.startswith("tables/") else _VALUE_LIMIT)
        _check_content(archive, entry, manifest.members[name])


def _check_entry(entry: zipfile.ZipInfo, limit: int) -> None:
    if entry.flag_bits & 1 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise BadBackup.about(entry.filename, "is packed in a way that is not ours")
    if entry.file_size > limit:
        raise BadBackup.about(entry.filename, "is larger than it may be")
    if entry.file_size > _SWELLING_FROM and entry.file_size > _SWELLING * entry.compress_size:
        raise BadBackup.about(entry.filename, "would grow far beyond its packed size")


def _check_content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, member: Member) -> None:
    digest, size = hashlib.sha256(), 0
    with _naming(entry.filename), archive.open(entry) as stream:
        while size <= member.size and (part := stream.read(_STEP)):
            digest.update(part)
            size += len(part)
    if (size, digest.hexdigest()) != (member.size, member.sha256):
        raise BadBackup.about(entry.filename, "is damaged")


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """A mistake in this member as a sentence that names it."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadBackup.about(name, "is damaged") from error
    except (RecursionError, NotImplementedError) as error:
        raise BadBackup.about(name, "cannot be read") from error
