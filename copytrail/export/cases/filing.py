"""Files put together in a zip file, with a list of their digests; every date in it is the same."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field

MANIFEST = "manifest.json"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold, given to every file."""
_PLAIN_FILE = 0o644 << 16


@dataclass(slots=True)
class Filing:
    """A zip file that grows by one file after the other; none of them is kept beside it."""

    file: io.BytesIO = field(default_factory=io.BytesIO)
    listed: list[dict[str, object]] = field(default_factory=list)
    archive: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        """Opens the zip file."""
        self.archive = zipfile.ZipFile(self.file, "w")

    def add(self, name: str, data: bytes) -> None:
        """One more file, under a name of ours: no word of a text or a path is ever part of it."""
        self._write(name, data)
        self.listed.append({"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})

    def close(self, about: dict[str, object]) -> bytes:
        """The whole file, with the list of what it holds."""
        listed = json.dumps({**about, "files": self.listed}, ensure_ascii=True, indent=2)
        self._write(MANIFEST, f"{listed}\n".encode())
        self.archive.close()
        return self.file.getvalue()

    def _write(self, name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name, _BEGINNING)
        info.create_system = 3
        info.external_attr = _PLAIN_FILE
        info.compress_type = zipfile.ZIP_DEFLATED
        self.archive.writestr(info, data)
