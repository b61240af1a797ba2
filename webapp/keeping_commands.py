"""The verbs that look after what is stored: `backup`, `restore` and `delete-due`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.errors import CopytrailError
from webapp.backup import Backups
from webapp.contexts.backup import say_restored
from webapp.db import Database, open_database
from webapp.leavings import AGAIN, LINGERS
from webapp.retention import Deleting
from webapp.security import make_id
from webapp.services import Services
from webapp.settings import name_database, read_settings
from webapp.teaching.clearing import delete_due_classes

if TYPE_CHECKING:
    from argparse import ArgumentParser

_DATABASE = "sqlite:///FILE or postgresql://... (what COPYTRAIL_DATABASE names, or the file in the data folder)"


class FileThere(CopytrailError):
    """A file of this name is there already; a backup never overwrites one."""


class FileGone(CopytrailError):
    """The file cannot be read or written."""


def add_backup(parser: ArgumentParser) -> None:
    """The arguments of `backup`."""
    parser.description = (
        "Write everything in the database, or one case, to a single file; the server may go on running."
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to write, which must not be there yet")
    parser.add_argument("--case", metavar="ID", help="only this case, by the id in its address")
    parser.add_argument("--database", metavar="URL", default="", help=_DATABASE)
    parser.set_defaults(run=_back_up)


def add_restore(parser: ArgumentParser) -> None:
    """The arguments of `restore`."""
    parser.description = (
        "Put a backup into a database: into an empty one everything, into another one its cases beside "
        "those that are there. Nothing is overwritten, and all of it is restored or nothing."
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup")
    parser.add_argument("--into", metavar="URL", default="", help=_DATABASE)
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    parser.set_defaults(run=_restore)


def add_delete_due(parser: ArgumentParser) -> None:
    """The arguments of `delete-due`."""
    parser.description = (
        "Delete the cases whose day has come, as the server does by itself once an hour, and empty the write-ahead log "
        "of deleted words. Fails with 1 where something reads the database, so that the log could not be emptied yet."
    )
    parser.add_argument("--database", metavar="URL", default="", help=_DATABASE)
    parser.set_defaults(run=_delete_due)


def _back_up(options: argparse.Namespace) -> int:
    path, part = options.file, options.file.with_name(f"{options.file.name}.part")
    if path.exists():
        raise FileThere
    with _open_backups(options.database) as backups, _naming_faults():
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                manifest = backups.write(file, options.case)
                file.flush()
                os.fsync(file.fileno())
            part.rename(path)
        finally:
            part.unlink(missing_ok=True)
    print(f"Written: {manifest.rows['cases']} cases with {manifest.rows['documents']} texts, to {path}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    with _naming_faults(), options.file.open("rb") as file, _open_backups(options.into) as backups:
        restored = backups.restore(file, only_say=options.dry_run)
    print(say_restored(restored, only_say=options.dry_run))
    return 0


def _delete_due(options: argparse.Namespace) -> int:
    with _open_database(options.database) as database:
        deleted = Deleting(Services(database, lambda: datetime.now(UTC), make_id)).delete_due()
        classes = delete_due_classes(database, datetime.now(UTC))
        is_forgotten = database.forget()
    print(f"{deleted} cases deleted, whose day had come.")
    print(f"{classes} classes deleted, whose day had come.")
    if not is_forgotten:
        print(f"{LINGERS} {AGAIN}", file=sys.stderr)
    return 0 if is_forgotten else 1


@contextmanager
def _open_backups(address: str) -> Iterator[Backups]:
    with _open_database(address) as database:
        yield Backups(database, lambda: datetime.now(UTC), make_id, read_settings(os.environ).data_folder)


@contextmanager
def _open_database(address: str) -> Iterator[Database]:
    settings = read_settings(os.environ)
    database = open_database(name_database(address, settings.data_folder) if address else settings.database)
    try:
        database.upgrade()
        yield database
    finally:
        database.close()


@contextmanager
def _naming_faults() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileGone(f"{error.strerror or 'The file cannot be used'}: {error.filename or 'the backup'}.") from error
