"""One row in every table, made from the tables themselves, so that a new table is filled too."""

from __future__ import annotations

import zlib
from collections.abc import Collection

from sqlalchemy import Boolean, Column, Connection, Integer, LargeBinary, MetaData, Table, Text, insert


def fill_tables(connection: Connection, metadata: MetaData, words: str, *, but: Collection[str] = ()) -> list[str]:
    """Put a row with these words in every text and every file into each table; says which tables."""
    keys: dict[str, object] = {}
    filled = []
    for table in metadata.sorted_tables:
        if table.name not in but:
            row = {column.name: _give(table, column, keys, words) for column in table.columns}
            connection.execute(insert(table).values(**row))
            keys.update({f"{table.name}.{name}": value for name, value in row.items()})
            filled.append(table.name)
    return filled


def _give(table: Table, column: Column, keys: dict[str, object], words: str) -> object:
    for link in column.foreign_keys:
        return keys.get(link.target_fullname)
    if isinstance(column.type, Boolean):
        return False
    if isinstance(column.type, Integer):
        return 1
    if isinstance(column.type, LargeBinary):
        return words.encode("utf-16-le") + zlib.compress(words.encode())
    if isinstance(column.type, Text) or not getattr(column.type, "length", None):
        return words
    return "2026-11-22" if column.name == "delete_on" else f"{table.name}.{column.name}"[: column.type.length]
