"""Whether the server can do its work, in one word for whoever watches it."""

from __future__ import annotations

import shutil
from enum import StrEnum
from pathlib import Path

from webapp.db import Database
from webapp.faults import StoreUnavailable

ROOM_NEEDED = 50_000_000
"""So many bytes must be free on the disk."""


class Health(StrEnum):
    """What the server says of itself."""

    READY = "ready"
    DATABASE = "database"
    """The database does not answer."""
    TABLES = "tables"
    """The database must be brought up to date."""
    DISK = "disk"
    """The disk is nearly full."""


def find_health(database: Database, folder: Path) -> Health:
    """What stands in the way, or that nothing does."""
    try:
        if not database.is_current():
            return Health.TABLES
    except StoreUnavailable:
        return Health.DATABASE
    return Health.DISK if shutil.disk_usage(folder).free < ROOM_NEEDED else Health.READY
