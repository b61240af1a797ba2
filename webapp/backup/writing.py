"""Rows to a file: a zip of JSON lines, one member per table, and the bytes of documents under their checksums.

Rows come in the order of their keys and every date inside the zip is the same, so equal contents give equal
bytes, the manifest's date of making aside.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from webapp.backup.manifest import Member

Row = dict[str, object]
_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


@dataclass(slots=True)
class Writer:
    """A backup being written; members are known once they are complete."""

    archive: zipfile.ZipFile
    members: dict[str, Member] = field(default_factory=dict)

    def add(self, name: str, parts: Iterable[bytes]) -> None:
        """One more member, written part by part."""
        entry = zipfile.ZipInfo(name, _DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        size, digest = 0, hashlib.sha256()
        with self.archive.open(entry, "w", force_zip64=True) as stream:
            for part in parts:
                stream.write(part)
                digest.update(part)
                size += len(part)
        self.members[name] = Member(size, digest.hexdigest())

    def add_bytes(self, content: bytes) -> None:
        """The bytes of a document, once however often they are named."""
        name = name_bytes(hashlib.sha256(content).hexdigest())
        if name not in self.members:
            self.add(name, [content])


def open_writer(file: IO[bytes]) -> Writer:
    """A writer to this file."""
    return Writer(zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL))


def write_lines(rows: Iterable[Row], counted: list[int]) -> Iterator[bytes]:
    """Each row as a line; how many there were is added to the list when all are written."""
    count = 0
    for row in rows:
        count += 1
        line = json.dumps({name: _write_value(value) for name, value in row.items()}, ensure_ascii=True)
        yield line.encode("ascii") + b"\n"
    counted.append(count)


def name_table(table: str) -> str:
    """The member with the rows of a table."""
    return f"tables/{table}.jsonl"


def name_bytes(sha256: str) -> str:
    """The member with these bytes."""
    return f"bytes/{sha256}"


def _write_value(value: object) -> object:
    return {"sha256": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value
