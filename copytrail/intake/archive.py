"""Zip files opened with care: what lies in them is counted while it unpacks, for a directory can lie.

A document that is a zip has few parts of moderate size. Nothing is ever written to a disk, no part is unpacked
before it is asked for, a zip inside a zip stays what it is, and names are labels: no path is made of them.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from copytrail.errors import UnreadableInput

MOST_MEMBERS = 5_000
MOST_BYTES = 150_000_000
"""So much is unpacked of one file, all its parts together."""
MOST_FILES = 200
"""So many files are taken from a zip of files."""
MOST_FILE_BYTES = 60_000_000
"""So much is unpacked of a zip of files."""
_MOST_RATIO = 250
_RATIO_FROM = 5_000_000
"""A part that unpacks to more than this is held to the ratio."""
_CHUNK = 1 << 16
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""All that `zipfile` raises for bytes that are no sound zip."""
_DAMAGED = "This file is damaged: its contents cannot be unpacked. Save it anew, or copy its text and paste it."
_TWICE = "This file is damaged: two of its parts have the same name. Save it anew, or copy its text and paste it."
_TOO_MANY = "This file holds more parts than Copytrail opens: unpack it and choose the files you need."
_TOO_LARGE = "This file unpacks to far more than Copytrail allows: copy its text and paste it."
_LOCKED = "This file is protected by a password: save it without one and try again."
_UNKNOWN_METHOD = "This file is compressed in an unusual way: save it anew, or copy its text and paste it."


class Archive:
    """The parts of a zip by name, unpacked one at a time when they are asked for."""

    def __init__(self, data: bytes, most_bytes: int = MOST_BYTES) -> None:
        self._left = most_bytes
        if data.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:
            raise UnreadableInput(_TOO_MANY)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise UnreadableInput(_DAMAGED) from error
        self.members = tuple(info for info in self._file.infolist() if info.filename and info.filename[-1] != "/")
        self._by_name = {info.filename: info for info in self.members}
        _refuse_overlaps(self.members)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parts in their order, folders left out."""
        return tuple(info.filename for info in self.members)

    def refuse_doubles(self) -> None:
        """Raise UnreadableInput where two parts have one name: programs differ in which of them they show."""
        if len(self._by_name) < len(self.members):
            raise UnreadableInput(_TWICE)

    def read(self, name: str) -> bytes:
        """A part as a whole; raises UnreadableInput, also where there is none of this name."""
        return b"".join(self.stream(name))

    def stream(self, name: str) -> Iterator[bytes]:
        """A part piece by piece."""
        if name not in self._by_name:
            raise UnreadableInput(_DAMAGED)
        yield from self.unpack(self._by_name[name])

    def unpack(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """One member piece by piece, every byte counted."""
        _refuse_member(member)
        if member.file_size > self._left:
            raise UnreadableInput(_TOO_LARGE)
        most = max(_RATIO_FROM, member.compress_size * _MOST_RATIO)
        try:
            with self._file.open(member) as part:
                while chunk := part.read(_CHUNK):
                    most -= len(chunk)
                    self._left -= len(chunk)
                    if most < 0 or self._left < 0:
                        raise UnreadableInput(_TOO_LARGE)
                    yield chunk
        except _FAULTS as error:
            raise UnreadableInput(_DAMAGED) from error


def list_files(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The files of a zip of files, each under its last name; what systems add by themselves is left out.

    Raises UnreadableInput where they are too many or too large, damaged, or protected by a password.
    """
    archive = Archive(data, MOST_FILE_BYTES)
    wanted = [(member, label) for member in archive.members if (label := _label(member.filename))]
    if len(wanted) > MOST_FILES:
        raise UnreadableInput(
            f"This zip file holds {len(wanted)} files; Copytrail takes {MOST_FILES} at once: make smaller ones."
        )
    return tuple((label, b"".join(archive.unpack(member))) for member, label in wanted)


def _label(name: str) -> str:
    """The last name of a member as a label, or "" for what a system put there."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or "__MACOSX" in parts or parts[-1].startswith(".") or parts[-1] in {"Thumbs.db", "desktop.ini"}:
        return ""
    return "".join(char for char in parts[-1] if char.isprintable())


def _refuse_member(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableInput(_LOCKED)
    if member.compress_type not in _METHODS:
        raise UnreadableInput(_UNKNOWN_METHOD)


def _refuse_overlaps(members: tuple[zipfile.ZipInfo, ...]) -> None:
    """Members that share their bytes unpack to more than the file could hold: a bomb."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    for before, after in pairwise(ordered):
        if before.header_offset + _LOCAL_HEADER + before.compress_size > after.header_offset:
            raise UnreadableInput(_TOO_LARGE)
