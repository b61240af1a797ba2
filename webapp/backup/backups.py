"""The use cases of backups: write everything or one case to a file, say what a file holds, restore it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from copytrail.version import VERSION
from webapp import store
from webapp.backup.contents import KEPT
from webapp.backup.manifest import MANIFEST, BadBackup, Manifest, NewerBackup, write_manifest
from webapp.backup.reading import Reader, open_reader
from webapp.backup.writing import Writer, name_table, open_writer, write_lines
from webapp.db import Database, open_database
from webapp.faults import AlreadyStored, NewerDatabase, UnfittingRows
from webapp.store.backups import Choice
from webapp.store.placing import Placing, count_each

_UNFITTING = "The rows of the backup do not fit together. Nothing was restored."


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restored backup brought, or would bring."""

    made: datetime
    cases: int
    documents: int
    drafts: int
    beside: bool
    """Whether the cases stand beside others; accounts are left out then."""
    renamed: int
    """How many cases got new ids, because theirs were taken."""


@dataclass(frozen=True, slots=True)
class Backups:
    """Writes and restores backups; built once, with the database, the clock and the maker of ids."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    folder: Path
    """Where a backup of older tables is brought up to date."""
    expect: Callable[[int], Callable[[], None]] = lambda _total: lambda: None
    """Told how many rows there are; gives what is called after each."""

    def write(self, file: IO[bytes], case_id: str | None = None, writer: str | None = None) -> Manifest:
        """Write everything, or one case, as it is at this moment; of unfinished forms one person's, if one is named."""
        packer = open_writer(file)
        with self.database.watching() as connection, packer.archive:
            if case_id is not None:
                store.backups.check_case(connection, case_id)
            step = store.backups.find_step(connection)
            rows = self._write_rows(packer, Choice(connection, case_id, writer))
            manifest = Manifest(
                made=self.clock(),
                engine=VERSION,
                step=step,
                case=case_id is not None,
                rows=rows,
                members=packer.members,
            )
            packer.add(MANIFEST, [write_manifest(manifest)])
        self.database.forget()
        return manifest

    def _write_rows(self, packer: Writer, choice: Choice) -> dict[str, int]:
        """The rows of every table, then the bytes that they name; how many rows each has."""
        names = store.backups.sort_tables(KEPT)
        with_bytes = tuple(filter(store.backups.holds_bytes, names))
        count = self.expect(sum(choice.count_rows(name) for name in (*names, *with_bytes)))
        rows = {}
        for name in names:
            counted: list[int] = []
            packer.add(name_table(name), write_lines(count_each(choice.list_rows(name), count), counted))
            rows[name] = counted[0]
        for name in with_bytes:
            for row in count_each(choice.list_rows(name), count):
                _add_bytes(packer, row)
        return rows

    def write_aside(self, case_id: str | None = None, writer: str | None = None) -> IO[bytes]:
        """A backup in a file without a name, which is gone when it is closed."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = tempfile.TemporaryFile(dir=self.folder)  # noqa: SIM115
        try:
            self.write(file, case_id, writer)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return file

    def restore(self, file: IO[bytes], *, only_say: bool = False, keeper: str = "") -> Restored:
        """Put what a backup holds into the database, all of it or nothing; or only say what that would do.

        Nothing that is there is changed: an empty database takes everything, another one takes the cases, under
        new ids where theirs are taken. What belongs to people who are not here goes to the `keeper`, the id of a
        person, or else to the first administrator.
        """
        with open_reader(file) as reader, self._bring_up_to_date(reader) as current:
            try:
                with self.database.writing() as connection:
                    count = self.expect(sum(current.manifest.rows.values()))
                    placing = Placing(connection, current.list_rows, self.make_id, count=count)
                    beside, rows = placing.place(store.backups.sort_tables(KEPT))
                    store.adopting.adopt_orphans(connection, keeper or store.adopting.find_keeper(connection))
                    if only_say:
                        connection.rollback()
            except (AlreadyStored, UnfittingRows) as error:
                raise BadBackup(_UNFITTING) from error
        self.database.forget()
        return Restored(
            made=reader.manifest.made,
            cases=rows["cases"],
            documents=rows["documents"],
            drafts=rows["drafts"],
            beside=beside,
            renamed=sum(table == "cases" for table, _ in placing.taken),
        )

    @contextmanager
    def _bring_up_to_date(self, reader: Reader) -> Iterator[Reader]:
        """The same backup as a database of today would write it: older tables go through the steps since."""
        with self.database.reading() as connection:
            step = store.backups.find_step(connection)
        if reader.manifest.step == step:
            yield reader
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="restoring-", dir=self.folder) as name:
            file = Path(name, "backup.zip")
            self._renew(reader, Path(name, "older.sqlite3"), file)
            with file.open("rb") as stream, open_reader(stream) as current:
                yield current

    def _renew(self, reader: Reader, older: Path, file: Path) -> None:
        database = open_database(f"sqlite:///{older}")
        try:
            database.upgrade(reader.manifest.step)
            with database.writing() as connection:
                placing = Placing(connection, reader.list_rows, self.make_id)
                for table in store.backups.sort_tables(reader.manifest.rows):
                    store.backups.add_rows(connection, table, placing.name_known(table))
            database.upgrade()
            with file.open("wb") as stream:
                made = reader.manifest.made
                Backups(database, lambda: made, self.make_id, self.folder).write(stream)
        except NewerDatabase as error:
            raise NewerBackup from error
        except (AlreadyStored, UnfittingRows) as error:
            raise BadBackup(_UNFITTING) from error
        finally:
            database.close()


def _add_bytes(writer: Writer, row: dict[str, object]) -> None:
    for value in row.values():
        if isinstance(value, bytes):
            writer.add_bytes(value)
