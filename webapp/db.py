"""The database: one engine, reading and writing transactions, and tables brought up to date."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from webapp import sqlite
from webapp.faults import AlreadyStored, StoreBusy, StoreFull, StoreReadOnly, StoreUnavailable
from webapp.leavings import Leavings
from webapp.upgrading import find_last_step, find_step, take_steps

logger = logging.getLogger(__name__)
_WAIT = 10
_SERVER: dict[str, Any] = {
    "pool_pre_ping": True,
    "pool_timeout": _WAIT,
    "pool_size": 16,
    "connect_args": {
        "connect_timeout": _WAIT,
        "tcp_user_timeout": 1000 * _WAIT,
        "keepalives_idle": _WAIT,
        "keepalives_interval": 3,
        "keepalives_count": 3,
        "options": f"-c lock_timeout={1000 * _WAIT} -c statement_timeout=120000",
    },
}
"""A server that is away is noticed soon, and each connection is tried before it is used."""
_MIGRATION_LOCK = 0x636F7079


@dataclass(frozen=True, slots=True)
class Database:
    """Where rows are kept; every use is one transaction for reading or for writing."""

    engine: Engine
    leavings: Leavings = field(default_factory=Leavings)
    """Whether deleted words may still stand in the write-ahead log."""

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file of ours rather than a server's."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with _naming_faults(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together, or not at all."""
        with _naming_faults(), self.engine.connect() as connection:
            connection.execution_options(copytrail_writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def watching(self) -> Iterator[Connection]:
        """A connection for reading much at leisure, all of it in one state, whatever is written meanwhile."""
        with _naming_faults(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    def forget(self) -> bool:
        """Empty the write-ahead log, so that deleted words are in no file any more; says whether that is done.

        Whoever reads an earlier state keeps it from being emptied: it is tried for some seconds, and later again.
        """
        if not self.is_sqlite:
            return True
        number = self.leavings.begin()
        with _naming_faults(), self.engine.connect() as connection:
            is_done = sqlite.empty_log(connection.execution_options(isolation_level="AUTOCOMMIT"))
        self.leavings.note(number, is_done=is_done)
        if not is_done:
            logger.warning("write-ahead log not emptied yet: the database is read")
        return is_done

    def is_current(self) -> bool:
        """Whether the tables have the form that this version works with."""
        with self.reading() as connection:
            return find_step(connection) == find_last_step()

    @property
    def in_use(self) -> int:
        """How many connections are busy just now."""
        pool = self.engine.pool
        return pool.checkedout() if isinstance(pool, QueuePool) else 0

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def upgrade(self, step: str = "head") -> None:
        """Bring the tables to the form this version works with, or to an earlier step of their history."""
        if step == "head" and self.is_current():
            return
        with self.writing() as connection:
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
            take_steps(connection, step)


def open_database(address: str) -> Database:
    """The database at this address; the folder of an SQLite file is made when it is missing."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return Database(create_engine(url, hide_parameters=True, **_SERVER))
    if url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", sqlite.prepare)
    event.listen(engine, "begin", sqlite.begin)
    return Database(engine)


@contextmanager
def _naming_faults() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise AlreadyStored from error
    except OperationalError as error:
        raise _name_fault(str(error.orig).lower()) from error
    except InterfaceError as error:
        raise StoreUnavailable from error
    except PoolTimeout as error:
        raise StoreBusy from error


def _name_fault(message: str) -> StoreUnavailable:
    if "locked" in message or "busy" in message:
        return StoreBusy()
    if "readonly" in message or "read-only" in message:
        return StoreReadOnly()
    if "full" in message or "no space" in message:
        return StoreFull()
    return StoreUnavailable()
