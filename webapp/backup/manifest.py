"""What a backup says of itself: its version, what was in it, and a checksum for each member."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from copytrail.display.visible import show_line
from copytrail.errors import CopytrailError

FORMAT = "copytrail.backup/"
VERSION = 1
MANIFEST = "manifest.json"
_NAME_SHOWN = 80


class BadBackup(CopytrailError):
    """The file is no backup of Copytrail, or it is damaged; nothing was restored."""

    @classmethod
    def about(cls, name: str, what: str) -> BadBackup:
        """The refusal that names the member."""
        return cls(f"The backup cannot be used: {show_line(name[:_NAME_SHOWN])} {what}. Nothing was restored.")


class NewerBackup(BadBackup):
    """The backup was made by a newer version of Copytrail; install that version to restore it."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside the backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself."""

    version: int = VERSION
    made: datetime
    engine: str
    step: str
    """The step of the tables' history at which it was made."""
    case: bool
    """Whether it holds one case only."""
    rows: Mapping[str, int]
    """How many rows of each table it holds."""
    members: Mapping[str, Member] = field(default_factory=dict)


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as it stands in the file."""
    data = {
        "format": f"{FORMAT}{manifest.version}",
        "made": manifest.made.isoformat(),
        "engine": manifest.engine,
        "schema": manifest.step,
        "holds": "case" if manifest.case else "everything",
        "rows": dict(manifest.rows),
        "members": {name: {"size": each.size, "sha256": each.sha256} for name, each in manifest.members.items()},
    }
    return json.dumps(data, ensure_ascii=True, indent=1, sort_keys=True).encode("ascii")


def read_manifest(content: bytes) -> Manifest:
    """The manifest of a file; a newer or damaged one is refused."""
    try:
        data = json.loads(content)
        name, _, number = str(data["format"]).rpartition("/")
        version = int(number)
        if f"{name}/" != FORMAT:
            raise BadBackup.about(MANIFEST, "is none of Copytrail’s")
        if version > VERSION:
            raise NewerBackup
        return _read_fields(version, data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadBackup.about(MANIFEST, "is damaged") from error


def _read_fields(version: int, data: dict[str, Any]) -> Manifest:
    return Manifest(
        version=version,
        made=datetime.fromisoformat(data["made"]),
        engine=str(data["engine"]),
        step=str(data["schema"]),
        case=data["holds"] == "case",
        rows={str(name): int(count) for name, count in data["rows"].items()},
        members={str(name): Member(int(each["size"]), str(each["sha256"])) for name, each in data["members"].items()},
    )
