"""Rows of any table as they lie in the database, for backups: read in order, and put back under ids that are free."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    and_,
    exists,
    false,
    func,
    insert,
    select,
    text,
    true,
    type_coerce,
)
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from webapp import tables
from webapp.faults import UnfittingRows, UnknownCase

Row = Mapping[str, object]
_BATCH = 50
_FEW = 20
"""So many rows with bytes are held at once while they are read."""


def sort_tables(names: Collection[str]) -> tuple[str, ...]:
    """These tables, each after those that its rows belong to."""
    return tuple(table.name for table in tables.metadata.sorted_tables if table.name in names)


def find_step(connection: Connection) -> str:
    """The step of the tables' history that the database is at."""
    found: str = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    return found


def check_case(connection: Connection, case_id: str) -> None:
    """Refuse a case that is not here."""
    if connection.execute(select(tables.cases.c.id).where(tables.cases.c.id == case_id)).scalar() is None:
        raise UnknownCase


def is_empty(connection: Connection, names: Iterable[str]) -> bool:
    """Whether none of these tables has a row."""
    return all(connection.execute(select(_table(name)).limit(1)).first() is None for name in names)


def belongs_to_case(name: str) -> bool:
    """Whether the rows of a table go with a case, unfinished forms and their files among them."""
    return _of_case(_table(name), "") is not None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows go into a backup: of one case or all.

    Where a writer is named, unfinished forms and their files are only theirs, and those of nobody.
    """

    connection: Connection
    case_id: str | None = None
    writer: str | None = None

    def count_rows(self, name: str) -> int:
        """How many rows of a table there are."""
        table = _table(name)
        query = select(func.count()).select_from(table).where(self._choose(table))
        return self.connection.execute(query).scalar_one()

    def list_rows(self, name: str) -> Iterator[dict[str, object]]:
        """The rows of a table in the order of their keys; texts as the database holds them."""
        table = _table(name)
        query = select(*(_bare(column) for column in table.c)).where(self._choose(table))
        options = self.connection.execution_options(yield_per=_FEW)
        for row in options.execute(query.order_by(*table.primary_key.columns)).mappings():
            yield {key: bytes(value) if isinstance(value, memoryview) else value for key, value in row.items()}

    def _choose(self, table: Table) -> ColumnElement[bool]:
        of_case = true() if self.case_id is None else _of_case(table, self.case_id)
        if of_case is None:
            return false()
        if self.writer is not None and table in (tables.drafts, tables.attachments):
            return and_(of_case, table.c.person_id.in_(("", self.writer)))
        return of_case


def holds_bytes(name: str) -> bool:
    """Whether a table holds the bytes of documents."""
    return any(isinstance(column.type, LargeBinary) for column in _table(name).c)


def find_ids(connection: Connection, name: str, column: str, values: Sequence[object]) -> frozenset[object]:
    """Which of these values stand in the column already."""
    known = _table(name).c[column]
    return frozenset(connection.execute(select(known).where(known.in_(values))).scalars())


def list_unique(name: str) -> tuple[tuple[str, bool], ...]:
    """The columns in which no value may stand twice, keys of their own among them, and whether they may be empty."""
    table = _table(name)
    keys = list(table.primary_key.columns)
    own = [key for key in keys if len(keys) == 1 and not key.foreign_keys and isinstance(key.type, String)]
    return tuple((column.name, bool(column.nullable)) for column in [*own, *(c for c in table.c if c.unique)])


def list_links(name: str) -> tuple[tuple[str, str, bool], ...]:
    """The columns that name rows of other tables: the column, that table, and whether it may be empty."""
    return tuple(
        (link.parent.name, link.column.table.name, bool(link.parent.nullable)) for link in _table(name).foreign_keys
    )


def add_rows(connection: Connection, name: str, rows: Iterable[Row]) -> int:
    """Keep rows as they were read; says how many."""
    count = 0
    try:
        table, rows = _reflect(connection, name), iter(rows)
        while batch := list(islice(rows, _BATCH)):
            connection.execute(insert(table), batch)
            count += len(batch)
    except (IntegrityError, OperationalError):
        raise
    except (SQLAlchemyError, KeyError, TypeError, ValueError) as error:
        raise UnfittingRows from error
    return count


def _table(name: str) -> Table:
    return tables.metadata.tables[name]


def _reflect(connection: Connection, name: str) -> Table:
    """The table as the database has it, at whatever step of its history; texts in it are not touched."""
    return Table(name, MetaData(), autoload_with=connection, resolve_fks=False)


def _bare(column: Column[Any]) -> ColumnElement[Any]:
    """The column as the database holds it, where we write a text in escapes."""
    return type_coerce(column, Text()).label(column.name) if isinstance(column.type, TypeDecorator) else column


def _of_case(table: Table, case_id: str) -> ColumnElement[bool] | None:
    """Which rows of a table go with the case; nothing where none ever do."""
    if table is tables.cases:
        return table.c.id == case_id
    if table is tables.attachments:
        drafts = tables.drafts
        named = drafts.c.data.contains(table.c.id)
        return exists(select(drafts.c.id).where(drafts.c.case_id == case_id, named))
    links = [link for link in table.foreign_keys if link.column.table is not table]
    for link in sorted(links, key=lambda link: (link.column.table is not tables.cases, bool(link.parent.nullable))):
        parent = _of_case(link.column.table, case_id)
        if parent is not None:
            return link.parent.in_(select(link.column).where(parent))
    return None
