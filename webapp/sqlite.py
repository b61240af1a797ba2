"""What an SQLite file needs that a server does not: its settings, its locks and its write-ahead log."""

from __future__ import annotations

import time
from typing import Protocol

from sqlalchemy import Connection

BUSY_MILLISECONDS = 10_000
_PRAGMAS = (
    f"busy_timeout={BUSY_MILLISECONDS}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
)
PATIENCE = 3.0
"""So many seconds it is tried to empty the write-ahead log."""
_TRY, _PAUSE = 500, 0.05


class _Cursor(Protocol):
    def execute(self, statement: str) -> object: ...
    def close(self) -> None: ...


class _DriverConnection(Protocol):
    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def prepare(connection: _DriverConnection, _record: object) -> None:
    """Set up a new connection: nothing is lost with the power, and what is deleted is overwritten."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin(connection: Connection) -> None:
    """Take the write lock at once: a lock asked for later could fail half way."""
    writes = connection.get_execution_options().get("copytrail_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def empty_log(connection: Connection) -> bool:
    """Try to empty the write-ahead log until nobody needs it; SQLite waits for readers, but not for others who try."""
    usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    end = time.monotonic() + PATIENCE
    connection.exec_driver_sql(f"PRAGMA busy_timeout={_TRY}")
    try:
        while connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar():
            if time.monotonic() >= end:
                return False
            time.sleep(_PAUSE)
        return True
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={usual}")
